package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.badgr.text.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:db8:1:2::1",
                "2001:DB8:1:2::1",
                "2001:0db8:0001:0002:ffff:ffff:ffff:ffff",
                "2001:db8:1:2:3:4:5.6.7.8",
                "[2001:db8:1:2::3]",
                "2001:db8:1:2::3%eth0",
                "[2001:db8:1:2::3%25]"
            })
    void allOfAnIpv6NetworkIsOneClient(String address) {
        assertThat(Client.of(address).key()).isEqualTo("20010db800010002/64");
    }

    @Test
    void otherNetworksAreOtherClients() {
        assertThat(Client.of("2001:db8:1:3::1").key())
                .isNotEqualTo(Client.of("2001:db8:1:2::1").key());
        assertThat(Client.of("192.0.2.1").key())
                .isNotEqualTo(Client.of("192.0.2.2").key());
    }

    @Test
    void anIpv4AddressIsItselfMappedOrNot() {
        assertThat(Client.of("192.0.2.1").key()).isEqualTo("192.0.2.1");
        assertThat(Client.of("::ffff:192.0.2.1").key()).isEqualTo("192.0.2.1");
        assertThat(Client.of("[::ffff:192.0.2.1]").key()).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "a:b:c", "1:2", "::::", ":", "12345::1", "client-7", "example.org"})
    void whatIsNoAddressIsItselfAndIsNotLookedUp(String key) {
        assertThat(Client.of(key).key()).isEqualTo(key);
    }

    @Test
    void aLongKeyIsRefusedInNoTime() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatExceptionOfType(InvalidValue.class)
                        .isThrownBy(() -> Client.of(":".repeat(1 << 20) + "x"))
                        .withMessage("client: too-long"));
    }

    @Test
    void itShowsNoPersonalData() {
        assertThat(Client.of("192.0.2.1").withEvidence("Firefox")).hasToString("Client[en]");
    }
}
