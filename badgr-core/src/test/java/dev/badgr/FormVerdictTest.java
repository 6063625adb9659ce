package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.award.AwardPolicy;
import dev.badgr.email.ChallengeId;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.given.AnyForm;
import dev.badgr.text.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;

/** A validator that a host runs and the verb that it then calls refuse the same fields, in the same words. */
@StatisticsReport(onFailureOnly = true)
class FormVerdictTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final Client CLIENT = Client.of("192.0.2.1");
    private static final Limits ANY_LOCAL_PART = new Limits(
            Limits.standard().codes(),
            Limits.standard().passwords(),
            Limits.standard().signIns(),
            10,
            true,
            Limits.standard().noticeBeforeExpiry(),
            RetentionRules.standard(),
            ImportRules.standard());

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void emailForm(@ForAll("emails") EmailForm form) {
        requireOneVerdict(form, host().badgr.signUps().begin(form, CLIENT));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void codeForm(@ForAll("codes") CodeForm form) {
        ChallengeId unknown = ChallengeId.random(Some.random());
        requireOneVerdict(form, host().badgr.signUps().confirm(unknown, form, CLIENT));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void signInForm(@ForAll("signIns") SignInForm form) {
        requireOneVerdict(form, host().badgr.signIns().withPassword(form, CLIENT));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void profileForm(@ForAll("profiles") ProfileForm form) {
        Badgr badgr = host().badgr;
        requireOneVerdict(form, badgr.signUps().complete(proven(badgr), form, CLIENT));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void socialProfileForm(@ForAll("socialProfiles") SocialProfileForm form) {
        Badgr badgr = host().badgr;
        requireOneVerdict(form, badgr.signUps().complete(proven(badgr), form, CLIENT));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void newPasswordForm(@ForAll("newPasswords") NewPasswordForm form) {
        BadgrWithStorage host = host();
        Account account = host.person(List.of(Some.address()));
        Session session = Session.of(account, Times.NOW);
        requireOneVerdict(form, host.badgr.accounts().changePassword(session, form, CLIENT));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void collectionForm(@ForAll("collections") CollectionForm form) {
        BadgrWithStorage host = host();
        AccountId owner = host.person(List.of(Some.address())).id();
        requireOneVerdict(form, host.badgr.collections().create(owner, form));
    }

    /** What only a verb can know: a host that can't deliver to such addresses. */
    @Test
    void aNonAsciiLocalPartIsRefusedByTheVerbAlone() {
        EmailForm form = new EmailForm("josé@school.edu");
        BadgrWithStorage usual = new BadgrWithStorage(AwardPolicy.automatic());
        assertThat(byValidator(form)).isEmpty();
        assertThat(byVerb(usual.badgr.signUps().begin(form, CLIENT))).containsOnlyKeys("email");
    }

    /** What only a verb can know: the address that the person has proven before. */
    @Test
    void aPasswordWithTheAddressInItIsRefusedByTheVerbAlone() {
        String withAddress = "quartz lantern vexing miriam.k@school.edu";
        ProfileForm form =
                new ProfileForm("Mia", "Li", withAddress, withAddress, BadgrWithStorage.TERMS.version(), true, false);
        Badgr badgr = host().badgr;
        ChallengeId proven = proven(badgr, "miriam.k@school.edu");
        assertThat(byValidator(form)).isEmpty();
        assertThat(byVerb(badgr.signUps().complete(proven, form, CLIENT))).containsOnlyKeys("password");
    }

    @Provide
    Arbitrary<EmailForm> emails() {
        return AnyForm.email().map(EmailForm::new);
    }

    @Provide
    Arbitrary<CodeForm> codes() {
        return AnyForm.code().map(CodeForm::new);
    }

    @Provide
    Arbitrary<SignInForm> signIns() {
        return Combinators.combine(AnyForm.email(), AnyForm.password()).as(SignInForm::new);
    }

    @Provide
    Arbitrary<ProfileForm> profiles() {
        return Combinators.combine(newPasswords(), socialProfiles())
                .as((password, rest) -> new ProfileForm(
                        rest.firstName(),
                        rest.lastName(),
                        password.password(),
                        password.confirmation(),
                        rest.termsVersion(),
                        rest.termsAccepted(),
                        rest.emailUpdates()));
    }

    @Provide
    Arbitrary<SocialProfileForm> socialProfiles() {
        Arbitrary<Boolean> mostly = Arbitraries.of(true, true, true, false);
        return Combinators.combine(
                        AnyForm.name(),
                        AnyForm.name(),
                        AnyForm.termsVersion(BadgrWithStorage.TERMS.version()),
                        mostly,
                        mostly)
                .as(SocialProfileForm::new);
    }

    @Provide
    Arbitrary<CollectionForm> collections() {
        return Combinators.combine(AnyForm.name(), AnyForm.description()).as(CollectionForm::new);
    }

    @Provide
    Arbitrary<NewPasswordForm> newPasswords() {
        return Combinators.combine(AnyForm.password(), AnyForm.password(), Arbitraries.of(true, true, true, false))
                .as((password, other, same) -> new NewPasswordForm(password, same ? password : other));
    }

    private static BadgrWithStorage host() {
        return new BadgrWithStorage(AwardPolicy.automatic(), ANY_LOCAL_PART);
    }

    private static ChallengeId proven(Badgr badgr) {
        return proven(badgr, "q@x.org");
    }

    private static ChallengeId proven(Badgr badgr, String email) {
        OidcClaims claims = new OidcClaims(new ExternalIdentity("https://accounts.example", "1"), email, true);
        IdentityOutcome outcome = badgr.signIns().withIdentity(claims, CLIENT).orElseThrow();
        assertThat(outcome).isInstanceOf(EmailProven.class);
        return ((EmailProven) outcome).challenge();
    }

    private static void requireOneVerdict(Object form, Result<?> result) {
        Map<String, Set<String>> verdict = byValidator(form);
        assertThat(byVerb(result)).isEqualTo(verdict);
        Statistics.label("fields").collect(verdict.size()).coverage(sizes -> {
            sizes.check(0).count(c -> c > 0);
            sizes.check(1).count(c -> c > 0);
        });
    }

    private static Map<String, Set<String>> byValidator(Object form) {
        Map<String, Set<String>> refused = new TreeMap<>();
        for (ConstraintViolation<Object> violation : VALIDATOR.validate(form)) {
            add(refused, violation.getPropertyPath().toString(), violation.getMessage());
        }
        return refused;
    }

    private static Map<String, Set<String>> byVerb(Result<?> result) {
        Map<String, Set<String>> refused = new TreeMap<>();
        if (result instanceof Result.Refused<?> no && no.refusal() instanceof Refusal.InvalidInput invalid) {
            for (Violation violation : invalid.violations()) {
                add(refused, violation.field(), violation.message(Locale.getDefault()));
            }
        }
        return refused;
    }

    private static void add(Map<String, Set<String>> refused, String field, String message) {
        refused.computeIfAbsent(field, f -> new TreeSet<>()).add(message);
    }
}
