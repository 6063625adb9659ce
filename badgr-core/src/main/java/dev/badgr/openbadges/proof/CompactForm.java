package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.proof.LinkedData.Failed;
import dev.badgr.openbadges.proof.LinkedData.UndefinedTerm;
import dev.badgr.openbadges.proof.LinkedData.UnknownContext;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Credentials are in the compact form of JSON-LD (VC Data Model 2.0, 4.13 and 6.1): a property has the one name that its context gives
 * it. JSON-LD knows many spellings of the same statements, and a proof is good for each of them; whoever moves {@code validUntil} to
 * another spelling would hide it from readers of the JSON, proof and all. For one document.
 */
final class CompactForm {
    private static final int MOST_VALUES = 20_000;
    private static final int MOST_CONTEXTS = 200;
    private static final int LARGEST_SCALE = 400;
    private static final Set<String> TEXT_IN_LANGUAGE = Set.of("@value", "@language");

    /** What the contexts take as it stands, so that nothing in it is a term. */
    private static final Set<String> LITERAL_JSON = Set.of("jsonSchema");

    private static final class Objection extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient LinkedData objection;

        Objection(LinkedData objection) {
            super(null, null, false, false);
            this.objection = objection;
        }
    }

    private final Set<String> known;
    private int values;
    private int contexts;

    private CompactForm(Set<String> known) {
        this.known = known;
    }

    /** Why a document is not in compact form, or too much work, or rests on unknown contexts. */
    static Optional<LinkedData> objection(JsonObject document, Contexts contexts) {
        try {
            new CompactForm(contexts.locations()).object(document);
            return Optional.empty();
        } catch (Objection e) {
            return Optional.of(e.objection);
        }
    }

    private void object(JsonObject object) {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String name = member.getKey();
            if (name.equals("@context")) {
                context(member.getValue());
            } else if (name.startsWith("@")) {
                textInLanguage(object);
            } else if (name.contains(":")) {
                throw new Objection(new UndefinedTerm(name));
            } else if (!LITERAL_JSON.contains(name)) {
                value(name, member.getValue());
            }
        }
    }

    private void value(String name, Json value) {
        if (++values > MOST_VALUES) {
            throw new Objection(new Failed("it has over " + MOST_VALUES + " values"));
        }
        if (value instanceof JsonObject object) {
            object(object);
        } else if (value instanceof Json.Array array) {
            array.values().forEach(one -> value(name, one));
        } else if (value instanceof Json.Text text) {
            text(name, text.value());
        } else if (value instanceof Json.Numeral number && !isOrdinary(number)) {
            throw new Objection(new Failed("a number is out of all proportion"));
        }
    }

    private static void text(String name, String text) {
        if (name.equals("type") && text.contains(":") && !isOwnType(text)) {
            throw new Objection(new UndefinedTerm(text));
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && Character.charCount(text.codePointAt(i++)) == 1) {
                throw new Objection(new Failed("a text holds half a character"));
            }
        }
    }

    private static boolean isOwnType(String type) {
        return (type.startsWith("https://") || type.startsWith("http://") || type.startsWith("urn:"))
                && !InlineContext.isReserved(type);
    }

    /** Nothing else that starts with an at sign has a place in compact form. A direction would be left out of what is signed. */
    private static void textInLanguage(JsonObject object) {
        boolean isOne = object.members().keySet().equals(TEXT_IN_LANGUAGE)
                && object.text("@value").isPresent()
                && object.text("@language").isPresent();
        if (!isOne) {
            String keyword = object.members().keySet().stream()
                    .filter(name -> name.startsWith("@") && !TEXT_IN_LANGUAGE.contains(name))
                    .findFirst()
                    .orElse("@value");
            throw new Objection(new UndefinedTerm(keyword));
        }
    }

    private static boolean isOrdinary(Json.Numeral number) {
        try {
            return Math.abs(new BigDecimal(number.literal()).scale()) <= LARGEST_SCALE;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void context(Json context) {
        if (++contexts > MOST_CONTEXTS) {
            throw new Objection(new Failed("it has over " + MOST_CONTEXTS + " contexts"));
        }
        if (context instanceof Json.Array array) {
            array.values().forEach(this::context);
        } else if (context instanceof Json.Text text) {
            if (!known.contains(text.value())) {
                throw new Objection(new UnknownContext(text.value()));
            }
        } else if (context instanceof JsonObject inline) {
            InlineContext.objection(inline).ifPresent(reason -> {
                throw new Objection(new Failed(reason));
            });
        } else {
            throw new Objection(new Failed("a context is neither a URL nor an object"));
        }
    }
}
