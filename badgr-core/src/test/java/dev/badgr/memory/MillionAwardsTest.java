package dev.badgr.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million awards to a million people, and the mails that tell of them, fit into a process of 400 MB. */
class MillionAwardsTest {
    private static final int MILLION = 1_000_000;
    private static final long MINUTES = 10;

    @TempDir
    private Path folder;

    @Test
    void aMillionAwardsWithTheirNoticesFitInto400Megabytes() throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        MillionAwards.class.getName(),
                        Integer.toString(MILLION),
                        Integer.toString(MILLION),
                        "true")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(out, UTF_8)).contains(MillionAwards.DONE);
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
