package dev.badgr.memory;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.email.EmailAddress;
import dev.badgr.port.Notice;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice of an award to its recipient. It leans on the award, so that a million of them fit in besides. */
final class PackedNotice implements Row<NoticeKey, Notice> {
    private final PackedAward award;
    private final Notice.Kind kind;
    private final String detail;
    private final Locale locale;
    private final @Nullable String lastError;
    private final int attempts;
    private final long idLow;
    private final long createdAt;
    private final long due;

    private PackedNotice(Notice notice, PackedAward award) {
        this.award = award;
        this.kind = notice.kind();
        this.detail = notice.detail();
        this.locale = notice.locale();
        this.lastError = notice.lastError().orElse(null);
        this.attempts = notice.attempts();
        this.idLow = notice.id().getLeastSignificantBits();
        this.createdAt = notice.createdAt().toEpochMilli();
        this.due = due(notice);
    }

    /**
     * A notice in the form that fits it.
     *
     * @param award what it tells of, as that is kept
     */
    static Row<NoticeKey, Notice> row(Notice notice, Optional<Row<AwardId, Award>> award) {
        return award.filter(PackedAward.class::isInstance)
                .map(packed -> new PackedNotice(notice, (PackedAward) packed))
                .filter(packed -> packed.award.isTo(notice.to()))
                .filter(packed -> packed.value(notice.to()).equals(notice))
                .<Row<NoticeKey, Notice>>map(packed -> packed)
                .orElseGet(() -> InMemoryNotices.NOTICES.row(NoticeKey.of(notice), notice));
    }

    /** When it is due, for the queue. */
    static long due(Row<NoticeKey, Notice> row) {
        return row instanceof PackedNotice packed ? packed.due : due(row.value());
    }

    @Override
    public int shard() {
        return award.shard();
    }

    @Override
    public NoticeKey key() {
        AwardId id = award.key();
        return new NoticeKey(id.recipient(), new UUID(id.sequence().getMostSignificantBits(), idLow));
    }

    @Override
    public Notice value() {
        return value(award.address());
    }

    private Notice value(EmailAddress to) {
        return new Notice(
                key().recipient(),
                key().id(),
                kind,
                to,
                Optional.of(award.key()),
                detail,
                locale,
                Instant.ofEpochMilli(createdAt),
                attempts,
                Waiting.instant(due),
                Optional.ofNullable(lastError));
    }

    private static long due(Notice notice) {
        return Waiting.millis(notice.nextAttemptAt());
    }
}
