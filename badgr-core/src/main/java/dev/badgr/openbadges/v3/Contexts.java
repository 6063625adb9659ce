package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;

/** The JSON-LD contexts and their order (Open Badges 3.0, B.1.2; Verifiable Credentials Data Model 2.0, 4.3). */
final class Contexts {
    private static final String SECTION = "OB 3.0, B.1.2";
    private static final String V1 = "https://www.w3.org/2018/credentials/v1";
    private static final String V2 = "https://www.w3.org/ns/credentials/v2";
    private static final String NEWEST = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private static final Pattern PUBLISHED =
            Pattern.compile("https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.0\\.[0-3])?\\.json");

    private Contexts() {}

    /** Whether the document follows the first version of the W3C's data model. */
    static boolean isOfFirstModel(JsonObject document) {
        return document.texts("@context").contains(V1)
                && !document.texts("@context").contains(V2);
    }

    static void check(JsonObject document, Form form, Verification verification) {
        List<Json> contexts = document.list("@context");
        String first = text(contexts, 0);
        String second = text(contexts, 1);
        if (!first.equals(V2) && !first.equals(V1)) {
            verification.findings().fail(CheckName.CONTEXT, "the first context is not that of credentials", SECTION);
        } else if (!form.isOpenBadges() || second.equals(NEWEST)) {
            verification.findings().pass(CheckName.CONTEXT, "the contexts are as they must be", SECTION);
        } else if (PUBLISHED.matcher(second).matches()) {
            older(first, verification);
        } else {
            verification
                    .findings()
                    .fail(CheckName.CONTEXT, "the second context is not that of Open Badges 3.0", SECTION);
        }
    }

    /** The first data model was only ever used with the older ones. */
    private static void older(String first, Verification verification) {
        if (first.equals(V1)) {
            verification.findings().pass(CheckName.CONTEXT, "the contexts are those of the first data model", SECTION);
        } else {
            verification
                    .findings()
                    .warn(CheckName.CONTEXT, "a newer context of Open Badges 3.0 was published", SECTION);
        }
    }

    private static String text(List<Json> contexts, int place) {
        return place < contexts.size() && contexts.get(place) instanceof Json.Text text ? text.value() : "";
    }
}
