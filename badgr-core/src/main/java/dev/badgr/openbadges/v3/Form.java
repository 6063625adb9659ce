package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The credentials that Open Badges 3.0 knows, and the lists that their status is in. */
enum Form {
    /** Somebody achieved something. */
    BADGE("Badge", true, "OpenBadgeCredential", "AchievementCredential"),
    /** Somebody speaks for a badge or for who issues it. */
    ENDORSEMENT("Endorsement", true, "EndorsementCredential", "EndorsementCredential"),
    /** A list of bits (Bitstring Status List 1.0, 2.2; Status List 2021). */
    STATUS_LIST("StatusList", false, "BitstringStatusListCredential", "StatusList2021Credential");

    private final String shape;
    private final boolean isOpenBadges;
    private final String type;
    private final String otherType;

    Form(String shape, boolean isOpenBadges, String type, String otherType) {
        this.shape = shape;
        this.isOpenBadges = isOpenBadges;
        this.type = type;
        this.otherType = otherType;
    }

    /** The one that the types of a document name. */
    static Optional<Form> of(JsonObject document) {
        List<String> types = document.texts("type");
        return Arrays.stream(values())
                .filter(form -> types.contains(form.type) || types.contains(form.otherType))
                .findFirst();
    }

    /** Its name in the {@link DataModel}. */
    String shape() {
        return shape;
    }

    /** Whether the context of Open Badges belongs to it. */
    boolean isOpenBadges() {
        return isOpenBadges;
    }
}
