package dev.badgr.openbadges.issue;

import static dev.badgr.openbadges.issue.Issuing.BADGE;
import static dev.badgr.openbadges.issue.Issuing.award;
import static dev.badgr.openbadges.issue.Issuing.issuer;
import static dev.badgr.openbadges.issue.Issuing.json;
import static dev.badgr.openbadges.issue.Issuing.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.award.Withdrawal;
import dev.badgr.openbadges.jose.PublicKeys;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerDocumentsTest {
    private static final String BASE = "https://plp.example/badges/";

    @Test
    void anIssuerNamesItsKeysAndWhatItTookBack() {
        ServedDocument document = IssuerDocuments.issuer(issuer("rs256"));
        assertThat(document.location()).hasToString(BASE + "issuers/plp");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.mediaType()).isEqualTo("application/ld+json");
        assertThat(json(document)).isEqualTo(json("""
                {'@context':'https://w3id.org/openbadges/v2','type':'Issuer','id':'%1$sissuers/plp',
                 'name':'Peer Learning Place','url':'https://plp.example/','email':'badges@plp.example',
                 'publicKey':'%1$sissuers/plp/keys/rs256','revocationList':'%1$sissuers/plp/revocations',
                 'related':[{'type':['https://purl.imsglobal.org/spec/vc/ob/vocab.html#Profile'],
                   'id':'did:web:plp.example:badges:issuers:plp','version':'Open Badges v3p0'}]}""".formatted(BASE)));
    }

    @Test
    void formerKeysStayNamed() {
        IssuerIdentity identity = issuer("rs256")
                .withFormerKeys(new IssuerKey("2024", key("es256").publicKey()));
        assertThat(json(IssuerDocuments.issuer(identity)).texts("publicKey"))
                .containsExactly(BASE + "issuers/plp/keys/rs256", BASE + "issuers/plp/keys/2024");
        assertThat(IssuerDocuments.key(identity, "2024")).isPresent();
        assertThat(IssuerDocuments.key(identity, "2023")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs256", "es256", "es384", "eddsa"})
    void aKeyNamesItsOwner(String name) {
        ServedDocument document = IssuerDocuments.key(issuer(name), name).orElseThrow();
        assertThat(document.location()).hasToString(BASE + "issuers/plp/keys/" + name);
        String pem = json(document).text("publicKeyPem").orElseThrow();
        assertThat(PublicKeys.ofPem(pem).key()).isEqualTo(key(name).publicKey());
        assertThat(json(document).without("publicKeyPem")).isEqualTo(json("""
                {'@context':'https://w3id.org/openbadges/v2','type':'CryptographicKey',
                 'id':'%1$sissuers/plp/keys/%2$s','owner':'%1$sissuers/plp'}""".formatted(BASE, name)));
    }

    @Test
    void aBadgeClassSaysWhatCanBeEarned() {
        ServedDocument document = IssuerDocuments.badgeClass(issuer("rs256"), BADGE);
        assertThat(document.location()).hasToString(BASE + "badges/plp/data");
        assertThat(json(document)).isEqualTo(json("""
                {'@context':'https://w3id.org/openbadges/v2','type':'BadgeClass','id':'%1$sbadges/plp/data',
                 'name':'Data Wrangler','description':'Cleans data.','image':'https://plp.example/data.png',
                 'criteria':{'narrative':'Finish the course.'},'issuer':'%1$sissuers/plp','tags':['data','csv'],
                 'related':[{'type':['https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement'],
                   'id':'%1$sachievements/plp/data','version':'Open Badges v3p0'}]}""".formatted(BASE)));
    }

    @Test
    void aRevocationListNamesTheAssertions() {
        ServedDocument document = IssuerDocuments.revocationList(
                issuer("rs256"), List.of(new Withdrawal(award().id(), Optional.of("It was copied."))));
        assertThat(document.location()).hasToString(BASE + "issuers/plp/revocations");
        assertThat(json(document)).isEqualTo(json("""
                {'@context':'https://w3id.org/openbadges/v2','type':'RevocationList','id':'%1$sissuers/plp/revocations',
                 'issuer':'%1$sissuers/plp','revokedAssertions':[
                   {'id':'%1$sassertions/%2$s','revocationReason':'It was copied.'}]}""".formatted(BASE, award().id())));
    }

    @Test
    void anEmptyRevocationListIsOneToo() {
        assertThat(json(IssuerDocuments.revocationList(issuer("rs256"), List.of()))
                        .list("revokedAssertions"))
                .isEmpty();
    }
}
