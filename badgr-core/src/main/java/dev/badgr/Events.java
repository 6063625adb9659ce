package dev.badgr;

import dev.badgr.account.AccountId;
import dev.badgr.award.Award;
import dev.badgr.port.BadgrListener;
import dev.badgr.port.Event;
import dev.badgr.text.Messages;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The one place where it is told what has happened: a line for each event under the logger {@code dev.badgr.security}, and a
 * call of the host's listener. Ids and masked addresses, never a code, password, token or full address.
 *
 * @param listener the host's own
 */
record Events(BadgrListener listener) {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final Logger LOG = LoggerFactory.getLogger("dev.badgr.security");

    /** Something that concerns no account, or it is not known which. */
    void happened(Event event, Object... details) {
        tell(event, Optional.empty(), details);
    }

    /** Something that became of an award, whoever has it. */
    void happened(Event event, Award award) {
        happened(event, award.badge().issuer().value(), award.badge().name());
    }

    /** Something that concerns this account; called once it is stored for good. */
    void happenedTo(AccountId account, Event event, Object... details) {
        tell(event, Optional.of(account), details);
    }

    private void tell(Event event, Optional<AccountId> account, Object... details) {
        String detail =
                Arrays.stream(details).map(one -> oneLine(String.valueOf(one))).collect(Collectors.joining(" "));
        String who = account.map(id -> " " + id).orElse("");
        LOG.atLevel(event.isAboutSecurity() ? Level.INFO : Level.DEBUG)
                .log("{}{}{}", Messages.dashed(event.name()), who, detail.isEmpty() ? "" : " " + detail);
        try {
            listener.happened(event, account, detail);
        } catch (RuntimeException e) {
            // What is done stays done. Only the kind: the message is the host's own.
            LOG.warn(
                    "listener-failed {} {}",
                    Messages.dashed(event.name()),
                    e.getClass().getName());
        }
    }

    private static String oneLine(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return text;
        }
        String encoded = text.replace("\r", "\\r").replace("\n", "\\n");
        return CONTROLS.matcher(encoded).replaceAll("?");
    }
}
