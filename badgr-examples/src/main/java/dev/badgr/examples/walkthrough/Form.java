package dev.badgr.examples.walkthrough;

import dev.badgr.Refusal;
import dev.badgr.Result;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A page with fields: asks for each, shows what is wrong, and asks again for that. The script has an answer for each time that
 * a field is asked for, and knows which rules its wrong answers break.
 */
final class Form {
    private enum Kind {
        TEXT,
        SECRET,
        BOX
    }

    private record Field(String label, Kind kind, Deque<String> script) {
        /** The last answer stands for all further times. */
        String scripted() {
            return script.size() > 1 ? script.pop() : script.element();
        }
    }

    private final Stage stage;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Deque<String> expected = new ArrayDeque<>();

    Form(Stage stage) {
        this.stage = stage;
    }

    Form text(String name, String label, String... script) {
        return field(name, label, Kind.TEXT, script);
    }

    Form secret(String name, String label, String... script) {
        return field(name, label, Kind.SECRET, script);
    }

    /** A box to tick, by y or n. */
    Form box(String name, String label, String... script) {
        return field(name, label + " (y/n)", Kind.BOX, script);
    }

    /** The rules that the script's first answers break, a text with blanks between them for each time. */
    Form refusedFirst(String... rules) {
        expected.addAll(List.of(rules));
        return this;
    }

    String get(String name) {
        return answers.getOrDefault(name, "");
    }

    boolean ticked(String name) {
        return get(name).equals("y");
    }

    /** Asks until the page's answers are taken. */
    <T> T until(Function<Form, Result<T>> attempt) {
        Set<String> open = fields.keySet();
        while (true) {
            ask(open);
            Result<T> result = attempt.apply(this);
            if (result instanceof Result.Refused<T> refused) {
                open = again(result, refused.refusal());
                continue;
            }
            if (!stage.prompt().isTyped() && !expected.isEmpty()) {
                stage.check("mistakes are refused: " + expected, false);
            }
            return stage.done(result);
        }
    }

    private Form field(String name, String label, Kind kind, String... script) {
        fields.put(name, new Field(label, kind, new ArrayDeque<>(Arrays.asList(script))));
        return this;
    }

    private void ask(Set<String> open) {
        fields.forEach((name, field) -> {
            if (open.contains(name)) {
                answers.put(name, ask(field));
            }
        });
    }

    private String ask(Field field) {
        Prompt prompt = stage.prompt();
        return switch (field.kind()) {
            case TEXT -> prompt.answer(field.label(), field.scripted());
            case SECRET -> prompt.secret(field.label(), field.scripted());
            case BOX -> askBox(field);
        };
    }

    private String askBox(Field field) {
        while (true) {
            String answer =
                    stage.prompt().answer(field.label(), field.scripted()).strip();
            if (answer.equals("y") || answer.equals("n")) {
                return answer;
            }
            stage.story().refused("Please answer y or n.");
        }
    }

    /** Shows the refusal; which fields to ask for again. */
    private Set<String> again(Result<?> result, Refusal refusal) {
        if (stage.prompt().isTyped()) {
            stage.refusedTyped(refusal);
        } else if (expected.isEmpty()) {
            stage.done(result);
        } else {
            stage.refused(expected.pop(), result);
        }
        Set<String> named = named(refusal);
        return named.isEmpty() ? fields.keySet() : named;
    }

    private Set<String> named(Refusal refusal) {
        Set<String> named = new HashSet<>();
        if (refusal instanceof Refusal.InvalidInput invalid) {
            invalid.violations().forEach(violation -> named.add(violation.field()));
        }
        if (named.contains("password")) {
            named.add("confirmation");
        }
        named.retainAll(fields.keySet());
        return named;
    }
}
