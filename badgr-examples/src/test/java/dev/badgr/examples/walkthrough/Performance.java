package dev.badgr.examples.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The walkthrough as a process of its own, as Maven starts it, with a person at its keyboard. */
final class Performance implements AutoCloseable {
    private static final String PROMPT = "› ";

    private final Process process;
    private final Reader output;
    private final StringBuilder seen = new StringBuilder();

    private Performance(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Performance on(Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Walkthrough.class.getName()));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(List.of(options));
        return new Performance(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** All that it prints until it ends. */
    String text() throws IOException {
        while (readOn()) {
            // until the end
        }
        return seen.toString();
    }

    /** Reads on until it has printed this. */
    void awaits(String text) throws IOException {
        while (seen.indexOf(text) < 0) {
            assertThat(readOn()).as("printed '%s' in%n%s", text, seen).isTrue();
        }
    }

    /** Answers each question, given all that was printed up to it, until the process ends. */
    void answer(Function<String, String> person) throws IOException {
        try (Writer keyboard = process.outputWriter(StandardCharsets.UTF_8)) {
            while (readOn()) {
                if (seen.toString().endsWith(PROMPT)) {
                    keyboard.write(person.apply(seen.toString()) + "\n");
                    keyboard.flush();
                }
            }
        }
    }

    /** Ctrl-D. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Pulls the plug. */
    void kill() throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
        return process.exitValue();
    }

    private boolean readOn() throws IOException {
        int c = output.read();
        if (c >= 0) {
            seen.append((char) c);
        }
        return c >= 0;
    }
}
