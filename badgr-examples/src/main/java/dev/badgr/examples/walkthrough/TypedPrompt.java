package dev.badgr.examples.walkthrough;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A person answers. Passwords stay hidden on a terminal; elsewhere they can't be. */
final class TypedPrompt implements Prompt {
    private final Story story;
    private final BufferedReader in;
    private final @Nullable Console console;

    TypedPrompt(Story story, BufferedReader in, @Nullable Console console) {
        this.story = story;
        this.in = in;
        this.console = console;
    }

    @Override
    public boolean isTyped() {
        return true;
    }

    @Override
    public String answer(String label, String scripted) {
        story.label(label);
        return given(console == null ? line() : console.readLine());
    }

    @Override
    public String secret(String label, String scripted) {
        if (console == null) {
            return answer(label, scripted);
        }
        story.label(label);
        char[] typed = console.readPassword();
        return given(typed == null ? null : new String(typed));
    }

    /** Without a terminal nothing shows what was typed, not even that the line ended. */
    private @Nullable String line() {
        try {
            String typed = in.readLine();
            story.blank();
            return typed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String given(@Nullable String typed) {
        if (typed == null) {
            throw new EndOfAnswers();
        }
        return typed;
    }
}
