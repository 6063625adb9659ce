package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON schemas that a credential names (1EdTech JSON Schema Validator 2019). Those of Open Badges 3.0 say what {@link DataModel}
 * says, so they are not fetched. Others are only looked for: badgr evaluates no schema of which it knows nothing.
 */
final class SchemaCheck {
    private static final String SECTION = "OB 3.0, 9.1; VCCS 1.0";
    private static final Pattern OWN =
            Pattern.compile("https://purl\\.imsglobal\\.org/spec/ob/v3p0/schema/json(?:-ld)?/"
                    + "ob_v3p0_(?:any)?(achievement|endorsement)credential_schema\\.json");

    private final Form form;
    private final Verification verification;

    SchemaCheck(Form form, Verification verification) {
        this.form = form;
        this.verification = verification;
    }

    void check(JsonObject document) {
        document.objects("credentialSchema").forEach(this::schema);
    }

    private void schema(JsonObject schema) {
        String id = schema.text("id").orElse("");
        Matcher own = OWN.matcher(id);
        if (!schema.texts("type").contains("1EdTechJsonSchemaValidator2019")) {
            unjudged("it names a schema of a kind that badgr does not evaluate");
        } else if (own.matches()) {
            own(own.group(1));
        } else {
            foreign(Verification.uri(id));
        }
    }

    private void own(String subject) {
        boolean fits = form == (subject.equals("achievement") ? Form.BADGE : Form.ENDORSEMENT);
        add(fits ? Status.PASS : Status.FAIL, "it names the schema of Open Badges 3.0 for an " + subject);
    }

    private void foreign(Optional<URI> location) {
        Fetched fetched = location.map(verification::fetch).orElse(new Fetched.Missing(404));
        if (fetched instanceof Fetched.Unavailable) {
            add(Status.UNKNOWN, "a schema that it names could not be had");
        } else if (Verification.json(fetched).isEmpty()) {
            add(Status.FAIL, "a schema that it names is not there");
        } else {
            unjudged("it names a schema of its own, which badgr does not evaluate");
        }
    }

    /** Many issuers extend their badges; that nobody looked at the extension takes nothing from the badge. */
    private void unjudged(String found) {
        add(verification.isStrict() ? Status.UNKNOWN : Status.WARN, found);
    }

    private void add(Status status, String found) {
        verification.findings().add(CheckName.SCHEMA, status, found, SECTION);
    }
}
