package dev.badgr;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Advice;
import dev.badgr.account.PersonName;
import dev.badgr.account.Preferences;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.Badge;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.MailProviders;
import dev.badgr.email.Purpose;
import dev.badgr.email.VerificationCode;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.port.BadgrListener;
import dev.badgr.port.CodeGenerator;
import dev.badgr.port.CompromisedPasswords;
import dev.badgr.port.Mail;
import dev.badgr.port.Notice;
import dev.badgr.terms.TermsVersion;
import dev.badgr.text.MessageOverrides;
import dev.badgr.text.Messages;
import dev.badgr.text.Violation;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** There is a text for whatever badgr can say, and nothing is left unsaid in it. */
class WordsTest {
    private static final Pattern UNFILLED = Pattern.compile("\\{\\w+}");
    /** Those that have a mail of their own. */
    private static final Set<Notice.Kind> OF_AWARDS = Set.of(Notice.Kind.AWARDED, Notice.Kind.EXPIRING);

    private static final Set<Notice.Kind> BY_STAFF = Set.of(Notice.Kind.ACCOUNT_DISABLED, Notice.Kind.ACCOUNT_RESTORED);

    private static final EmailAddress TO = EmailAddress.parse("mia@school.edu");
    private static final Set<Notice.Kind> MOVES = EnumSet.of(Notice.Kind.MOVE_ASKED, Notice.Kind.MOVE_ENDED);
    private static final Set<Notice.Kind> SECURITY = security();
    private static final Site SITE = Site.at("PLP {code}", "https://plp.example");
    static final Setup SETUP = new Setup(
            new InMemoryStorage(),
            mail -> {},
            new SecretsInUse(() -> new Secrets(Some.SECRET, Some.SECRET)),
            SITE,
            Limits.standard(),
            AwardPolicy.automatic(),
            TrustedIssuers.none(),
            List.of(),
            MailProviders.standard(),
            new PlainHasher(),
            CompromisedPasswords.none(),
            Clock.systemUTC(),
            CodeGenerator.secure(new SecureRandom()),
            new SecureRandom(),
            new Events(BadgrListener.none()),
            MessageOverrides.none(),
            new MailPage(SITE),
            Fetcher.none(),
            received -> {
                throw new AssertionError("nothing is verified here");
            });

    @Test
    void everyKeyThatTheCodeCanAskForIsThereAndNoOther() throws IOException {
        Set<String> asked = new TreeSet<>();
        RulesInSources.all().forEach(rule -> asked.add("rule." + rule));
        refusals().forEach(refusal -> asked.add("refusal." + refusal.key()));
        explanations()
                .forEach(e ->
                        asked.add("explanation." + Messages.dashed(e.getClass().getSimpleName())));
        asked.add("explanation.expired");
        conflicts()
                .forEach(c ->
                        asked.add("conflict." + Messages.dashed(c.getClass().getSimpleName())));
        advice().forEach(advice -> asked.add("advice." + advice.key()));
        asked.add("mail.link");
        for (Mail.Kind kind : Mail.Kind.values()) {
            asked.addAll(mailKeys(Messages.dashed(kind.name())));
            if (kind.name().endsWith("_CODE")) {
                asked.addAll(mailKeys(Messages.dashed(kind.name()) + "-link"));
            }
        }
        SECURITY.forEach(kind -> asked.add("mail.security." + Messages.dashed(kind.name())));
        assertThat(Messages.keys()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void theSamplesHereAreOfEveryKindThereIs() throws IOException {
        assertThat(classes(refusals())).containsExactlyInAnyOrder(Refusal.class.getPermittedSubclasses());
        assertThat(classes(explanations())).containsExactlyInAnyOrder(Explanation.class.getPermittedSubclasses());
        assertThat(classes(conflicts())).containsExactlyInAnyOrder(MergeConflict.class.getPermittedSubclasses());
        assertThat(classes(advice())).containsExactlyInAnyOrder(Advice.class.getPermittedSubclasses());
        assertThat(mails(Locale.ENGLISH).stream().map(Mail::kind)).contains(Mail.Kind.values());
        Set<String> notFound = refusals().stream()
                .filter(Refusal.NotFound.class::isInstance)
                .map(Refusal::field)
                .collect(Collectors.toSet());
        assertThat(notFound).isEqualTo(RulesInSources.notFound());
    }

    @Test
    void noRefusalOrExplanationHasAGap() {
        for (Locale language : Messages.languages()) {
            for (Refusal refusal : refusals()) {
                requireWhole(refusal.message(language));
                requireWhole(Messages.text("refusal." + refusal.key(), language, refusal.values()));
                assertThat(refusal.field()).isNotBlank();
            }
            explanations().forEach(explanation -> requireWhole(explanation.message(language)));
            conflicts().forEach(conflict -> requireWhole(conflict.message(language)));
            advice().forEach(advice -> requireWhole(advice.message(language)));
        }
    }

    @Test
    void noMailHasAGap() {
        for (Mail mail : inAllLanguages()) {
            for (String text : List.of(mail.subject(), mail.text(), mail.html())) {
                requireWhole(text.replace("PLP {code}", "").replace("{site} $1", ""));
            }
            assertThat(mail.subject()).doesNotContain("\n").isNotBlank();
            assertThat(mail.text()).endsWith("\n").doesNotContain("](");
        }
    }

    @Test
    void whatAHostNamesItselfAndItsBadgesIsTakenAsItIs() {
        assertThat(mails(Locale.ENGLISH).stream().filter(mail -> mail.kind() == Mail.Kind.AWARDED_CREATE_ACCOUNT))
                .allMatch(mail -> mail.subject().equals("You earned a badge: {site} $1"));
        assertThat(mails(Locale.ENGLISH).stream().filter(mail -> mail.kind() == Mail.Kind.SIGN_UP_CODE))
                .allMatch(mail -> mail.subject().contains("PLP {code}"))
                .anyMatch(mail -> mail.text().contains("for PLP {code} is\n\n    123456\n"));
        assertThat(mails(Locale.ENGLISH).stream().filter(mail -> mail.kind() == Mail.Kind.SECURITY))
                .anyMatch(mail -> mail.text().contains("linked to your account: {site} $1\n"));
    }

    @Test
    void aMailWithALinkHasNoCodeAndAMailWithACodeNoLinkToConfirm() {
        List<Mail> withSecret = inAllLanguages().stream()
                .filter(mail -> mail.kind().name().endsWith("_CODE"))
                .toList();
        assertThat(withSecret)
                .hasSize(2 * Purpose.values().length * Messages.languages().size());
        for (Mail mail : withSecret) {
            boolean link = mail.values().containsKey("link");
            assertThat(mail.values()).containsOnlyKeys("site", "minutes", link ? "link" : "code");
            for (String text : List.of(mail.text(), mail.html())) {
                assertThat(text.contains("https://plp.example/confirm/")).isEqualTo(link);
                assertThat(text.contains("123456")).isEqualTo(!link);
                assertThat(text).contains("10");
            }
            assertThat(mail.subject()).doesNotContain("123456").doesNotContain("https:");
        }
    }

    static List<Refusal> refusals() {
        TermsVersion terms = TermsVersion.of("2026-11", Times.NOW, "https://plp.example/terms", "Be kind.");
        List<Refusal> all = new ArrayList<>(List.of(
                new Refusal.InvalidInput(List.of(new Violation("email", "required", Map.of()))),
                new Refusal.WrongCode(1),
                new Refusal.WrongCode(0),
                new Refusal.TryLater(Times.NOW),
                new Refusal.MailNotSent(),
                new Refusal.SignInRefused(),
                new Refusal.PasswordDisabled(),
                new Refusal.AccountDisabled(),
                new Refusal.SessionEnded(),
                new Refusal.SignInTooOld(),
                new Refusal.TermsChanged(terms),
                new Refusal.PolicyRefused("No."),
                new Refusal.NotThere(new Explanation.Declined()),
                new Refusal.NotFound("account"),
                new Refusal.NotFound("award"),
                new Refusal.NotFound("collection"),
                new Refusal.NotFound("document"),
                new Refusal.NotFound("badge"),
                new Refusal.NotFound("spelling")));
        Arrays.stream(Rule.values()).map(Refusal.NotPossible::new).forEach(all::add);
        Arrays.stream(Refusal.CodeUnusable.Reason.values())
                .map(Refusal.CodeUnusable::new)
                .forEach(all::add);
        Report none = new Report(Optional.empty(), List.of());
        Arrays.stream(Refusal.NotImported.Obstacle.values())
                .map(obstacle -> new Refusal.NotImported(obstacle, none, addressOf(obstacle)))
                .forEach(all::add);
        return all;
    }

    private static Optional<String> addressOf(Refusal.NotImported.Obstacle obstacle) {
        return obstacle == Refusal.NotImported.Obstacle.OTHER_ADDRESS
                ? Optional.of("m•••@school.edu")
                : Optional.empty();
    }

    private static List<Explanation> explanations() {
        return List.of(
                new Explanation.Shown(false),
                new Explanation.Shown(true),
                new Explanation.Superseded(new AwardId(Some.recipient(TO), Some.uuid())),
                new Explanation.Offered(),
                new Explanation.Declined(),
                new Explanation.Hidden(),
                new Explanation.VerifyAddress("m•••@school.edu"),
                new Explanation.Revoked(new Revocation("A mistake.", Times.NOW)),
                new Explanation.Readdressed(),
                new Explanation.Replaced(new AwardId(Some.recipient(TO), Some.uuid())),
                new Explanation.Undecided(),
                new Explanation.RefusedByPolicy("No."),
                new Explanation.Unknown());
    }

    private static List<MergeConflict> conflicts() {
        PersonName name = new PersonName("Mia", "Li");
        return List.of(
                new MergeConflict.TooManyEmails(11, 10),
                new MergeConflict.OtherName(name, name),
                new MergeConflict.OtherPassword(),
                new MergeConflict.OtherEmailUpdates(true),
                new MergeConflict.OtherPreferences(Preferences.standard(), Preferences.standard()));
    }

    private static List<Advice> advice() {
        return List.of(
                new Advice.PersonalAddress("school.edu"),
                new Advice.AnotherAddress(),
                new Advice.AnotherWayIn("https://accounts.example"));
    }

    static List<Mail> inAllLanguages() {
        return Messages.languages().stream()
                .flatMap(language -> mails(language).stream())
                .toList();
    }

    private static List<Mail> mails(Locale language) {
        Mails mails = new Mails(SETUP);
        Badge badge = aBadge().named("{site} $1").build();
        ChallengeId challenge = ChallengeId.random(Some.random());
        List<Mail> all = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            all.add(mails.code(asked(purpose, false), challenge, new VerificationCode("123456"), language));
            all.add(mails.code(asked(purpose, false), challenge, new VerificationCode("A".repeat(22)), language));
            if (purpose != Purpose.ERASE) {
                all.add(mails.code(asked(purpose, true), challenge, new VerificationCode("123456"), language));
            }
        }
        all.add(mails.awarded(
                notice(Notice.Kind.AWARDED, Locale.ENGLISH),
                badge,
                Optional.of(anAccount().build().with(new Preferences(language, ZoneOffset.UTC)))));
        all.add(mails.awarded(notice(Notice.Kind.AWARDED, language), badge, Optional.empty()));
        all.add(mails.expiring(
                notice(Notice.Kind.EXPIRING, language),
                badge,
                Times.NOW,
                anAccount().build().with(new Preferences(language, ZoneOffset.UTC))));
        Arrays.stream(Notice.Kind.values())
                .filter(kind -> !OF_AWARDS.contains(kind))
                .forEach(kind -> all.add(mails.told(notice(kind, language), Optional.empty())));
        return all;
    }

    private static Question asked(Purpose purpose, boolean decoy) {
        return new Question(purpose, TO, Optional.empty(), Optional.empty(), decoy);
    }

    private static Notice notice(Notice.Kind kind, Locale language) {
        return Notice.of(Some.recipient(TO), Some.uuid(), kind, TO, Optional.empty(), "{site} $1", language, Times.NOW);
    }

    private static void requireWhole(String text) {
        assertThat(text).isNotBlank().doesNotContainPattern(UNFILLED);
    }

    private static Set<Class<?>> classes(List<?> samples) {
        return samples.stream().map(Object::getClass).collect(Collectors.toCollection(HashSet::new));
    }

    /** What is told of in one and the same mail. */
    private static Set<Notice.Kind> security() {
        Set<Notice.Kind> kinds = EnumSet.complementOf(EnumSet.copyOf(MOVES));
        kinds.removeAll(OF_AWARDS);
        kinds.removeAll(BY_STAFF);
        kinds.remove(Notice.Kind.ACCOUNT_ERASED);
        return kinds;
    }

    private static List<String> mailKeys(String kind) {
        return kind.equals("security")
                ? List.of("mail.security.subject", "mail.security.text")
                : List.of("mail." + kind + ".subject", "mail." + kind + ".text");
    }
}
