package dev.badgr.examples.walkthrough;

/** The script answers, as if somebody had typed it. */
record ScriptedPrompt(Story story) implements Prompt {
    @Override
    public boolean isTyped() {
        return false;
    }

    @Override
    public String answer(String label, String scripted) {
        story.label(label);
        story.typed(scripted);
        return scripted;
    }

    @Override
    public String secret(String label, String scripted) {
        return answer(label, scripted);
    }
}
