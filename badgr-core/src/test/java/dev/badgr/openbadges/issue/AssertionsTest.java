package dev.badgr.openbadges.issue;

import static dev.badgr.openbadges.issue.Issuing.BADGE;
import static dev.badgr.openbadges.issue.Issuing.ISSUED;
import static dev.badgr.openbadges.issue.Issuing.MIA;
import static dev.badgr.openbadges.issue.Issuing.SUBJECT;
import static dev.badgr.openbadges.issue.Issuing.award;
import static dev.badgr.openbadges.issue.Issuing.hashed;
import static dev.badgr.openbadges.issue.Issuing.issuance;
import static dev.badgr.openbadges.issue.Issuing.issuer;
import static dev.badgr.openbadges.issue.Issuing.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.IdentityHash;
import dev.badgr.award.Issuer;
import dev.badgr.award.Revocation;
import dev.badgr.fixture.Some;
import dev.badgr.openbadges.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionsTest {
    private static final String ID = "https://plp.example/badges/assertions/" + award().id();

    @Test
    void aHostedAssertionIsADocumentAtItsId() {
        ServedDocument document = Assertions.hosted(issuance("es256"));
        assertThat(document.location()).hasToString(ID);
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.mediaType()).isEqualTo("application/ld+json");
        assertThat(json(document)).isEqualTo(assertion("{'type':'HostedBadge'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs256", "es256", "es384", "eddsa"})
    void aSignedAssertionNamesItsKeyAndVerifiesElsewhere(String key) {
        String token = Assertions.signed(issuance(key));
        assertThat(OtherJose.payload(token, issuer(key).key().key()))
                .isEqualTo(assertion("{'type':'SignedBadge','creator':'https://plp.example/badges/issuers/plp/keys/%s'}"
                        .formatted(key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs256", "es256", "eddsa"})
    void aSignedAssertionThatWasChangedVerifiesNowhere(String key) {
        OtherJose.refusesAnyChangeOf(
                Assertions.signed(issuance(key)), issuer(key).key().key());
    }

    @Test
    void theHashIsOfTheAddressAndTheSalt() {
        JsonObject recipient =
                json(Assertions.hosted(issuance("es256"))).object("recipient").orElseThrow();
        IdentityHash hash = IdentityHash.parse(
                recipient.text("identity").orElseThrow(), recipient.text("salt").orElseThrow());
        assertThat(hash.matches(MIA.text())).isTrue();
        assertThat(hash.matches("joe@school.edu")).isFalse();
    }

    @Test
    void aHostMayShowTheAddress() {
        Issuance plain = new Issuance(issuer("es256"), BADGE, award(), Subject.plain(MIA, SUBJECT));
        assertThat(json(Assertions.hosted(plain)).object("recipient"))
                .contains(json("{'type':'email','hashed':false,'identity':'Mia@school.edu'}"));
    }

    @Test
    void aRevokedAssertionSaysOnlyThat() {
        Issuance revoked = of(award().revoked(new Revocation("It was copied.", ISSUED)));
        ServedDocument document = Assertions.hosted(revoked);
        assertThat(document.status()).isEqualTo(410);
        assertThat(json(document)).isEqualTo(json("""
                {'@context':'https://w3id.org/openbadges/v2','type':'Assertion','id':'%s',
                 'revoked':true,'revocationReason':'It was copied.'}""".formatted(ID)));
        assertThatIllegalArgumentException().isThrownBy(() -> Assertions.signed(revoked));
    }

    @Test
    void anAwardThatWentToAMistypedAddressCountsNoMoreEither() {
        AwardId right = new AwardId(Some.recipient(Some.address()), award().id().sequence());
        ServedDocument document = Assertions.hosted(of(award().replacedBy(right)));
        assertThat(document.status()).isEqualTo(410);
        assertThat(json(document).text("revocationReason")).contains("The award was made to another address.");
    }

    @Test
    void nobodySignsForAnotherIssuer() {
        Badge other = Badge.of(
                Issuer.of("other", "Other", "https://other.example/"), "data", "D", "D", "D", "https://o.example/d");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Issuance(issuer("es256"), other, award(), hashed()))
                .withMessageContaining("another issuer");
    }

    private static Issuance of(Award award) {
        return new Issuance(issuer("es256"), BADGE, award, hashed());
    }

    private static JsonObject assertion(String verification) {
        return json("""
                {'@context':'https://w3id.org/openbadges/v2','type':'Assertion','id':'%s',
                 'recipient':{'type':'email','hashed':true,'salt':'deadsea','identity':
                   'sha256$255f2fae887b71e2c5cfd13dabadbb5dc4d41e79252921e1a6cb5de76f80b2e0'},
                 'badge':'https://plp.example/badges/badges/plp/data',
                 'verification':%s,
                 'issuedOn':'2026-03-01T10:20:30.456Z','expires':'2027-03-01T10:20:30.456Z',
                 'narrative':'Cleaned a million rows.',
                 'evidence':[{'type':'Evidence','id':'https://plp.example/work/1','narrative':'The rows.'},
                   {'type':'Evidence','id':'https://plp.example/work/2'}]}""".formatted(ID, verification));
    }
}
