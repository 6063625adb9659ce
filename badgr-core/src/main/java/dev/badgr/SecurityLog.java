package dev.badgr;

import dev.badgr.text.Messages;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each event that a security team asks for, under the logger {@code dev.badgr.security}: ids and masked
 * addresses, never a code, password, token or full address.
 */
final class SecurityLog {
    /** What happened. */
    enum Event {
        CODE_SENT,
        CODE_RIGHT,
        CODE_REFUSED,
        SEND_REFUSED,
        MAIL_FAILED,
        ACCOUNT_CREATED,
        SIGNED_IN,
        SIGN_IN_REFUSED,
        PASSWORD_RECOVERED,
        EXPORTED
    }

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final Logger LOG = LoggerFactory.getLogger("dev.badgr.security");

    private SecurityLog() {}

    /** What people are told about their account is logged under the same name: {@link dev.badgr.port.Notice.Kind}. */
    static void event(Enum<?> event, Object... details) {
        if (LOG.isInfoEnabled()) {
            StringBuilder line = new StringBuilder(Messages.dashed(event.name()));
            for (Object detail : details) {
                line.append(' ').append(oneLine(String.valueOf(detail)));
            }
            LOG.info("{}", line);
        }
    }

    private static String oneLine(String text) {
        String encoded = text.replace("\r", "\\r").replace("\n", "\\n");
        return CONTROLS.matcher(encoded).replaceAll("?");
    }
}
