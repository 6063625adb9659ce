package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.text.InvalidValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {
    private static final String TRAP = "203.0.113.9";

    /** In another JVM, where every name that is looked up is caught. */
    static final class Lookup {
        private Lookup() {}

        public static void main(String[] names) {
            for (String name : names) {
                System.out.println(Client.of(name).key());
            }
            try {
                System.out.println(InetAddress.getByName(names[0]).getHostAddress());
            } catch (UnknownHostException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Property(tries = 300)
    void ofAnIpv6AddressTheFirst64BitsCount(@ForAll @Size(16) byte[] address, @ForAll @Size(8) byte[] other)
            throws Exception {
        address[0] = 0x20;
        byte[] neighbour = address.clone();
        System.arraycopy(other, 0, neighbour, 8, 8);
        Client client = Client.of(InetAddress.getByAddress(address).getHostAddress());
        assertThat(client.key()).isEqualTo(HexFormat.of().formatHex(address, 0, 8) + "/64");
        assertThat(Client.of(InetAddress.getByAddress(neighbour).getHostAddress()))
                .isEqualTo(client);
        byte[] stranger = address.clone();
        stranger[7] ^= 1;
        assertThat(Client.of(InetAddress.getByAddress(stranger).getHostAddress()))
                .isNotEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1,2001:0DB8:0:0:ffff:ffff:ffff:ffff",
        "fe80::1%eth0,fe80::2%eth0",
        "fe80::1%1,fe80::2",
        "[2001:db8::1],2001:db8::2",
        "[fe80::1%eth0],fe80::7",
        "::ffff:192.0.2.1,192.0.2.1",
        "::ffff:c000:201,192.0.2.1",
        "' 2001:db8::1',2001:db8::2",
        "192.0.2.1,' 192.0.2.1 '"
    })
    void twoSpellingsOfAClientAreOne(String one, String other) {
        assertThat(Client.of(one)).isEqualTo(Client.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.2",
        "2001:db8::1,2001:db8:0:1::1",
        "::ffff:192.0.2.1,::ffff:192.0.2.2",
        "localhost,127.0.0.1",
        "example.org,EXAMPLE.org"
    })
    void twoClientsAreTwo(String one, String other) {
        assertThat(Client.of(one)).isNotEqualTo(Client.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1:2", ":::", "a:b", "192.0.2.1:5555", ".:1", "2001:db8::1::2", "::ffff:999.1.1.1", "unknown"})
    void garbageIsAClientByItself(String garbage) {
        assertThat(Client.of(garbage).key()).isEqualTo(garbage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000", "192.0.2.1\r\nx"})
    void whatIsNoTextIsRefused(String key) {
        assertThatThrownBy(() -> Client.of(key)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void noNameIsEverLookedUp(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> names = List.of(
                "proof",
                "localhost",
                "example.org",
                ".:1",
                ".:",
                "..::",
                ".1:a",
                "a:b",
                "1:2",
                "::g",
                "dead.beef",
                "[.:1]",
                ".:1%eth0",
                "a.b:c");
        Path hosts = folder.resolve("hosts");
        Files.writeString(
                hosts, names.stream().map(name -> TRAP + " " + name + "\n").collect(Collectors.joining()));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + hosts,
                "-cp",
                System.getProperty("java.class.path"),
                Lookup.class.getName()));
        command.addAll(names);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("%s", printed).isZero();
        assertThat(printed.subList(0, names.size())).isEqualTo(names);
        assertThat(printed.get(names.size())).as("the trap works").isEqualTo(TRAP);
    }

    @Test
    void printedItShowsNeitherKeyNorEvidence() {
        Client client = Client.of("192.0.2.1").in(Locale.GERMAN).withEvidence("192.0.2.1, Firefox");
        assertThat(client).hasToString("Client[de]");
        assertThat(client.evidence()).contains("192.0.2.1, Firefox");
    }
}
