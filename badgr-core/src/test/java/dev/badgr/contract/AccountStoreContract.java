package dev.badgr.contract;

import static dev.badgr.fixture.AccountFixture.anAccount;
import static dev.badgr.fixture.ChallengeFixture.aChallenge;
import static dev.badgr.fixture.GuessFixture.aRightGuessAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.email.Challenge.State;
import dev.badgr.email.CodeRules;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.Purpose;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.AccountStore;
import dev.badgr.port.AccountStore.Creation;
import dev.badgr.port.AccountStore.NewAccount;
import dev.badgr.port.BoundChallenge;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The law of {@link AccountStore} about creating and finding; {@link AccountRaceContract} has that about many at once, and
 * {@link AccountChangeContract} that about changes.
 */
public abstract class AccountStoreContract extends StorageContractBase {
    @Test
    void aNewAccountIsFoundByIdAddressAndSocialAccount() {
        ExternalIdentity social = Some.identity();
        Account account = created(anAccount().linkedTo(social).build());
        assertThat(accounts().byId(account.id())).contains(account);
        assertThat(accounts().byEmail(account.primary())).contains(account);
        assertThat(accounts().byIdentity(social)).contains(account);
    }

    @Test
    void anAccountNeedsNoPassword() {
        Account account = created(anAccount().withoutPassword().build());
        assertThat(accounts().byId(account.id())).contains(account);
    }

    @Test
    void anyScriptIsKept() {
        EmailAddress typed = EmailAddress.parse("Jürgen." + Some.word() + "@Bücher.example");
        Account account =
                created(anAccount().of("𠮷野𝒜", "O’Brien-Łukasz 🦉").at(typed).build());
        assertThat(accounts().byId(account.id())).contains(account);
        assertThat(accounts().byEmail(account.primary())).contains(account);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(accounts().byId(Some.accountId())).isEmpty();
        assertThat(accounts().byEmail(Some.recipient(Some.address()))).isEmpty();
        assertThat(accounts().byIdentity(Some.identity())).isEmpty();
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        ExternalIdentity social = Some.identity();
        created(anAccount().linkedTo(social).build());
        assertThat(accounts().byIdentity(new ExternalIdentity("https://other.example", social.subject())))
                .isEmpty();
    }

    @Test
    void consentsAreStoredWithTheAccount() {
        NewAccount plain = proven(anAccount().build());
        MarketingConsent yes = new MarketingConsent(true, Times.NOW, MarketingConsent.Way.SIGN_UP);
        assertThat(accounts().create(withMarketing(plain, yes))).isEqualTo(Creation.CREATED);
        assertThat(stores().consents().agreed(plain.account().id())).containsExactly(plain.terms());
        assertThat(stores().consents().marketing(plain.account().id())).containsExactly(yes);
    }

    @Test
    void withoutAChoiceTheLedgerOfUpdatesIsEmpty() {
        Account account = created(anAccount().build());
        assertThat(stores().consents().marketing(account.id())).isEmpty();
    }

    @Test
    void creationUsesTheProofUp() {
        NewAccount wanted = proven(anAccount().build());
        accounts().create(wanted);
        assertThat(stateOf(wanted)).isEqualTo(State.SPENT);
        Account second =
                anAccount().at(wanted.account().primaryEmail().address()).build();
        assertThat(accounts().create(with(wanted, second))).isEqualTo(Creation.PROOF_GONE);
    }

    @Test
    void aProofByCodeCounts() {
        Account account = anAccount().build();
        BoundChallenge asked =
                issued(aChallenge().openFor(account.primaryEmail().address()).build());
        assertThat(accounts().create(withProof(account, asked))).isEqualTo(Creation.PROOF_GONE);
        stores().challenges().judge(aRightGuessAt(asked).build(), CodeRules.standard());
        assertThat(accounts().create(withProof(account, asked))).isEqualTo(Creation.CREATED);
    }

    @Test
    void aProofThatIsUnknownOrForAnotherPurposeIsGone() {
        Account account = anAccount().build();
        EmailAddress address = account.primaryEmail().address();
        BoundChallenge unknown = aChallenge().provenFor(address).build();
        BoundChallenge other =
                issued(aChallenge().provenFor(address).to(Purpose.RECOVERY).build());
        assertThat(accounts().create(withProof(account, unknown))).isEqualTo(Creation.PROOF_GONE);
        assertThat(accounts().create(withProof(account, other))).isEqualTo(Creation.PROOF_GONE);
        assertNothingOf(account);
    }

    @Test
    void aProofOfAnotherAddressIsNone() {
        Account account = anAccount().build();
        BoundChallenge other = issued(aChallenge().provenFor(Some.address()).build());
        assertThat(accounts().create(withProof(account, other))).isEqualTo(Creation.PROOF_GONE);
        assertNothingOf(account);
    }

    @Test
    void aProofOfAnotherSpellingCounts() {
        EmailAddress typed = EmailAddress.parse("Mia-" + Some.word() + "@School.EDU");
        Account account = anAccount().at(typed).build();
        BoundChallenge proof = issued(
                aChallenge().provenFor(EmailAddress.parse(typed.key().value())).build());
        assertThat(accounts().create(withProof(account, proof))).isEqualTo(Creation.CREATED);
        assertThat(accounts().byId(account.id())).contains(account);
    }

    @Test
    void aProofCountsWhileItsCodeExpiredAfterProvenSince() {
        Account account = anAccount().build();
        BoundChallenge proof =
                issued(aChallenge().provenFor(account.primaryEmail().address()).build());
        Instant expiry = proof.challenge().expiresAt();
        NewAccount wanted = withProof(account, proof);
        assertThat(accounts().create(since(expiry, wanted))).isEqualTo(Creation.PROOF_GONE);
        assertThat(accounts().create(since(expiry.minusMillis(1), wanted))).isEqualTo(Creation.CREATED);
    }

    @Test
    void consentToOtherTermsThanTheCurrentOnesCreatesNothingAndLeavesTheProof() {
        NewAccount wanted = proven(anAccount().build());
        assertThat(accounts().create(afterNewTerms(wanted))).isEqualTo(Creation.TERMS_CHANGED);
        assertNothingOf(wanted.account());
        assertThat(stateOf(wanted)).isEqualTo(State.PROVEN);
        assertThat(accounts().create(wanted)).isEqualTo(Creation.CREATED);
    }

    @Test
    void anAddressThatWasTakenMeanwhileCreatesNothing() {
        Account owner = created(anAccount().build());
        Account late = anAccount().at(owner.primaryEmail().address()).build();
        assertThat(accounts().create(proven(late))).isEqualTo(Creation.EMAIL_TAKEN);
        assertNothingOf(late);
        assertThat(accounts().byEmail(owner.primary())).contains(owner);
    }

    @Test
    void aSocialAccountThatWasTakenMeanwhileCreatesNothing() {
        ExternalIdentity social = Some.identity();
        Account owner = created(anAccount().linkedTo(social).build());
        Account late = anAccount().linkedTo(social).build();
        assertThat(accounts().create(proven(late))).isEqualTo(Creation.IDENTITY_TAKEN);
        assertNothingOf(late);
        assertThat(accounts().byEmail(late.primary())).isEmpty();
        assertThat(accounts().byIdentity(social)).contains(owner);
    }

    @Test
    void theFirstObstacleIsNamed() {
        ExternalIdentity social = Some.identity();
        Account owner = created(anAccount().linkedTo(social).build());
        Account late =
                anAccount().at(owner.primaryEmail().address()).linkedTo(social).build();
        NewAccount taken = proven(late);
        assertThat(accounts().create(taken)).isEqualTo(Creation.EMAIL_TAKEN);
        NewAccount oldTerms = afterNewTerms(proven(late));
        assertThat(accounts().create(oldTerms)).isEqualTo(Creation.TERMS_CHANGED);
        NewAccount noProof = withProof(
                late, aChallenge().provenFor(late.primaryEmail().address()).build());
        assertThat(accounts().create(afterNewTerms(noProof))).isEqualTo(Creation.PROOF_GONE);
    }

    private void assertNothingOf(Account account) {
        assertThat(accounts().byId(account.id())).isEmpty();
        assertThat(stores().consents().agreed(account.id())).isEmpty();
    }

    private AccountStore accounts() {
        return stores().accounts();
    }

    private State stateOf(NewAccount wanted) {
        return stores().challenges()
                .byId(wanted.proof())
                .orElseThrow()
                .challenge()
                .state();
    }

    /** The same wish at a time when another version of the Terms is the current one. */
    private NewAccount afterNewTerms(NewAccount w) {
        Instant then = Times.laterThanEver();
        TermsConsent terms = w.terms();
        stores().terms().publish(TermsVersion.of(Some.word(), then, "https://plp.example/terms", "Be kinder."));
        return new NewAccount(w.account(), w.proof(), w.provenSince(), terms, w.marketing(), w.record(), then);
    }

    private static NewAccount with(NewAccount w, Account account) {
        return new NewAccount(account, w.proof(), w.provenSince(), w.terms(), w.marketing(), w.record(), w.now());
    }

    private static NewAccount withMarketing(NewAccount w, MarketingConsent choice) {
        return new NewAccount(
                w.account(), w.proof(), w.provenSince(), w.terms(), Optional.of(choice), w.record(), w.now());
    }

    private static NewAccount since(Instant provenSince, NewAccount w) {
        return new NewAccount(w.account(), w.proof(), provenSince, w.terms(), w.marketing(), w.record(), w.now());
    }
}
