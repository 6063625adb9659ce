package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.badgr.account.AccountId;
import dev.badgr.account.MoveId;
import dev.badgr.account.Password;
import dev.badgr.account.PasswordPolicy;
import dev.badgr.account.PersonName;
import dev.badgr.account.Preferences;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.IdentityHash;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.ShareToken;
import dev.badgr.bulk.BulkFile;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.MailProviders;
import dev.badgr.email.UnsubscribeToken;
import dev.badgr.email.VerificationCode;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.BadgrListener;
import dev.badgr.port.CodeGenerator;
import dev.badgr.port.MailLayout;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.MessageOverrides;
import dev.badgr.text.Text;
import dev.badgr.text.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each rule, as it is really broken, has a text with all that it mentions. */
class RuleTextTest {
    private static final String GOOD = "quartz lantern vexing jumbo 7!";
    private static final List<ThrowingCallable> BREACHES = List.of(
            () -> PersonName.firstName(null),
            () -> PersonName.firstName("a".repeat(101)),
            () -> PersonName.firstName("a\uD800"),
            () -> Text.lines("narrative", "a\u0000", 10),
            () -> EmailAddress.parse("mia"),
            () -> EmailAddress.parse("a".repeat(65) + "@school.edu"),
            () -> EmailAddress.parse("mia@faß.example"),
            () -> setup().email("josé@school.edu"),
            () -> VerificationCode.parse("12345"),
            () -> ChallengeId.parse("?"),
            () -> MoveId.parse("?"),
            () -> AwardId.parse("?"),
            () -> ShareToken.parse("?"),
            () -> AccountId.parse("?"),
            () -> new UnsubscribeToken("?"),
            () -> IdentityHash.parse("?", null),
            () -> CollectionId.parse("?"),
            () -> Session.parse("?"),
            () -> AuditQuery.newest(1).after("?"),
            () -> Preferences.parse("?", "Z"),
            () -> Preferences.parse("en", "?"),
            () -> policy("short", "Mia", "Li"),
            () -> policy(GOOD, "Quartz", "Lantern"),
            () -> policy("passwordpassword", "Mia", "Li"));

    @Test
    void everyRuleInTheSourcesIsBrokenHereAndToldInFull() throws IOException {
        List<Violation> violations = Stream.of(
                        BREACHES.stream().map(RuleTextTest::violation),
                        new NewPasswordForm(GOOD, "other").passwordViolations(PasswordPolicy.standard()).stream(),
                        new SocialProfileForm("Mia", "Li", "1", false, false).profileViolations().stream(),
                        inFiles(),
                        compromised())
                .flatMap(found -> found)
                .toList();
        assertThat(violations)
                .allSatisfy(violation -> assertThat(violation.message(Locale.ENGLISH))
                        .isNotBlank()
                        .doesNotContainPattern("[{}]"));
        assertThat(violations.stream().map(Violation::rule).collect(Collectors.toSet()))
                .isEqualTo(RulesInSources.all());
    }

    private static Violation violation(ThrowingCallable breach) {
        return catchThrowableOfType(InvalidValue.class, breach).violation();
    }

    private static void policy(String password, String firstName, String lastName) {
        PasswordPolicy.standard()
                .require(new Password(password), Optional.of(new PersonName(firstName, lastName)), List.of());
    }

    private static Stream<Violation> inFiles() {
        String columns = "recipient,badge,externalKey,issuedOn,evidence\n";
        Stream<String> csv = Stream.of(
                columns + "mia@school.edu,?,k,?,?",
                columns + "mia@school.edu,a/b,k,2026-03-01," + "https://plp.example/ ".repeat(21),
                columns + "x\"",
                columns + "x".repeat(1 << 20),
                columns + "x",
                "badge,badge",
                "bage");
        return Stream.concat(
                csv.flatMap(text -> lines(text, BulkFile.Format.CSV)),
                Stream.of("[]", "{\"badge\":[]}").flatMap(text -> lines(text, BulkFile.Format.JSON_LINES)));
    }

    private static Stream<Violation> lines(String text, BulkFile.Format format) {
        ByteArrayInputStream file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return BulkFile.awards(file, format).flatMap(line -> line.violations().stream());
    }

    private static Stream<Violation> compromised() {
        Result<?> result = new NewPasswords(setup()).hash(new NewPasswordForm(GOOD, GOOD), List.of(), List.of());
        Refusal refusal = result.fold(
                value -> {
                    throw new AssertionError("not refused");
                },
                no -> no);
        return ((Refusal.InvalidInput) refusal).violations().stream();
    }

    /** Of a host that thinks every password compromised. */
    private static Setup setup() {
        return new Setup(
                new InMemoryStorage(),
                mail -> {},
                new SecretsInUse(() -> dev.badgr.fixture.TestApp.SECRETS),
                Site.at("PLP", "https://plp.example"),
                Limits.standard(),
                AwardPolicy.automatic(),
                TrustedIssuers.none(),
                List.of(),
                MailProviders.standard(),
                new PlainHasher(),
                password -> true,
                Clock.systemUTC(),
                CodeGenerator.secure(new SecureRandom()),
                new SecureRandom(),
                new Events(BadgrListener.none()),
                MessageOverrides.none(),
                MailLayout.Body::html,
                Fetcher.none(),
                received -> {
                    throw new AssertionError("nothing is verified here");
                });
    }
}
