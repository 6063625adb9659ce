package dev.badgr.jdbc.bench;

import dev.badgr.bench.ImageBench;
import dev.badgr.jdbc.Postgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures badgr against its goals. {@code --short} tells in a minute and a half what is badly wrong, and then fails;
 * {@code --rows 10000000} is the size of the large database, a million otherwise; {@code --write docs} puts tables and picture
 * into {@code docs/performance.md} and beside it.
 */
public final class Bench {
    private static final int MILLION = 1_000_000;
    private static final int FEW = 100_000;

    private final Scale scale;
    private final List<Finding> findings = new ArrayList<>();
    private List<Chart.Point> points = List.of();

    private Bench(Scale scale) {
        this.scale = scale;
    }

    public static void main(String[] arguments) throws Exception {
        // Before the first logger is made.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.setProperty("org.jboss.logging.provider", "slf4j");
        List<String> options = List.of(arguments);
        System.setProperty(Postgres.SHARED_BUFFERS, Machine.sharedBuffers());
        boolean isShort = options.contains("--short");
        long rows = Long.parseLong(value(options, "--rows", Integer.toString(isShort ? FEW : MILLION)));
        Bench bench = new Bench(new Scale(isShort, rows));
        bench.measure();
        Report report = new Report(String.join(" ", options), bench.findings, bench.points);
        String folder = value(options, "--write", "");
        if (!folder.isEmpty()) {
            report.write(Path.of(folder));
        }
        boolean isWrong = isShort && bench.findings.stream().anyMatch(Finding::isFarOff);
        System.exit(isWrong ? 1 : 0);
    }

    private static String value(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }

    private void measure() throws Exception {
        found(SignUpBench.run(scale));
        found(ConfirmBench.run(scale));
        found(AwardBench.run(scale));
        found(BulkBench.run(scale));
        GrowthBench.Growth growth = GrowthBench.run(scale);
        found(growth.findings());
        points = growth.points();
        found(WaitingBench.run(scale));
        found(HashBench.run(scale));
        found(RoundTripBench.run());
        found(List.of(Finding.atLeast(
                0.8, "P11", "read a badge from a PNG, beside a bare scan", Ratio.of(ImageBench.speeds(15)))));
    }

    private void found(List<Finding> some) {
        some.forEach(finding -> System.out.println(finding.row()));
        findings.addAll(some);
    }
}
