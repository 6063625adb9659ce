package dev.badgr.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kept inputs of the fuzz targets, once each. */
class FuzzSeedsTest {
    @Test
    void allHold() throws IOException, URISyntaxException {
        run("png", PngFuzz::fuzzerTestOneInput);
        run("svg", SvgFuzz::fuzzerTestOneInput);
        run("url", FuzzSeedsTest::url);
        run("jsonld", JsonLdFuzz::fuzzerTestOneInput);
        run("jws", JwsFuzz::fuzzerTestOneInput);
    }

    private static void url(byte[] data) {
        try {
            UrlFuzz.fuzzerTestOneInput(data);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String name, Consumer<byte[]> target) throws IOException, URISyntaxException {
        URL folder = FuzzSeedsTest.class.getResource(name);
        assertThat(folder).as(name).isNotNull();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            List<Path> seeds = files.sorted().toList();
            assertThat(seeds).isNotEmpty();
            for (Path seed : seeds) {
                target.accept(Files.readAllBytes(seed));
            }
        }
    }
}
