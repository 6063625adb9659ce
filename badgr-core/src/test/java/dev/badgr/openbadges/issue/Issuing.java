package dev.badgr.openbadges.issue;

import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.award.Issuer;
import dev.badgr.award.IssuerId;
import dev.badgr.award.NewAward;
import dev.badgr.award.StatusSlot;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.fixture.Some;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An issuer with keys, and one award of it, as the tests of this package have them. */
final class Issuing {
    static final Instant ISSUED = Instant.parse("2026-03-01T10:20:30.456Z");
    static final EmailAddress MIA = EmailAddress.parse("Mia@school.edu");
    static final IssuerSite SITE = IssuerSite.at("https://plp.example/badges");
    static final Issuer PLP = new Issuer(
            new IssuerId("plp"),
            "Peer Learning Place",
            URI.create("https://plp.example/"),
            Optional.of(EmailAddress.parse("badges@plp.example")));
    static final Badge BADGE = Badge.of(
                    PLP, "data", "Data Wrangler", "Cleans data.", "Finish the course.", "https://plp.example/data.png")
            .withTags("data", "csv")
            .validFor(Period.ofYears(1));
    static final StatusSlot SLOT = new StatusSlot(2, 777);
    static final URI SUBJECT = URI.create("urn:uuid:6f7fbd1b-0f34-44c6-a5d0-5d5b1c36ae0c");

    /** A key of each kind, by its name. */
    private static final Map<String, SigningKey> KEYS = Map.of(
            "rs256", key("rs256", "RSA", 2048),
            "es256", key("es256", "EC", 256),
            "es384", key("es384", "EC", 384),
            "eddsa", key("eddsa", "Ed25519", 255));

    private Issuing() {}

    static IssuerIdentity issuer(String key) {
        return IssuerIdentity.of(PLP, SITE, key(key));
    }

    static SigningKey key(String name) {
        return Objects.requireNonNull(KEYS.get(name));
    }

    static Award award() {
        return award(BADGE);
    }

    static Award award(Badge badge) {
        NewAward wanted = NewAward.of(badge, MIA)
                .withNarrative("Cleaned a million rows.")
                .withEvidence(
                        new Evidence(URI.create("https://plp.example/work/1"), Optional.of("The rows.")),
                        Evidence.of("https://plp.example/work/2"));
        RecipientKey recipient = RecipientKey.of(MIA.key(), Some.SECRET);
        AwardId id = AwardId.ofExternalKey(recipient, PLP.id(), "1", ISSUED);
        return Award.of(wanted, id, ISSUED, new AwardDecision.Show());
    }

    static Subject hashed() {
        return Subject.hashed(MIA, "deadsea", SUBJECT);
    }

    static Issuance issuance(String key) {
        return new Issuance(issuer(key), BADGE, award(), hashed());
    }

    static JsonObject json(ServedDocument document) {
        return JsonReader.object(document.content().toArray());
    }

    /** JSON as it is easily written in Java. */
    static JsonObject json(String single) {
        return JsonReader.object(Bytes.of(single.replace('\'', '"')).toArray());
    }

    private static SigningKey key(String name, String kind, int size) {
        return SigningKey.of(name, pair(kind, size));
    }

    static KeyPair pair(String kind, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
