package dev.badgr.backpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.given.AnyText;
import dev.badgr.text.InvalidValue;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CollectionIdTest {
    @Property(tries = 300)
    void itIsReadBack(@ForAll long seed) {
        CollectionId id = CollectionId.random(new Random(seed));
        assertThat(CollectionId.parse(id.text())).isEqualTo(id);
        assertThat(CollectionId.parse(id.text().toUpperCase(Locale.ROOT))).isEqualTo(id);
        assertThat(id).hasToString(id.text());
    }

    @Property(tries = 2000)
    void anyOtherTextIsRefused(@ForAll("texts") String text) {
        try {
            assertThat(CollectionId.parse(text).text()).isEqualTo(text);
        } catch (InvalidValue refused) {
            assertThat(refused.violation().field()).isEqualTo("collection");
        }
    }

    @Test
    void nothingIsRefused() {
        assertThatThrownBy(() -> CollectionId.parse(null)).isInstanceOf(InvalidValue.class);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nearly = Arbitraries.strings()
                .withChars("0123456789abcdef-")
                .ofMinLength(35)
                .ofMaxLength(37);
        Arbitrary<String> known = Arbitraries.of("1-1-1-1-1", "1-1-1-1-" + "1".repeat(28), "-".repeat(36));
        return Arbitraries.oneOf(nearly, known, AnyText.anything());
    }
}
