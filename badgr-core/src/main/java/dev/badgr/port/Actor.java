package dev.badgr.port;

import dev.badgr.text.Text;
import java.util.Objects;

/** Who did something to an account. */
public sealed interface Actor {
    /**
     * Whoever could act as the account's person, or tried to.
     *
     * @param client from where
     */
    record Person(ClientKey client) implements Actor {
        public Person {
            Objects.requireNonNull(client, "client");
        }
    }

    /**
     * A member of the host's staff.
     *
     * @param id the host's own id or name of that member; at most 100 code points
     * @param reason why, such as a ticket; at most 500 code points
     */
    record Staff(String id, String reason) implements Actor {
        public Staff {
            id = Text.line("staff", id, 100);
            reason = Text.line("reason", reason, 500);
        }
    }

    /** The host's application, without a person who asked for it then: such as a scheduled job. */
    record Host() implements Actor {}
}
