package dev.badgr.examples.walkthrough;

/** The end: where everything lies, how to go on, and what was checked. */
final class Closing {
    private static final String COMMAND = "mvn -B -ntp -q -DskipTests -Pwalkthrough package";

    private final Story story;
    private final Options options;

    Closing(Story story, Options options) {
        this.story = story;
        this.options = options;
    }

    void play(Checks checks) {
        story.scene("Afterwards");
        story.tell("Everything lies in " + options.data()
                + ": the database in postgresql, badgr's secrets in secrets.properties"
                + " (for your eyes only), and what was logged in walkthrough.log. Delete the folder to begin anew.");
        story.tell("To run it again, which finds this run's account:");
        story.add("  " + COMMAND);
        story.add("To type the answers yourself:");
        story.add("  " + COMMAND + " -Dwalkthrough.args=--interactive");
        story.blank();
        checks.broken().forEach(claim -> story.check(claim, false));
        story.summary(checks.summary(), checks.allHold());
    }
}
