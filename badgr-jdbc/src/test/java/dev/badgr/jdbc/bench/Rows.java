package dev.badgr.jdbc.bench;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The tables as entities, with the columns that are written. */
@NullUnmarked
final class Rows {
    private Rows() {}

    @Entity
    @Table(name = "badgr_challenge")
    static class ChallengeRow {
        @Id
        UUID id;

        String purpose;
        String address;
        UUID recipientKey;
        String codeHash;
        OffsetDateTime createdAt;
        OffsetDateTime expiresAt;
        int attempts;
        String state;
    }

    @Entity
    @Table(name = "badgr_account")
    static class AccountRow {
        @Id
        UUID id;

        String firstName;
        String lastName;
        String passwordHash;
        UUID primaryRecipient;
        short emailCount;
        String language;
        String zone;
        long epoch;
        OffsetDateTime createdAt;
    }

    @Entity
    @Table(name = "badgr_verified_email")
    static class EmailRow {
        @Id
        UUID recipientKey;

        UUID accountId;
        String address;
        OffsetDateTime verifiedAt;
        long sinceEpoch;
    }

    record TermsKey(String version, String locale) {}

    /** They stand in the schema of badgr itself, for all. */
    @Entity(name = "Terms")
    @IdClass(TermsKey.class)
    @Table(name = "badgr_terms", schema = Lab.OURS)
    static class TermsRow {
        @Id
        String version;

        @Id
        String locale;

        OffsetDateTime effectiveAt;
    }

    record ConsentKey(UUID accountId, int seq) {}

    @Entity
    @IdClass(ConsentKey.class)
    @Table(name = "badgr_terms_consent")
    static class ConsentRow {
        @Id
        UUID accountId;

        @Id
        int seq;

        String version;
        String sha256;
        OffsetDateTime agreedAt;
        String locale;
        String wayIn;
    }

    record AuditKey(UUID accountId, OffsetDateTime happenedAt, UUID id) {}

    @Entity
    @IdClass(AuditKey.class)
    @Table(name = "badgr_audit")
    static class AuditRow {
        @Id
        UUID accountId;

        @Id
        OffsetDateTime happenedAt;

        @Id
        UUID id;

        String event;
        String client;
        String detail;
    }

    record AwardKey(UUID recipientKey, UUID sequence) {}

    @Entity
    @IdClass(AwardKey.class)
    @Table(name = "badgr_award")
    static class AwardRow {
        @Id
        UUID recipientKey;

        @Id
        UUID sequence;

        String issuer;
        String badge;
        String address;
        OffsetDateTime issuedOn;
        String externalKey;
        String state;
    }

    record NoticeKey(UUID recipientKey, UUID id) {}

    @Entity
    @IdClass(NoticeKey.class)
    @Table(name = "badgr_notice")
    static class NoticeRow {
        @Id
        UUID recipientKey;

        @Id
        UUID id;

        String kind;
        String address;
        UUID awardRecipient;
        UUID awardSequence;
        String detail;
        String locale;
        OffsetDateTime createdAt;
        int attempts;
        OffsetDateTime nextAttemptAt;
    }
}
