package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.v2.Links.Linked;
import java.util.Optional;

/** Finds who issued something (Open Badges 2.0, Profile). For one verification. */
final class Issuers {
    private static final String SECTION = "OB 2.0, Profile";

    /**
     * An issuer.
     *
     * @param profile what is known of it
     * @param isOwn whether that comes from the issuer's own id; what a badge says about its issuer proves nothing
     */
    record Issuer(JsonObject profile, boolean isOwn) {
        String id() {
            return profile.text("id").orElse("");
        }
    }

    private final Verification verification;
    private final Links links;
    private final Shape shape;

    Issuers(Verification verification) {
        this.verification = verification;
        this.links = new Links(verification);
        this.shape = new Shape(verification);
    }

    /**
     * The issuer that a badge class or an endorsement names.
     *
     * @param place the id of the hosted document in which that stands; empty if it is not hosted
     */
    Optional<Issuer> of(JsonObject holder, Optional<String> place) {
        Optional<JsonObject> embedded = holder.object("issuer");
        Optional<String> id = embedded.flatMap(issuer -> issuer.text("id")).or(() -> holder.text("issuer"));
        if (id.isEmpty()) {
            verification.findings().fail(CheckName.ISSUER, "no issuer is named", SECTION);
            return embedded.map(profile -> new Issuer(profile, false));
        }
        Linked own = links.at(id.get());
        return own.document()
                .map(profile -> own(profile, id.get()))
                .or(() -> embedded.map(profile -> embedded(profile, id.get(), place, own)))
                .or(() -> absent(own));
    }

    private Issuer own(JsonObject profile, String id) {
        shape.judge(profile, Kind.PROFILE);
        verification.findings().pass(CheckName.ISSUER, "the issuer's own profile names it", SECTION);
        return new Issuer(profile.has("id") ? profile : profile.with("id", Json.of(id)), true);
    }

    private Issuer embedded(JsonObject profile, String id, Optional<String> place, Linked own) {
        shape.judge(profile, Kind.PROFILE);
        boolean isSamePlace = Web.isUrl(id) && place.flatMap(Web::authority).equals(Web.authority(id));
        if (isSamePlace && own.failure() == Status.FAIL) {
            verification.failIfStrict(
                    CheckName.ISSUER,
                    "the issuer's profile " + own.found() + "; the badge's own copy is used",
                    SECTION);
        } else {
            absent(Web.isUrl(id) ? own : Linked.none(Status.UNKNOWN, "has no place on the web"));
        }
        return new Issuer(profile, false);
    }

    private Optional<Issuer> absent(Linked own) {
        verification.findings().add(CheckName.ISSUER, own.failure(), "the issuer's profile " + own.found(), SECTION);
        return Optional.empty();
    }
}
