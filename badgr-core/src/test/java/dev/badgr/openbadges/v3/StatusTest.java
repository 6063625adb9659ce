package dev.badgr.openbadges.v3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.Verdict;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.jose.Keys;
import dev.badgr.openbadges.jose.Tokens;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.text.Base64Url;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {
    private static final String LIST = "https://issuer.example/status/1";
    private static final int BYTES = 16 * 1024;

    private final Badges badges = new Badges();

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] bits(int... set) {
        byte[] bits = new byte[BYTES];
        for (int one : set) {
            bits[one / 8] |= (byte) (0x80 >> one % 8);
        }
        return bits;
    }

    private static JsonObject list(String purpose, String encoded) {
        return Tokens.json("""
                {'@context':['https://www.w3.org/ns/credentials/v2'],'id':'LIST',
                'type':['VerifiableCredential','BitstringStatusListCredential'],'issuer':'ISSUER',
                'validFrom':'2025-01-01T00:00:00Z','credentialSubject':{'id':'LIST#list','type':'BitstringStatusList',
                'statusPurpose':'PURPOSE','encodedList':'ENCODED'}}""".replace("LIST", LIST)
                .replace("ISSUER", Badges.ISSUER)
                .replace("PURPOSE", purpose)
                .replace("ENCODED", encoded)
                .replace("\n", ""));
    }

    private static String encoded(int... set) {
        return "u" + Base64Url.of(zipped(bits(set)));
    }

    private void serve(JsonObject list) {
        badges.serve(LIST, Badges.text(Badges.proven(list, Badges.KEY)));
    }

    private static JsonObject badge(String index, String more) {
        return Badges.with(
                Badges.badge(),
                "credentialStatus",
                "{'id':'" + LIST
                        + "#1','type':'BitstringStatusListEntry','statusPurpose':'revocation','statusListIndex':"
                        + index + ",'statusListCredential':'" + LIST + "'" + more + "}");
    }

    private Report judged(JsonObject badge) {
        return badges.signed(badge);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 23, 131_071})
    void theBitOfTheBadgeCounts(int index) {
        serve(list("revocation", encoded(index)));
        assertThat(Badges.faults(judged(badge("'" + index + "'", "")))).containsExactly("REVOKED FAIL");
        assertThat(Badges.faults(judged(badge("" + index, "")))).containsExactly("REVOKED FAIL");
        int neighbour = index == 0 ? 1 : index - 1;
        assertThat(judged(badge("'" + neighbour + "'", "")).findings()).isEmpty();
    }

    @Test
    void theListMayComeAsAJwt() {
        JsonObject list = list("revocation", encoded(5));
        badges.serve(LIST, Badges.jwt(Badges.claims(list), Badges.KEY));
        assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("REVOKED FAIL");
        assertThat(judged(badge("'6'", "")).findings()).isEmpty();
    }

    @Test
    void anOlderListHasNoMultibase() {
        for (String encoded :
                new String[] {Base64Url.of(zipped(bits(5))), Base64.getEncoder().encodeToString(zipped(bits(5)))}) {
            serve(list("revocation", encoded));
            assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("REVOKED FAIL");
            assertThat(judged(badge("'6'", "")).findings()).isEmpty();
        }
    }

    @Test
    void severalBitsAreOneValue() {
        serve(list("message", "u" + Base64Url.of(zipped(new byte[BYTES * 2]))));
        JsonObject badge = badge("'3'", ",'statusSize':2");
        JsonObject message = Badges.with(badge, "credentialStatus.statusPurpose", "'message'");
        assertThat(judged(message).findings()).isEmpty();
        byte[] bits = new byte[BYTES * 2];
        bits[0] = 0b0000_0010;
        serve(list("message", "u" + Base64Url.of(zipped(bits))));
        Report report = judged(message);
        assertThat(report.findings()).isEmpty();
        assertThat(report.checks()).anyMatch(check -> check.found().equals("the status of message is 2"));
    }

    @Test
    void aSuspendedBadgeIsNotGoodEither() {
        serve(list("suspension", encoded(5)));
        JsonObject badge = Badges.with(badge("'5'", ""), "credentialStatus.statusPurpose", "'suspension'");
        assertThat(Badges.faults(judged(badge))).containsExactly("REVOKED FAIL");
    }

    @ParameterizedTest
    @CsvSource({
        "'131072', ''",
        "-1, ''",
        "1.5, ''",
        "'x', ''",
        "999999999999999999, ''",
        "9999999999999999999999, ''",
        "5, ',\"statusSize\":0'",
        "5, ',\"statusSize\":9'",
        "5, ',\"statusSize\":-1'",
        "5, ',\"statusSize\":2'",
    })
    void anEntryThatIsNotThereFails(String index, String more) {
        serve(list("revocation", encoded()));
        assertThat(Badges.faults(judged(badge("'" + index + "'", more)))).containsExactly("STATUS FAIL");
    }

    @Test
    void aListForAnotherPurposeFails() {
        serve(list("suspension", encoded()));
        assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("STATUS FAIL");
    }

    @Test
    void aListIsNeitherTooShortNorTooLongNorBroken() {
        for (String encoded : new String[] {
            "u" + Base64Url.of(zipped(new byte[BYTES - 1])),
            "u" + Base64Url.of(zipped(new byte[BitList.LONGEST + 1])),
            "u" + Base64Url.of(zipped(new byte[200 * 1024 * 1024])),
            "uAAAA",
            "u!!",
            "u",
            "u" + Base64Url.of(zipped(bits())).substring(0, 20)
        }) {
            serve(list("revocation", encoded));
            assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("STATUS FAIL");
        }
        serve(list("revocation", "u" + Base64Url.of(zipped(new byte[BitList.LONGEST]))));
        assertThat(judged(badge("'5'", "")).findings()).isEmpty();
    }

    @Test
    void aListMustBeSigned() {
        JsonObject list = list("revocation", encoded());
        badges.serve(LIST, Badges.text(list));
        assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("STATUS FAIL");
        JsonObject forged = Badges.with(
                Badges.proven(list("revocation", encoded(5)), Badges.KEY),
                "credentialSubject.encodedList",
                Json.of(encoded()));
        badges.serve(LIST, Badges.text(forged));
        assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("STATUS FAIL");
    }

    @Test
    void aListByAnotherIssuerIsWarnedOf() {
        KeyPair other = Keys.ed25519();
        JsonObject list = list("revocation", encoded()).with("issuer", Json.of(Badges.did(other)));
        badges.serve(LIST, Badges.text(Badges.proven(list, other)));
        assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("STATUS WARN");
    }

    @Test
    void aListThatHasRunOutSaysNothing() {
        serve(list("revocation", encoded()).with("validUntil", Json.of("2025-06-01T00:00:00Z")));
        assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("STATUS UNKNOWN");
    }

    @Test
    void aBadgeIsNoList() {
        badges.serve(LIST, Badges.text(Badges.proven(Badges.badge(), Badges.KEY)));
        assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("STATUS FAIL");
        badges.serve(LIST, "[]");
        assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("STATUS FAIL");
    }

    @Test
    void whatCanNotBeHadIsOpen() {
        assertThat(Badges.faults(judged(badge("'5'", "")))).containsExactly("STATUS UNKNOWN");
        JsonObject unknown = Badges.with(Badges.badge(), "credentialStatus", "{'type':'StatusList2021'}");
        assertThat(judged(unknown).status(CheckName.STATUS)).contains(Status.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"revokedCredential\":[{\"id\":\"ID\"}]}', REVOKED FAIL",
        "'{\"revokedCredentials\":[{\"id\":\"ID\",\"revoked\":true}]}', REVOKED FAIL",
        "'{\"revokedCredential\":[\"ID\"]}', REVOKED FAIL",
        "'{\"revokedCredential\":{\"id\":\" ID\"}}', REVOKED FAIL",
        "'{\"revokedCredential\":[{\"id\":\"ID\",\"revoked\":false}]}', ''",
        "'{\"revokedCredential\":[{\"id\":\"urn:other\"}]}', ''",
        "'{\"issuer\":\"https://other.example\",\"revokedCredential\":[]}', STATUS WARN",
        "'{}', ''",
        "'[]', STATUS UNKNOWN",
    })
    void theRevocationListOf1EdTechIsRead(String list, String fault) {
        badges.serve(LIST, list.replace("ID", Badges.ID));
        JsonObject badge =
                Badges.with(Badges.badge(), "credentialStatus", "{'id':'" + LIST + "','type':'1EdTechRevocationList'}");
        Report report = judged(badge);
        assertThat(String.join("", Badges.faults(report))).isEqualTo(fault);
    }

    @Test
    void tooManyAreNotLookedAt() {
        String one = "{'id':'" + LIST + "','type':'1EdTechRevocationList'}";
        JsonObject badge = Badges.with(Badges.badge(), "credentialStatus", "[" + (one + ",").repeat(10) + one + "]");
        assertThat(Badges.faults(judged(badge))).containsExactly("STATUS FAIL");
    }

    @Test
    void eachListIsAskedForAndAtMostTenDocuments() {
        StringBuilder statuses = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            statuses.append(i == 0 ? "" : ",").append("{'id':'" + LIST + i + "','type':'1EdTechRevocationList'}");
        }
        JsonObject badge = Badges.with(Badges.badge(), "credentialStatus", "[" + statuses + "]")
                .with(
                        "credentialSchema",
                        Badges.value("{'id':'https://issuer.example/s','type':'1EdTechJsonSchemaValidator2019'}"));
        Report report = judged(badge);
        assertThat(badges.fetched).hasSize(Verification.MOST_DOCUMENTS);
        assertThat(report.status(CheckName.STATUS)).contains(Status.UNKNOWN);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }
}
