package dev.badgr;

import dev.badgr.award.AwardPolicy;
import dev.badgr.email.MailProviders;
import dev.badgr.fetch.HttpsFetcher;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.verify.Verifier;
import dev.badgr.port.BadgeVerifier;
import dev.badgr.port.BadgrListener;
import dev.badgr.port.CodeGenerator;
import dev.badgr.port.CompromisedPasswords;
import dev.badgr.port.MailLayout;
import dev.badgr.port.Mailer;
import dev.badgr.port.Misconfigured;
import dev.badgr.port.PasswordHasher;
import dev.badgr.port.Storage;
import dev.badgr.terms.TermsVersion;
import dev.badgr.text.MessageOverrides;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the host brings. A {@link #mailer} and a {@link #site} are required; for storage that outlives the process
 * also {@link #secrets}. Not safe for use by many threads.
 */
public final class BadgrBuilder {
    private Storage storage = new InMemoryStorage();
    private @Nullable Mailer mailer;
    private @Nullable Supplier<Secrets> secrets;
    private @Nullable Site site;
    private @Nullable PasswordHasher hasher;
    private Limits limits = Limits.standard();
    private AwardPolicy policy = AwardPolicy.automatic();
    private TrustedIssuers trusted = TrustedIssuers.none();
    private MailProviders providers = MailProviders.standard();
    private CompromisedPasswords compromised = CompromisedPasswords.none();
    private BadgrListener listener = BadgrListener.none();
    private InstantSource clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private CodeGenerator codes = CodeGenerator.secure(random);
    private MessageOverrides messages = MessageOverrides.none();
    private @Nullable MailLayout mailLayout;
    private Fetcher fetcher = new HttpsFetcher();
    private VerificationPolicy verification = VerificationPolicy.LENIENT;
    private @Nullable BadgeVerifier verifier;
    private final List<TermsVersion> terms = new ArrayList<>();
    private final List<IssuerIdentity> issuers = new ArrayList<>();

    BadgrBuilder() {}

    /** Where everything is kept; in memory by default, which loses it with the process. */
    public BadgrBuilder storage(Storage value) {
        this.storage = Objects.requireNonNull(value, "storage");
        return this;
    }

    /** How mails are sent; required. */
    public BadgrBuilder mailer(Mailer value) {
        this.mailer = Objects.requireNonNull(value, "mailer");
        return this;
    }

    /** The host's secrets; required for every storage but that in memory. */
    public BadgrBuilder secrets(Secrets value) {
        Objects.requireNonNull(value, "secrets");
        return secrets(() -> value);
    }

    /**
     * The same where the keys for codes are rotated while badgr runs.
     *
     * @param current asked at each use, by many threads: such as the getter of a volatile field. What it throws, the verb throws; a
     *     changed recipient secret is refused with {@link Misconfigured}
     */
    public BadgrBuilder secrets(Supplier<Secrets> current) {
        this.secrets = Objects.requireNonNull(current, "secrets");
        return this;
    }

    /** The host's name and pages; required. */
    public BadgrBuilder site(Site value) {
        this.site = Objects.requireNonNull(value, "site");
        return this;
    }

    /** Publishes a text of the Terms when badgr is built, if it isn't published yet. */
    public BadgrBuilder terms(TermsVersion value) {
        this.terms.add(Objects.requireNonNull(value, "terms"));
        return this;
    }

    /** Which awards go into the Backpack by themselves; all by default. */
    public BadgrBuilder policy(AwardPolicy value) {
        this.policy = Objects.requireNonNull(value, "policy");
        return this;
    }

    /** Whose word about an address counts as its proof; nobody's by default. */
    public BadgrBuilder trustedIssuers(TrustedIssuers value) {
        this.trusted = Objects.requireNonNull(value, "trustedIssuers");
        return this;
    }

    /**
     * An issuer that the host is: badgr signs its badges and makes the documents that the host serves for it. None by default.
     *
     * @throws IllegalArgumentException if there is one of that id already
     */
    public BadgrBuilder issuer(IssuerIdentity value) {
        if (issuers.stream()
                .anyMatch(one -> one.issuer().id().equals(value.issuer().id()))) {
            throw new IllegalArgumentException("issuer: one of that id is there already");
        }
        this.issuers.add(value);
        return this;
    }

    /**
     * At which domains anybody can have an address, so that people are told when all of theirs may be gone with their school;
     * {@link MailProviders#standard()} by default.
     */
    public BadgrBuilder mailProviders(MailProviders value) {
        this.providers = Objects.requireNonNull(value, "mailProviders");
        return this;
    }

    /** Every number. */
    public BadgrBuilder limits(Limits value) {
        this.limits = Objects.requireNonNull(value, "limits");
        return this;
    }

    /** How passwords are hashed; {@link Argon2idHasher} by default. */
    public BadgrBuilder passwordHasher(PasswordHasher value) {
        this.hasher = Objects.requireNonNull(value, "passwordHasher");
        return this;
    }

    /** Which passwords are in attackers' lists; by default none is known. */
    public BadgrBuilder compromisedPasswords(CompromisedPasswords value) {
        this.compromised = Objects.requireNonNull(value, "compromisedPasswords");
        return this;
    }

    /** Who hears what has happened, for metrics and alarms; nobody by default. */
    public BadgrBuilder listener(BadgrListener value) {
        this.listener = Objects.requireNonNull(value, "listener");
        return this;
    }

    /** What time it is; the system's clock by default. */
    public BadgrBuilder clock(InstantSource value) {
        this.clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /** What makes codes; a secure random generator by default. Replace it in tests only. */
    public BadgrBuilder codes(CodeGenerator value) {
        this.codes = Objects.requireNonNull(value, "codes");
        return this;
    }

    /** The host's own words in place of badgr's; none by default. */
    public BadgrBuilder messages(MessageOverrides value) {
        this.messages = Objects.requireNonNull(value, "messages");
        return this;
    }

    /** The host's own page around HTML mails; badgr's plain one by default. */
    public BadgrBuilder mailLayout(MailLayout value) {
        this.mailLayout = Objects.requireNonNull(value, "mailLayout");
        return this;
    }

    /** What brings documents from the web for badges from elsewhere; {@link HttpsFetcher} by default. */
    public BadgrBuilder fetcher(Fetcher value) {
        this.fetcher = Objects.requireNonNull(value, "fetcher");
        return this;
    }

    /** How strictly badges from elsewhere are judged; {@link VerificationPolicy#LENIENT} by default. */
    public BadgrBuilder verification(VerificationPolicy value) {
        this.verification = Objects.requireNonNull(value, "verification");
        return this;
    }

    /** What verifies badges from elsewhere, in place of {@link Verifier}; fetcher and policy are its own then. */
    public BadgrBuilder verifier(BadgeVerifier value) {
        this.verifier = Objects.requireNonNull(value, "verifier");
        return this;
    }

    /**
     * Makes badgr.
     *
     * @throws Misconfigured if something required is missing, the storage was set up under another secret, or the host's own
     *     words leave out what a mail is for
     */
    public Badgr build() {
        Site where = required(site, "site(..): mails link to the host's pages");
        Setup setup = new Setup(
                storage,
                required(mailer, "mailer(..): badgr sends codes by mail"),
                new SecretsInUse(secretsForStorage()),
                where,
                limits,
                policy,
                trusted,
                List.copyOf(issuers),
                providers,
                hasher == null ? new Argon2idHasher() : hasher,
                compromised,
                clock,
                codes,
                random,
                new Events(listener),
                messages,
                mailLayout == null ? new MailPage(where) : mailLayout,
                fetcher,
                verifier == null ? verifier() : verifier);
        HostWords.require(setup.messages());
        HostWords.require(setup.mailLayout());
        setup.secrets().requireInstallation(storage);
        Badgr badgr = new Badgr(setup);
        terms.forEach(badgr.consents()::publish);
        return badgr;
    }

    private BadgeVerifier verifier() {
        Verifier verifier = new Verifier(fetcher, clock, verification);
        return received -> verifier.verify(received.toArray());
    }

    private Supplier<Secrets> secretsForStorage() {
        if (secrets == null && storage instanceof InMemoryStorage) {
            Secrets random = Secrets.random();
            return () -> random;
        }
        return required(secrets, "secrets(..): codes and addresses are stored under them");
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new Misconfigured("Badgr.builder() needs " + what + ".");
        }
        return value;
    }
}
