package dev.badgr.openbadges.verify;

import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Report.Version;
import dev.badgr.openbadges.Verified;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Unbaked;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.openbadges.v2.Assertions;
import dev.badgr.openbadges.v3.Credentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out what was received, and hands it to the verification of its version. For one verification. */
final class Reception {
    private static final String SECTION = "RFC 8259; RFC 7515, 3.1; Open Badges Baking, 1.0";
    private static final int LONGEST_URL = 2000;

    /** A URL may lead to a picture, and the oldest pictures hold a URL. */
    private static final int MOST_URLS = 2;

    private final Verification verification;
    private int urls;

    Reception(Verification verification) {
        this.verification = verification;
    }

    /** The answer, whatever was received. */
    Verified of(byte[] received) {
        return of(received, Optional.empty());
    }

    private Verified of(byte[] received, Optional<URI> from) {
        try {
            return BadgeImage.isImage(received) ? picture(received) : text(received, from);
        } catch (Malformed e) {
            return unreadable("it " + e.reason());
        }
    }

    private Verified picture(byte[] received) {
        Unbaked unbaked = BadgeImage.read(received);
        Check image = unbaked.image();
        verification.findings().add(image.name(), image.status(), image.found(), image.section());
        return unbaked instanceof Unbaked.Found found
                ? text(found.text().getBytes(StandardCharsets.UTF_8), Optional.empty())
                : unreadable("the picture holds no badge that can be read");
    }

    private Verified text(byte[] content, Optional<URI> from) {
        byte[] trimmed = Trimmed.of(content);
        if (trimmed.length > 0 && trimmed[0] == '{') {
            return document(JsonReader.object(trimmed), from);
        }
        String text = new String(trimmed, StandardCharsets.UTF_8);
        if (Jws.isOne(text)) {
            return signed(Jws.parse(text));
        }
        Optional<URI> location = Verification.uri(text.length() > LONGEST_URL ? "" : text)
                .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        return location.isPresent() && urls++ < MOST_URLS
                ? at(location.get())
                : unreadable("it is no JSON object, JWS, PNG, SVG or URL of one");
    }

    private Verified at(URI location) {
        Fetched fetched = verification.fetch(location);
        if (fetched instanceof Fetched.Document document) {
            return of(document.content().toArray(), Optional.of(document.location()));
        } else if (fetched instanceof Fetched.Missing missing) {
            return missing.isGone() ? gone() : unreadable("there is nothing at the URL");
        }
        verification.findings().unknown(CheckName.HOSTED, "what is at the URL could not be fetched", SECTION);
        return answer(Optional.empty(), Optional.empty());
    }

    private Verified gone() {
        verification
                .findings()
                .fail(CheckName.REVOKED, "the issuer took it away (410 Gone)", "OB 2.0, HostedBadge Verification");
        return answer(Optional.of(Version.V2_0), Optional.empty());
    }

    private Verified document(JsonObject document, Optional<URI> from) {
        verification.findings().pass(CheckName.PARSE, "it is a JSON object", SECTION);
        if (Versions.isThree(document)) {
            return three(Credentials.verify(document, verification));
        }
        return two(
                from.isPresent()
                        ? Assertions.verify(document, from.get(), verification)
                        : Assertions.verify(document, verification));
    }

    private Verified signed(Jws jws) {
        verification.findings().pass(CheckName.PARSE, "it is a JWS", SECTION);
        return Versions.isThree(jws)
                ? three(Credentials.verify(jws, verification))
                : two(Assertions.verify(jws, verification));
    }

    private Verified three(Optional<Credential> credential) {
        return answer(Optional.of(Version.V3_0), credential);
    }

    private Verified two(Optional<Credential> credential) {
        boolean isTold = !verification.findings().failed(CheckName.CONTEXT);
        return answer(isTold ? Optional.of(Version.V2_0) : Optional.empty(), credential);
    }

    private Verified unreadable(String found) {
        verification.findings().fail(CheckName.PARSE, found, SECTION);
        return answer(Optional.empty(), Optional.empty());
    }

    private Verified answer(Optional<Version> version, Optional<Credential> credential) {
        return new Verified(verification.findings().report(version), credential);
    }
}
