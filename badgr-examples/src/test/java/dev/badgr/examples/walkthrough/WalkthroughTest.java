package dev.badgr.examples.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job does what it says, as a process of its own on a real PostgreSQL. */
class WalkthroughTest {
    /** The same number twice, and nothing after it. */
    private static final String ALL_HOLD = "(?s).*\\n(\\d+) of \\1 checks hold\\R";

    @TempDir
    Path data;

    @Test
    void aSecondRunFindsTheFirstOnesAccount() throws Exception {
        String first = allHold(Performance.on(data));
        assertThat(first).contains("mia@mail.example").doesNotContain("the first run's account");

        String second = allHold(Performance.on(data));
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
        Performance typed = Performance.on(data, "--interactive");
        typed.answer(new Person());
        assertThat(allHold(typed))
                .contains("✗ This is not an e-mail address.")
                .contains("✗ A code has six digits.")
                .contains("✗ Please answer y or n.")
                .contains("✗ Please agree to the Terms of Service")
                .contains("✗ Please choose a longer password")
                .contains("Backpack of Tom Lind, at the end");

        assertThat(allHold(Performance.on(data)))
                .contains("An earlier run made an account for tom@mail.example.")
                .contains("✓ the Backpack is as that run left it");
    }

    @Test
    void ctrlDEndsItPolitely() throws Exception {
        assertThat(ended(data)).contains("You ended the walkthrough.").doesNotContain("Exception");
    }

    @Test
    void whatAKilledRunLeavesBehindDoesNotStopTheNext() throws Exception {
        Performance killed = Performance.on(data);
        killed.awaits("Two people, one address");
        killed.kill();
        assertThat(allHold(Performance.on(data))).contains("mia2@mail.example");
    }

    @Test
    void itFailsWhenSomethingIsNotAsItMustBe() throws Exception {
        ended(data);
        Files.delete(data.resolve("secrets.properties"));
        Performance withOtherSecrets = Performance.on(data);
        assertThat(withOtherSecrets.text())
                .contains("NOT SO: the walkthrough can go on: This storage was set up under another recipient secret.")
                .doesNotContain("\tat ");
        assertThat(withOtherSecrets.exitCode()).isEqualTo(1);
    }

    @Test
    void anUnknownOptionIsExplained() throws Exception {
        Performance wrong = Performance.on(data, "--interactif");
        assertThat(wrong.text()).contains("--interactive   type the answers yourself");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    private static String ended(Path data) throws IOException, InterruptedException {
        Performance ended = Performance.on(data, "--interactive");
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
