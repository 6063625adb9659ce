package dev.badgr.openbadges.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON from outside is read within limits, and written as it was read. */
class JsonReaderTest {
    @Test
    void everyKindOfValueIsRead() {
        Json value = read(" {\"a\": [\"x\\u00e9\", -1.50e3, true, false, null, {}], \"b\": {\"c\": \"\"}}\n");
        assertThat(value)
                .isEqualTo(Json.object(Map.of(
                        "a",
                        new Json.Array(List.of(
                                Json.of("x\u00e9"),
                                new Json.Numeral("-1.50e3"),
                                new Json.Truth(true),
                                new Json.Truth(false),
                                new Json.Null(),
                                Json.object(Map.of()))),
                        "b",
                        Json.object(Map.of("c", Json.of(""))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "}",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "nul",
                "NaN",
                "+1",
                "01",
                "1.",
                "\"\t\"",
                "\"\\x\"",
                "{} {}",
                "{}x",
                "// c\n{}",
                "{\"a\":1,\"a\":1}",
                "{\"b\":{\"a\":1,\"\\u0061\":2}}",
                "\uFEFF{}"
            })
    void whatIsNoJsonIsMalformed(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void depthHasAnEnd() {
        assertThat(read(nested(JsonReader.DEEPEST))).isInstanceOf(Json.Array.class);
        assertThatThrownBy(() -> read(nested(JsonReader.DEEPEST + 1))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> read("[".repeat(200_000))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> read("{\"a\":".repeat(50_000))).isInstanceOf(Malformed.class);
    }

    @Test
    void lengthHasAnEnd() {
        int room = JsonReader.LONGEST - 2;
        assertThat(read("\"" + "x".repeat(room) + "\"")).isInstanceOf(Json.Text.class);
        assertThatThrownBy(() -> read("\"" + "x".repeat(room + 1) + "\"")).isInstanceOf(Malformed.class);
    }

    @Test
    void numbersHaveAnEnd() {
        assertThat(read("9".repeat(100))).isInstanceOf(Json.Numeral.class);
        assertThatThrownBy(() -> read("9".repeat(101))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> read("1e" + "9".repeat(101))).isInstanceOf(Malformed.class);
        assertThat(read("1e999999999")).as("never computed").isEqualTo(new Json.Numeral("1e999999999"));
    }

    @Test
    void onlyUtf8IsRead() {
        for (byte[] bytes : List.of(
                new byte[] {'"', (byte) 0xC3, '"'},
                new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xFF, '"'},
                "\"x\"".getBytes(StandardCharsets.UTF_16))) {
            assertThatThrownBy(() -> JsonReader.read(bytes)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void theReasonRepeatsNothing() {
        assertThatThrownBy(() -> read("{\"ana@school.example\":1,\"ana@school.example\":2}"))
                .hasMessageNotContaining("ana");
        assertThatThrownBy(() -> read("ana@school.example")).hasMessageNotContaining("ana");
    }

    @Test
    void anObjectIsAsked() {
        JsonObject object = JsonReader.object(
                "{\"a\":\"x\",\"b\":[\"x\",1,{}],\"n\":null,\"t\":true}".getBytes(StandardCharsets.UTF_8));
        assertThat(object.text("a")).contains("x");
        assertThat(object.text("b")).isEmpty();
        assertThat(object.list("a")).hasSize(1);
        assertThat(object.texts("b")).containsExactly("x");
        assertThat(object.objects("b")).hasSize(1);
        assertThat(object.get("n")).isEmpty();
        assertThat(object.has("n")).isTrue();
        assertThat(object.truth("t")).contains(true);
        assertThat(object.list("none")).isEmpty();
        assertThat(object.without("a").with("t", Json.of("y")).members().keySet())
                .containsExactly("b", "n", "t");
        assertThatThrownBy(() -> JsonReader.object("[]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Malformed.class);
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenIsReadAgain(@ForAll("values") Json value) {
        byte[] written = JsonWriter.bytes(value);
        assertThat(JsonReader.read(written)).isEqualTo(value);
        assertThat(JsonWriter.bytes(JsonReader.read(written))).isEqualTo(written);
    }

    @Property
    void bytesAreReadOrMalformed(@ForAll byte[] bytes) {
        try {
            assertThat(JsonWriter.bytes(JsonReader.read(bytes))).isNotEmpty();
        } catch (Malformed e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    @Provide
    static Arbitrary<Json> values() {
        Arbitrary<Json> leaves = Arbitraries.oneOf(
                texts().map(Json::of),
                Arbitraries.doubles().map(number -> new Json.Numeral(Double.toString(number))),
                Arbitraries.of(true, false).map(Json.Truth::new),
                Arbitraries.just(new Json.Null()));
        return Arbitraries.recursive(() -> leaves, JsonReaderTest::nested, 0, 3);
    }

    private static Arbitrary<Json> nested(Arbitrary<Json> inner) {
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map(Json.Array::new),
                Arbitraries.maps(texts(), inner).ofMaxSize(4).map(Json::object));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(12)
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static Json read(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
