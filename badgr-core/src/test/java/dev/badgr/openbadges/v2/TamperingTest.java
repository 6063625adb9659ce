package dev.badgr.openbadges.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonWriter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Nothing of a signed badge can be changed. */
class TamperingTest {
    private static final String SIGNED = Signer.RSA.sign(Signer.payload());
    private static final String[] PARTS = SIGNED.split("\\.", -1);

    @Test
    void everyByteOfTheSignatureCounts() {
        byte[] signature = Base64.getUrlDecoder().decode(PARTS[2]);
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            assertThat(proof(PARTS[1], Signer.base64(changed))).as("byte " + i).isEqualTo(Status.FAIL);
        }
    }

    @Test
    void aCutOrLongerSignatureIsNone() {
        byte[] signature = Base64.getUrlDecoder().decode(PARTS[2]);
        for (int length : List.of(0, 1, signature.length - 1, signature.length + 1)) {
            assertThat(proof(PARTS[1], Signer.base64(Arrays.copyOf(signature, length))))
                    .isEqualTo(Status.FAIL);
        }
    }

    @Property(tries = 200)
    void everyClaimCounts(@ForAll("claims") String claim, @ForAll("values") Json value) {
        JsonObject payload = Signer.payload();
        Assume.that(!payload.get(claim).equals(Optional.of(value)));
        assertThat(proof(Signer.base64(JsonWriter.bytes(payload.with(claim, value))), PARTS[2]))
                .isNotEqualTo(Status.PASS);
        assertThat(proof(Signer.base64(JsonWriter.bytes(payload.without(claim))), PARTS[2]))
                .isNotEqualTo(Status.PASS);
    }

    @Property(tries = 200)
    void nothingCanBeAdded(@ForAll("values") Json value, @ForAll @IntRange(min = 0, max = 1_000_000) int name) {
        JsonObject more = Signer.payload().with("added" + name, value);
        assertThat(proof(Signer.base64(JsonWriter.bytes(more)), PARTS[2])).isEqualTo(Status.FAIL);
    }

    @Provide
    static Arbitrary<String> claims() {
        return Arbitraries.of(Signer.payload().members().keySet());
    }

    @Provide
    static Arbitrary<Json> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(Json::of),
                Arbitraries.integers().map(number -> new Json.Numeral(Integer.toString(number))),
                Arbitraries.of(true, false).map(Json.Truth::new),
                Arbitraries.strings().ofMaxLength(5).list().ofMaxSize(3).map(Json::of),
                Arbitraries.just(Site.badge()));
    }

    private static Status proof(String payload, String signature) {
        return Signer.RSA
                .site()
                .verifier(VerificationPolicy.LENIENT)
                .verify(PARTS[0] + "." + payload + "." + signature)
                .report()
                .status(CheckName.PROOF)
                .orElse(Status.UNKNOWN);
    }
}
