package dev.badgr.backpack;

import dev.badgr.award.AwardId;
import dev.badgr.award.Revocation;
import dev.badgr.text.Messages;
import dev.badgr.text.Words;
import java.util.Locale;
import java.util.Map;

/** Why a badge is, or is not, in a Backpack, and what to do about it. */
public sealed interface Explanation {
    /**
     * It is there.
     *
     * @param expired whether it is shown as expired
     */
    record Shown(boolean expired) implements Explanation {}

    /**
     * It is there, but its issuer has issued it again.
     *
     * @param by the newer award
     */
    record Superseded(AwardId by) implements Explanation {}

    /** It waits to be accepted. */
    record Offered() implements Explanation {}

    /** The person declined it and can restore it. */
    record Declined() implements Explanation {}

    /** It is the person's, but she keeps it out of sight and can restore it. */
    record Hidden() implements Explanation {}

    /**
     * It was awarded to an address that this account has not proven.
     *
     * @param maskedAddress such as {@code j•••@school.edu}
     */
    record VerifyAddress(String maskedAddress) implements Explanation {}

    /** The issuer took it back. */
    record Revoked(Revocation revocation) implements Explanation {}

    /** The issuer sent it to another address instead. */
    record Readdressed() implements Explanation {}

    /**
     * It came from elsewhere, and the person has brought a newer copy of it.
     *
     * @param by the newer one
     */
    record Replaced(AwardId by) implements Explanation {}

    /** The policy has not decided yet. */
    record Undecided() implements Explanation {}

    /**
     * The policy keeps it out.
     *
     * @param reason the policy's words
     */
    record RefusedByPolicy(String reason) implements Explanation {}

    /** There is no such award. */
    record Unknown() implements Explanation {}

    /** What a person reads: the reason, and the next step. */
    default String message(Words words) {
        if (this instanceof Shown shown && shown.expired()) {
            return words.text("explanation.expired", Map.of());
        }
        return words.text("explanation." + Messages.dashed(getClass().getSimpleName()), values());
    }

    /** The same in badgr's own words. */
    default String message(Locale locale) {
        return message(Words.of(locale));
    }

    private Map<String, String> values() {
        if (this instanceof VerifyAddress verify) {
            return Map.of("address", verify.maskedAddress());
        } else if (this instanceof Revoked revoked) {
            return Map.of("reason", revoked.revocation().reason());
        }
        return this instanceof RefusedByPolicy refused ? Map.of("reason", refused.reason()) : Map.of();
    }
}
