package dev.badgr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.TermsStore;
import dev.badgr.terms.TermsVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The law of {@link TermsStore}. */
public abstract class TermsStoreContract extends StorageContractBase {
    private static final String URL = "https://plp.example/terms?v=1&x=ä";

    private final Instant start = Times.laterThanEver();

    @Test
    void aVersionIsCurrentFromItsInstantOn() {
        TermsVersion terms = published(Some.word(), start.plusSeconds(1));
        assertThat(terms().current(start.plusSeconds(1).minusMillis(1))).doesNotContain(terms);
        assertThat(terms().current(start.plusSeconds(1))).containsExactly(terms);
        assertThat(terms().current(start.plusSeconds(100))).containsExactly(terms);
    }

    @Test
    void theVersionThatBecameEffectiveLastIsCurrent() {
        TermsVersion second = published("1-" + Some.word(), start.plusSeconds(20));
        TermsVersion first = published("2-" + Some.word(), start.plusSeconds(10));
        assertThat(terms().current(start.plusSeconds(15))).containsExactly(first);
        assertThat(terms().current(start.plusSeconds(25))).containsExactly(second);
    }

    @Test
    void ofVersionsOfOneInstantTheGreatestNameIsCurrent() {
        String word = Some.word();
        published(word + "-1", start);
        TermsVersion greatest = published(word + "-3", start);
        published(word + "-2", start);
        assertThat(terms().current(start)).containsExactly(greatest);
    }

    @Test
    void aVersionHasATextForEachOfItsLanguagesInTheOrderOfTheirTags() {
        TermsVersion english = published(Some.word(), start);
        TermsVersion serbian = translated(english, "sr-Latn-RS");
        TermsVersion chinese = translated(english, "zh-Hant-TW");
        TermsVersion swiss = translated(english, "de-CH-1996");
        assertThat(terms().current(start)).containsExactly(swiss, english, serbian, chinese);
    }

    @Test
    void theFirstTextOfAVersionAndLanguageStays() {
        TermsVersion first = published(Some.word(), start);
        TermsVersion second = TermsVersion.of(first.version(), start, URL, "Be cruel.");
        assertThat(terms().publish(second)).isEqualTo(first);
        assertThat(terms().current(start)).containsExactly(first);
    }

    @Test
    void ofManyTextsPublishedAtOnceOneStays() {
        String version = Some.word();
        List<TermsVersion> stored =
                Race.of(CROWD, i -> terms().publish(TermsVersion.of(version, start, URL, "Text " + i)));
        assertThat(stored).containsOnly(stored.get(0));
        assertThat(terms().current(start)).containsExactly(stored.get(0));
    }

    @Test
    void aTextIsFoundByItsVersionAndExactLanguageInEffectOrNot() {
        TermsVersion english = published(Some.word(), start.plusSeconds(100));
        TermsVersion swiss = translated(english, "de-CH");
        assertThat(terms().text(english.version(), Locale.ENGLISH)).contains(english);
        assertThat(terms().text(english.version(), Locale.forLanguageTag("de-CH")))
                .contains(swiss);
        assertThat(terms().text(english.version(), Locale.GERMAN)).isEmpty();
        assertThat(terms().text(Some.word(), Locale.ENGLISH)).isEmpty();
    }

    private TermsVersion published(String version, Instant effectiveAt) {
        TermsVersion terms = TermsVersion.of(version, effectiveAt, URL, "Be kind.");
        assertThat(terms().publish(terms)).isEqualTo(terms);
        return terms;
    }

    private TermsVersion translated(TermsVersion terms, String tag) {
        TermsVersion text = terms.translated(Locale.forLanguageTag(tag), URL + "&l=" + tag, "In " + tag);
        assertThat(terms().publish(text)).isEqualTo(text);
        return text;
    }

    private TermsStore terms() {
        return stores().terms();
    }
}
