package dev.badgr;

import dev.badgr.award.AwardPolicy;
import dev.badgr.award.Badge;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerificationCode;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.FastHasher;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.memory.InMemoryStorage;
import dev.badgr.port.CodeGenerator;
import dev.badgr.port.CompromisedPasswords;
import dev.badgr.port.Mail;
import dev.badgr.port.Notice;
import dev.badgr.testing.MutableClock;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A mail of every kind. */
final class MailSamples {
    private static final EmailAddress TO = Some.address();
    private static final ChallengeId CHALLENGE = ChallengeId.random(Some.random());

    private MailSamples() {}

    static Mails mails(Site site) {
        SecureRandom random = new SecureRandom();
        return new Mails(new Setup(
                new InMemoryStorage(),
                mail -> {},
                Secrets.random(),
                site,
                Limits.standard(),
                AwardPolicy.automatic(),
                TrustedIssuers.none(),
                new FastHasher(1),
                CompromisedPasswords.none(),
                MutableClock.at(Times.NOW),
                CodeGenerator.secure(random),
                random));
    }

    static List<Mail> ofEveryKind(Mails mails) {
        List<Mail> all = new ArrayList<>();
        for (Mail.Kind kind : Mail.Kind.values()) {
            if (kind.name().endsWith("_CODE")) {
                all.add(mails.code(kind, TO, Locale.ENGLISH, CHALLENGE, new VerificationCode("012345")));
                all.add(mails.code(kind, TO, Locale.ENGLISH, CHALLENGE, new VerificationCode("A".repeat(22))));
            } else if (!kind.name().startsWith("AWARDED") && kind != Mail.Kind.SECURITY) {
                all.add(mails.instead(kind, TO, Locale.ENGLISH));
            }
        }
        Badge badge = BadgeFixture.aBadge().build();
        all.add(mails.awarded(notice(Notice.Kind.AWARDED), badge, true));
        all.add(mails.awarded(notice(Notice.Kind.AWARDED), badge, false));
        for (Notice.Kind kind : Notice.Kind.values()) {
            if (kind != Notice.Kind.AWARDED) {
                all.add(mails.security(notice(kind)));
            }
        }
        return all;
    }

    private static Notice notice(Notice.Kind kind) {
        return Notice.of(
                Some.recipient(TO), Some.uuid(), kind, TO, Optional.empty(), TO.masked(), Locale.ENGLISH, Times.NOW);
    }
}
