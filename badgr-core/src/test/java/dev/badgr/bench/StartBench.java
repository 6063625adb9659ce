package dev.badgr.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.sanctionco.jmail.EmailValidator;
import dev.badgr.Badgr;
import dev.badgr.Site;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.NewAward;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.HmacKey;
import dev.badgr.terms.TermsVersion;
import dev.badgr.testing.RecordingMailer;
import jakarta.validation.ConstraintValidator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.slf4j.Logger;
import tools.jackson.core.JsonParser;

/**
 * How soon badgr is ready in a process that has just begun, and what memory that adds, with storage in memory: until it is
 * built, and until the first badge was awarded. Beside processes that do nothing, whose memory is taken off; the medians count.
 */
public final class StartBench {
    /**
     * What one process tells.
     *
     * @param ready milliseconds from its main method until badgr was built; in a process without it, those that the JDK's first
     *     HMAC takes
     * @param used milliseconds until a badge was awarded, too
     * @param memory bytes of heap in use after that, and after collecting garbage
     */
    public record Start(double ready, double used, double memory) {
        static Start parse(String line) {
            String[] parts = line.trim().split(" ", -1);
            return new Start(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        }
    }

    /**
     * What they tell together.
     *
     * @param badgr the medians of those with badgr, less the memory of those without
     * @param hmac milliseconds that the JDK's first HMAC takes: it makes its cryptography ready
     */
    public record Measured(Start badgr, double hmac) {}

    private static final int PROCESSES = 11;
    private static final String NOTHING = "nothing";
    private static final String BADGR = "badgr";

    private StartBench() {}

    /** Without arguments measures processes; with one, is such a process. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.out.println(report(PROCESSES));
        } else {
            System.out.println(begin(arguments[0].equals(BADGR)));
        }
    }

    /** The medians of so many processes, less what a process takes that does nothing. */
    public static Measured measured(int processes) {
        List<Start> idle = new ArrayList<>();
        List<Start> busy = new ArrayList<>();
        IntStream.range(0, processes).forEach(i -> {
            idle.add(process(NOTHING));
            busy.add(process(BADGR));
        });
        return new Measured(
                new Start(
                        median(busy.stream().map(Start::ready).toList()),
                        median(busy.stream().map(Start::used).toList()),
                        median(busy.stream().map(Start::memory).toList())
                                - median(idle.stream().map(Start::memory).toList())),
                median(idle.stream().map(Start::ready).toList()));
    }

    private static String report(int processes) {
        Measured measured = measured(processes);
        Start start = measured.badgr();
        return """
                ready after %.0f ms, of which the JDK's first HMAC takes %.0f ms; first badge awarded after %.0f ms; \
                %.1f MB of heap added (medians of %d processes)""".formatted(start.ready(), measured.hmac(), start.used(), start.memory() / (1 << 20), processes);
    }

    private static String begin(boolean withBadgr) {
        long start = System.nanoTime();
        Optional<Badgr> badgr = withBadgr ? Optional.of(badgr()) : Optional.empty();
        double ready = (System.nanoTime() - start) / 1e6;
        badgr.ifPresent(StartBench::award);
        double used = (System.nanoTime() - start) / 1e6;
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long memory = runtime.totalMemory() - runtime.freeMemory();
        if (!withBadgr) {
            ready = firstHmac();
        }
        // Named once more, or it would be garbage too.
        return "%s %s %s %s".formatted(ready, used, memory, badgr.isPresent());
    }

    private static double firstHmac() {
        long start = System.nanoTime();
        HmacKey.random(new SecureRandom()).mac("first");
        return (System.nanoTime() - start) / 1e6;
    }

    private static Badgr badgr() {
        return Badgr.builder()
                .mailer(new RecordingMailer())
                .site(Site.at("PLP", "https://plp.example/badges"))
                .terms(TermsVersion.of("2026-11", Instant.EPOCH, "https://plp.example/terms", "Be kind."))
                .build();
    }

    private static void award(Badgr badgr) {
        Badge badge = Badge.of(
                Issuer.of("plp", "Peer Learning Place", "https://plp.example/"),
                "clean-data",
                "Clean data",
                "Cleans data.",
                "Finish the course.",
                "https://plp.example/badge.png");
        badgr.badges().define(badge).orElseThrow();
        badgr.awards()
                .award(NewAward.of(badge, EmailAddress.parse("mia@school.edu")))
                .orElseThrow();
    }

    private static Start process(String what) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-classpath",
                            classPath(),
                            StartBench.class.getName(),
                            what)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Start.parse(new String(process.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a host has, without what else the tests bring: whatever looks for services looks into each jar. */
    private static String classPath() {
        return Stream.of(
                        StartBench.class,
                        Badgr.class,
                        EmailValidator.class,
                        Zxcvbn.class,
                        JsonParser.class,
                        Logger.class,
                        Argon2BytesGenerator.class,
                        ConstraintValidator.class)
                .map(one -> one.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
