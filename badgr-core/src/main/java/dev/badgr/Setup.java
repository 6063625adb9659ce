package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.Advice;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.MailProviders;
import dev.badgr.email.RecipientKey;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.port.Actor;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.BadgeVerifier;
import dev.badgr.port.ClientKey;
import dev.badgr.port.CodeGenerator;
import dev.badgr.port.CompromisedPasswords;
import dev.badgr.port.Event;
import dev.badgr.port.JoinedStores;
import dev.badgr.port.MailLayout;
import dev.badgr.port.Mailer;
import dev.badgr.port.PasswordHasher;
import dev.badgr.port.Storage;
import dev.badgr.port.Stores;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.MessageOverrides;
import dev.badgr.text.Uuids;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the verbs share: all that the host brought, and the few words that each of them needs. */
record Setup(
        Storage storage,
        Mailer mailer,
        SecretsInUse secrets,
        Site site,
        Limits limits,
        AwardPolicy policy,
        TrustedIssuers trusted,
        List<IssuerIdentity> issuers,
        MailProviders providers,
        PasswordHasher hasher,
        CompromisedPasswords compromised,
        InstantSource clock,
        CodeGenerator codes,
        SecureRandom random,
        Events events,
        MessageOverrides messages,
        MailLayout mailLayout,
        Fetcher fetcher,
        BadgeVerifier verifier) {

    Stores stores() {
        return storage.stores();
    }

    /** Does several steps as one transaction, of which nothing stays if the last word is a refusal. */
    <T> Result<T> allOrNothing(Function<Stores, Result<T>> work) {
        try {
            return storage.inTransaction(stores -> work.apply(stores).fold(Result::success, refusal -> {
                throw new Abandoned(refusal);
            }));
        } catch (Abandoned abandoned) {
            return Result.refused(abandoned.refusal());
        }
    }

    /** What there is to say to an account that is, or would be, like this. */
    List<Advice> advice(Account account) {
        return Advice.to(account, providers);
    }

    /** To the millisecond, as storage keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    RecipientKey recipient(EmailAddress address) {
        return RecipientKey.of(address.key(), secrets.recipients());
    }

    /** An award by its id, or by one that it had under a former recipient secret: that costs more only where there is none. */
    Optional<Award> award(JoinedStores from, AwardId id) {
        return from.awards()
                .byId(id)
                .or(() -> stores().formerKeys()
                        .successor(id.recipient())
                        .flatMap(key -> from.awards().byId(id.under(key))));
    }

    /** Under the secret that stays: a rotation of the other one gives no client its budgets back. */
    ClientKey key(Client client) {
        return new ClientKey(secrets.recipients().macText("client", client.key()));
    }

    /** What is kept of something that a person has done just now. */
    AuditRecord record(Event event, String detail, Client client) {
        return new AuditRecord(id(), event, person(client), detail, now());
    }

    Actor person(Client client) {
        return new Actor.Person(key(client));
    }

    UUID id() {
        return Uuids.random(random);
    }

    /** An address as this host takes them. */
    EmailAddress email(@Nullable String typed) {
        EmailAddress address = EmailAddress.parse(typed);
        if (address.hasNonAsciiLocalPart() && !limits.nonAsciiLocalParts()) {
            throw new InvalidValue("email", "email.non-ascii");
        }
        return address;
    }
}
