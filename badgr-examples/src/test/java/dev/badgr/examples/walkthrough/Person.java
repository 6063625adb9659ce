package dev.badgr.examples.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who reads the questions and the mails, and types: makes each mistake once. */
final class Person implements Function<String, String> {
    private static final Pattern CODE = Pattern.compile("│ {5}(\\d{6}) ");
    private static final String PASSWORD = "violet engines hum at dawn";

    private final Map<String, Deque<String>> answers = new HashMap<>();
    private int patience = 100;

    Person() {
        says("E-mail address of the pupil", "nonsense", "tom@mail.example");
        says("Code from the mail (or resend)", "000", "resend", "");
        says("First name", "Tom");
        says("Last name", "Lind");
        says("Password", "short", PASSWORD);
        says("The same again", "short", PASSWORD);
        says("I agree to the Terms 1.0 (y/n)", "perhaps", "n", "y");
        says("I agree to the Terms 1.1 (y/n)", "n", "y");
        says("Send me e-mail updates (y/n)", "n");
        says("E-mail address", "tom@mail.example");
        says("Another address of yours", "tom@mail.example", "tom@northside.example");
        says("Accept \"Bookworm\" (y/n)", "n");
        says("New password", "brisk owls paint red barns");
    }

    @Override
    public String apply(String printed) {
        assertThat(patience--)
                .as("questions left to answer, after%n%s", printed)
                .isPositive();
        String line = printed.substring(printed.lastIndexOf('\n') + 1);
        String label = line.substring(0, line.lastIndexOf('›')).strip();
        Deque<String> left = answers.getOrDefault(label, new ArrayDeque<>(List.of("y")));
        String answer = left.size() > 1 ? left.pop() : left.element();
        if (label.equals("The same again") && printed.contains("New password")) {
            return "brisk owls paint red barns";
        }
        return answer.isEmpty() ? latestCode(printed) : answer;
    }

    private void says(String label, String... inTurn) {
        answers.put(label, new ArrayDeque<>(List.of(inTurn)));
    }

    private static String latestCode(String printed) {
        Stream<String> codes = CODE.matcher(printed).results().map(found -> found.group(1));
        return codes.reduce((first, second) -> second).orElseThrow();
    }
}
