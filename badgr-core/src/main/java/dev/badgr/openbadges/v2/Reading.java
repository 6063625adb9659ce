package dev.badgr.openbadges.v2;

import dev.badgr.award.IdentityHash;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Credential.Achievement;
import dev.badgr.openbadges.Recipient;
import dev.badgr.openbadges.Report.Version;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.text.InvalidValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what an assertion says. */
final class Reading {
    private Reading() {}

    /** What it says; empty if something is missing without which it says nothing. */
    static Optional<Credential> of(JsonObject assertion, JsonObject badge, JsonObject issuer) {
        Optional<Instant> issuedOn = assertion.text("issuedOn").flatMap(Dates::parse);
        Optional<Achievement> achievement = achievement(badge);
        Optional<Recipient> recipient = assertion.object("recipient").flatMap(Reading::recipient);
        if (issuedOn.isEmpty() || achievement.isEmpty() || recipient.isEmpty()) {
            return Optional.empty();
        }
        return assertion
                .text("id")
                .flatMap(id -> issuer.text("id")
                        .map(by -> new Credential(
                                Version.V2_0,
                                id,
                                new Credential.Issuer(
                                        by,
                                        issuer.text("name"),
                                        issuer.text("url").flatMap(Reading::page)),
                                achievement.get(),
                                List.of(recipient.get()),
                                issuedOn.get(),
                                assertion.text("expires").flatMap(Dates::parse),
                                assertion.text("narrative"),
                                evidence(assertion))));
    }

    private static Optional<Achievement> achievement(JsonObject badge) {
        return badge.text("id")
                .flatMap(id -> badge.text("name")
                        .map(name -> new Achievement(
                                id,
                                name,
                                badge.text("description").orElse(""),
                                criteria(badge),
                                image(badge),
                                badge.texts("tags"))));
    }

    private static String criteria(JsonObject badge) {
        return badge.text("criteria")
                .or(() -> badge.object("criteria")
                        .flatMap(object -> object.text("narrative").or(() -> object.text("id"))))
                .orElse("");
    }

    private static Optional<URI> image(JsonObject badge) {
        return badge.text("image")
                .or(() -> badge.object("image").flatMap(object -> object.text("id")))
                .filter(Form.IMAGE::isMetBy)
                .flatMap(Verification::uri);
    }

    private static Optional<Recipient> recipient(JsonObject identity) {
        String type = identity.text("type").map(Kind::bare).orElse("");
        if (!type.equals("email")) {
            return Optional.of(new Recipient.Other(type));
        }
        return identity.truth("hashed").orElse(false)
                ? hash(identity)
                : identity.text("identity").map(Recipient.Plain::new);
    }

    private static Optional<Recipient> hash(JsonObject identity) {
        try {
            return Optional.of(new Recipient.Hashed(IdentityHash.parse(
                    identity.text("identity").orElse(""), identity.text("salt").orElse(""))));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private static List<URI> evidence(JsonObject assertion) {
        return assertion.list("evidence").stream()
                .flatMap(one -> one instanceof JsonObject object
                        ? object.text("id").stream()
                        : one instanceof Json.Text text ? Stream.of(text.value()) : Stream.empty())
                .flatMap(text -> page(text).stream())
                .toList();
    }

    private static Optional<URI> page(String text) {
        return Web.isUrl(text) ? Verification.uri(text) : Optional.empty();
    }
}
