package dev.badgr.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every target for a number of seconds, as many at a time as there are processors, each in a process of its own, and says how
 * often each was executed. What it learns stays in {@code target/fuzz}; it begins with the corpus that is kept beside the tests. Ends
 * with 1 if a target found something: what that was is printed, with the input in Base64, which lies in {@code target/fuzz} too.
 */
public final class Fuzzing {
    private static final Path KEPT = Path.of("src/test/resources/dev/badgr/fuzz");
    private static final Path WORK = Path.of("target/fuzz");

    private record Run(String target, boolean clean, String summary) {}

    private Fuzzing() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        String seconds = arguments[0];
        List<String> targets = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : targets();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<Run>> runs = new ArrayList<>();
        for (String target : targets) {
            runs.add(workers.submit(() -> run(target, seconds)));
        }
        workers.shutdown();
        boolean clean = true;
        for (Future<Run> future : runs) {
            Run run = future.get();
            clean &= run.clean();
            System.out.printf("%-12s %s%n", run.target(), run.summary());
        }
        System.exit(clean ? 0 : 1);
    }

    /** The classes of this package whose names end as a target's does. */
    private static List<String> targets() throws IOException {
        try (Stream<Path> classes = Files.list(Path.of("target/test-classes/dev/badgr/fuzz"))) {
            return classes.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Fuzz.class"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    private static Run run(String target, String seconds) throws IOException, InterruptedException {
        String name = target.substring(0, target.length() - "Fuzz".length()).toLowerCase(Locale.ROOT);
        Path learnt = Files.createDirectories(WORK.resolve(name).resolve("learnt"));
        Path log = WORK.resolve(name).resolve("log.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx1g",
                        "-Xss1m",
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=dev.badgr.fuzz." + target,
                        "--instrumentation_includes=dev.badgr.**",
                        "--reproducer_path=" + WORK.resolve(name),
                        "-artifact_prefix=" + WORK.resolve(name) + "/",
                        "-max_total_time=" + seconds,
                        "-timeout=10",
                        "-rss_limit_mb=3000",
                        "-max_len=65536",
                        learnt.toString(),
                        Files.createDirectories(KEPT.resolve(name)).toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        return new Run(target, exit == 0, exit == 0 ? executions(log) : finding(log));
    }

    private static String executions(Path log) throws IOException {
        List<String> done = Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.startsWith("Done "))
                .toList();
        return done.isEmpty() ? "ended without a word: see " + log : done.get(done.size() - 1);
    }

    private static String finding(Path log) throws IOException {
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .dropWhile(line -> !line.startsWith("=="))
                .map(line -> line.length() > 2000 ? line.substring(0, 2000) + "..." : line)
                .collect(Collectors.joining("\n    ", "found something: see " + log + "\n    ", ""));
    }
}
