package dev.badgr.memory;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.BadgeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An award that nothing out of the ordinary has happened to, in an eighth of the memory: there may be a million of them. */
final class PackedAward implements Row<AwardId, Award> {
    /** Not in an address, nor in a key. */
    private static final String END = "\0";

    /** An award's sequence begins with 48 bits of its time. */
    private static final int TIME_SHIFT = 16;

    private final long recipientHigh;
    private final long recipientLow;
    private final long sequenceHigh;
    private final long sequenceLow;
    private final long expires;
    private final BadgeId badge;
    private final AwardState state;
    private final byte[] texts;

    private PackedAward(Award award) {
        UUID recipient = award.id().recipient().value();
        this.recipientHigh = recipient.getMostSignificantBits();
        this.recipientLow = recipient.getLeastSignificantBits();
        this.sequenceHigh = award.id().sequence().getMostSignificantBits();
        this.sequenceLow = award.id().sequence().getLeastSignificantBits();
        this.expires = Waiting.millis(award.expires());
        this.badge = award.badge();
        this.state = award.state();
        String key = award.externalKey().map(END::concat).orElse("");
        this.texts = award.address().text().concat(key).getBytes(StandardCharsets.UTF_8);
    }

    /** An award in the form that fits it. */
    static Row<AwardId, Award> row(Award award) {
        PackedAward packed = new PackedAward(award);
        boolean fits =
                packed.isTo(award.address()) && packed.value(award.address()).equals(award);
        return fits ? packed : InMemoryAwards.AWARDS.row(award.id(), award);
    }

    @Override
    public int shard() {
        return recipient().hashCode();
    }

    @Override
    public AwardId key() {
        return new AwardId(recipient(), new UUID(sequenceHigh, sequenceLow));
    }

    @Override
    public Award value() {
        return value(address());
    }

    EmailAddress address() {
        return new EmailAddress(texts()[0]);
    }

    boolean isTo(EmailAddress address) {
        return texts()[0].equals(address.text());
    }

    private Award value(EmailAddress address) {
        String[] parts = texts();
        return new Award(
                key(),
                badge,
                address,
                Instant.ofEpochMilli(sequenceHigh >>> TIME_SHIFT),
                Waiting.instant(expires),
                Optional.empty(),
                List.of(),
                parts.length == 1 ? Optional.empty() : Optional.of(parts[1]),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String[] texts() {
        return new String(texts, StandardCharsets.UTF_8).split(END, -1);
    }

    private RecipientKey recipient() {
        return new RecipientKey(new UUID(recipientHigh, recipientLow));
    }
}
