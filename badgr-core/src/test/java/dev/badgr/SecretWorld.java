package dev.badgr;

import dev.badgr.account.ExternalIdentity;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.email.CodeKeys;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.HmacKey;
import dev.badgr.fixture.Issuers;
import dev.badgr.fixture.ScriptedVerifier;
import dev.badgr.fixture.Times;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.port.BadgeVerifier;
import dev.badgr.port.CodeGenerator;
import dev.badgr.port.CompromisedPasswords;
import dev.badgr.port.Mail;
import dev.badgr.port.MailLayout;
import dev.badgr.port.Mailer;
import dev.badgr.port.PasswordHasher;
import dev.badgr.port.Storage;
import dev.badgr.terms.TermsVersion;
import dev.badgr.testing.MutableClock;
import dev.badgr.testing.ScriptedCodes;
import dev.badgr.text.MessageOverrides;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a life with badgr takes: a badgr whose every port shows what passes through it, and words to call it with. */
abstract class SecretWorld {
    static final String MIA = "Miriam.Okonkwo@School.edu";
    static final String HOME = "miriam.at.home@bücher.example";
    static final String LEO = "leopold@work.example";
    static final String ISSUER_DESK = "badge.desk@plp.example";
    static final String PASSWORD = "quartz lantern vexing jumbo 7!";
    static final String NEXT_PASSWORD = "sphinx harbor oblique melon 4?";
    static final String WRONG_PASSWORD = "not the password of anybody";
    static final String WRONG_CODE = "907352";
    static final String TYPO = "9O7351";
    static final String CODES_KEY = "q7MRTmzPr1yJw4xkhUe2Y5iGd8bVnA0cSLfXtoQ6BCE=";
    static final String RECIPIENTS_KEY = "Zk3vNw8LhXyR5cTqPjE1uOa7GbdS9mFi0KtVQx2MHoI=";
    static final String FORMER_KEY = "p1Jc8eYw0ZrT5mVbQ3uKxN7sLdGfA9hXoEiR2tBv4Uo=";
    static final String TOKEN = "Tq7-xW_zP0aB1cD2eF3gH4";
    static final List<String> CODES = List.of(
            "907351", "816240", "725139", "634028", "543917", "452806", "361795", "270684", "189573", "198462",
            "291753", "382644", "473535", "564426", "655317");
    static final ExternalIdentity SOCIAL = new ExternalIdentity("https://accounts.example", "subject-5519");

    final Watched watched = new Watched();
    final List<Refusal> refusals = new ArrayList<>();
    final ScriptedVerifier verifier = new ScriptedVerifier();
    final MutableClock clock = MutableClock.at(Times.NOW);
    private static final HmacKey FORMER = HmacKey.fromBase64(FORMER_KEY);
    final Secrets secrets = new Secrets(
            CodeKeys.of(FORMER)
                    .rotatedTo(HmacKey.fromBase64(CODES_KEY), Times.NOW)
                    .announcing(FORMER),
            HmacKey.fromBase64(RECIPIENTS_KEY),
            List.of(FORMER));
    final InMemoryStorage storage = new InMemoryStorage();
    final Client client = Client.of("2001:db8::7").withEvidence("2001:db8::7, Firefox");
    final TermsVersion terms =
            TermsVersion.of("2026-11", Times.NOW.minusSeconds(60), "https://plp.example/terms", "Be kind.");
    final Badge badge = Badge.of(
            new Issuer(
                    Issuer.of("plp", "PLP", "https://plp.example").id(),
                    "PLP",
                    URI.create("https://plp.example"),
                    Optional.of(EmailAddress.parse(ISSUER_DESK))),
            "data",
            "Data Wrangler",
            "Cleans data.",
            "Finish the course.",
            "https://plp.example/badge.png");
    final Badgr badgr = badgr(Limits.standard(), ScriptedCodes.of(CODES.toArray(String[]::new)));
    boolean mailServerIsDown;
    String sent = "";

    Badgr badgr(Limits limits, CodeGenerator codes) {
        watched.see(limits);
        return Badgr.builder()
                .storage(watched.port(Storage.class, storage))
                .secrets(watched.see(secrets))
                .mailer(watched.port(Mailer.class, this::send))
                .mailLayout(watched.port(MailLayout.class, MailLayout.Body::html))
                .messages(watched.port(MessageOverrides.class, MessageOverrides.none()))
                .site(watched.see(Site.at("PLP", "https://plp.example/badges")))
                .passwordHasher(watched.port(PasswordHasher.class, new PlainHasher()))
                .compromisedPasswords(watched.port(CompromisedPasswords.class, CompromisedPasswords.none()))
                .policy(watched.port(AwardPolicy.class, AwardPolicy.automatic()))
                .codes(watched.port(CodeGenerator.class, codes))
                .trustedIssuers(watched.see(TrustedIssuers.none().with(SOCIAL.issuer(), "work.example")))
                .limits(limits)
                .verifier(watched.port(BadgeVerifier.class, verifier))
                .fetcher(watched.port(Fetcher.class, Fetcher.none()))
                .issuer(watched.see(IssuerIdentity.of(badge.issuer(), Issuers.SITE, Issuers.aKey("key-1"))))
                .terms(terms)
                .clock(clock)
                .build();
    }

    Badge undefined() {
        return Badge.of(badge.issuer(), "undefined", "U", "U", "U", "https://plp.example/u.png");
    }

    private void send(Mail mail) {
        if (mailServerIsDown) {
            throw new IllegalStateException("550 " + mail.to().text() + "\r\n" + mail.subject() + mail.text());
        }
        sent = mail.values().getOrDefault("code", sent);
    }

    EmailForm form(String email) {
        return watched.see(new EmailForm(email));
    }

    CodeForm code(String typed) {
        return watched.see(new CodeForm(typed));
    }

    SignInForm signIn(String email, String password) {
        return watched.see(new SignInForm(email, password));
    }

    NewPasswordForm newPassword(String password) {
        return watched.see(new NewPasswordForm(password, password));
    }

    ProfileForm profile(String password, @org.jspecify.annotations.Nullable String version) {
        return watched.see(new ProfileForm("Miriam", "Okonkwo", password, password, version, true, true));
    }

    <T> T success(Result<T> result) {
        return watched.see(watched.see(result).orElseThrow());
    }

    void refused(Result<?> result) {
        refusals.add(watched.see(result)
                .fold(
                        value -> {
                            throw new AssertionError("not refused: " + value);
                        },
                        refusal -> refusal));
    }
}
