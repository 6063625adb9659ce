package dev.badgr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.ConsentStore;
import dev.badgr.port.ConsentStore.Standing;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.MarketingConsent.Way;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsConsent.WayIn;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law of {@link ConsentStore}. */
public abstract class ConsentStoreContract extends StorageContractBase {
    @Test
    void consentsAreListedNewestFirst() {
        Account account = accountAt(Some.address());
        TermsConsent bySignUp = consents().agreed(account.id()).get(0);
        TermsConsent last = renewal(Times.NOW.plusSeconds(20));
        TermsConsent middle = renewal(Times.NOW.plusSeconds(10));
        consents().agree(account.id(), last);
        consents().agree(account.id(), middle);
        assertThat(consents().agreed(account.id())).containsExactly(last, middle, bySignUp);
    }

    @Test
    void theLedgerOfUpdatesIsListedNewestFirst() {
        Account account = accountAt(Some.address());
        MarketingConsent yes = granted(Times.NOW);
        MarketingConsent no = withdrawn(Times.NOW.plusMillis(1));
        consents().record(account.id(), yes);
        consents().record(account.id(), no);
        assertThat(consents().marketing(account.id())).containsExactly(no, yes);
    }

    @Test
    void consentsBelongToOneAccount() {
        Account account = accountAt(Some.address());
        Account other = accountAt(Some.address());
        TermsConsent renewal = renewal(Times.NOW.plusSeconds(1));
        consents().agree(account.id(), renewal);
        consents().record(account.id(), granted(Times.NOW));
        assertThat(consents().agreed(other.id())).hasSize(1).doesNotContain(renewal);
        assertThat(consents().marketing(other.id())).isEmpty();
    }

    @Test
    void anUnknownAccountAgreedToNothing() {
        assertThat(consents().agreed(Some.accountId())).isEmpty();
        assertThat(consents().marketing(Some.accountId())).isEmpty();
    }

    @Test
    void nobodyAgreesForAnAccountThatIsNotThere() {
        AccountId nobody = Some.accountId();
        assertThat(consents().agree(nobody, renewal(Times.NOW))).isFalse();
        assertThat(consents().record(nobody, granted(Times.NOW))).isFalse();
        assertThat(consents().withdraw(nobody, withdrawn(Times.NOW))).isFalse();
        assertThat(consents().agreed(nobody)).isEmpty();
        assertThat(consents().marketing(nobody)).isEmpty();
    }

    @Test
    void theEntryThatWasAppendedLastIsTheLatestWhateverTheClocksSay() {
        Account account = accountAt(Some.address());
        MarketingConsent yes = granted(Times.NOW.plusSeconds(5));
        MarketingConsent no = withdrawn(Times.NOW);
        assertThat(consents().record(account.id(), yes)).isTrue();
        assertThat(consents().withdraw(account.id(), no)).isTrue();
        assertThat(consents().marketing(account.id())).containsExactly(no, yes);
    }

    @Test
    void aWithdrawalIsAppendedOnceUntilTheUpdatesAreGrantedAgain() {
        Account account = accountAt(Some.address());
        MarketingConsent first = withdrawn(Times.NOW.plusSeconds(1));
        assertThat(consents().withdraw(account.id(), first)).isTrue();
        assertThat(consents().withdraw(account.id(), withdrawn(Times.NOW.plusSeconds(2))))
                .isFalse();
        MarketingConsent yes = granted(Times.NOW.plusSeconds(3));
        MarketingConsent second = withdrawn(Times.NOW.plusSeconds(4));
        consents().record(account.id(), yes);
        assertThat(consents().withdraw(account.id(), second)).isTrue();
        assertThat(consents().marketing(account.id())).containsExactly(second, yes, first);
    }

    @Test
    void ofManyWithdrawalsAtOnceOneIsAppended() {
        Account account = accountAt(Some.address());
        consents().record(account.id(), granted(Times.NOW));
        List<Boolean> appended =
                Race.of(CROWD, i -> consents().withdraw(account.id(), withdrawn(Times.NOW.plusSeconds(1L + i))));
        assertThat(appended).containsOnlyOnce(true);
        assertThat(consents().marketing(account.id())).hasSize(2);
    }

    @Test
    void choicesAtOnceAreAllKept() {
        Account account = accountAt(Some.address());
        Race.of(CROWD, i -> consents().record(account.id(), granted(Times.NOW.plusSeconds(i))));
        assertThat(consents().marketing(account.id())).hasSize(CROWD).doesNotHaveDuplicates();
    }

    @Test
    void accountsAreLookedAtInTheOrderOfTheirIdsWhetherTheyAgreedOrNot() {
        TermsConsent renewal = renewal(Times.NOW.plusSeconds(1));
        List<AccountId> three = Stream.generate(() -> accountAt(Some.address()).id())
                .limit(3)
                .sorted()
                .toList();
        consents().agree(three.get(1), renewal);
        consents().agree(three.get(1), renewal(Times.NOW.plusSeconds(2)));
        assertThat(lookedThrough(renewal.version(), 2).stream().filter(standing -> three.contains(standing.account())))
                .containsExactly(
                        new Standing(three.get(0), false),
                        new Standing(three.get(1), true),
                        new Standing(three.get(2), false));
    }

    @Test
    void noMoreAreLookedAtThanAskedForAndFewerOnlyAtTheEnd() {
        accountAt(Some.address());
        accountAt(Some.address());
        List<Standing> all = lookedThrough("no such version", 1000);
        assertThat(all).isSortedAccordingTo((a, b) -> a.account().compareTo(b.account()));
        assertThat(consents().standings("no such version", Optional.empty(), 1)).containsExactly(all.get(0));
        Optional<AccountId> last = Optional.of(all.get(all.size() - 1).account());
        assertThat(consents().standings("no such version", last, 1)).isEmpty();
    }

    private List<Standing> lookedThrough(String version, int max) {
        List<Standing> all = new ArrayList<>();
        List<Standing> page = consents().standings(version, Optional.empty(), max);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(max);
            all.addAll(page);
            page = consents()
                    .standings(version, Optional.of(page.get(page.size() - 1).account()), max);
        }
        assertThat(all).extracting(Standing::account).doesNotHaveDuplicates();
        return all;
    }

    private static MarketingConsent granted(Instant at) {
        return new MarketingConsent(true, at, Way.SIGNED_IN);
    }

    private static MarketingConsent withdrawn(Instant at) {
        return new MarketingConsent(false, at, Way.LINK);
    }

    private TermsConsent renewal(Instant at) {
        TermsVersion terms = TermsVersion.of(Some.word(), at, "https://plp.example/terms", "Be kind.");
        return new TermsConsent(
                terms.version(),
                terms.sha256(),
                at,
                Locale.forLanguageTag("zh-Hant-TW"),
                WayIn.RENEWAL,
                Optional.of("192.0.2.7 Browser/1.0 " + "🦉".repeat(230)));
    }

    private ConsentStore consents() {
        return stores().consents();
    }
}
