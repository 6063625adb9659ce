package dev.badgr.award;

import dev.badgr.text.Text;
import java.time.Instant;
import java.util.Objects;

/**
 * The issuer took an award back.
 *
 * @param reason for the person; at most 500 code points
 * @param at when
 */
public record Revocation(String reason, Instant at) {
    public Revocation {
        reason = Text.lines("reason", reason, 500);
        Objects.requireNonNull(at, "at");
    }
}
