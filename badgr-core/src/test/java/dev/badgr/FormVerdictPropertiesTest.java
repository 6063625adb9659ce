package dev.badgr;

import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.PasswordPolicy;
import dev.badgr.account.SignInRules;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeRules;
import dev.badgr.fixture.Forms;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.text.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A host with a validation provider and one without get the same verdict, field by field. */
class FormVerdictPropertiesTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private final TestApp app = TestApp.on(
            new InMemoryStorage(),
            builder -> builder.limits(
                    new Limits(CodeRules.standard(), PasswordPolicy.standard(), SignInRules.standard(), 10, true)));

    @Property
    void ofAnEmailForm(@ForAll("emails") @Nullable String email) {
        EmailForm form = new EmailForm(email);
        assertThat(fields(form)).isEqualTo(fields(app.badgr().signUps().begin(form, newClient())));
    }

    @Property
    void ofACodeForm(@ForAll("codes") @Nullable String code) {
        CodeForm form = new CodeForm(code);
        ChallengeId unknown = ChallengeId.random(Some.random());
        assertThat(fields(form)).isEqualTo(fields(app.badgr().signUps().confirm(unknown, form, newClient())));
    }

    @Property(tries = 300)
    void ofAProfileForm(
            @ForAll("names") @Nullable String firstName,
            @ForAll("names") @Nullable String lastName,
            @ForAll("passwords") @Nullable String password,
            @ForAll("confirmations") @Nullable String other,
            @ForAll("versions") @Nullable String version,
            @ForAll boolean accepted) {
        String confirmation = "same".equals(other) ? password : other;
        var form = new ProfileForm(firstName, lastName, password, confirmation, version, accepted, false);
        assertThat(fields(form)).isEqualTo(fields(app.badgr().signUps().complete(proof(), form, newClient())));
    }

    @Property
    void ofASocialProfileForm(
            @ForAll("names") @Nullable String firstName,
            @ForAll("names") @Nullable String lastName,
            @ForAll("versions") @Nullable String version,
            @ForAll boolean accepted) {
        var form = new SocialProfileForm(firstName, lastName, version, accepted, false);
        assertThat(fields(form)).isEqualTo(fields(app.badgr().signUps().complete(socialProof(), form, newClient())));
    }

    @Property(tries = 300)
    void ofANewPasswordForm(
            @ForAll("impersonalPasswords") @Nullable String password, @ForAll("confirmations") @Nullable String other) {
        var form = new NewPasswordForm(password, "same".equals(other) ? password : other);
        var person = app.personWithOnly(Some.identity());
        assertThat(fields(form))
                .isEqualTo(fields(app.badgr().accounts().changePassword(person.session(), form, newClient())));
    }

    @Property
    void ofASignInForm(@ForAll("emails") @Nullable String email, @ForAll("passwords") @Nullable String password) {
        SignInForm form = new SignInForm(email, password);
        Set<String> seen = fields(form);
        Set<String> refused = fields(app.badgr().signIns().withPassword(form, newClient()));
        assertThat(refused.isEmpty()).isEqualTo(seen.isEmpty());
        assertThat(seen).containsAll(refused);
    }

    @Provide
    Arbitrary<@Nullable String> emails() {
        return texts(
                "mia@school.edu", " mia@school.edu\t", "josé@school.edu", "\"mia\"@school.edu", "mia@x", "m@[1.1.1.1]");
    }

    @Provide
    Arbitrary<@Nullable String> codes() {
        return texts("123456", "123 456", "12 3456", "١٢٣٤٥٦", "A".repeat(22), "123456\u00A0", "1234567");
    }

    @Provide
    Arbitrary<@Nullable String> names() {
        return texts("Mia", "Zebra", "李", "x".repeat(100), "x".repeat(101), "\u200B", "\u00A0", "\u2003\u0000");
    }

    @Provide
    Arbitrary<@Nullable String> passwords() {
        return texts(
                Forms.PASSWORD,
                Forms.OTHER_PASSWORD,
                "zebra müller quartz lagoon",
                "passwordpassword",
                "               ",
                "short",
                "x".repeat(257),
                "\uFDFA".repeat(20),
                "a\u0000" + Forms.PASSWORD);
    }

    /** Without the name of the person, which only the verb knows. */
    @Provide
    Arbitrary<@Nullable String> impersonalPasswords() {
        return passwords().filter(password -> password == null || !password.contains("müller"));
    }

    @Provide
    Arbitrary<@Nullable String> confirmations() {
        return texts("same", "same", "same", "same", Forms.PASSWORD);
    }

    @Provide
    Arbitrary<@Nullable String> versions() {
        return texts("1", "2", "\u2003", "\u0000", "\u00A0", "\u001F");
    }

    private static Arbitrary<@Nullable String> texts(String... likely) {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.of(likely)),
                net.jqwik.api.Tuple.of(2, Arbitraries.strings()),
                net.jqwik.api.Tuple.of(
                        1, Arbitraries.of("", " ", "\t", "\uD800", "\u202Ex").injectNull(0.2)));
    }

    private ChallengeId proof() {
        return app.proven(Some.address());
    }

    private ChallengeId socialProof() {
        var claims = new OidcClaims(
                new dev.badgr.account.ExternalIdentity(TestApp.SCHOOL, Some.word()),
                Some.address().text(),
                true);
        return ((EmailProven)
                        app.badgr().signIns().withIdentity(claims, newClient()).orElseThrow())
                .challenge();
    }

    private static Set<String> fields(Record form) {
        return VALIDATOR.validate(form).stream()
                .map(FormVerdictPropertiesTest::field)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String field(ConstraintViolation<?> violation) {
        assertThat(violation.getMessage()).isNotBlank().doesNotContain("{");
        return violation.getPropertyPath().toString();
    }

    private static Set<String> fields(Result<?> result) {
        return result.fold(
                done -> new TreeSet<>(),
                refusal -> refusal instanceof Refusal.InvalidInput invalid
                        ? invalid.violations().stream()
                                .map(Violation::field)
                                .collect(Collectors.toCollection(TreeSet::new))
                        : new TreeSet<>());
    }
}
