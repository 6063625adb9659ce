package dev.badgr.examples.walkthrough;

import java.util.ArrayList;
import java.util.List;

/** Text cut and filled to a width, counted in code points. */
final class Lines {
    private Lines() {}

    /** Each line cut between words where it gets too long. */
    static List<String> wrap(String text, int width) {
        List<String> wrapped = new ArrayList<>();
        text.lines().forEach(line -> wrapLine(line, width, wrapped));
        return wrapped;
    }

    static String fill(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void wrapLine(String line, int width, List<String> wrapped) {
        String rest = line;
        while (length(rest) > width) {
            int end = rest.offsetByCodePoints(0, width);
            int blank = rest.lastIndexOf(' ', end);
            // A word longer than the line, or an indented one, is cut where it must be.
            int cut = blank > rest.length() - rest.stripLeading().length() ? blank : end;
            wrapped.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        wrapped.add(rest);
    }
}
