package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.Revocation;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.MailboxStore;
import dev.badgr.port.MailboxStore.Addition;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The law of {@link MailboxStore}. */
public abstract class MailboxStoreContract extends StorageContractBase {
    private static final int MAX = 3;

    private final EmailAddress mia = Some.address();
    private final EmailAddress second = Some.address();
    private final RecipientKey mailbox = Some.recipient(mia);
    private Account owner;
    private Account stranger;

    @BeforeEach
    void miaHasTwoAddresses() {
        owner = accountAt(second, mia);
        stranger = accountAt(Some.address());
    }

    @Test
    void theSpellingOfTheProofComesFirst() {
        assertThat(mailboxes().spellings(owner.id(), mailbox)).containsExactly(mia);
        add(spelled(0));
        assertThat(mailboxes().spellings(owner.id(), mailbox)).containsExactly(mia, spelled(0));
        assertThat(mailboxes().spellings(owner.id(), Some.recipient(second))).containsExactly(second);
    }

    @Test
    void theSpellingsOfAwardsAreAmongThemButNotOfThoseTakenBack() {
        Badge badge = defined(aBadge().build());
        awarded(anAwardOf(badge).to(spelled(0)).build());
        awarded(anAwardOf(badge).to(spelled(0)).build());
        awarded(anAwardOf(badge).to(mia).build());
        Award revoked = awarded(anAwardOf(badge).to(spelled(1)).build());
        stores().awards().revoke(revoked.id(), new Revocation("Mistake.", Times.NOW));
        assertThat(mailboxes().spellings(owner.id(), mailbox)).containsExactly(mia, spelled(0));
    }

    @Test
    void eachSpellingIsThereOnce() {
        awarded(anAwardOf(defined(aBadge().build())).to(spelled(0)).build());
        add(spelled(0));
        assertThat(add(spelled(0))).isEqualTo(Addition.ADDED);
        assertThat(mailboxes().spellings(owner.id(), mailbox)).containsExactly(mia, spelled(0));
        assertThat(mailboxes().removeSpelling(owner.id(), mailbox, spelled(0))).isTrue();
        assertThat(mailboxes().removeSpelling(owner.id(), mailbox, spelled(0))).isFalse();
    }

    @Test
    void thereAreNoMoreThanThereMayBe() {
        for (int i = 0; i < MAX; i++) {
            assertThat(add(spelled(i))).isEqualTo(Addition.ADDED);
        }
        assertThat(add(spelled(MAX))).isEqualTo(Addition.TOO_MANY);
        assertThat(add(spelled(0))).as("one that is there").isEqualTo(Addition.ADDED);
        mailboxes().removeSpelling(owner.id(), mailbox, spelled(0));
        assertThat(add(spelled(MAX))).isEqualTo(Addition.ADDED);
    }

    @Test
    void thereAreNoMoreOfManyAddedAtOnceEither() {
        List<Addition> outcomes = Race.of(CROWD, i -> add(spelled(i)));
        assertThat(Collections.frequency(outcomes, Addition.ADDED)).isEqualTo(MAX);
        assertThat(Collections.frequency(outcomes, Addition.TOO_MANY)).isEqualTo(CROWD - MAX);
        assertThat(mailboxes().spellings(owner.id(), mailbox)).hasSize(1 + MAX);
    }

    @Test
    void nobodyElseSeesOrChangesThem() {
        add(spelled(0));
        assertThat(mailboxes().spellings(stranger.id(), mailbox)).isEmpty();
        assertThat(mailboxes().addSpelling(stranger.id(), mailbox, spelled(1), MAX))
                .isEqualTo(Addition.NOT_VERIFIED);
        assertThat(mailboxes().removeSpelling(stranger.id(), mailbox, spelled(0)))
                .isFalse();
        assertThat(mailboxes().spellings(owner.id(), mailbox)).containsExactly(mia, spelled(0));
    }

    @Test
    void whatWasAddedGoesWithTheAddress() {
        add(spelled(0));
        Account without = changed(owner, owner.without(mia.key()));
        assertThat(mailboxes().spellings(owner.id(), mailbox)).isEmpty();
        assertThat(add(spelled(1))).isEqualTo(Addition.NOT_VERIFIED);
        changed(without, without.with(Some.verified(mia, Times.NOW)));
        assertThat(mailboxes().spellings(owner.id(), mailbox)).containsExactly(mia);
    }

    @Test
    void whatWasAddedStaysWithOtherChangesOfTheAccount() {
        add(spelled(0));
        changed(owner, owner.withPrimary(mailbox).without(second.key()).atEpoch(owner.epoch() + 1));
        assertThat(mailboxes().spellings(owner.id(), mailbox)).containsExactly(mia, spelled(0));
    }

    @Test
    void addingAgainstRemovingTheAddressLeavesNothing() {
        Race.between(() -> add(spelled(0)), () -> changed(owner, owner.without(mia.key())), () -> add(spelled(1)));
        Account without = stores().accounts().byId(owner.id()).orElseThrow();
        changed(without, without.with(Some.verified(mia, Times.NOW)));
        assertThat(mailboxes().spellings(owner.id(), mailbox)).containsExactly(mia);
    }

    @Test
    void aMailboxIsMutedOnceAndForAllWhoeverOwnsIt() {
        assertThat(mailboxes().isMuted(mailbox)).isFalse();
        mailboxes().mute(mailbox, Times.NOW);
        mailboxes().mute(mailbox, Times.NOW.plusSeconds(1));
        assertThat(mailboxes().isMuted(mailbox)).isTrue();
        assertThat(mailboxes().isMuted(Some.recipient(second))).isFalse();
        RecipientKey nobodys = Some.recipient(Some.address());
        mailboxes().mute(nobodys, Times.NOW);
        assertThat(mailboxes().isMuted(nobodys)).isTrue();
    }

    @Test
    void onlyItsOwnerChoosesForAMailbox() {
        assertThat(mailboxes().choose(owner.id(), mailbox, false, Times.NOW)).isTrue();
        assertThat(mailboxes().choose(owner.id(), mailbox, false, Times.NOW)).isTrue();
        assertThat(mailboxes().isMuted(mailbox)).isTrue();
        assertThat(mailboxes().choose(stranger.id(), mailbox, true, Times.NOW)).isFalse();
        assertThat(mailboxes().isMuted(mailbox)).isTrue();
        assertThat(mailboxes().choose(owner.id(), mailbox, true, Times.NOW)).isTrue();
        assertThat(mailboxes().choose(owner.id(), mailbox, true, Times.NOW)).isTrue();
        assertThat(mailboxes().isMuted(mailbox)).isFalse();
        assertThat(mailboxes().choose(stranger.id(), mailbox, false, Times.NOW)).isFalse();
        assertThat(mailboxes().isMuted(mailbox)).isFalse();
    }

    @Test
    void mutingAtOnceMutes() {
        Race.of(CROWD, i -> {
            mailboxes().mute(mailbox, Times.NOW.plusSeconds(i));
            return i;
        });
        assertThat(mailboxes().isMuted(mailbox)).isTrue();
    }

    private Addition add(EmailAddress spelling) {
        return mailboxes().addSpelling(owner.id(), mailbox, spelling, MAX);
    }

    /** One of the spellings of Mia's address: its letters are as great as the bits of a number say. */
    private EmailAddress spelled(int number) {
        String domain = IntStream.range(0, "school".length())
                .mapToObj(i -> letter("school".charAt(i), (((number + 1) >> i) & 1) == 1))
                .reduce("", String::concat);
        String odd = (number + 1) >> "school".length() == 0 ? "edu" : "Edu";
        return EmailAddress.parse(mia.localPart() + "@" + domain + "." + odd);
    }

    private static String letter(char letter, boolean great) {
        String text = Character.toString(letter);
        return great ? text.toUpperCase(Locale.ROOT) : text;
    }

    private MailboxStore mailboxes() {
        return stores().mailboxes();
    }
}
