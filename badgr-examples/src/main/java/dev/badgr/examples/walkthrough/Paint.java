package dev.badgr.examples.walkthrough;

/** Colours, which only a terminal gets. */
enum Paint {
    PLAIN("0"),
    HEADING("1;36"),
    GOOD("32"),
    REFUSED("33"),
    BROKEN("1;31"),
    TYPED("1"),
    QUIET("2");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text) {
        return "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
