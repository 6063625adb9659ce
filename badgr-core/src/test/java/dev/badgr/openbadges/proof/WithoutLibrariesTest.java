package dev.badgr.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jcs.Jcs;
import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import dev.badgr.openbadges.json.JsonWriter;
import jakarta.json.Json;
import jakarta.json.spi.JsonProvider;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;

/** A host that lacks JSON-LD libraries: badgr is loaded anew, without their jars. */
class WithoutLibrariesTest {
    private static final String SIGNED =
            new String(JsonWriter.bytes(Proofs.signed(Proofs.badge())), StandardCharsets.UTF_8);

    @Test
    void withThemTheProofIsGood() throws ReflectiveOperationException {
        assertThat(proofWithout("nothing")).isEqualTo("PASS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"titanium", "titanium-json-ld", "titanium-rdfc", "parsson", "jakarta.json", "titanium-rdf-"})
    void embeddedProofsAreUndecidedAndSayWhy(String library) throws ReflectiveOperationException {
        assertThat(proofWithout(library)).isEqualTo("UNKNOWN: eddsa-rdfc-2022: " + LinkedData.Unavailable.REASON);
    }

    private static String proofWithout(String library) throws ReflectiveOperationException {
        URL[] path = Stream.of(
                        DataIntegrity.class,
                        Proofs.class,
                        JsonParser.class,
                        Json.class,
                        JsonProvider.provider().getClass(),
                        JsonLd.class,
                        RdfCanon.class,
                        RdfQuadConsumer.class,
                        NQuadsWriter.class,
                        Jcs.class)
                .map(WithoutLibrariesTest::location)
                .filter(location -> !location.toString().contains("/" + library))
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader host = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(host);
        try {
            return (String) host.loadClass(Proofs.class.getName())
                    .getMethod("judgement", String.class)
                    .invoke(null, SIGNED);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** The jar or folder that a class is from. */
    private static URL location(Class<?> from) {
        String name = from.getName().replace('.', '/') + ".class";
        String url = Objects.requireNonNull(from.getResource("/" + name), name).toString();
        String root = url.substring(0, url.length() - name.length());
        try {
            return URI.create(root.startsWith("jar:") ? root.substring("jar:".length(), root.length() - "!/".length()) : root)
                    .toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
