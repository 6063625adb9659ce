package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.jose.SignatureAlgorithm;
import dev.badgr.openbadges.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;

/** The cryptosuites that badgr verifies (W3C EdDSA and ECDSA Cryptosuites 1.0). */
enum Suite {
    EDDSA_RDFC_2022("eddsa-rdfc-2022", "EdDSA Cryptosuites 1.0, 3.2"),
    EDDSA_JCS_2022("eddsa-jcs-2022", "EdDSA Cryptosuites 1.0, 3.3"),
    ED25519_SIGNATURE_2020("Ed25519Signature2020", "EdDSA Cryptosuites 1.0, A"),
    ECDSA_RDFC_2019("ecdsa-rdfc-2019", "ECDSA Cryptosuites 1.0, 3.2"),
    ECDSA_SD_2023("ecdsa-sd-2023", "ECDSA Cryptosuites 1.0, 3.6");

    private static final String GENERAL_TYPE = "DataIntegrityProof";

    private final String text;
    private final String section;

    Suite(String text, String section) {
        this.text = text;
        this.section = section;
    }

    /** The one that a proof names, if badgr verifies it. */
    static Optional<Suite> of(JsonObject proof) {
        boolean isGeneral = proof.text("type").equals(Optional.of(GENERAL_TYPE));
        Optional<String> name = isGeneral ? proof.text("cryptosuite") : proof.text("type");
        return Arrays.stream(values())
                .filter(suite -> isGeneral != (suite == ED25519_SIGNATURE_2020))
                .filter(suite -> name.equals(Optional.of(suite.text)))
                .findFirst();
    }

    /** Its name in a proof. */
    String text() {
        return text;
    }

    /** Where it is specified. */
    String section() {
        return section;
    }

    /** Whether a key of this algorithm may make its signatures. */
    boolean takes(SignatureAlgorithm algorithm) {
        return switch (this) {
            case EDDSA_RDFC_2022, EDDSA_JCS_2022, ED25519_SIGNATURE_2020 -> algorithm == SignatureAlgorithm.EDDSA;
            case ECDSA_RDFC_2019 -> algorithm == SignatureAlgorithm.ES256 || algorithm == SignatureAlgorithm.ES384;
            case ECDSA_SD_2023 -> algorithm == SignatureAlgorithm.ES256;
        };
    }

    /** The hash that goes with a key (ECDSA Cryptosuites 1.0, 3.2.4: SHA-384 with P-384). */
    static String hash(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.ES384 ? "SHA-384" : "SHA-256";
    }
}
