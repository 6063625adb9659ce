package dev.badgr.examples.walkthrough;

/** Where the answers to a page's questions come from. */
interface Prompt {
    /** Whether a person types them; then the script's answers don't count. */
    boolean isTyped();

    /**
     * An answer.
     *
     * @param scripted what the script answers
     * @throws EndOfAnswers if the person has ended the conversation
     */
    String answer(String label, String scripted);

    /** The same for what should not be seen by others. */
    String secret(String label, String scripted);

    /** The person typed Ctrl-D. */
    final class EndOfAnswers extends RuntimeException {
        private static final long serialVersionUID = 1;

        EndOfAnswers() {
            super("the person ended the conversation");
        }
    }
}
