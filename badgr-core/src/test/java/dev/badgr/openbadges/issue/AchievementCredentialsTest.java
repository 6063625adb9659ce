package dev.badgr.openbadges.issue;

import static dev.badgr.openbadges.issue.Issuing.BADGE;
import static dev.badgr.openbadges.issue.Issuing.ISSUED;
import static dev.badgr.openbadges.issue.Issuing.SLOT;
import static dev.badgr.openbadges.issue.Issuing.award;
import static dev.badgr.openbadges.issue.Issuing.hashed;
import static dev.badgr.openbadges.issue.Issuing.issuance;
import static dev.badgr.openbadges.issue.Issuing.issuer;
import static dev.badgr.openbadges.issue.Issuing.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.award.Revocation;
import dev.badgr.openbadges.issue.IssuerIdentity.Did;
import dev.badgr.openbadges.issue.IssuerIdentity.StatusMethod;
import dev.badgr.openbadges.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AchievementCredentialsTest {
    private static final String ID = "https://plp.example/badges/credentials/" + award().id();

    @Test
    void aCredentialSaysWhoEarnedWhat() {
        assertThat(AchievementCredentials.credential(issuance("es256"), SLOT)).isEqualTo(json(credential()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs256", "es256", "es384", "eddsa"})
    void theTokenRepeatsItAsClaimsAndVerifiesElsewhere(String key) {
        String token = AchievementCredentials.jwt(issuance(key), SLOT);
        JsonObject expected = json(credential().replaceFirst("\\}$", """
                ,'iss':'did:web:plp.example:badges:issuers:plp','jti':'%s','nbf':1772360430,
                'sub':'urn:uuid:6f7fbd1b-0f34-44c6-a5d0-5d5b1c36ae0c','exp':1803896430}""".formatted(ID)));
        assertThat(OtherJose.payload(token, issuer(key).key().key())).isEqualTo(expected);
        assertThat(OtherJose.header(token).members()).containsOnlyKeys("alg", "kid", "typ");
        assertThat(OtherJose.header(token).text("kid")).contains("did:web:plp.example:badges:issuers:plp#" + key);
        assertThat(OtherJose.header(token).text("typ")).contains("JWT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs256", "es256", "eddsa"})
    void aTokenThatWasChangedVerifiesNowhere(String key) {
        OtherJose.refusesAnyChangeOf(
                AchievementCredentials.jwt(issuance(key), SLOT),
                issuer(key).key().key());
    }

    @Test
    void anIssuerMayBeItsOwnKey() {
        Issuance byKey = new Issuance(issuer("eddsa").with(Did.KEY), BADGE, award(), hashed());
        String token = AchievementCredentials.jwt(byKey, SLOT);
        String did = OtherJose.payload(token).text("iss").orElseThrow();
        assertThat(did).startsWith("did:key:z6Mk");
        assertThat(OtherJose.header(token).text("kid")).contains(did + "#" + did.substring("did:key:".length()));
    }

    @Test
    void theStatusMayBeInTheRevocationListOf1EdTech() {
        Issuance other = new Issuance(issuer("eddsa").with(StatusMethod.REVOCATION_LIST), BADGE, award(), hashed());
        assertThat(AchievementCredentials.credential(other, SLOT).object("credentialStatus"))
                .contains(json("""
                        {'id':'https://plp.example/badges/issuers/plp/credential-revocations',
                         'type':'1EdTechRevocationList'}"""));
    }

    @Test
    void whatCountsNoMoreIsNotSigned() {
        Issuance revoked =
                new Issuance(issuer("eddsa"), BADGE, award().revoked(new Revocation("No.", ISSUED)), hashed());
        assertThatIllegalArgumentException().isThrownBy(() -> AchievementCredentials.jwt(revoked, SLOT));
    }

    private static String credential() {
        String recipient = hashed().identifier().text("identityHash").orElseThrow();
        return """
                {'@context':['https://www.w3.org/ns/credentials/v2',
                   'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
                 'id':'%s','type':['VerifiableCredential','OpenBadgeCredential'],'name':'Data Wrangler',
                 'issuer':{'id':'did:web:plp.example:badges:issuers:plp','type':['Profile'],
                   'name':'Peer Learning Place','url':'https://plp.example/','email':'badges@plp.example',
                   'otherIdentifier':[{'type':'IdentifierEntry',
                     'identifier':'https://plp.example/badges/issuers/plp','identifierType':'identifier'}]},
                 'validFrom':'2026-03-01T10:20:30Z','validUntil':'2027-03-01T10:20:30Z',
                 'credentialSubject':{'id':'urn:uuid:6f7fbd1b-0f34-44c6-a5d0-5d5b1c36ae0c','type':['AchievementSubject'],
                   'identifier':[{'type':'IdentityObject','identityHash':'%s','identityType':'emailAddress',
                     'hashed':true,'salt':'deadsea'}],
                   'narrative':'Cleaned a million rows.',
                   'achievement':{'id':'https://plp.example/badges/achievements/plp/data','type':['Achievement'],
                     'name':'Data Wrangler','description':'Cleans data.','criteria':{'narrative':'Finish the course.'},
                     'image':{'id':'https://plp.example/data.png','type':'Image'},'tag':['data','csv'],
                     'related':[{'type':['Related'],'id':'https://plp.example/badges/badges/plp/data',
                       'version':'Open Badges v2p0'}]}},
                 'evidence':[{'id':'https://plp.example/work/1','type':['Evidence'],'narrative':'The rows.'},
                   {'id':'https://plp.example/work/2','type':['Evidence']}],
                 'credentialStatus':{'id':'https://plp.example/badges/issuers/plp/status/2#777',
                   'type':'BitstringStatusListEntry','statusPurpose':'revocation','statusListIndex':'777',
                   'statusListCredential':'https://plp.example/badges/issuers/plp/status/2'}}""".formatted(ID, recipient);
    }
}
