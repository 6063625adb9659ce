package dev.badgr.openbadges.issue;

import static dev.badgr.openbadges.issue.Issuing.BADGE;
import static dev.badgr.openbadges.issue.Issuing.ISSUED;
import static dev.badgr.openbadges.issue.Issuing.award;
import static dev.badgr.openbadges.issue.Issuing.issuer;
import static dev.badgr.openbadges.issue.Issuing.json;
import static dev.badgr.openbadges.issue.Issuing.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.award.StatusSlot;
import dev.badgr.award.Withdrawal;
import dev.badgr.openbadges.jose.DidWeb;
import dev.badgr.openbadges.jose.PublicKeys;
import dev.badgr.openbadges.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialDocumentsTest {
    private static final String BASE = "https://plp.example/badges/";
    private static final String DID = "did:web:plp.example:badges:issuers:plp";

    @Test
    void aProfileLeadsToThe20One() {
        ServedDocument document = CredentialDocuments.profile(issuer("eddsa"));
        assertThat(document.location()).hasToString(BASE + "issuers/plp/profile");
        assertThat(json(document)).isEqualTo(json("""
                {'@context':['https://www.w3.org/ns/credentials/v2',
                   'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
                 'id':'%s','type':['Profile'],'name':'Peer Learning Place','url':'https://plp.example/',
                 'email':'badges@plp.example','otherIdentifier':[{'type':'IdentifierEntry',
                   'identifier':'%sissuers/plp','identifierType':'identifier'}]}""".formatted(DID, BASE)));
    }

    @Test
    void anAchievementIsAsInTheCredential() {
        ServedDocument document = CredentialDocuments.achievement(issuer("eddsa"), BADGE);
        assertThat(document.location()).hasToString(BASE + "achievements/plp/data");
        assertThat(json(document).without("@context"))
                .isEqualTo(AchievementCredentials.achievement(BADGE, Issuing.SITE));
    }

    @Test
    void theDidLeadsToItsDocument() {
        assertThat(DidWeb.location(issuer("eddsa").id()))
                .isEqualTo(CredentialDocuments.didDocument(issuer("eddsa")).location());
        IssuerIdentity withPort =
                IssuerIdentity.of(Issuing.PLP, IssuerSite.at("https://PLP.example:8443/"), key("eddsa"));
        assertThat(withPort.id()).isEqualTo("did:web:plp.example%3A8443:issuers:plp");
        assertThat(DidWeb.location(withPort.id()))
                .isEqualTo(CredentialDocuments.didDocument(withPort).location());
    }

    @Test
    void aDidDocumentHasTheKeysThatSignAndSigned() {
        IssuerIdentity identity = issuer("eddsa")
                .withFormerKeys(new IssuerKey("2024", key("rs256").publicKey()));
        ServedDocument document = CredentialDocuments.didDocument(identity);
        JsonObject did = json(document);
        List<JsonObject> methods = did.objects("verificationMethod");
        assertThat(document.mediaType()).isEqualTo("application/did+ld+json");
        assertThat(did.without("verificationMethod")).isEqualTo(json("""
                {'@context':['https://www.w3.org/ns/did/v1','https://w3id.org/security/multikey/v1',
                   'https://w3id.org/security/jwk/v1'],
                 'id':'%1$s','alsoKnownAs':['%2$sissuers/plp'],'assertionMethod':['%1$s#eddsa','%1$s#2024']}""".formatted(DID, BASE)));
        assertThat(methods.get(0).without("publicKeyMultibase"))
                .isEqualTo(json("{'id':'%1$s#eddsa','type':'Multikey','controller':'%1$s'}".formatted(DID)));
        assertThat(methods.get(1).without("publicKeyJwk"))
                .isEqualTo(json("{'id':'%1$s#2024','type':'JsonWebKey','controller':'%1$s'}".formatted(DID)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es256", "es384", "eddsa", "rs256"})
    void aWrittenKeyIsReadBack(String name) {
        WrittenKey key = issuer(name).key().written();
        assertThat(PublicKeys.ofJwk(key.jwk()).key()).isEqualTo(key(name).publicKey());
        assertThat(PublicKeys.ofPem(key.pem()).key()).isEqualTo(key(name).publicKey());
        if (key.hasMultikey()) {
            assertThat(PublicKeys.ofMultikey(key.multikey()).key())
                    .isEqualTo(key(name).publicKey());
        }
    }

    @Test
    void aListOfThoseTakenBack() {
        ServedDocument document = CredentialDocuments.credentialRevocations(
                issuer("eddsa"), List.of(new Withdrawal(award().id(), Optional.of("It was copied."))));
        assertThat(document.location()).hasToString(BASE + "issuers/plp/credential-revocations");
        assertThat(json(document)).isEqualTo(json("""
                {'id':'%1$sissuers/plp/credential-revocations','issuer':'%2$s','revokedCredentials':[
                   {'id':'%1$scredentials/%3$s','revoked':true,'revocationReason':'It was copied.'}]}""".formatted(BASE, DID, award().id())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs256", "es256"})
    void aStatusListIsSigned(String key) {
        ServedDocument document = CredentialDocuments.statusList(issuer(key), 2, List.of(777), ISSUED);
        assertThat(document.location()).hasToString(BASE + "issuers/plp/status/2");
        assertThat(document.mediaType()).isEqualTo("application/vc+jwt");
        JsonObject list =
                OtherJose.payload(document.content().text(), issuer(key).key().key());
        JsonObject bits = list.object("credentialSubject").orElseThrow();
        assertThat(list.without("credentialSubject")).isEqualTo(json("""
                {'@context':['https://www.w3.org/ns/credentials/v2'],'id':'%1$s',
                 'type':['VerifiableCredential','BitstringStatusListCredential'],'issuer':'%2$s',
                 'validFrom':'2026-03-01T10:20:30Z','iss':'%2$s','jti':'%1$s','nbf':1772360430,'sub':'%1$s#list'}""".formatted(document.location(), DID)));
        assertThat(bits.without("encodedList")).isEqualTo(json("""
                {'id':'%s#list','type':'BitstringStatusList','statusPurpose':'revocation'}""".formatted(document.location())));
        assertThat(ones(bits.text("encodedList").orElseThrow())).isEqualTo(bits(List.of(777)));
    }

    @Test
    void aStatusListHasAnEmbeddedProofIfTheKeyCanMakeOne() {
        ServedDocument document = CredentialDocuments.statusList(issuer("eddsa"), 2, List.of(777), ISSUED);
        assertThat(document.mediaType()).isEqualTo("application/vc");
        assertThat(json(document).object("proof").orElseThrow().text("cryptosuite"))
                .contains("eddsa-rdfc-2022");
        assertThat(json(document).without("proof"))
                .isEqualTo(CredentialDocuments.statusCredential(
                        issuer("eddsa"), document.location(), List.of(777), ISSUED));
    }

    @Property(tries = 100)
    void exactlyTheNamedBitsAreSet(
            @ForAll @Size(max = 20) List<@IntRange(max = StatusSlot.LIST_SIZE - 1) Integer> indexes) {
        assertThat(ones(Bitstring.of(indexes))).isEqualTo(bits(indexes));
    }

    private static BitSet bits(List<Integer> indexes) {
        BitSet bits = new BitSet();
        indexes.forEach(bits::set);
        return bits;
    }

    /** Reads a list as the specification has it: bit 0 is the left one of the first byte. */
    private static BitSet ones(String encoded) {
        assertThat(encoded).startsWith("u");
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = gzip.readAllBytes();
            assertThat(bytes).hasSize(16 * 1024);
            String text = IntStream.range(0, bytes.length)
                    .mapToObj(i -> String.format("%8s", Integer.toBinaryString(bytes[i] & 0xff))
                            .replace(' ', '0'))
                    .collect(Collectors.joining());
            BitSet ones = new BitSet();
            for (int i = text.indexOf('1'); i >= 0; i = text.indexOf('1', i + 1)) {
                ones.set(i);
            }
            return ones;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
