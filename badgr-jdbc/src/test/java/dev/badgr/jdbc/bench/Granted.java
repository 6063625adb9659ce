package dev.badgr.jdbc.bench;

import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.email.RecipientKey;
import dev.badgr.fixture.AwardFixture;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.port.Notice;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** An award to somebody new: as a host hands it to badgr, and as the others store it. */
record Granted(NewAward wanted, Award award, Notice notice) {
    static List<Granted> some(Badge badge, int number) {
        return Stream.generate(() -> next(badge)).limit(number).toList();
    }

    private static Granted next(Badge badge) {
        String key = "completion-" + Some.word();
        NewAward wanted = NewAward.of(badge, Some.address()).once(key, Times.NOW);
        AwardId id = AwardId.ofExternalKey(
                Some.recipient(wanted.recipient()), badge.id().issuer(), key, Times.NOW);
        Award award = Award.of(wanted, id, Times.NOW, new AwardDecision.Show());
        return new Granted(wanted, award, AwardFixture.noticeOf(award));
    }

    static AwardId id(UUID recipient, String sequence) {
        return new AwardId(new RecipientKey(recipient), UUID.fromString(sequence));
    }

    static UUID recipient(Award award) {
        return award.id().recipient().value();
    }

    static OffsetDateTime issuedOn(Award award) {
        return award.issuedOn().atOffset(ZoneOffset.UTC);
    }
}
