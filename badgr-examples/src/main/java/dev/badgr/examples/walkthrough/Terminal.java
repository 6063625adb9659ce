package dev.badgr.examples.walkthrough;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the story is printed and the answers are typed.
 *
 * @param out for the story
 * @param in for typed answers
 * @param console the same terminal, if both are one
 * @param colours whether it shows colours
 */
record Terminal(
        PrintStream out, BufferedReader in, @Nullable Console console, boolean colours) {
    /**
     * The process's own. UTF-8 except on Windows: terminals elsewhere read that, also where the locale is plain C. The
     * JDK's plain console is there only if a person sits at it; newer JDKs have others, too.
     */
    @SuppressWarnings("SystemConsoleNull")
    static Terminal open() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        Charset charset = windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, charset));
        System.setProperty("jdk.console", "java.base");
        Console console = System.console();
        boolean colours = console != null && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(out, in, console, colours);
    }

    /** Who answers. */
    Prompt prompt(Story story, Options options) {
        if (!options.interactive()) {
            return new ScriptedPrompt(story);
        }
        if (console == null) {
            story.tell("Note: this is not a terminal of its own, so passwords will be seen as they are typed.");
        }
        return new TypedPrompt(story, in, console);
    }
}
