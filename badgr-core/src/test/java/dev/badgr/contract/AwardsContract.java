package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.assertInvalid;
import static dev.badgr.fixture.Outcomes.assertNotPossible;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Refusal;
import dev.badgr.Rule;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.award.Issuer;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.Explanation;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.port.AwardStore.Awarded;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Defining badges, and awarding them to addresses with or without an account. */
public abstract class AwardsContract extends VerbContract {
    private static final Instant EARNED = Instant.parse("2026-03-01T09:30:00.123456789Z");

    private final EmailAddress mia = Some.address();

    @Test
    void aBadgeIsDefinedOnceAndDoingItAgainChangesNothing() {
        Badge badge = BadgeFixture.aBadge().tagged("data", "sql").build().validFor(Period.ofMonths(18));
        assertThat(done(badgr().badges().define(badge))).isEqualTo(badge);
        assertThat(done(badgr().badges().define(badge))).isEqualTo(badge);
        assertThat(badgr().badges().find(badge.id())).contains(badge);
        assertThat(badgr().badges().find(BadgeFixture.aBadge().build().id())).isEmpty();
    }

    @Test
    void aChangedBadgeIsAnotherBadge() {
        Badge badge = app.badge();
        assertNotPossible(badgr().badges().define(badge.withTags("new")), Rule.BADGE_DIFFERS);
        assertThat(badgr().badges().find(badge.id())).contains(badge);
    }

    @Test
    void aBadgeOfAChangedIssuerIsRefusedAndNotDefined() {
        Badge first = app.badge();
        Issuer changed = Issuer.of(first.id().issuer().value(), "Another Name", "https://other.example/");
        Badge second = BadgeFixture.aBadge().from(changed).build();
        assertNotPossible(badgr().badges().define(second), Rule.BADGE_DIFFERS);
        assertThat(badgr().badges().find(second.id())).isEmpty();
    }

    @Test
    void anAwardNeedsNoAccount() {
        Badge badge = app.badge();
        Award award = done(badgr().awards()
                        .award(NewAward.of(badge, mia)
                                .withNarrative("She cleaned\nthe data.")
                                .withEvidence(Evidence.of("https://plp.example/work"))))
                .award();
        assertThat(award.address()).isEqualTo(mia);
        assertThat(award.issuedOn()).isEqualTo(app.now());
        assertThat(award.expires()).isEmpty();
        assertThat(badgr().awards().find(award.id())).contains(award);
        assertThat(badgr().accounts().findByEmail(mia)).isEmpty();
        assertThat(app.backpack(app.personWithAccount(mia))).containsExactly(award.id());
    }

    @Test
    void anAwardToASpellingOfTheAddressIsForTheSameMailbox() {
        EmailAddress shouted = EmailAddress.parse(mia.text().toUpperCase(Locale.ROOT));
        AwardId award = app.awarded(shouted);
        assertThat(app.backpack(app.personWithAccount(mia))).containsExactly(award);
        assertThat(badgr().awards().find(award).orElseThrow().address().text()).isEqualTo(shouted.text());
    }

    @Test
    void aRepeatedAwardIsTheFirstOne() {
        NewAward wanted = NewAward.of(app.badge(), mia).once("course-7", EARNED);
        Awarded first = done(badgr().awards().award(wanted));
        app.passes(Duration.ofDays(3));
        Awarded again = done(badgr().awards().award(wanted.withNarrative("Told otherwise.")));
        assertThat(first.isNew()).isTrue();
        assertThat(again).isEqualTo(new Awarded(first.award(), false));
        assertThat(first.award().issuedOn()).isEqualTo(Instant.parse("2026-03-01T09:30:00.123Z"));
        assertThat(first.award().externalKey()).contains("course-7");
    }

    @Test
    void anotherKeyTimeRecipientOrIssuerIsAnotherAward() {
        Badge badge = app.badge();
        NewAward wanted = NewAward.of(badge, mia).once("course-7", EARNED);
        done(badgr().awards().award(wanted));
        for (NewAward other : new NewAward[] {
            wanted.once("course-8", EARNED),
            wanted.once("course-7", EARNED.plusSeconds(1)),
            wanted.to(Some.address()),
            NewAward.of(app.badge(), mia).once("course-7", EARNED)
        }) {
            assertThat(done(badgr().awards().award(other)).isNew()).isTrue();
        }
    }

    @Test
    void withoutAKeyEveryAwardIsNew() {
        NewAward wanted = NewAward.of(app.badge(), mia);
        assertThat(done(badgr().awards().award(wanted)).isNew()).isTrue();
        assertThat(done(badgr().awards().award(wanted)).isNew()).isTrue();
        assertThat(app.backpack(app.personWithAccount(mia))).hasSize(2);
    }

    @Test
    void aBadgeThatIsNotDefinedIsNotAwarded() {
        Badge undefined = BadgeFixture.aBadge().build();
        assertRefused(badgr().awards().award(NewAward.of(undefined, mia)), new Refusal.NotFound("badge"));
    }

    @Test
    void anAwardExpiresAPeriodAfterItsDayOfIssue() {
        Badge yearly =
                done(badgr().badges().define(BadgeFixture.aBadge().build().validFor(Period.ofYears(1))));
        Instant leapDay = Instant.parse("2028-02-29T12:00:00Z");
        Award award = done(badgr().awards().award(NewAward.of(yearly, mia).once("x", leapDay)))
                .award();
        assertThat(award.expires()).contains(Instant.parse("2029-02-28T12:00:00Z"));
    }

    @Test
    void aRevokedAwardLeavesTheBackpackWithItsReason() {
        Person owner = app.personWithAccount(mia);
        AwardId award = app.awarded(mia);
        Award revoked = done(badgr().awards().revoke(award, "The exam was repeated."));
        assertThat(revoked.revocation().orElseThrow().reason()).isEqualTo("The exam was repeated.");
        assertThat(app.backpack(owner)).isEmpty();
        assertThat(badgr().backpacks().explain(owner.id(), award))
                .isEqualTo(new Explanation.Revoked(revoked.revocation().orElseThrow()));
        assertNotPossible(badgr().awards().revoke(award, "Again."), Rule.AWARD_GONE);
        assertThat(badgr().awards().find(award)).contains(revoked);
    }

    @Test
    void revokingNeedsAReasonAndAnAward() {
        AwardId award = app.awarded(mia);
        assertInvalid(badgr().awards().revoke(award, " "), "reason: required");
        assertInvalid(badgr().awards().revoke(award, "x".repeat(501)), "reason: too-long");
        assertThat(badgr().awards().find(award).orElseThrow().revocation()).isEmpty();
        assertRefused(badgr().awards().revoke(unknown(), "Why not?"), new Refusal.NotFound("award"));
        assertThat(badgr().awards().find(unknown())).isEmpty();
    }

    @Test
    void anAwardToAMistypedAddressIsSentToTheRightOne() {
        AwardId wrong = app.awarded(EmailAddress.parse(Some.word() + "@scool.edu"));
        Award right = done(badgr().awards().readdress(wrong, mia));
        Person owner = app.personWithAccount(mia);
        assertThat(right.address()).isEqualTo(mia);
        assertThat(app.backpack(owner)).containsExactly(right.id());
        assertThat(badgr().backpacks().explain(owner.id(), wrong)).isEqualTo(new Explanation.Readdressed());
        assertThat(badgr().awards().find(wrong).orElseThrow().readdressedTo()).contains(right.id());
    }

    @Test
    void anAwardWhoseAddressSomebodyHasVerifiedStaysThere() {
        Person owner = app.personWithAccount(mia);
        AwardId award = app.awarded(mia);
        assertNotPossible(badgr().awards().readdress(award, Some.address()), Rule.ADDRESS_VERIFIED);
        assertThat(app.backpack(owner)).containsExactly(award);
    }

    @Test
    void anAwardThatIsGoneIsNotReaddressed() {
        AwardId revoked = app.awarded(Some.address());
        done(badgr().awards().revoke(revoked, "Mistake."));
        AwardId moved = app.awarded(Some.address());
        done(badgr().awards().readdress(moved, Some.address()));
        assertNotPossible(badgr().awards().readdress(revoked, mia), Rule.AWARD_GONE);
        assertNotPossible(badgr().awards().readdress(moved, mia), Rule.AWARD_GONE);
        assertNotPossible(badgr().awards().revoke(moved, "Mistake."), Rule.AWARD_GONE);
        assertRefused(badgr().awards().readdress(unknown(), mia), new Refusal.NotFound("award"));
    }

    @Test
    void anAwardThatIsReaddressedToItsOwnMailboxIsNotLost() {
        AwardId award = app.awarded(mia);
        EmailAddress shouted = EmailAddress.parse(mia.text().toUpperCase(Locale.ROOT));
        badgr().awards().readdress(award, shouted);
        assertThat(app.backpack(app.personWithAccount(mia))).containsExactly(award);
    }

    @Test
    void anAwardThatIsAtTheRightAddressAlreadyIsAnsweredAsItIsThere() {
        NewAward wanted = NewAward.of(app.badge(), mia).once("course-7", EARNED);
        Award right = done(badgr().awards().award(wanted)).award();
        Award revoked = done(badgr().awards().revoke(right.id(), "Mistake."));
        AwardId wrong =
                done(badgr().awards().award(wanted.to(Some.address()))).award().id();
        assertThat(done(badgr().awards().readdress(wrong, mia))).isEqualTo(revoked);
    }

    @Test
    void whatAHostAwardsInItsOwnTransactionIsThereIfItCommits() {
        Badge badge = app.badge();
        Award award = storage()
                .inTransaction(stores -> done(badgr().awards().on(stores).award(NewAward.of(badge, mia)))
                        .award());
        assertThat(badgr().awards().find(award.id())).contains(award);
        AwardId[] lost = new AwardId[1];
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> storage().inTransaction(stores -> {
                    lost[0] = done(badgr().awards().on(stores).award(NewAward.of(badge, mia)))
                            .award()
                            .id();
                    throw new IllegalStateException("the host's own trouble");
                }));
        assertThat(badgr().awards().find(lost[0])).isEmpty();
    }

    private AwardId unknown() {
        return new AwardId(Some.recipient(mia), new UUID(1, 1));
    }
}
