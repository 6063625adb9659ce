package dev.badgr.examples.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main job does what it says, as a process of its own on a real PostgreSQL. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WalkthroughTest {
    /** The same number twice, and nothing after it. */
    private static final String ALL_HOLD = "(?s).*\\n(\\d+) of \\1 checks hold\\R";

    @TempDir
    Path data;

    private final List<Performance> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Performance::close);
    }

    @Test
    void aSecondRunFindsTheFirstOnesAccount() throws Exception {
        String first = allHold(start());
        assertThat(first).contains("mia@mail.example").doesNotContain("the first run's account");

        String second = allHold(start());
        assertThat(second)
                .contains("✓ the first run's account is found")
                .contains("✓ the password still works")
                .contains("✓ the Backpack is as that run left it")
                .contains("mia2@mail.example");
        assertThat(first.lines().filter(line -> line.length() > 100)).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aPersonTypesTheAnswersAndReadsWhatIsWrongWithThem() throws Exception {
        Performance typed = start("--interactive");
        typed.answer(new Person());
        assertThat(allHold(typed))
                .contains("✗ This is not an e-mail address.")
                .contains("✗ A code has six digits.")
                .contains("✗ Please answer y or n.")
                .contains("✗ Please agree to the Terms of Service")
                .contains("✗ Please choose a longer password")
                .contains("Backpack of Tom Lind, at the end");

        assertThat(allHold(start()))
                .contains("An earlier run made an account for tom@mail.example.")
                .contains("✓ the Backpack is as that run left it");
    }

    @Test
    void ctrlDEndsItPolitely() throws Exception {
        assertThat(ended()).contains("You ended the walkthrough.").doesNotContain("Exception");
    }

    @Test
    void whatAKilledRunLeavesBehindDoesNotStopTheNext() throws Exception {
        Performance killed = start();
        killed.awaits("Two people, one address");
        killed.kill();
        assertThat(allHold(start())).contains("mia2@mail.example");
    }

    @Test
    void itFailsWhenSomethingIsNotAsItMustBe() throws Exception {
        ended();
        Files.delete(data.resolve("secrets.properties"));
        Performance withOtherSecrets = start();
        assertThat(withOtherSecrets.text())
                .contains("NOT SO: the walkthrough can go on: This storage was set up under another recipient secret.")
                .doesNotContain("\tat ");
        assertThat(withOtherSecrets.exitCode()).isEqualTo(1);
    }

    @Test
    void anUnknownOptionIsExplained() throws Exception {
        Performance wrong = start("--interactif");
        assertThat(wrong.text()).contains("--interactive   type the answers yourself");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    private Performance start(String... options) throws IOException {
        Performance performance = Performance.on(data, options);
        started.add(performance);
        return performance;
    }

    private String ended() throws IOException, InterruptedException {
        Performance ended = start("--interactive");
        ended.endInput();
        return allHold(ended);
    }

    private static String allHold(Performance performance) throws IOException, InterruptedException {
        String text = performance.text();
        assertThat(text).matches(ALL_HOLD).doesNotContain("NOT SO");
        assertThat(performance.exitCode()).isZero();
        return text;
    }
}
