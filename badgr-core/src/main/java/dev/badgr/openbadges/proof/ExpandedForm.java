package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.proof.LinkedData.Failed;
import dev.badgr.openbadges.proof.LinkedData.UndefinedTerm;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether each part of an expanded document becomes a statement: what would not is left out of what is signed. */
final class ExpandedForm {
    private static final String CREDENTIALS = "https://www.w3.org/2018/credentials#";
    private static final Set<String> INNER = Set.of("@list", "@graph", "@set");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}");

    private final Optional<String> root;

    private ExpandedForm(Optional<String> root) {
        this.root = root;
    }

    /** What would be left out, if anything would. */
    static Optional<LinkedData> objection(JsonArray nodes) {
        if (nodes.size() != 1 || !(nodes.get(0) instanceof JsonObject root)) {
            return Optional.of(new Failed("it is not about one thing"));
        }
        return new ExpandedForm(text(root.get("@id"))).members(root);
    }

    private Optional<LinkedData> value(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.containsKey("@value") ? literal(object) : node(object);
        }
        return value instanceof JsonArray array ? first(array, this::value) : Optional.empty();
    }

    private Optional<LinkedData> node(JsonObject node) {
        boolean saysMoreOfRoot = root.isPresent()
                && root.equals(text(node.get("@id")))
                && node.keySet().stream().anyMatch(name -> name.startsWith(CREDENTIALS));
        return saysMoreOfRoot
                ? Optional.of(new Failed("it says in two places what the credential is about"))
                : members(node);
    }

    private Optional<LinkedData> members(JsonObject node) {
        return first(node.entrySet(), this::member);
    }

    private Optional<LinkedData> member(Map.Entry<String, JsonValue> member) {
        String name = member.getKey();
        return switch (name) {
            case "@id" -> ids(member.getValue(), true);
            case "@type" -> ids(member.getValue(), false);
            default ->
                isIri(name) || INNER.contains(name) ? value(member.getValue()) : Optional.of(new UndefinedTerm(name));
        };
    }

    private static Optional<LinkedData> ids(JsonValue value, boolean mayBeBlank) {
        if (value instanceof JsonArray array) {
            return first(array, one -> ids(one, mayBeBlank));
        }
        String id = text(value).orElse("");
        if (isIri(id) || (mayBeBlank && isBlank(id))) {
            return Optional.empty();
        }
        return Optional.of(mayBeBlank ? new Failed("an id is no absolute IRI: " + id) : new UndefinedTerm(id));
    }

    private static Optional<LinkedData> literal(JsonObject literal) {
        Optional<String> type = text(literal.get("@type"));
        Optional<String> language = text(literal.get("@language"));
        if (type.filter(one -> !one.equals("@json") && !isIri(one)).isPresent()) {
            return Optional.of(new UndefinedTerm(type.orElseThrow()));
        }
        return language.filter(tag -> !LANGUAGE.matcher(tag).matches())
                .map(tag -> new Failed("a language is no language tag"));
    }

    private static boolean isBlank(String id) {
        return id.startsWith("_:") && id.length() > 2 && id.chars().skip(2).allMatch(ExpandedForm::isWordCharacter);
    }

    private static boolean isWordCharacter(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /** An absolute IRI with nothing in it that would end it in N-Quads (RDF 1.1 N-Quads, IRIREF). */
    static boolean isIri(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !isScheme(text.substring(0, colon))) {
            return false;
        }
        return text.chars().allMatch(c -> c > ' ' && "<>\"{}|^`\\".indexOf(c) < 0);
    }

    private static boolean isScheme(String text) {
        return Character.isLetter(text.charAt(0))
                && text.chars().allMatch(c -> (isWordCharacter(c) && c != '_') || c == '+' || c == '-' || c == '.');
    }

    private static Optional<String> text(@Nullable JsonValue value) {
        return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    private interface Judge<T> {
        Optional<LinkedData> judge(T value);
    }

    private static <T> Optional<LinkedData> first(Iterable<? extends T> values, Judge<T> judge) {
        for (T value : values) {
            Optional<LinkedData> objection = judge.judge(value);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }
}
