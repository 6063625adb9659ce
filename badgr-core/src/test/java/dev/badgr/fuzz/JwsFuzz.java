package dev.badgr.fuzz;

import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.v2.Signer;
import dev.badgr.openbadges.v2.Site;
import dev.badgr.openbadges.verify.Verifier;

/** Whatever bytes come in, the verifier answers; and nothing becomes a proven badge of the issuer that it did not sign or host. */
public final class JwsFuzz {
    private static final String KEYS = "https://issuer.example/key";

    /** Its web hosts no assertion, and its issuer has signed nothing: the key in the kept corpus is another's. */
    private static final Site SITE = Signer.RSA
            .site()
            .put(
                    Site.ISSUER,
                    Site.issuer().with("publicKey", Json.of(KEYS)).with("revocationList", Json.of(KEYS + "s")))
            .put(
                    KEYS + "s",
                    Site.read("{'type': 'RevocationList', 'revokedAssertions': ['urn:uuid:1', {'uid': 'abc'}]}"))
            .put(Site.ASSERTION, Site.badge());

    private static final Verifier LENIENT = SITE.verifier(VerificationPolicy.LENIENT);
    private static final Verifier STRICT = SITE.verifier(VerificationPolicy.STRICT);

    private JwsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        judge(LENIENT.verify(data));
        judge(STRICT.verify(data));
    }

    private static void judge(Verified verified) {
        boolean isGood = switch (verified.report().verdict()) {
            case VALID, WARN -> true;
            case UNKNOWN, INVALID -> false;
        };
        if (isGood && (verified.credential().isPresent() || verified.report().isProven())) {
            throw new IllegalStateException("a badge that nobody signed: " + verified.report());
        }
    }
}
