package dev.badgr.openbadges.proof;

import dev.badgr.openbadges.jose.Base58;
import dev.badgr.openbadges.jose.PublicKeys;
import dev.badgr.openbadges.jose.VerificationKey;
import dev.badgr.openbadges.json.Malformed;
import dev.badgr.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The proof of a credential of which its holder shows only a part (ecdsa-sd-2023; ECDSA Cryptosuites 1.0, 3.4.7 and 3.5.8). The issuer signed
 * what must always be shown, and with a key for this credential alone each other statement.
 *
 * @param base the issuer's signature
 * @param key the key for this credential alone, as a multikey
 * @param signatures one for each statement that need not be shown, in their order
 * @param labels the names that blank nodes had when they were signed
 * @param mandatory which statements must be shown
 */
record DerivedProof(Bytes base, Bytes key, List<Bytes> signatures, Map<String, String> labels, Set<Integer> mandatory) {
    private static final byte[] DERIVED = {(byte) 0xd9, 0x5d, 0x01};
    private static final int PARTS = 5;

    /** Reads one. @throws Malformed if it is none, such as the proof that only its holder should have */
    static DerivedProof parse(String multibase) {
        byte[] content = decoded(multibase);
        if (content.length < DERIVED.length || !Arrays.equals(content, 0, DERIVED.length, DERIVED, 0, DERIVED.length)) {
            throw new Malformed("is no derived proof");
        }
        Cbor cbor = new Cbor(content, DERIVED.length);
        if (cbor.list() != PARTS) {
            throw new Malformed("has not five parts");
        }
        DerivedProof proof = new DerivedProof(
                Bytes.of(cbor.bytes()), Bytes.of(cbor.bytes()), signatures(cbor), labels(cbor), mandatory(cbor));
        cbor.end();
        return proof;
    }

    /** Whether the issuer signed these statements, and the rest of the proof. @throws Malformed if a name or key is not as it must be */
    boolean isGood(VerificationKey issuer, byte[] configHash, LinkedData.Statements document) {
        List<String> shown = new ArrayList<>(document.canonical("SHA-256", this::named));
        Collections.sort(shown);
        StringBuilder always = new StringBuilder();
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (mandatory.contains(i)) {
                always.append(shown.get(i));
            } else {
                chosen.add(shown.get(i));
            }
        }
        byte[] signed = Hashes.joined(configHash, key.toArray(), Hashes.of("SHA-256", always.toString()));
        return chosen.size() == signatures.size() && issuer.verifies(base.toArray(), signed) && areGood(chosen);
    }

    private boolean areGood(List<String> chosen) {
        VerificationKey own = PublicKeys.ofMultikey("z" + Base58.of(key.toArray()));
        for (int i = 0; i < chosen.size(); i++) {
            if (!own.verifies(signatures.get(i).toArray(), chosen.get(i).getBytes(StandardCharsets.UTF_8))) {
                return false;
            }
        }
        return true;
    }

    private String named(String label) {
        String name = labels.get(label);
        if (name == null) {
            throw new Malformed("names not every blank node");
        }
        return name;
    }

    private static byte[] decoded(String multibase) {
        if (!multibase.startsWith("u")) {
            throw new Malformed("is not in base64url");
        }
        try {
            return Base64.getUrlDecoder().decode(multibase.substring(1));
        } catch (IllegalArgumentException e) {
            throw new Malformed("is not in base64url");
        }
    }

    private static List<Bytes> signatures(Cbor cbor) {
        List<Bytes> all = new ArrayList<>();
        for (int left = cbor.list(); left > 0; left--) {
            all.add(Bytes.of(cbor.bytes()));
        }
        return all;
    }

    private static Map<String, String> labels(Cbor cbor) {
        Map<String, String> all = new HashMap<>();
        for (int left = cbor.map(); left > 0; left--) {
            String from = "c14n" + cbor.number();
            all.put(from, "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(cbor.bytes()));
        }
        return all;
    }

    private static Set<Integer> mandatory(Cbor cbor) {
        Set<Integer> all = new HashSet<>();
        for (int left = cbor.list(); left > 0; left--) {
            all.add(cbor.number());
        }
        return all;
    }
}
