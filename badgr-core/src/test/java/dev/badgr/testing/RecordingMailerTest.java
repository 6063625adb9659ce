package dev.badgr.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.port.Mail;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingMailerTest {
    private final RecordingMailer mailer = new RecordingMailer();

    @Test
    void itKeepsMailsInOrder() {
        Mail first = sent("mia@school.edu");
        Mail second = sent("leo@school.edu");
        assertThat(mailer.mails()).containsExactly(first, second);
    }

    @Test
    void itFindsTheMailsToAMailboxInWhateverSpelling() {
        Mail first = sent("mia@school.edu");
        sent("leo@school.edu");
        Mail last = sent("Mia@School.edu");
        assertThat(mailer.mailsTo("MIA@school.EDU")).containsExactly(first, last);
        assertThat(mailer.lastTo("mia@school.edu")).isSameAs(last);
    }

    @Test
    void itSaysThatThereIsNoMail() {
        sent("leo@school.edu");
        assertThat(mailer.mailsTo("mia@school.edu")).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> mailer.lastTo("mia@school.edu"))
                .withMessageContaining("no mail to mia@school.edu");
    }

    @Test
    void itFailsSoManyTimesAndThenSends() {
        mailer.failNext(2);
        assertThatIllegalStateException().isThrownBy(() -> sent("mia@school.edu"));
        assertThatIllegalStateException().isThrownBy(() -> sent("mia@school.edu"));
        Mail third = sent("mia@school.edu");
        assertThat(mailer.mails()).containsExactly(third);
    }

    @Test
    void itFailsInAGivenWayUntilItRecovers() {
        RuntimeException timeout = new UnsupportedOperationException("timeout");
        mailer.failWith(timeout);
        assertThatThrownBy(() -> sent("mia@school.edu")).isSameAs(timeout);
        assertThatThrownBy(() -> sent("mia@school.edu")).isSameAs(timeout);
        mailer.recover();
        assertThat(mailer.mails()).isEmpty();
        Mail mail = sent("mia@school.edu");
        assertThat(mailer.mails()).containsExactly(mail);
    }

    @Test
    void noMailIsLostInACrowd() {
        Race.of(16, i -> sent("mia@school.edu"));
        assertThat(mailer.mails()).hasSize(16);
    }

    private Mail sent(String to) {
        EmailAddress address = EmailAddress.parse(to);
        Mail mail = new Mail(
                Mail.Kind.SECURITY, address, Locale.ENGLISH, "Subject", "Text", "<p>Text</p>", Map.of(), Map.of());
        mailer.send(mail);
        return mail;
    }
}
