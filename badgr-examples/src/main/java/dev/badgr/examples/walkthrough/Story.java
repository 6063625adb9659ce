package dev.badgr.examples.walkthrough;

import dev.badgr.backpack.BackpackEntry;
import dev.badgr.port.Mail;
import java.io.PrintStream;
import java.util.List;

/** Prints what happens, within 100 columns. */
final class Story {
    private static final int WIDTH = 100;
    private static final String INDENT = "   ";
    private static final int LABEL = 32;
    private static final int BOX = WIDTH - 2 * INDENT.length() - 4;

    private final PrintStream out;
    private final boolean colours;
    private int scenes;

    Story(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    void scene(String title) {
        scenes++;
        String heading = " " + scenes + "  " + title + " ";
        out.println();
        out.println(painted(Paint.HEADING, heading + "─".repeat(Math.max(0, WIDTH - Lines.length(heading)))));
    }

    /** A paragraph. */
    void tell(String text) {
        out.println();
        Lines.wrap(text, WIDTH - INDENT.length()).forEach(line -> out.println(INDENT + line));
    }

    /** A paragraph that belongs to what was printed before it. */
    void add(String text) {
        Lines.wrap(text, WIDTH - INDENT.length()).forEach(line -> out.println(INDENT + line));
    }

    /** What a field of a page is called; what is typed into it follows on the same line. */
    void label(String label) {
        out.print(INDENT + Lines.fill(label, LABEL) + "› ");
        out.flush();
    }

    void typed(String text) {
        out.println(painted(Paint.TYPED, text));
    }

    /** A line of its own that nobody typed anything into. */
    void blank() {
        out.println();
    }

    /** The words that a person reads when something was not done. */
    void refused(String message) {
        marked(painted(Paint.REFUSED, "✗ "), message);
    }

    /** The words that a person reads on the page that follows. */
    void reads(String message) {
        marked("» ", message);
    }

    /** A mail as it arrives. */
    void mail(Mail mail) {
        String top = "─ Mail to " + mail.to().text() + " ";
        out.println();
        out.println(INDENT + "┌" + top + "─".repeat(Math.max(0, BOX + 2 - Lines.length(top))) + "┐");
        inBox(mail.subject(), Paint.TYPED);
        inBox("", Paint.QUIET);
        Lines.wrap(mail.text().strip(), BOX).forEach(line -> inBox(line, Paint.PLAIN));
        out.println(INDENT + "└" + "─".repeat(BOX + 2) + "┘");
    }

    /** Mails to several addresses of which the first line says enough. */
    void mailsInShort(List<String> addresses, Mail mail) {
        marked(
                "✉ ",
                String.join(", ", addresses) + ": "
                        + mail.text().lines().findFirst().orElse(""));
    }

    void backpack(String title, List<BackpackEntry> entries) {
        out.println();
        out.println(INDENT + title);
        if (entries.isEmpty()) {
            out.println(INDENT + "  " + painted(Paint.QUIET, "(empty)"));
        }
        entries.forEach(entry -> out.println(INDENT + "  ◆ "
                + Lines.fill(entry.badge().name(), 24)
                + Lines.fill(entry.badge().issuer().name(), 24)
                + "awarded to " + entry.award().address().text()));
    }

    void check(String claim, boolean holds) {
        marked(holds ? painted(Paint.GOOD, "✓ ") : painted(Paint.BROKEN, "✗✗ NOT SO: "), claim);
    }

    /** The last line. */
    void summary(String text, boolean good) {
        out.println(painted(good ? Paint.GOOD : Paint.BROKEN, text));
    }

    private void marked(String mark, String text) {
        List<String> lines = Lines.wrap(text, WIDTH - 2 * INDENT.length());
        out.println(INDENT + mark + lines.get(0));
        lines.subList(1, lines.size()).forEach(line -> out.println(INDENT + "  " + line));
    }

    private void inBox(String line, Paint paint) {
        String filled = Lines.fill(line, BOX);
        out.println(INDENT + "│ " + painted(paint, filled) + " │");
    }

    private String painted(Paint paint, String text) {
        return colours && paint != Paint.PLAIN ? paint.on(text) : text;
    }
}
