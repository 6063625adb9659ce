package dev.badgr.openbadges.v3;

import dev.badgr.award.IdentityHash;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Recipient;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.text.InvalidValue;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a badge says (Open Badges 3.0, B.1). */
final class CredentialReader {
    private static final int MOST = 100;

    private final JsonObject document;
    private final JsonObject subject;

    CredentialReader(JsonObject document) {
        this.document = document;
        this.subject = Parties.first(document, "credentialSubject").orElse(document);
    }

    /** What it says; empty if it lacks an id, an issuer, a beginning, or what was achieved. */
    Optional<Credential> read(Validity validity) {
        Optional<String> id = document.text("id");
        Optional<Credential.Issuer> issuer = issuer();
        Optional<Credential.Achievement> achievement =
                Parties.first(subject, "achievement").flatMap(CredentialReader::achievement);
        Optional<Instant> from = validity.from();
        if (id.isEmpty() || issuer.isEmpty() || achievement.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Credential(
                Report.Version.V3_0,
                id.get(),
                issuer.get(),
                achievement.get(),
                recipients(),
                from.get(),
                validity.until(),
                words(subject, "narrative"),
                evidence()));
    }

    private Optional<Credential.Issuer> issuer() {
        Optional<JsonObject> profile = Parties.first(document, "issuer");
        return Parties.issuer(document)
                .map(id -> new Credential.Issuer(
                        id,
                        profile.flatMap(one -> words(one, "name")),
                        profile.flatMap(one -> one.text("url")).flatMap(Verification::uri)));
    }

    private static Optional<Credential.Achievement> achievement(JsonObject achievement) {
        Optional<String> id = achievement.text("id");
        Optional<String> name = words(achievement, "name");
        Optional<JsonObject> criteria = Parties.first(achievement, "criteria");
        if (id.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Credential.Achievement(
                id.get(),
                name.get(),
                words(achievement, "description").orElse(""),
                criteria.flatMap(one -> words(one, "narrative").or(() -> one.text("id")))
                        .orElse(""),
                Parties.id(achievement, "image").flatMap(Verification::uri),
                achievement.texts("tag")));
    }

    private List<URI> evidence() {
        return document.objects("evidence").stream()
                .limit(MOST)
                .flatMap(one -> one.text("id").stream())
                .flatMap(id -> Verification.uri(id).stream())
                .toList();
    }

    /** All of them name the same person, so each may be the one that is known. */
    private List<Recipient> recipients() {
        List<Recipient> recipients = new ArrayList<>();
        subject.text("id").map(CredentialReader::ofId).ifPresent(recipients::add);
        subject.objects("identifier").stream()
                .limit(MOST)
                .map(CredentialReader::recipient)
                .forEach(recipients::add);
        return recipients;
    }

    private static Recipient ofId(String id) {
        if (id.regionMatches(true, 0, "mailto:", 0, 7)) {
            return Verification.uri(id)
                    .<Recipient>map(uri ->
                            new Recipient.Plain(uri.getSchemeSpecificPart().replaceFirst("\\?.*", "")))
                    .orElseGet(() -> new Recipient.Other("mailto"));
        }
        return new Recipient.Other(Verification.uri(id).map(URI::getScheme).orElse("id"));
    }

    private static Recipient recipient(JsonObject identity) {
        String type = identity.text("identityType").orElse("");
        String value = identity.text("identityHash").orElse("");
        if (!type.equals("emailAddress") || value.isEmpty()) {
            return new Recipient.Other(type);
        }
        boolean isHashed = identity.truth("hashed").orElse(value.indexOf('$') > 0);
        return isHashed ? hashed(value, identity.text("salt")) : new Recipient.Plain(value);
    }

    private static Recipient hashed(String value, Optional<String> salt) {
        try {
            return new Recipient.Hashed(IdentityHash.parse(value, salt.orElse("")));
        } catch (InvalidValue e) {
            return new Recipient.Other("emailAddress");
        }
    }

    /** A text, or the first of those in several languages. */
    private static Optional<String> words(JsonObject object, String name) {
        return object.text(name)
                .or(() -> object.object(name)
                        .flatMap(languages -> languages
                                .text("@value")
                                .or(() -> languages.members().values().stream()
                                        .filter(Json.Text.class::isInstance)
                                        .map(value -> ((Json.Text) value).value())
                                        .findFirst())));
    }
}
