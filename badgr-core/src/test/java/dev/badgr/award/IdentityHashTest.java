package dev.badgr.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.badgr.given.AnyText;
import dev.badgr.text.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityHashTest {
    /** Of the 1EdTech test suite's badges, of RFC 1321 (A.5) and of FIPS 180-4's examples. */
    @ParameterizedTest
    @CsvSource({
        "nobody@example.org, deadsea, sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942",
        "abc, , sha256$ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "ab, c, sha256$BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "abc, , md5$900150983cd24fb0d6963f7d28e17f72",
        "message, ' digest', MD5$F96B697D7CB7938D525A2F31AAF161D0"
    })
    void knownHashesAreRecognised(String identity, @Nullable String salt, String hash) {
        IdentityHash known = IdentityHash.parse(hash, salt);
        assertThat(known.matches(identity)).isTrue();
        assertThat(known.matches(identity.toUpperCase(Locale.ROOT))).isFalse();
        assertThat(known.matches(identity + " ")).isFalse();
        assertThat(IdentityHash.parse(hash, salt + "x").matches(identity)).isFalse();
    }

    @Property(tries = 300)
    void aHashMatchesItsSpellingAndNoOther(
            @ForAll @From("texts") String spelling,
            @ForAll @From("texts") String other,
            @ForAll @From("texts") String salt)
            throws NoSuchAlgorithmException {
        for (String algorithm : List.of("md5", "sha256")) {
            IdentityHash hash = IdentityHash.parse(hashed(algorithm, spelling + salt), salt);
            assertThat(hash.matches(spelling)).isTrue();
            assertThat(hash.matches(other)).isEqualTo(bytes(other).equals(bytes(spelling)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody@example.org",
                "sha256$",
                "sha256$ecf5",
                "sha256ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942",
                "sha256$900150983cd24fb0d6963f7d28e17f72",
                "md5$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942",
                "sha1$a9993e364706816aba3e25717850c26c9cd0d89d",
                "sha256$gcf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942",
                " md5$900150983cd24fb0d6963f7d28e17f72",
                "md5$900150983cd24fb0d6963f7d28e17f72\n"
            })
    void anythingElseIsRefused(String text) {
        requireRefused(text, "salt");
    }

    @Test
    void nothingAndTooMuchAreRefusedAtOnce() {
        requireRefused(null, null);
        assertTimeout(Duration.ofSeconds(1), () -> requireRefused("md5$" + "9".repeat(10_000_000), null));
        requireRefused("md5$900150983cd24fb0d6963f7d28e17f72", "s".repeat(1001));
    }

    @Test
    void itShowsNothing() {
        assertThat(IdentityHash.parse("md5$900150983cd24fb0d6963f7d28e17f72", "salt"))
                .hasToString("IdentityHash[MD5]");
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyText.anything().filter(text -> text.length() <= 1000);
    }

    private static void requireRefused(@Nullable String identity, @Nullable String salt) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> IdentityHash.parse(identity, salt))
                .satisfies(refused -> assertThat(refused.violation().field()).isEqualTo("recipient"));
    }

    private static String hashed(String algorithm, String text) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance(algorithm.equals("md5") ? "MD5" : "SHA-256");
        return algorithm + "$" + HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is hashed: lone surrogates all become the same question mark. */
    private static List<Byte> bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return java.util.stream.IntStream.range(0, bytes.length)
                .mapToObj(i -> bytes[i])
                .toList();
    }
}
