package dev.badgr.examples.walkthrough;

/** Something was not as it must be, and the story can't go on without it. */
final class StoryBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;

    StoryBroken(String what) {
        super(what);
        this.what = what;
    }

    String what() {
        return what;
    }
}
