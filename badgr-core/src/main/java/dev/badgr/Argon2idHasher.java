package dev.badgr;

import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.port.Misconfigured;
import dev.badgr.port.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes with Argon2id (RFC 9106) into PHC strings; 19 MiB, 2 passes, 1 lane by default (OWASP Password Storage). At most one
 * hash works on each core; up to 64 wait for at most 5 seconds, and more are turned away at once. Safe for use by many threads.
 */
public final class Argon2idHasher implements PasswordHasher {
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([1-9]\\d{0,6}),t=([1-9]\\d{0,2}),p=([1-9]\\d?)\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int QUEUE = 64;
    private static final int WAIT_SECONDS = 5;

    private final int kibibytes;
    private final int passes;
    private final int lanes;
    private final SecureRandom random;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final PasswordHash nobody;

    /** With the default parameters. */
    public Argon2idHasher() {
        this(19 * 1024, 2, 1);
    }

    /**
     * With stronger parameters; hashes made with weaker ones are renewed as people sign in.
     *
     * @param kibibytes at least 19 x 1024
     * @param passes at least 2
     * @param lanes 1 to 16
     */
    public Argon2idHasher(int kibibytes, int passes, int lanes) {
        if (kibibytes < 19 * 1024 || kibibytes > 2 * 1024 * 1024 || passes < 2 || passes > 100) {
            throw new IllegalArgumentException("kibibytes: 19456 to 2097152; passes: 2 to 100");
        }
        if (lanes < 1 || lanes > 16) {
            throw new IllegalArgumentException("lanes: 1 to 16");
        }
        this.kibibytes = kibibytes;
        this.passes = passes;
        this.lanes = lanes;
        this.random = new SecureRandom();
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(hash);
        this.nobody = phc(salt(), hash);
    }

    @Override
    public Optional<PasswordHash> hash(Password password) {
        return oneAtATimePerCore(() -> {
            byte[] salt = salt();
            return phc(salt, argon2id(password, salt, kibibytes, passes, lanes, HASH_BYTES));
        });
    }

    @Override
    public Optional<Boolean> matches(Password password, Optional<PasswordHash> stored) {
        Matcher phc = parse(stored.orElse(nobody));
        byte[] salt = bytes(phc, 4);
        byte[] expected = bytes(phc, 5);
        return oneAtATimePerCore(() -> {
            byte[] actual = argon2id(password, salt, number(phc, 1), number(phc, 2), number(phc, 3), expected.length);
            return MessageDigest.isEqual(expected, actual) && stored.isPresent();
        });
    }

    @Override
    public boolean isOutdated(PasswordHash stored) {
        Matcher phc = parse(stored);
        return number(phc, 1) < kibibytes || number(phc, 2) < passes;
    }

    private <T> Optional<T> oneAtATimePerCore(Supplier<T> work) {
        if (cores.getQueueLength() >= QUEUE) {
            return Optional.empty();
        }
        try {
            if (!cores.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            cores.release();
        }
    }

    private static byte[] argon2id(Password password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private PasswordHash phc(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=" + kibibytes + ",t=" + passes + ",p=" + lanes + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash));
    }

    private static Matcher parse(PasswordHash stored) {
        Matcher phc = PHC.matcher(stored.phc());
        boolean known = phc.matches()
                && number(phc, 1) >= 8 * number(phc, 3)
                && isBase64(phc.group(4))
                && isBase64(phc.group(5));
        if (!known) {
            throw new Misconfigured(
                    "A stored password hash is not Argon2id. Bring a PasswordHasher that knows its format.");
        }
        return phc;
    }

    /** Of no text of bytes is the last sign of four alone. */
    private static boolean isBase64(String text) {
        return text.length() % 4 != 1;
    }

    private static byte[] bytes(Matcher phc, int group) {
        return Base64.getDecoder().decode(phc.group(group));
    }

    private static int number(Matcher phc, int group) {
        return Integer.parseInt(phc.group(group));
    }
}
