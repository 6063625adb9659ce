package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.Malformed;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.function.UnaryOperator;

/**
 * What a document says as linked data, or why that can't be told.
 *
 * <p>Safe mode: whatever the contexts do not define would be left out of what is signed, so that anybody could add it. It is a
 * finding, not left out (W3C Data Integrity 1.0, 5.2). The contexts are those that come along; none is ever fetched.
 */
public sealed interface LinkedData {
    /** Where safe mode is specified. */
    String SECTION = "VC Data Model 2.0, 4.13; Data Integrity 1.0, 5.2";

    /**
     * What it says.
     *
     * @param statements can be asked for more than once; safe for use by many threads
     */
    record Expanded(Statements statements) implements LinkedData {
        public Expanded {
            Objects.requireNonNull(statements, "statements");
        }
    }

    /**
     * A property or type that no context defines.
     *
     * @param term as the document has it
     */
    record UndefinedTerm(String term) implements LinkedData {
        public UndefinedTerm {
            Objects.requireNonNull(term, "term");
        }
    }

    /**
     * A context that does not come along: its terms are unknown.
     *
     * @param location as the document has it
     */
    record UnknownContext(String location) implements LinkedData {
        public UnknownContext {
            Objects.requireNonNull(location, "location");
        }
    }

    /**
     * It is no linked data that a proof could stand for.
     *
     * @param reason in English
     */
    record Failed(String reason) implements LinkedData {
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The JSON-LD libraries, which are optional, are not there. */
    record Unavailable() implements LinkedData {
        /** Why it can't be decided, in English. */
        public static final String REASON =
                "the optional JSON-LD libraries (titanium-json-ld, titanium-rdfc, parsson) are not there";
    }

    /** The statements of a document as N-Quads. */
    interface Statements {
        /**
         * All of them in canonical order, each a line with its line feed (W3C RDF Dataset Canonicalization 1.0).
         *
         * @param hash such as {@code SHA-256}
         * @param label gives blank nodes, which come as {@code c14n0} and so on, their names
         * @throws Malformed if that would be too much work
         */
        List<String> canonical(String hash, UnaryOperator<String> label);

        /** The canonical document with SHA-256. @throws Malformed if that would be too much work */
        default String canonical() {
            return canonical("SHA-256");
        }

        /** The canonical document. @throws Malformed if that would be too much work */
        default String canonical(String hash) {
            return String.join("", canonical(hash, UnaryOperator.identity()));
        }
    }

    /** Expands a document. Total: it throws nothing, whatever the document is. */
    static LinkedData expand(JsonObject document) {
        try {
            return SafeJsonLd.BUNDLED.expand(document);
        } catch (LinkageError | ServiceConfigurationError e) {
            return new Unavailable();
        }
    }

    /**
     * Writes the line about undefined terms. Nothing without the libraries: for what is not signed as linked data, they are a
     * further check.
     *
     * @param document without its own proof
     */
    static LinkedData judge(JsonObject document, Verification verification) {
        LinkedData judged = expand(document);
        judged.write(verification);
        return judged;
    }

    /** Writes the line about undefined terms. */
    default void write(Verification verification) {
        if (this instanceof Expanded) {
            verification.findings().pass(CheckName.UNDEFINED_TERM, "the contexts define every term", SECTION);
        } else if (!(this instanceof Unavailable)) {
            verification.findings().fail(CheckName.UNDEFINED_TERM, objection(), SECTION);
        }
    }

    /** What is wrong, in English; empty if nothing is. */
    default String objection() {
        if (this instanceof UndefinedTerm undefined) {
            return "no context defines " + undefined.term();
        } else if (this instanceof UnknownContext unknown) {
            return "the context " + unknown.location() + " does not come along with badgr, so its terms are undefined";
        } else if (this instanceof Failed failed) {
            return failed.reason();
        }
        return this instanceof Unavailable ? Unavailable.REASON : "";
    }
}
