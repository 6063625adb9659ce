package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.award.Revocation;
import dev.badgr.backpack.Explanation;
import dev.badgr.fixture.TestApp;
import dev.badgr.port.Mail;
import dev.badgr.port.Notice;
import dev.badgr.text.Messages;
import dev.badgr.text.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that people read is there, is complete, and is used. */
class MessagesTest {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.badgr.text.messages", Locale.ROOT);
    private static final Pattern RULE = Pattern.compile(
            "new (?:InvalidValue|Violation)\\(\\s*(?:\"[\\w.]+\"|[\\w]+),\\s*\"([a-z.-]+)\"", Pattern.DOTALL);
    private static final Pattern UNFILLED = Pattern.compile("\\{\\w+}");
    private static final String REASON = "Because {site} it is.";

    @Test
    void everyKeyIsUsedAndEveryKeyThatIsUsedIsThere() throws IOException {
        Set<String> used = new TreeSet<>();
        rulesInTheCode().forEach(rule -> used.add("rule." + rule));
        refusals().stream()
                .filter(refusal -> !(refusal instanceof Refusal.InvalidInput || refusal instanceof Refusal.NotThere))
                .forEach(refusal -> used.add("refusal." + refusal.key()));
        explanations().forEach(explanation -> used.add("explanation." + key(explanation)));
        for (Mail.Kind kind : Mail.Kind.values()) {
            for (String form : kind.name().endsWith("_CODE") ? List.of("", "-link") : List.of("")) {
                String key = "mail." + Messages.dashed(kind.name()) + form;
                used.addAll(List.of(key + ".subject", key + ".text"));
            }
        }
        Arrays.stream(Notice.Kind.values())
                .filter(kind -> kind != Notice.Kind.AWARDED)
                .forEach(kind -> used.add("mail.security." + Messages.dashed(kind.name())));
        assertThat(new TreeSet<>(BUNDLE.keySet())).isEqualTo(used);
    }

    @Test
    void theSamplesHaveEveryRefusalAndEveryExplanation() {
        assertThat(classes(refusals())).isEqualTo(Set.of(Refusal.class.getPermittedSubclasses()));
        assertThat(classes(explanations())).isEqualTo(Set.of(Explanation.class.getPermittedSubclasses()));
    }

    @Test
    void noRefusalAndNoExplanationHasAGapInItsText() {
        Stream<String> texts = Stream.concat(
                refusals().stream().map(refusal -> refusal.message(Locale.ENGLISH)),
                explanations().stream().map(explanation -> explanation.message(Locale.GERMAN)));
        assertThat(texts).allSatisfy(text -> {
            assertThat(text).isNotBlank();
            assertThat(UNFILLED.matcher(text.replace(REASON, "")).find())
                    .as(text)
                    .isFalse();
        });
    }

    @Test
    void whatAValueBringsAlongIsNoPlaceholder() {
        String text = new Refusal.PolicyRefused(REASON).message(Locale.ENGLISH);
        assertThat(text).isEqualTo("This award was refused: " + REASON);
        assertThat(Messages.text("refusal.policy-refused", Locale.ENGLISH, Map.of("reason", "$1 \\ {reason}")))
                .endsWith("$1 \\ {reason}");
    }

    @Test
    void everyRuleWithANumberNamesIt() {
        for (String key : BUNDLE.keySet()) {
            if (key.startsWith("rule.")) {
                String rule = key.substring("rule.".length());
                String text = new Violation("field", rule, Map.of("max", "7", "min", "7")).message(Locale.FRENCH);
                assertThat(UNFILLED.matcher(text).find()).as(text).isFalse();
            }
        }
    }

    @Test
    void noMailHasAGapInItsText() {
        Site site = Site.at("Peer Learning Place", "https://plp.example");
        Mails mails = MailSamples.mails(site);
        List<Mail> all = MailSamples.ofEveryKind(mails);
        assertThat(all.stream().map(Mail::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Mail.Kind.values());
        assertThat(all).allSatisfy(mail -> {
            assertThat(UNFILLED.matcher(mail.subject() + mail.text()).find())
                    .as(mail.text())
                    .isFalse();
            assertThat(mail.subject()).isNotBlank().doesNotContain("\n").hasSizeLessThan(300);
            assertThat(mail.text()).endsWith("\n");
        });
    }

    @Test
    void aLanguageThatIsNotThereIsAnsweredInEnglishWhateverTheServersLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(new Refusal.MailNotSent().message(Locale.JAPANESE))
                    .isEqualTo(new Refusal.MailNotSent().message(Locale.ENGLISH));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<Refusal> refusals() {
        List<Refusal> all = new ArrayList<>(List.of(
                new Refusal.InvalidInput(List.of(new Violation("email", "required", Map.of()))),
                new Refusal.WrongCode(4),
                new Refusal.WrongCode(0),
                new Refusal.TryLater(Instant.EPOCH),
                new Refusal.MailNotSent(),
                new Refusal.SignInRefused(),
                new Refusal.PasswordDisabled(),
                new Refusal.SessionEnded(),
                new Refusal.SignInTooOld(),
                new Refusal.TermsChanged(TestApp.TERMS),
                new Refusal.PolicyRefused(REASON),
                new Refusal.NotThere(new Explanation.Declined()),
                new Refusal.NotFound("badge")));
        Arrays.stream(Refusal.CodeUnusable.Reason.values())
                .map(Refusal.CodeUnusable::new)
                .forEach(all::add);
        Arrays.stream(Rule.values()).map(Refusal.NotPossible::new).forEach(all::add);
        return all;
    }

    private static List<Explanation> explanations() {
        return List.of(
                new Explanation.Shown(false),
                new Explanation.Shown(true),
                new Explanation.Offered(),
                new Explanation.Declined(),
                new Explanation.VerifyAddress("m•••@school.edu"),
                new Explanation.Revoked(new Revocation(REASON, Instant.EPOCH)),
                new Explanation.Readdressed(),
                new Explanation.Undecided(),
                new Explanation.RefusedByPolicy(REASON),
                new Explanation.Unknown());
    }

    private static String key(Explanation explanation) {
        return explanation.equals(new Explanation.Shown(true))
                ? "expired"
                : Messages.dashed(explanation.getClass().getSimpleName());
    }

    private static Set<Class<?>> classes(List<?> values) {
        return values.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<String> rulesInTheCode() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(path -> path.toString().endsWith(".java")).forEach(path -> rulesIn(path, rules));
        }
        return rules;
    }

    private static void rulesIn(Path source, Set<String> rules) {
        try {
            Matcher found = RULE.matcher(Files.readString(source));
            while (found.find()) {
                rules.add(found.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
