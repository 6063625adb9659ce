package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The classes of the Open Badges 2.0 vocabulary. */
enum Kind {
    ASSERTION("Assertion", "Assertion"),
    BADGE_CLASS("BadgeClass", "BadgeClass"),
    /** Of whoever issues: the specification asks more of it than of a profile in general. */
    PROFILE("Profile", "Profile", "Issuer"),
    ENDORSEMENT("Endorsement", "Endorsement"),
    REVOCATION_LIST("RevocationList", "RevocationList"),
    CRYPTOGRAPHIC_KEY("CryptographicKey", "CryptographicKey"),
    IDENTITY("IdentityObject"),
    VERIFICATION("VerificationObject", "HostedBadge", "SignedBadge", "hosted", "signed"),
    ISSUER_VERIFICATION("VerificationObject"),
    EVIDENCE("Evidence", "Evidence"),
    CRITERIA("Criteria", "Criteria"),
    IMAGE("Image", "Image", "ImageObject"),
    ALIGNMENT("AlignmentObject", "AlignmentObject"),
    /** Something that is judged elsewhere, or not at all. */
    ANY("Open Badges Vocabulary"),
    EXTENSION("Extensions", "Extension");

    private static final List<Kind> WITHOUT_TYPE =
            List.of(CRYPTOGRAPHIC_KEY, EVIDENCE, CRITERIA, IMAGE, ALIGNMENT, ANY);
    private static final List<Kind> ALONE = List.of(
            ASSERTION,
            BADGE_CLASS,
            PROFILE,
            ENDORSEMENT,
            REVOCATION_LIST,
            CRYPTOGRAPHIC_KEY,
            EVIDENCE,
            CRITERIA,
            IMAGE,
            ALIGNMENT,
            EXTENSION);

    private final String section;
    /** Between blanks. */
    private final String types;

    Kind(String section, String... types) {
        this.section = section;
        this.types = String.join(" ", types);
    }

    /** Its section of the specification. */
    String section() {
        return "OB 2.0, " + section;
    }

    /** As the specification names it. */
    String text() {
        return this == PROFILE ? "Issuer" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether an object has this type. A type that is left out counts where the specification has a default. */
    boolean isTypeOf(JsonObject object) {
        return (WITHOUT_TYPE.contains(this) && object.get("type").isEmpty())
                || object.texts("type").stream().anyMatch(this::isNamed);
    }

    /** Whether this is one of its types. */
    boolean isNamed(String type) {
        return List.of(types.split(" ", -1)).contains(bare(type)) && !types.isEmpty();
    }

    /** Whether the specification has types for it. */
    boolean isTyped() {
        return !types.isEmpty() && this != EXTENSION;
    }

    /** What a document on its own is. */
    static Optional<Kind> of(JsonObject document) {
        return document.get("type").isEmpty()
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(ALONE::contains)
                        .filter(kind -> kind.isTypeOf(document))
                        .findFirst();
    }

    /** The type without the prefix by which the context names the vocabulary. */
    static String bare(String type) {
        return type.replaceFirst("^(obi:|schema:|https://w3id\\.org/openbadges#|https?://schema\\.org/)", "");
    }
}
