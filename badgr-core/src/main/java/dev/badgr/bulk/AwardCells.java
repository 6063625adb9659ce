package dev.badgr.bulk;

import dev.badgr.award.BadgeId;
import dev.badgr.award.Evidence;
import dev.badgr.award.NewAward.ExternalKey;
import dev.badgr.email.EmailAddress;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Links;
import dev.badgr.text.Text;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes an award of the cells of a row. */
final class AwardCells {
    private static final int MOST_EVIDENCE = 20;
    private static final int LONG = 4000;
    private static final int LONGEST_KEY = 200;

    private AwardCells() {}

    /** Empty if something is wrong with it. */
    static Optional<AwardRow> read(Cells cells) {
        Optional<EmailAddress> recipient = cells.read("recipient", () -> EmailAddress.parse(cells.needed("recipient")));
        Optional<BadgeId> badge = cells.read("badge", () -> badge(cells));
        Optional<String> key =
                cells.read("externalKey", () -> Text.line("externalKey", cells.needed("externalKey"), LONGEST_KEY));
        Optional<Instant> issuedOn = cells.read("issuedOn", () -> time(cells.needed("issuedOn")));
        Optional<Optional<String>> narrative = cells.read("narrative", () -> cells.lines("narrative", LONG));
        Optional<List<Evidence>> evidence = cells.read("evidence", () -> evidence(cells));
        return cells.isGood()
                ? Optional.of(new AwardRow(
                        badge.orElseThrow(),
                        recipient.orElseThrow(),
                        new ExternalKey(key.orElseThrow(), issuedOn.orElseThrow()),
                        narrative.orElseThrow(),
                        evidence.orElseThrow()))
                : Optional.empty();
    }

    private static BadgeId badge(Cells cells) {
        String name = cells.needed("badge").strip();
        Optional<String> issuer = cells.text("issuer").map(String::strip);
        try {
            return BadgeId.parse(issuer.map(by -> by + "/" + name).orElse(name));
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("badge", "badge.format");
        }
    }

    private static Instant time(String text) {
        String written = text.strip();
        try {
            Instant time = written.length() == "2026-03-01".length()
                    ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(written).toInstant();
            if (ExternalKey.isInTime(time)) {
                return time;
            }
        } catch (DateTimeException e) {
            // falls through
        }
        throw new InvalidValue("issuedOn", "time.format");
    }

    private static List<Evidence> evidence(Cells cells) {
        List<Evidence> evidence = cells.cell("evidence")
                .map(AwardCells::items)
                .orElseGet(Stream::empty)
                .toList();
        if (evidence.size() > MOST_EVIDENCE) {
            throw new InvalidValue("evidence", "evidence.too-many", Map.of("max", Integer.toString(MOST_EVIDENCE)));
        }
        return evidence;
    }

    private static Stream<Evidence> items(Json json) {
        if (json instanceof Json.Array list) {
            return list.values().stream().flatMap(AwardCells::items);
        } else if (json instanceof Json.Text text) {
            return Arrays.stream(text.value().strip().split("\\s+", -1)).map(url -> item(url, Optional.empty()));
        } else if (json instanceof JsonObject object) {
            return Stream.of(item(object.text("url").orElse(""), object.text("narrative")));
        }
        throw new InvalidValue("evidence", "line.text");
    }

    private static Evidence item(String url, Optional<String> narrative) {
        Optional<URI> link = link(url).filter(Links::isWeb);
        return new Evidence(
                link.orElseThrow(() -> new InvalidValue("evidence", "url.format")),
                narrative.map(text -> Text.lines("evidence", text, LONG)));
    }

    private static Optional<URI> link(String url) {
        try {
            return Optional.of(URI.create(url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
