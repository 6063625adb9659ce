package dev.badgr.openbadges.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.badgr.openbadges.Report.Version;
import dev.badgr.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that others baked. */
class BadgeImageConformanceTest {
    private static final String FOLDER = System.getProperty("badgr.conformance", "");

    @BeforeEach
    void thereIsSomethingToRead() {
        assumeTrue(!FOLDER.isEmpty(), "no conformance folder was given");
    }

    @ParameterizedTest
    @CsvSource({
        "ob30/simple-json.png,    V3_0, {",
        "ob30/simple-jwt.png,     V3_0, eyJ",
        "ob30/simple-jwt_v1.png,  V3_0, eyJ",
        "ob30/simple-jwt_v1.svg,  V3_0, eyJ",
        "ob20/simple-badge.png,   V2_0, {"
    })
    void theirBadgesAreTakenOut(String file, Version version, String beginning) throws IOException {
        assertThat(BadgeImage.read(bytes(file))).isInstanceOfSatisfying(Unbaked.Found.class, found -> {
            assertThat(found.version()).isEqualTo(version);
            assertThat(found.text()).startsWith(beginning);
        });
    }

    @Test
    void aPictureWithoutBadgeTakesOne() throws IOException {
        byte[] bare = bytes("ob20/assets/robotics-badge.png");
        assertThat(BadgeImage.read(bare)).isEqualTo(new Unbaked.Empty());
        assertThat(BadgeImage.bake(Bytes.of(bare), "{}", Version.V3_0)).isInstanceOf(Baked.Done.class);
    }

    private static byte[] bytes(String file) throws IOException {
        Path path = Path.of(FOLDER, "1edtech", file);
        assumeTrue(Files.exists(path), "the folder has no " + file);
        return Files.readAllBytes(path);
    }
}
