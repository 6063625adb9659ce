package dev.badgr.jdbc;

import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.Issuer;
import dev.badgr.award.IssuerId;
import dev.badgr.email.EmailAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A badge as a row joined to its issuer's, and back. */
final class BadgeRows {
    /** Of a badge {@code b} and its issuer {@code i}. */
    static final String COLUMNS = """
            b.issuer as issuer_id, b.slug, b.name as badge_name, b.description, b.criteria, b.image, b.tags, b.valid_for,
            i.name as issuer_name, i.url as issuer_url, i.email as issuer_email""";

    static final Sql INSERT_ISSUER =
            Sql.of("insert into badgr_issuer (id, name, url, email) values (:issuer, :issuer_name, :url, :email)");
    static final Sql INSERT = Sql.of("""
            insert into badgr_badge (issuer, slug, name, folded_name, description, criteria, image, tags, valid_for)
            values (:issuer, :slug, :name, :folded_name, :description, :criteria, :image, :tags, :valid_for)
            """);

    private static final String TAG_END = "\n";

    private BadgeRows() {}

    static Params params(Badge badge) {
        return id(badge.id())
                .and("name", badge.name())
                .and("folded_name", folded(badge.name()))
                .and("description", badge.description())
                .and("criteria", badge.criteria())
                .and("image", badge.image())
                .and("tags", TAG_END + String.join(TAG_END, badge.tags()) + TAG_END)
                .and("valid_for", badge.validFor().map(Period::toString))
                .and("issuer_name", badge.issuer().name())
                .and("url", badge.issuer().url())
                .and("email", badge.issuer().email());
    }

    static Params id(BadgeId id) {
        return Params.with("issuer", id.issuer().value()).and("slug", id.name());
    }

    /** The same for all spellings that differ in case only, whatever the database's language. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** A tag as it stands between others. */
    static String tag(String tag) {
        return TAG_END + tag + TAG_END;
    }

    static Badge read(Row row) throws SQLException {
        IssuerId issuer = new IssuerId(row.text("issuer_id"));
        return new Badge(
                new BadgeId(issuer, row.text("slug")),
                new Issuer(
                        issuer,
                        row.text("issuer_name"),
                        URI.create(row.text("issuer_url")),
                        row.optionalText("issuer_email").map(EmailAddress::new)),
                row.text("badge_name"),
                row.text("description"),
                row.text("criteria"),
                URI.create(row.text("image")),
                tags(row.text("tags")),
                row.optionalText("valid_for").map(Period::parse));
    }

    private static List<String> tags(String text) {
        return Arrays.stream(text.split(TAG_END)).filter(tag -> !tag.isEmpty()).toList();
    }
}
