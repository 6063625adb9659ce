package dev.badgr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.ConsentStore;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsConsent.WayIn;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The law of {@link ConsentStore}. */
public abstract class ConsentStoreContract extends StorageContractBase {
    private static final String URL = "https://plp.example/terms?v=1&x=ä";

    private final Instant start = Times.laterThanEver();

    @Test
    void aVersionIsCurrentFromItsInstantOn() {
        TermsVersion terms = published(Some.word(), start.plusSeconds(1));
        assertThat(consents().current(start.plusSeconds(1).minusMillis(1))).doesNotContain(terms);
        assertThat(consents().current(start.plusSeconds(1))).containsExactly(terms);
        assertThat(consents().current(start.plusSeconds(100))).containsExactly(terms);
    }

    @Test
    void theVersionThatBecameEffectiveLastIsCurrent() {
        TermsVersion second = published("1-" + Some.word(), start.plusSeconds(20));
        TermsVersion first = published("2-" + Some.word(), start.plusSeconds(10));
        assertThat(consents().current(start.plusSeconds(15))).containsExactly(first);
        assertThat(consents().current(start.plusSeconds(25))).containsExactly(second);
    }

    @Test
    void ofVersionsOfOneInstantTheGreatestNameIsCurrent() {
        String word = Some.word();
        published(word + "-1", start);
        TermsVersion greatest = published(word + "-3", start);
        published(word + "-2", start);
        assertThat(consents().current(start)).containsExactly(greatest);
    }

    @Test
    void aVersionHasATextForEachOfItsLanguagesInTheOrderOfTheirTags() {
        TermsVersion english = published(Some.word(), start);
        TermsVersion serbian = translated(english, "sr-Latn-RS");
        TermsVersion chinese = translated(english, "zh-Hant-TW");
        TermsVersion swiss = translated(english, "de-CH-1996");
        assertThat(consents().current(start)).containsExactly(swiss, english, serbian, chinese);
    }

    @Test
    void theFirstTextOfAVersionAndLanguageStays() {
        TermsVersion first = published(Some.word(), start);
        TermsVersion second = TermsVersion.of(first.version(), start, URL, "Be cruel.");
        assertThat(consents().publish(second)).isEqualTo(first);
        assertThat(consents().current(start)).containsExactly(first);
    }

    @Test
    void ofManyTextsPublishedAtOnceOneStays() {
        String version = Some.word();
        List<TermsVersion> stored =
                Race.of(CROWD, i -> consents().publish(TermsVersion.of(version, start, URL, "Text " + i)));
        assertThat(stored).containsOnly(stored.get(0));
        assertThat(consents().current(start)).containsExactly(stored.get(0));
    }

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
        MarketingConsent yes = new MarketingConsent(true, Times.NOW);
        MarketingConsent no = new MarketingConsent(false, Times.NOW.plusMillis(1));
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
        consents().record(account.id(), new MarketingConsent(true, Times.NOW));
        assertThat(consents().agreed(other.id())).hasSize(1).doesNotContain(renewal);
        assertThat(consents().marketing(other.id())).isEmpty();
    }

    @Test
    void nothingIsKeptForAnAccountThatIsGone() {
        AccountId gone = Some.accountId();
        consents().agree(gone, renewal(Times.NOW));
        consents().record(gone, new MarketingConsent(true, Times.NOW));
        assertThat(consents().agreed(gone)).isEmpty();
        assertThat(consents().marketing(gone)).isEmpty();
    }

    @Test
    void anUnknownAccountAgreedToNothing() {
        assertThat(consents().agreed(Some.accountId())).isEmpty();
        assertThat(consents().marketing(Some.accountId())).isEmpty();
    }

    private TermsConsent renewal(Instant at) {
        TermsVersion terms = TermsVersion.of(Some.word(), at, URL, "Be kind.");
        return new TermsConsent(
                terms.version(),
                terms.sha256(),
                at,
                Locale.forLanguageTag("zh-Hant-TW"),
                WayIn.RENEWAL,
                Optional.of("192.0.2.7 Browser/1.0 " + "🦉".repeat(230)));
    }

    private TermsVersion published(String version, Instant effectiveAt) {
        TermsVersion terms = TermsVersion.of(version, effectiveAt, URL, "Be kind.");
        assertThat(consents().publish(terms)).isEqualTo(terms);
        return terms;
    }

    private TermsVersion translated(TermsVersion terms, String tag) {
        TermsVersion text = terms.translated(Locale.forLanguageTag(tag), URL + "&l=" + tag, "In " + tag);
        assertThat(consents().publish(text)).isEqualTo(text);
        return text;
    }

    private ConsentStore consents() {
        return stores().consents();
    }
}
