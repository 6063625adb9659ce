package dev.badgr.openbadges.api;

import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonMembers;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.text.Bytes;
import java.util.List;
import java.util.Objects;

/**
 * Why a call was not answered (Open Badges 3.0, B.9, Imsx_StatusInfo).
 *
 * @param minor such as {@code invalid_data}, {@code unauthorisedrequest} or {@code unknownobject}
 * @param description in English; without a secret
 */
public record StatusInfo(String minor, String description) {
    public StatusInfo {
        Objects.requireNonNull(minor, "minor");
        Objects.requireNonNull(description, "description");
    }

    /** As JSON. */
    public Bytes toJson() {
        JsonObject field = JsonMembers.of("imsx_codeMinorFieldName", "sourcedId")
                .and("imsx_codeMinorFieldValue", minor)
                .object();
        return Bytes.of(JsonWriter.bytes(JsonMembers.of("imsx_codeMajor", "failure")
                .and("imsx_severity", "error")
                .and("imsx_description", description)
                .and(
                        "imsx_codeMinor",
                        JsonMembers.of("imsx_codeMinorField", new Json.Array(List.of(field)))
                                .object())
                .object()));
    }
}
