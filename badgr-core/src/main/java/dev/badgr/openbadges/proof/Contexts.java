package dev.badgr.openbadges.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * JSON-LD contexts by where they are on the web. None is ever fetched. Those that come along are pinned by their SHA-256: a context
 * decides what a signature is of, so a changed one is as bad as a changed key. Immutable.
 */
final class Contexts {
    /** A file beside this class, and what it must be. */
    record Pinned(String file, String sha256) {}

    /** Those that come along. */
    static final Contexts BUNDLED = new Contexts(bundled());

    private final Map<String, Pinned> byLocation;

    Contexts(Map<String, Pinned> byLocation) {
        this.byLocation = Map.copyOf(byLocation);
    }

    /** Where they are on the web. */
    Set<String> locations() {
        return byLocation.keySet();
    }

    /** The bytes of a context; none if it is not among these. @throws IllegalStateException if its file was changed */
    Optional<byte[]> read(String location) {
        return Optional.ofNullable(byLocation.get(location)).map(Contexts::read);
    }

    private static byte[] read(Pinned pinned) {
        try (InputStream in = Contexts.class.getResourceAsStream("context/" + pinned.file())) {
            byte[] content = in == null ? new byte[0] : in.readAllBytes();
            if (!sha256(content).equals(pinned.sha256())) {
                throw new IllegalStateException(
                        "the context " + pinned.file() + " is not the one that badgr came with");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Map<String, Pinned> bundled() {
        Map<String, Pinned> all = new LinkedHashMap<>();
        all.put(
                "https://www.w3.org/2018/credentials/v1",
                new Pinned("credentials-v1.json", "00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8"));
        all.put(
                "https://www.w3.org/ns/credentials/v2",
                new Pinned("credentials-v2.json", "8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f"));
        all.put(
                "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
                new Pinned(
                        "open-badges-3.0.0.json", "9f1c8f9f361ba2994b9b50701f41149919542c50c7b7455b2846d87959295d72"));
        all.put(
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json",
                new Pinned(
                        "open-badges-3.0.0.json", "9f1c8f9f361ba2994b9b50701f41149919542c50c7b7455b2846d87959295d72"));
        all.put(
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
                new Pinned(
                        "open-badges-3.0.1.json", "af095468326d3449160509b26ca71576e6321d13c85b0369cfe3b654c9a48fba"));
        all.put(
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
                new Pinned(
                        "open-badges-3.0.2.json", "00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53"));
        all.put(
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                new Pinned(
                        "open-badges-3.0.3.json", "ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761"));
        all.put(
                "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
                new Pinned(
                        "open-badges-extensions.json",
                        "2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e"));
        all.put(
                "https://w3id.org/security/data-integrity/v1",
                new Pinned(
                        "data-integrity-v1.json", "b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554"));
        all.put(
                "https://w3id.org/security/data-integrity/v2",
                new Pinned(
                        "data-integrity-v2.json", "0f77743daf5b4e8fc067fc5ba5b21044283053aa717fc6b0219843bed3b00363"));
        all.put(
                "https://w3id.org/security/suites/ed25519-2020/v1",
                new Pinned("ed25519-2020-v1.json", "b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588"));
        all.put(
                "https://w3id.org/security/multikey/v1",
                new Pinned("multikey-v1.json", "c5f3806f8286920573221938917988a18a4cc5a09e968d29649613c7a1c2b1f6"));
        all.put(
                "https://w3id.org/vc/status-list/2021/v1",
                new Pinned(
                        "status-list-2021-v1.json",
                        "634d71c159289f068c96012e4511c657fdf82ac4231900081bda3ba24e2e1160"));
        all.put(
                "https://www.w3.org/ns/credentials/status/v1",
                new Pinned(
                        "bitstring-status-list-v1.json",
                        "fd08cbf28ddd829ab2f1978c48f43ab07a112c1c90245a0cfac7ba721c65170c"));
        return all;
    }
}
