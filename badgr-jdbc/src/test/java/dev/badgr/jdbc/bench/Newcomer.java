package dev.badgr.jdbc.bench;

import dev.badgr.account.Account;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHash;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.AccountFixture;
import dev.badgr.fixture.ChallengeFixture;
import dev.badgr.fixture.Records;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.Actor;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Event;
import dev.badgr.terms.TermsConsent;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Somebody who signs up: the same person for all who store her, each in tables of their own. */
record Newcomer(ChallengeId challenge, CodeHash code, Account account, AuditRecord record, NewAccount wanted) {
    static final String CODE = ChallengeFixture.CODE;
    static final OffsetDateTime NOW = Times.NOW.atOffset(ZoneOffset.UTC);
    static final OffsetDateTime CODE_ENDS = NOW.plusMinutes(10);
    static final OffsetDateTime PROVEN_SINCE = NOW.minusMinutes(60);
    static final String TERMS = TestApp.TERMS.version();
    static final String TERMS_HASH = TestApp.TERMS.sha256();

    private static final TermsConsent CONSENT =
            new TermsConsent(TERMS, TERMS_HASH, Times.NOW, Locale.ENGLISH, TermsConsent.WayIn.EMAIL, Optional.empty());

    static Newcomer next() {
        ChallengeId challenge = ChallengeId.random(Some.random());
        Account account = AccountFixture.anAccount().build();
        AuditRecord record = Records.aRecordOf(Event.ACCOUNT_CREATED);
        NewAccount wanted = new NewAccount(
                account, challenge, PROVEN_SINCE.toInstant(), CONSENT, Optional.empty(), record, Times.NOW);
        return new Newcomer(challenge, ChallengeFixture.hash(challenge, CODE), account, record, wanted);
    }

    UUID proof() {
        return challenge.value();
    }

    UUID id() {
        return account.id().value();
    }

    UUID recipient() {
        return account.primary().value();
    }

    EmailAddress email() {
        return account.primaryEmail().address();
    }

    String address() {
        return email().text();
    }

    String firstName() {
        return account.name().firstName();
    }

    String lastName() {
        return account.name().lastName();
    }

    String password() {
        return account.password().orElseThrow().phc();
    }

    String language() {
        return account.preferences().language().toLanguageTag();
    }

    String zone() {
        return account.preferences().zone().getId();
    }

    String client() {
        return ((Actor.Person) record.actor()).client().value();
    }

    String codeHash() {
        return code.value();
    }
}
