package dev.badgr.openbadges.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.Report.Version;
import dev.badgr.text.Bytes;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What baking promises, for any badge and any picture. */
class BadgeImagePropertyTest {
    @Property(tries = 500)
    void whatIsBakedIsReadBack(
            @ForAll("pictures") byte[] picture, @ForAll("badges") String badge, @ForAll Version version) {
        if (BadgeImage.bake(Bytes.of(picture), badge, version) instanceof Baked.Done done) {
            assertThat(BadgeImage.read(done.image().toArray()))
                    .isEqualTo(new Unbaked.Found(badge, version, Optional.empty()));
            assertThat(done.mediaType())
                    .isEqualTo(PictureRules.mediaType(picture).orElseThrow());
        } else {
            assertThat(badge.isBlank() || badge.chars().anyMatch(c -> c < ' ' || c >= 0xD800))
                    .isTrue();
        }
    }

    @Property(tries = 500)
    void bakingTwiceIsBakingTheSecond(
            @ForAll("pictures") byte[] picture,
            @ForAll("plain") String first,
            @ForAll("plain") String second,
            @ForAll Version before,
            @ForAll Version after) {
        assertThat(bake(bake(picture, first, before), second, after)).isEqualTo(bake(picture, second, after));
    }

    @Property(tries = 500)
    void whatWasThereIsThereStill(@ForAll("pictures") byte[] picture, @ForAll("plain") String badge) {
        byte[] baked = bake(picture, badge, Version.V3_0);
        int start = 0;
        while (start < picture.length && baked[start] == picture[start]) {
            start++;
        }
        int kept = 0;
        while (kept < picture.length && baked[baked.length - 1 - kept] == picture[picture.length - 1 - kept]) {
            kept++;
        }
        assertThat(start + kept).as("each byte is before or after the badge").isGreaterThanOrEqualTo(picture.length);
    }

    @Property(tries = 2000)
    void anyBytesHaveAnAnswer(@ForAll("pictures") byte[] picture, @ForAll int at, @ForAll byte changed) {
        picture[Math.floorMod(at, picture.length)] = changed;
        assertThat(BadgeImage.read(picture)).isNotNull();
        assertThat(BadgeImage.bake(Bytes.of(picture), "x", Version.V2_0)).isNotNull();
        assertThat(PictureRules.objection(picture)).isNotNull();
    }

    @Provide
    Arbitrary<byte[]> pictures() {
        Arbitrary<byte[]> chunks = Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(20)
                .map(data -> Pictures.chunk("zzZz", data))
                .list()
                .ofMaxSize(5)
                .map(list -> Pictures.png(list.toArray(byte[][]::new)));
        Arbitrary<byte[]> svgs = Arbitraries.of(
                        "<g/>", "<!-- <g> -->", "<desc>ž</desc>", "<?x >?>", "<a id='>'></a>", "\n")
                .list()
                .ofMaxSize(5)
                .map(parts -> Bytes.of(Pictures.svg(String.join("", parts))).toArray());
        return Arbitraries.oneOf(chunks, svgs);
    }

    @Provide
    Arbitrary<String> badges() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(50), plain());
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withChars("{}[]<>&'\"!-.]eyJ ž\u20AC\n\r\t")
                .ofMinLength(1)
                .ofMaxLength(50)
                .map(text -> "{" + text);
    }

    private static byte[] bake(byte[] picture, String badge, Version version) {
        return ((Baked.Done) BadgeImage.bake(Bytes.of(picture), badge, version))
                .image()
                .toArray();
    }
}
