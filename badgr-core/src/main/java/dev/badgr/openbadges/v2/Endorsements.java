package dev.badgr.openbadges.v2;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Jws;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.openbadges.v2.Links.Linked;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others say about a badge (Open Badges 2.0, Endorsement). No part of the verdict. For one verification. */
final class Endorsements {
    private static final String SECTION = "OB 2.0, Endorsement";
    private static final int MOST = 8;

    private final Verification verification;

    Endorsements(Verification verification) {
        this.verification = verification;
    }

    /** Writes a line for each endorsement of an assertion, its badge class and its issuer. */
    void judge(JsonObject assertion, Optional<JsonObject> badge, Optional<JsonObject> issuer) {
        List<JsonObject> endorsed = Stream.of(Optional.of(assertion), badge, issuer)
                .flatMap(Optional::stream)
                .toList();
        Set<String> ids =
                endorsed.stream().flatMap(one -> one.text("id").stream()).collect(Collectors.toSet());
        endorsed.stream()
                .flatMap(one -> one.list("endorsement").stream())
                .distinct()
                .limit(MOST)
                .forEach(one -> judge(one, ids));
    }

    private void judge(Json endorsement, Set<String> endorsed) {
        Verification apart = verification.apart();
        Optional<JsonObject> document = document(endorsement, apart);
        Status worst = document.isEmpty()
                ? Status.UNKNOWN
                : apart.findings().report(Optional.empty()).worst();
        boolean isAbout = document.flatMap(one -> one.object("claim"))
                .flatMap(claim -> claim.text("id"))
                .filter(endorsed::contains)
                .isPresent();
        if (worst == Status.PASS && !isAbout) {
            write(Status.WARN, "an endorsement is good, but about something else");
        } else {
            write(worst, "an endorsement is " + worst.name().toLowerCase(Locale.ROOT));
        }
    }

    private void write(Status status, String found) {
        verification.findings().add(CheckName.ENDORSEMENT, status, found, SECTION);
    }

    private static Optional<JsonObject> document(Json endorsement, Verification apart) {
        if (endorsement instanceof JsonObject object) {
            judge(object, Optional.empty(), apart);
            return Optional.of(object);
        }
        String text = endorsement instanceof Json.Text one ? one.value() : "";
        return Jws.isOne(text) ? signed(text, apart) : linked(text, apart);
    }

    private static Optional<JsonObject> signed(String compact, Verification apart) {
        try {
            Jws jws = Jws.parse(compact);
            JsonObject document = JsonReader.object(jws.payload().toArray());
            judge(document, Optional.of(jws), apart);
            return Optional.of(document);
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonObject> linked(String id, Verification apart) {
        Linked linked = new Links(apart).at(id);
        linked.original().ifPresent(document -> judge(document, Optional.empty(), apart));
        return linked.document();
    }

    private static void judge(JsonObject document, Optional<Jws> jws, Verification apart) {
        if (Kind.ENDORSEMENT.isTypeOf(document)) {
            new Judge(apart, document, jws).judge(document, Kind.ENDORSEMENT);
        } else {
            apart.findings().fail(CheckName.TYPE, "it is no endorsement", SECTION);
        }
    }
}
