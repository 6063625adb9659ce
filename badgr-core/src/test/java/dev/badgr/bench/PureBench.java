package dev.badgr.bench;

import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardPolicy;
import dev.badgr.award.NewAward;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHash;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.VerificationCode;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.JsonWriter;
import dev.badgr.openbadges.proof.Proofs;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a call costs before it comes to storage: the parts of it that nothing but the processor works at. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PureBench {
    private final SecureRandom random = new SecureRandom();
    private final ChallengeId challenge = ChallengeId.random(random);
    private final NewAward award = NewAward.of(BadgeFixture.aBadge().build(), Some.address());
    private final AwardPolicy policy = AwardPolicy.automatic();
    private final AwardId id = AwardId.random(Some.recipient(Some.address()), Times.NOW, random);
    private final String token = id.text();
    private final JsonObject credential = Proofs.signed(Proofs.badge());
    private final byte[] document = JsonWriter.bytes(credential);

    /** From what was typed to the stored name of the mailbox. */
    @Benchmark
    public RecipientKey addressKey() {
        return RecipientKey.of(EmailAddress.parse("Mia.Mueller@School.edu").key(), Some.SECRET);
    }

    /** A new code, and what is stored of it. */
    @Benchmark
    public CodeHash code() {
        return VerificationCode.random(random).hash(Some.SECRET, challenge);
    }

    /** What becomes of an award. */
    @Benchmark
    public AwardDecision policy() {
        return policy.decide(award, Optional.empty());
    }

    /** Where a page ended, as text. */
    @Benchmark
    public String writePageToken() {
        return id.text();
    }

    /** And back. */
    @Benchmark
    public AwardId readPageToken() {
        return AwardId.parse(token);
    }

    /** A signed credential as JSON. */
    @Benchmark
    public byte[] writeJson() {
        return JsonWriter.bytes(credential);
    }

    /** And back. */
    @Benchmark
    public JsonObject readJson() {
        return JsonReader.object(document);
    }
}
