package dev.badgr.examples.bulk;

import dev.badgr.BulkProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a run has come: as a bar that is drawn over and over in a terminal, else as a line for each slice. */
final class ProgressLine {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(BulkProgress progress) {
        if (terminal) {
            out.print("\r" + bar(progress) + " " + text(progress) + "   ");
        } else {
            out.println(text(progress));
        }
        out.flush();
    }

    void end() {
        if (terminal) {
            out.println();
        }
    }

    private static String bar(BulkProgress progress) {
        long expected = Math.max(1, progress.expected().orElse(progress.rows()));
        int full = (int) Math.min(WIDTH, WIDTH * progress.rows() / expected);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }

    private static String text(BulkProgress progress) {
        String of = progress.expected().isPresent()
                ? " of " + number(progress.expected().getAsLong())
                : "";
        String left =
                progress.remaining().map(rest -> ", " + time(rest) + " left").orElse("");
        return number(progress.rows()) + of + " rows, " + number(Math.round(progress.rate())) + " rows/s" + left;
    }

    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String time(Duration rest) {
        return rest.toMinutes() > 0
                ? rest.toMinutes() + " min " + rest.toSecondsPart() + " s"
                : rest.toSeconds() + " s";
    }
}
