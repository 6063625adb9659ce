package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import java.net.URI;
import java.util.Optional;

/**
 * Verifies what follows Open Badges 2.0, 1.1 or 1.0: an assertion with its badge class and issuer, an endorsement, or one of the
 * other documents, of which only the form is judged. Safe for use by many threads.
 */
public final class Assertions {
    private Assertions() {}

    /**
     * Verifies a document that nobody has signed.
     *
     * @param received as it was received; of an assertion, only its hosted copy counts
     * @param verification where to write what is found
     * @return what the assertion says, true only as far as the findings say; empty if it can't be read or is something else
     */
    public static Optional<Credential> verify(JsonObject received, Verification verification) {
        return verify(received, Optional.empty(), Optional.empty(), verification);
    }

    /**
     * Verifies a document that was fetched, since before 2.0 nothing but its place says which assertion it is.
     *
     * @param location where it was fetched from
     * @see #verify(JsonObject, Verification)
     */
    public static Optional<Credential> verify(JsonObject received, URI location, Verification verification) {
        return verify(received, Optional.of(location.toString()), Optional.empty(), verification);
    }

    /**
     * Verifies a signed assertion. The signature counts only if the issuer's own profile names the key.
     *
     * @param signed not yet verified
     * @param verification where to write what is found
     * @return what the assertion says, true only as far as the findings say; empty if it can't be read or is something else
     */
    public static Optional<Credential> verify(Jws signed, Verification verification) {
        try {
            return verify(
                    JsonReader.object(signed.payload().toArray()), Optional.empty(), Optional.of(signed), verification);
        } catch (Malformed e) {
            verification
                    .findings()
                    .fail(CheckName.PARSE, "what was signed " + e.reason(), "OB 2.0, SignedBadge Verification");
            return Optional.empty();
        }
    }

    private static Optional<Credential> verify(
            JsonObject received, Optional<String> location, Optional<Jws> signed, Verification verification) {
        JsonObject document = Upgrade.apply(received, location);
        if (!new Contexts(verification).judge(document)) {
            return Optional.empty();
        }
        Optional<Kind> kind = Kind.of(document);
        if (kind.isEmpty()) {
            verification
                    .findings()
                    .fail(CheckName.TYPE, "the type is none of Open Badges 2.0", "OB 2.0, Open Badges Vocabulary");
            return Optional.empty();
        }
        verification
                .findings()
                .pass(
                        CheckName.TYPE,
                        "the type is " + kind.get().text(),
                        kind.get().section());
        return new Judge(verification, received, signed).judge(document, kind.get());
    }
}
