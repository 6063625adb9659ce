package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.v2.Issuers.Issuer;
import dev.badgr.openbadges.v2.Links.Linked;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges one document with all that belongs to it. For one verification. */
final class Judge {
    private static final JsonObject NOTHING = Json.object(Map.of());
    private static final String SECTION = "OB 2.0, Verification";

    private final Verification verification;
    private final JsonObject received;
    private final Optional<Jws> signed;
    private final Shape shape;
    private final Hosting hosting;

    /**
     * @param received as it was received, whichever version it follows
     * @param signed the signature around it
     */
    Judge(Verification verification, JsonObject received, Optional<Jws> signed) {
        this.verification = verification;
        this.received = received;
        this.signed = signed;
        this.shape = new Shape(verification);
        this.hosting = new Hosting(verification);
    }

    /** Judges a document of this kind; the same as received, in the words of 2.0. */
    Optional<Credential> judge(JsonObject document, Kind kind) {
        return switch (kind) {
            case ASSERTION -> assertion(document);
            case ENDORSEMENT -> {
                endorsement(document);
                yield Optional.empty();
            }
            case BADGE_CLASS -> {
                shape.judge(document, kind);
                issuer(document, Optional.empty());
                yield Optional.empty();
            }
            default -> {
                shape.judge(document, kind);
                yield Optional.empty();
            }
        };
    }

    private Optional<Credential> assertion(JsonObject document) {
        boolean isHosted = isHosted(document);
        JsonObject judged = judged(document, isHosted);
        shape.judge(judged, Kind.ASSERTION);
        new Validity(verification).judge(judged);
        Optional<JsonObject> badge = badge(judged);
        Optional<Issuer> issuer = badge.flatMap(one -> issuer(one, place(judged, isHosted)));
        if (isHosted) {
            issuer.ifPresent(by -> hosted(judged, badge.orElse(NOTHING), by));
        } else {
            signed(judged, badge.orElse(NOTHING), issuer);
        }
        new Endorsements(verification).judge(judged, badge, issuer.map(Issuer::profile));
        return badge.flatMap(one -> issuer.flatMap(by -> Reading.of(judged, one, by.profile())));
    }

    private void endorsement(JsonObject document) {
        boolean isHosted = isHosted(document);
        JsonObject judged = judged(document, isHosted);
        shape.judge(judged, Kind.ENDORSEMENT);
        new Validity(verification).judge(judged);
        Optional<Issuer> issuer = issuer(judged, place(judged, isHosted));
        if (isHosted) {
            issuer.ifPresent(by -> hosted(judged, NOTHING, by));
        } else {
            signed(judged, NOTHING, issuer);
        }
    }

    /** What counts: the hosted copy, or what was signed. Where there is none, what was received is judged as far as that goes. */
    private JsonObject judged(JsonObject document, boolean isHosted) {
        if (isHosted) {
            return hosting.copy(received, document.text("id")).orElse(document);
        }
        hosting.isRevoked(document);
        return document;
    }

    private static boolean isHosted(JsonObject document) {
        List<String> types = document.object("verification").map(said -> said.texts("type")).orElse(List.of()).stream()
                .map(Kind::bare)
                .toList();
        return !types.contains("signed") && !types.contains("SignedBadge");
    }

    private static Optional<String> place(JsonObject document, boolean isHosted) {
        return document.text("id").filter(id -> isHosted);
    }

    private Optional<Issuer> issuer(JsonObject holder, Optional<String> place) {
        return new Issuers(verification).of(holder, place);
    }

    private Optional<JsonObject> badge(JsonObject assertion) {
        Optional<JsonObject> embedded = assertion.object("badge");
        return embedded.isPresent() ? embedded : assertion.text("badge").flatMap(this::linkedBadge);
    }

    private Optional<JsonObject> linkedBadge(String id) {
        Linked linked = new Links(verification).at(id);
        linked.document()
                .ifPresentOrElse(
                        badge -> shape.judge(badge, Kind.BADGE_CLASS),
                        () -> verification
                                .findings()
                                .add(
                                        CheckName.REQUIRED,
                                        linked.failure(),
                                        "the badge class " + linked.found(),
                                        Kind.BADGE_CLASS.section()));
        return linked.document();
    }

    private void hosted(JsonObject judged, JsonObject badge, Issuer issuer) {
        new Scopes(verification).hosted(judged.text("id").orElse(""), badge, issuer);
    }

    private void signed(JsonObject judged, JsonObject badge, Optional<Issuer> issuer) {
        if (signed.isEmpty()) {
            verification.findings().fail(CheckName.PROOF, "it is to be signed, but nothing signs it", SECTION);
        }
        signed.ifPresent(jws -> new Signing(verification).judge(jws, judged, issuer));
        issuer.ifPresent(by -> {
            new Scopes(verification).signed(judged, badge, by);
            new Revocations(verification).judge(judged, by.profile());
        });
    }
}
