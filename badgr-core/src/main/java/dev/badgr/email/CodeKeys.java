package dev.badgr.email;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys under which codes are stored. The newest signs; those that it superseded judge for an hour more, which is longer
 * than any code can be confirmed, so a rotation costs nobody her code.
 *
 * <p>Where several servers run, they learn of a new key one after the other. A server judges no code that was signed with a
 * key that it doesn't know; it refuses the guess without counting it, and the person asks for another code. To spare her that,
 * rotate in two steps: first let each server know the key as its {@link #announcing next} one, which judges but doesn't sign;
 * when all do, let it be the newest.
 *
 * <p>Immutable. {@code toString} shows no key.
 *
 * @param newest signs, and judges
 * @param next judges already, for other servers may sign with it
 * @param former those that judge for an hour from when they were superseded, in any order; older ones do no harm
 */
public record CodeKeys(HmacKey newest, Optional<HmacKey> next, List<Former> former) {
    /** How long a key judges after another one took its place. */
    public static final Duration JUDGES_FOR = Duration.ofHours(1);

    /**
     * A key that signs no more.
     *
     * @param key the key
     * @param supersededAt since when no server signs with it
     */
    public record Former(HmacKey key, Instant supersededAt) {
        public Former {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(supersededAt, "supersededAt");
        }

        /** Whether it still judges. */
        public boolean judgesAt(Instant now) {
            return now.isBefore(supersededAt.plus(JUDGES_FOR));
        }
    }

    public CodeKeys {
        Objects.requireNonNull(newest, "newest");
        Objects.requireNonNull(next, "next");
        former = List.copyOf(former);
    }

    /** This one alone. */
    public static CodeKeys of(HmacKey only) {
        return new CodeKeys(only, Optional.empty(), List.of());
    }

    /** The same, which also know the key that will be the newest. */
    public CodeKeys announcing(HmacKey other) {
        return new CodeKeys(newest, Optional.of(other), former);
    }

    /** The same with a key that signed before. */
    public CodeKeys with(Former older) {
        return new CodeKeys(
                newest, next, Stream.concat(Stream.of(older), former.stream()).toList());
    }

    /** With another newest key from now on; those that judge no more are left out. */
    public CodeKeys rotatedTo(HmacKey other, Instant now) {
        Stream<Former> judging = former.stream().filter(key -> key.judgesAt(now));
        return new CodeKeys(
                other,
                Optional.empty(),
                Stream.concat(Stream.of(new Former(newest, now)), judging).toList());
    }

    /** What is stored of a code. */
    public CodeHash sign(VerificationCode code, ChallengeId challenge) {
        return code.hash(newest, challenge);
    }

    /** A guess as it would be stored under each key that judges now. */
    public CodeHashes guessed(VerificationCode guess, ChallengeId challenge, Instant now) {
        Stream<HmacKey> older = former.stream().filter(key -> key.judgesAt(now)).map(Former::key);
        return new CodeHashes(Stream.of(Stream.of(newest), next.stream(), older)
                .flatMap(keys -> keys)
                .map(key -> guess.hash(key, challenge))
                .distinct()
                .toList());
    }
}
