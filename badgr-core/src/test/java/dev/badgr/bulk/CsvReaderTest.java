package dev.badgr.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.text.InvalidValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV is read as RFC 4180 writes it. */
class CsvReaderTest {
    @Property
    void whatIsWrittenIsRead(
            @ForAll("tables") List<@NotEmpty List<String>> table,
            @ForAll("lineEnds") String lineEnd,
            @ForAll boolean quoteAll,
            @ForAll boolean mark) {
        String text = table.stream()
                .map(row -> row.stream().map(cell -> written(cell, quoteAll)).collect(Collectors.joining(",")))
                .collect(Collectors.joining(lineEnd));
        assertThat(read((mark ? "\uFEFF" : "") + text + lineEnd)).isEqualTo(table);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("ab ,;\"\n\t")
                .withChars('é', '二')
                .ofMaxLength(6);
        return cell.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(read("a,b")).containsExactly(List.of("a", "b"));
        assertThat(read("a,")).containsExactly(List.of("a", ""));
        assertThat(read("a,\"b\"")).containsExactly(List.of("a", "b"));
        assertThat(read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b,c\nd", "\"a\"b,c\nd", "\"a\" ,c\nd", "x,\"a\"\"b\"c\nd"})
    void quotationMarksInTheMiddleAreRefusedAndTheNextLineIsRead(String text) {
        CsvReader csv = new CsvReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(csv::next).isInstanceOf(InvalidValue.class).hasMessage("line: line.quotes");
        assertThat(csv.line()).isEqualTo(2);
        assertThat(csv.next()).containsExactly("d");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedCostsOneRowAndNotTheMemory() {
        String endless = "a,\"b\n" + "x,y\n".repeat(LineReader.LONGEST);
        CsvReader csv = new CsvReader(new ByteArrayInputStream(endless.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(csv::next).hasMessage("line: line.too-long");
        assertThat(csv.next()).containsExactly("x", "y");
        assertThatThrownBy(new CsvReader(new ByteArrayInputStream("a,\"b\nc".getBytes(StandardCharsets.UTF_8)))::next)
                .hasMessage("line: line.quotes");
    }

    private static String written(String cell, boolean quoted) {
        boolean needed = cell.matches("(?s).*[,\"\n\r].*");
        return quoted || needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static List<List<String>> read(String text) {
        CsvReader csv = new CsvReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row = csv.next(); !row.isEmpty(); row = csv.next()) {
            rows.add(row);
        }
        return rows;
    }
}
