package dev.badgr.jdbc;

import java.util.List;
import java.util.regex.Pattern;

/** The words of standard SQL that MariaDB and MySQL lack, and what they say instead: in scripts and in statements alike. */
final class MariaDbWords {
    /** A word and what stands in its place. */
    private record Word(Pattern standard, String own) {
        static Word of(String standard, String own) {
            return new Word(Pattern.compile(standard, Pattern.MULTILINE), own);
        }
    }

    private static final List<Word> BOTH = List.of(
            Word.of("\\btimestamp\\(3\\) with time zone", "datetime(3)"),
            Word.of("\\buuid\\b", "binary(16)"),
            // All of a row's shorter texts together must fit into 64 KB.
            Word.of("\\bvarchar\\(8000\\)", "text"),
            Word.of("\\bvarchar\\(1000000\\)", "mediumtext"),
            Word.of("\\bas varchar\\(", "as char("),
            Word.of("\\bas integer\\)", "as signed)"));

    private static final List<Word> MARIADB = List.of(end("utf8mb4_nopad_bin"));

    /** An index or a column that is there already is an error, which a migration passes over. */
    private static final List<Word> MYSQL =
            List.of(end("utf8mb4_0900_bin"), Word.of("\\b(index|column) if not exists\\b", "$1"));

    private MariaDbWords() {}

    static String ofMariaDb(String standard) {
        return said(said(standard, BOTH), MARIADB);
    }

    static String ofMySql(String standard) {
        return said(said(standard, BOTH), MYSQL);
    }

    /** Texts are equal only if their bytes are: neither case, accents nor blanks at the end are passed over. */
    private static Word end(String collation) {
        return Word.of(
                "(?s)(^create table .*?^)\\)(?=;|\\z)",
                "$1) engine = InnoDB default character set = utf8mb4 collate = " + collation);
    }

    private static String said(String standard, List<Word> words) {
        String text = standard;
        for (Word word : words) {
            text = word.standard().matcher(text).replaceAll(word.own());
        }
        return text;
    }
}
