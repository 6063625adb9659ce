package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What others say about a badge, its achievement and its profiles: each a credential of its own (Open Badges 3.0, 9.2). */
final class Endorsements {
    private static final String SECTION = "OB 3.0, 9.2";
    private static final int MOST = 10;

    private final Verification verification;
    private final Proofs proofs;
    private final List<Json> found = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Endorsements(Verification verification, Proofs proofs) {
        this.verification = verification;
        this.proofs = proofs;
    }

    /** Writes a line for each; there are at most ten, and what endorses an endorser is not looked at. */
    void check(JsonObject document) {
        collect(document);
        found.stream().limit(MOST).forEach(this::endorsement);
        if (found.size() > MOST) {
            int rest = found.size() - MOST;
            verification.findings().unknown(CheckName.ENDORSEMENT, rest + " more were not looked at", SECTION);
        }
    }

    private void collect(Json value) {
        if (value instanceof Json.Array array) {
            array.values().forEach(this::collect);
        } else if (value instanceof JsonObject object) {
            object.text("id").ifPresent(ids::add);
            object.members().forEach((name, member) -> {
                if (name.equals("endorsement") || name.equals("endorsementJwt")) {
                    found.addAll(object.list(name));
                } else {
                    collect(member);
                }
            });
        }
    }

    private void endorsement(Json endorsement) {
        Verification apart = verification.apart();
        Optional<Received> received = endorsement instanceof Json.Text text
                ? Received.of(text.value().getBytes(StandardCharsets.UTF_8), apart)
                : Optional.of(endorsement)
                        .filter(JsonObject.class::isInstance)
                        .map(document -> new Received((JsonObject) document, Optional.empty()));
        Optional<JsonObject> document =
                received.map(Received::document).filter(one -> Form.of(one).equals(Optional.of(Form.ENDORSEMENT)));
        if (document.isEmpty()) {
            add(Status.FAIL, "an endorsement is none");
            return;
        }
        new CredentialCheck(apart, proofs).verifyAlone(received.get());
        tell(document.get(), apart.findings().report(Optional.empty()));
    }

    private void tell(JsonObject document, Report report) {
        String issuer = Parties.issuer(document).orElse("nobody");
        Optional<String> subject = Parties.subject(document);
        if (subject.isEmpty() || !ids.contains(subject.get())) {
            add(Status.WARN, "an endorsement by " + issuer + " is about something else");
            return;
        }
        String reason = report.findings().stream()
                .filter(check -> check.name().decides())
                .max((a, b) -> a.status().compareTo(b.status()))
                .map(Check::found)
                .map(text -> ": " + text)
                .orElse("");
        add(report.worst(), "an endorsement by " + issuer + " is " + report.verdict() + reason);
    }

    private void add(Status status, String text) {
        verification.findings().add(CheckName.ENDORSEMENT, status, text, SECTION);
    }
}
