package dev.badgr.openbadges.verify;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report.Version;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.openbadges.v2.Assertions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * Verifies a badge in whatever form it comes: JSON, a signed JWS or JWT, a PNG or SVG with a badge in it, or the URL of any of these.
 * Open Badges 3.0 and 2.0; 1.0 and 1.1 are read as 2.0. Immutable, and safe for use by many threads.
 *
 * <p>What comes in is anybody's: whatever it is, the answer is a report, with a line {@link CheckName#PARSE} that failed if it can't
 * be read. A verification fetches at most ten documents.
 */
public final class Verifier {
    private static final String SECTION = "RFC 8259; RFC 7515, 3.1; Open Badges Baking, 1.0";

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

    /** Verifies the content of a file. */
    public Verified verify(byte[] received) {
        Verification verification = new Verification(policy, clock.instant(), fetcher);
        return verify(received, verification, true);
    }

    /** Verifies what a person pasted. */
    public Verified verify(String pasted) {
        return verify(pasted.getBytes(StandardCharsets.UTF_8));
    }

    private Verified verify(byte[] received, Verification verification, boolean mayFetch) {
        try {
            return inside(received, verification, mayFetch);
        } catch (Malformed e) {
            return unreadable("it " + e.reason(), verification);
        }
    }

    private Verified inside(byte[] received, Verification verification, boolean mayFetch) {
        if (Images.isOne(received)) {
            Optional<byte[]> baked = Images.INSTANCE.badge(received);
            return baked.isPresent()
                    ? text(baked.get(), verification, mayFetch)
                    : unreadable("the picture has no badge in it that could be read", verification);
        }
        return text(received, verification, mayFetch);
    }

    private Verified text(byte[] content, Verification verification, boolean mayFetch) {
        byte[] trimmed = Trimmed.of(content);
        if (trimmed.length > 0 && trimmed[0] == '{') {
            return document(JsonReader.object(trimmed), verification);
        }
        String text = new String(trimmed, StandardCharsets.UTF_8);
        if (Jws.isOne(text)) {
            return signed(Jws.parse(text), verification);
        }
        Optional<URI> location = Verification.uri(text.length() > 2000 ? "" : text)
                .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        return location.isPresent() && mayFetch
                ? at(location.get(), verification)
                : unreadable("it is no JSON object, JWS, PNG, SVG or URL of one", verification);
    }

    private Verified at(URI location, Verification verification) {
        Fetched fetched = verification.fetch(location);
        if (fetched instanceof Fetched.Document document) {
            return verify(document.content().toArray(), verification, false);
        } else if (fetched instanceof Fetched.Missing missing) {
            return missing.isGone() ? gone(verification) : unreadable("there is nothing at the URL", verification);
        }
        verification.findings().unknown(CheckName.HOSTED, "what is at the URL could not be fetched", SECTION);
        return answer(Optional.empty(), Optional.empty(), verification);
    }

    private static Verified gone(Verification verification) {
        verification
                .findings()
                .fail(CheckName.REVOKED, "the issuer took it away (410 Gone)", "OB 2.0, HostedBadge Verification");
        return answer(Optional.of(Version.V2_0), Optional.empty(), verification);
    }

    private static Verified document(JsonObject document, Verification verification) {
        verification.findings().pass(CheckName.PARSE, "it is a JSON object", SECTION);
        // PLACE FOR 3.0: if (Versions.isThree(document)) answer with Credentials.verify(document, verification).
        return second(Assertions.verify(document, verification), verification);
    }

    private static Verified signed(Jws jws, Verification verification) {
        verification.findings().pass(CheckName.PARSE, "it is a JWS", SECTION);
        // PLACE FOR 3.0: if (Versions.isThree(jws)) answer with Credentials.verify(jws, verification).
        return second(Assertions.verify(jws, verification), verification);
    }

    private static Verified second(Optional<Credential> credential, Verification verification) {
        boolean isTold = !verification.findings().failed(CheckName.CONTEXT);
        return answer(isTold ? Optional.of(Version.V2_0) : Optional.empty(), credential, verification);
    }

    private static Verified unreadable(String found, Verification verification) {
        verification.findings().fail(CheckName.PARSE, found, SECTION);
        return answer(Optional.empty(), Optional.empty(), verification);
    }

    private static Verified answer(
            Optional<Version> version, Optional<Credential> credential, Verification verification) {
        return new Verified(verification.findings().report(version), credential);
    }
}
