package dev.badgr.examples.walkthrough;

import dev.badgr.Delivery;
import dev.badgr.EmailForm;
import dev.badgr.award.Award;
import dev.badgr.port.Notice;
import java.util.List;

/** Notices are stored with what they tell of, and tried again; a code that can't be mailed is said so at once. */
final class MailServerDown {
    private final Stage stage;

    MailServerDown(Stage stage) {
        this.stage = stage;
    }

    void play(Visitor mia) {
        stage.scene("The mail server is down");
        stage.mails().serverGoesDown();
        stage.tell("A badge is awarded meanwhile, and somebody asks for a code.");
        Award award = stage.award(Catalog.HELPER, mia.schoolEmail);
        Delivery failed = stage.deliverNotices();
        stage.refused(
                "mail-not-sent",
                stage.badgr()
                        .signUps()
                        .begin(
                                new EmailForm(stage.cast().nobody()),
                                stage.cast().client(4)));
        List<Notice> waiting = stage.badgr().notices().undelivered(10);
        stage.check(
                "the badge is there, and its mail is kept for later",
                stage.holds(mia, award) && failed.failed() == 1 && waiting.size() == 1);
        stage.mails().serverComesBack();
        stage.aMinuteLater();
        stage.tell("A minute later the server is back.");
        Delivery delivered = stage.deliverNotices();
        stage.check("the mail arrives", delivered.delivered() == 1);
        stage.check(
                "nothing is undelivered any more",
                stage.badgr().notices().undelivered(10).isEmpty());
    }
}
