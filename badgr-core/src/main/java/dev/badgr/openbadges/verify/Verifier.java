package dev.badgr.openbadges.verify;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.check.Verification;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Verifies a badge in whatever form it comes: JSON, a signed JWS or JWT, a PNG or SVG with a badge in it, or the URL of any of these.
 * Open Badges 3.0 and 2.0; 1.0 and 1.1 are read as 2.0. Immutable, and safe for use by many threads.
 *
 * <p>What comes in is anybody's: whatever it is, the answer is a report, with a line {@link CheckName#PARSE} that failed if it can't
 * be read. A verification fetches at most ten documents.
 */
public final class Verifier {
    private final Fetcher fetcher;
    private final InstantSource clock;
    private final VerificationPolicy policy;

    /**
     * A verifier.
     *
     * @param fetcher brings what a badge links to, such as its hosted copy, its issuer and keys
     * @param clock the time to judge by
     * @param policy how strictly
     */
    public Verifier(Fetcher fetcher, InstantSource clock, VerificationPolicy policy) {
        this.fetcher = Objects.requireNonNull(fetcher, "fetcher");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /**
     * Verifies the content of a file.
     *
     * @param received the whole content; not changed
     */
    public Verified verify(byte[] received) {
        return new Reception(new Verification(policy, clock.instant(), fetcher)).of(received);
    }

    /**
     * Verifies what a person pasted.
     *
     * @param pasted also with blanks around it
     */
    public Verified verify(String pasted) {
        return verify(pasted.getBytes(StandardCharsets.UTF_8));
    }
}
