package dev.badgr.openbadges.issue;

import static dev.badgr.openbadges.issue.Issuing.PLP;
import static dev.badgr.openbadges.issue.Issuing.SITE;
import static dev.badgr.openbadges.issue.Issuing.issuer;
import static dev.badgr.openbadges.issue.Issuing.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.badgr.award.Issuer;
import dev.badgr.openbadges.issue.IssuerIdentity.Did;
import java.security.KeyPair;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerIdentityTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://plp.example/",
                "https:///badges/",
                "https://plp.example/?a=b/",
                "https://plp.example/#/",
                "https://me@plp.example/",
                "https://plp.example/../",
                "plp.example"
            })
    void aSiteIsAnHttpsFolder(String base) {
        assertThatIllegalArgumentException().isThrownBy(() -> IssuerSite.at(base));
    }

    @Test
    void anIssuerNeedsAnAddress() {
        Issuer silent = Issuer.of("plp", "Peer Learning Place", "https://plp.example/");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IssuerIdentity.of(silent, SITE, key("eddsa")))
                .withMessageContaining("issuer.email");
    }

    @Test
    void anRsaKeyIsNoDid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer("rs256").with(Did.KEY))
                .withMessageContaining("did:key");
    }

    @Test
    void aNewKeyHasANewName() {
        IssuerKey former = new IssuerKey("eddsa", key("es256").publicKey());
        assertThatIllegalArgumentException().isThrownBy(() -> issuer("eddsa").withFormerKeys(former));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IssuerKey("Key 1", key("es256").publicKey()));
    }

    @Test
    void aKeyIsOneToSignBadgesWith() {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of("k", Issuing.pair("RSA", 1024)));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of("k", Issuing.pair("EC", 521)));
        KeyPair one = Issuing.pair("EC", 256);
        KeyPair other = Issuing.pair("EC", 256);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.of("k", new KeyPair(one.getPublic(), other.getPrivate())))
                .withMessageContaining("belong together");
    }

    @Test
    void nothingShowsTheSecretHalf() {
        KeyPair pair = Issuing.pair("EC", 256);
        SigningKey key = SigningKey.of("k", pair);
        assertThat(key).hasToString("SigningKey[k, ES256]");
        String secret = HexFormat.of().formatHex(pair.getPrivate().getEncoded());
        assertThat(IssuerIdentity.of(PLP, SITE, key).toString())
                .doesNotContain(secret)
                .isEqualTo("IssuerIdentity[plp, did:web:plp.example:badges:issuers:plp]");
    }
}
