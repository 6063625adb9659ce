package dev.badgr.jdbc;

import dev.badgr.award.AwardId;
import dev.badgr.openbadges.CredentialForm;
import dev.badgr.openbadges.Picture;
import dev.badgr.openbadges.Verdict;
import dev.badgr.port.Import;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;

/** A badge from elsewhere as a row, and back. */
final class ImportRows {
    static final Sql INSERT = Sql.of("""
            insert into badgr_import (recipient_key, credential_key, sequence, issued_on, form, source, content, picture,
                picture_type, imported_at, checked_at, verdict, next_check_at, revision)
            values (:recipient, :credential, :sequence, :issued_on, :form, :source, :content, :picture, :picture_type,
                :imported_at, :checked_at, :verdict, :next_check_at, 0)
            """);

    /** Only if it is still the older one. */
    static final Sql REPLACE = Sql.of("""
            update badgr_import set sequence = :sequence, issued_on = :issued_on, form = :form, source = :source,
                content = :content, picture = :picture, picture_type = :picture_type, imported_at = :imported_at,
                checked_at = :checked_at, verdict = :verdict, next_check_at = :next_check_at, revision = revision + 1
            where recipient_key = :recipient and credential_key = :credential and issued_on < :issued_on
            """);

    /** Only if nobody else has looked at it since it was read. */
    static final Sql CHECKED = Sql.of("""
            update badgr_import set checked_at = :checked_at, verdict = :verdict, next_check_at = :next_check_at,
                revision = revision + 1
            where recipient_key = :recipient and credential_key = :credential and revision = :revision
            """);

    private ImportRows() {}

    /** Its key, and what is known of how it stands. */
    static Params checked(Import copy, Import.Checked checked) {
        return AwardRows.id(copy.award())
                .and("credential", copy.credential())
                .and("revision", copy.checked().revision())
                .and("checked_at", checked.at())
                .and("verdict", checked.verdict())
                .and("next_check_at", checked.next());
    }

    static Params params(Import copy) {
        return checked(copy, copy.checked())
                .and("issued_on", copy.issuedOn())
                .and("form", copy.form())
                .and("source", copy.source())
                .and("content", copy.content())
                .and("picture", copy.picture().map(Picture::content))
                .and("picture_type", copy.picture().map(Picture::mediaType))
                .and("imported_at", copy.importedAt());
    }

    static Import read(Row row) throws SQLException {
        return new Import(
                row.uuid("credential_key"),
                new AwardId(row.recipient("recipient_key"), row.uuid("sequence")),
                row.time("issued_on"),
                row.oneOf(CredentialForm.class, "form"),
                row.optionalText("source").map(URI::create),
                row.bytes("content"),
                picture(row),
                row.time("imported_at"),
                new Import.Checked(
                        row.time("checked_at"),
                        row.oneOf(Verdict.class, "verdict"),
                        row.optionalTime("next_check_at"),
                        row.bigNumber("revision")));
    }

    static Optional<Picture> picture(Row row) throws SQLException {
        Optional<String> mediaType = row.optionalText("picture_type");
        return mediaType.isEmpty() ? Optional.empty() : Optional.of(new Picture(row.bytes("picture"), mediaType.get()));
    }
}
