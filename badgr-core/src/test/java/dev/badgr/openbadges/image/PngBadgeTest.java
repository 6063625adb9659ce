package dev.badgr.openbadges.image;

import static dev.badgr.openbadges.image.Pictures.chunk;
import static dev.badgr.openbadges.image.Pictures.compressedText;
import static dev.badgr.openbadges.image.Pictures.header;
import static dev.badgr.openbadges.image.Pictures.joined;
import static dev.badgr.openbadges.image.Pictures.latin;
import static dev.badgr.openbadges.image.Pictures.png;
import static dev.badgr.openbadges.image.Pictures.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Report.Version;
import dev.badgr.openbadges.Status;
import dev.badgr.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Badges in PNG, taken out and baked in. */
class PngBadgeTest {
    private static final String BADGE = "{\"id\":\"https://plp.example/b/1\",\"name\":\"Žluťoučký 🐎\"}";

    @Test
    void theKeywordTellsTheVersion() {
        assertThat(read(png(text("openbadges", BADGE)))).isEqualTo(found(BADGE, Version.V2_0));
        assertThat(read(png(text("openbadgecredential", BADGE)))).isEqualTo(found(BADGE, Version.V3_0));
        assertThat(read(png(text("openbadges", BADGE))).image().status()).isEqualTo(Status.PASS);
    }

    @Test
    void plainTextOfTheFirstYearsAndCompressedTextAreRead() {
        String url = "https://plp.example/b/1.json";
        assertThat(read(png(chunk("tEXt", latin("openbadges\0" + url))))).isEqualTo(found(url, Version.V2_0));
        assertThat(read(png(compressedText("openbadges", BADGE.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(found(BADGE, Version.V2_0));
        assertThat(read(png(chunk("iTXt", latin("openbadges\0\0\0en\0badge\0{}")))))
                .isEqualTo(found("{}", Version.V2_0));
    }

    @Test
    void otherTextIsNoBadge() {
        byte[] image = png(
                text("Comment", BADGE),
                text("openbadges2", BADGE),
                chunk("tEXt", latin("openbadges")),
                chunk("zzZz", latin("openbadges\0" + BADGE)));
        assertThat(read(image)).isEqualTo(new Unbaked.Empty());
        assertThat(read(png()).image().status()).isEqualTo(Status.FAIL);
    }

    @Test
    void twoBadgesAreRefusedWhateverTheirKeywords() {
        byte[] one = text("openbadges", BADGE);
        assertRefused(png(one, one), "has 2 badges; one is allowed");
        assertRefused(png(one, text("openbadgecredential", BADGE)), "has 2 badges");
        assertRefused(png(one, chunk("tEXt", latin("openbadges\0x"))), "has 2 badges");
    }

    @Test
    void whatIsCutOffAnywhereIsRefused() {
        byte[] image = png(text("openbadges", BADGE));
        for (int length = 0; length < image.length; length++) {
            assertThat(read(Arrays.copyOf(image, length)))
                    .as("%s bytes", length)
                    .isInstanceOf(Unbaked.Refused.class);
        }
    }

    @Test
    void anyChangedByteOfHeaderOrBadgeIsNoticed() {
        byte[] image = png(text("openbadges", BADGE));
        int pixels = png().length - header(1, 1).length - Pictures.SIGNATURE.length;
        for (int i = 0; i < image.length - pixels; i++) {
            byte[] changed = image.clone();
            changed[i] ^= 1;
            assertThat(read(changed)).as("byte %s", i).isNotEqualTo(read(image));
        }
    }

    @Test
    void brokenStructureIsRefused() {
        byte[] pixels = chunk("IDAT", latin("x"));
        byte[] end = chunk("IEND");
        assertRefused(joined(Pictures.SIGNATURE, pixels, end), "without a header");
        assertRefused(joined(Pictures.SIGNATURE, chunk("IHDR", new byte[12]), pixels, end), "without a header");
        assertRefused(joined(Pictures.SIGNATURE, header(1, 1), end), "without pixels or end");
        assertRefused(joined(Pictures.SIGNATURE, header(1, 1), pixels, chunk("IEND", latin("x"))), "without pixels");
        assertRefused(png(header(1, 1)), "two headers");
        assertRefused(
                joined(Pictures.SIGNATURE, header(1, 1), latin("\u007f\u00ff\u00ff\u00ffiTXtopenbadges\0")), "longer");
        assertRefused(
                joined(Pictures.SIGNATURE, header(1, 1), latin("\u00ff\u00ff\u00ff\u00ffiTXtopenbadges\0")), "longer");
    }

    @Test
    void sidesAreReadFromTheHeaderBeforeAnythingElse() {
        assertThat(read(png(4096, 4096))).isEqualTo(new Unbaked.Empty());
        assertRefused(Arrays.copyOf(png(4097, 1), 33), "over 4096 pixels");
        assertRefused(png(1, 65_535), "over 4096 pixels");
        assertRefused(png(0, 1), "no width");
        assertRefused(png(1, -1), "no height");
    }

    @Test
    void sizesAreLimited() {
        byte[] padding = new byte[PictureRules.LARGEST - png(chunk("zzZz")).length];
        assertThat(read(png(chunk("zzZz", padding)))).isEqualTo(new Unbaked.Empty());
        assertRefused(png(chunk("zzZz", padding, latin("x"))), "over 2097152 bytes");
        assertRefused(png(text("openbadges", "x".repeat(512 * 1024 + 1))), "over 524288 bytes");
    }

    @Test
    void inflatedTextIsLimited() {
        byte[] most = "a".repeat(256 * 1024).getBytes(StandardCharsets.UTF_8);
        assertThat(read(png(compressedText("openbadges", most)))).isInstanceOf(Unbaked.Found.class);
        assertRefused(
                png(compressedText("openbadges", Arrays.copyOf(most, most.length + 1))), "inflates to over 262144");
        assertRefused(png(compressedText("openbadges", new byte[100_000_000])), "inflates to over 262144");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openbadges\0",
                "openbadges\0\0",
                "openbadges\0\0\0",
                "openbadges\0\0\0en",
                "openbadges\0\0\0\0x",
                "openbadges\0\1\0\0\0nodeflate",
                "openbadges\0\1\0\0\0",
                "openbadges\0\1\1\0\0x",
                "openbadges\0\2\0\0\0x",
                "openbadges\0\0\0\0\0\u00ff\u00fe"
            })
    void aBadgeThatCantBeReadIsRefused(String data) {
        assertThat(read(png(chunk("iTXt", latin(data))))).isInstanceOf(Unbaked.Refused.class);
    }

    @Test
    void whatFollowsTheEndIsDangerous() {
        byte[] image = joined(png(text("openbadges", BADGE)), latin("PK"));
        assertThat(read(image)).isInstanceOfSatisfying(Unbaked.Found.class, found -> {
            assertThat(found.flaw()).isPresent();
            assertThat(found.image().status()).isEqualTo(Status.FAIL);
        });
        assertThat(BadgeImage.bake(Bytes.of(image), BADGE, Version.V2_0))
                .isEqualTo(new Baked.Refused("goes on after the end of its PNG"));
    }

    @Test
    void bakingPutsOneUncompressedChunkAfterTheHeaderAndChangesNothingElse() {
        byte[] before = chunk("gAMA", new byte[4]);
        byte[] after = chunk("tEXt", latin("Comment\0hello"));
        assertThat(bake(png(before, after), BADGE, Version.V3_0))
                .isEqualTo(png(text("openbadgecredential", BADGE), before, after));
        assertThat(bake(png(), BADGE, Version.V2_0)).isEqualTo(png(text("openbadges", BADGE)));
    }

    @Test
    void bakingAgainReplacesBadgesOfAllKindsWhereverTheyStand() {
        byte[] other = chunk("gAMA", new byte[4]);
        byte[] image = joined(
                Pictures.SIGNATURE,
                header(1, 1),
                text("openbadges", "old"),
                other,
                chunk("tEXt", latin("openbadges\0older")),
                chunk("IDAT", latin("x")),
                compressedText("openbadgecredential", latin("new")),
                chunk("IEND"));
        assertThat(bake(image, BADGE, Version.V3_0))
                .isEqualTo(joined(
                        Pictures.SIGNATURE,
                        header(1, 1),
                        text("openbadgecredential", BADGE),
                        other,
                        chunk("IDAT", latin("x")),
                        chunk("IEND")));
    }

    @Test
    void whatCantBeReadBackIsNotBaked() {
        for (String badge : List.of("", " \n", "a\0b", "\ud800", "x".repeat(512 * 1024 + 1), "ž".repeat(300 * 1024))) {
            assertThat(BadgeImage.bake(Bytes.of(png()), badge, Version.V2_0)).isInstanceOf(Baked.Refused.class);
        }
        byte[] full = png(chunk("zzZz", new byte[PictureRules.LARGEST - png(chunk("zzZz")).length]));
        assertThat(BadgeImage.bake(Bytes.of(full), BADGE, Version.V2_0)).isInstanceOf(Baked.Refused.class);
    }

    @Test
    void noTextShowsTheBadge() {
        assertThat(read(png(text("openbadges", BADGE))).toString()).doesNotContain("plp.example");
        assertThat(bakedOf(png(), BADGE, Version.V2_0).toString()).doesNotContain("plp.example");
    }

    static Unbaked read(byte[] image) {
        return BadgeImage.read(image);
    }

    static byte[] bake(byte[] image, String badge, Version version) {
        return bakedOf(image, badge, version).image().toArray();
    }

    private static Baked.Done bakedOf(byte[] image, String badge, Version version) {
        Baked baked = BadgeImage.bake(Bytes.of(image), badge, version);
        assertThat(baked).isInstanceOf(Baked.Done.class);
        return (Baked.Done) baked;
    }

    private static Unbaked found(String text, Report.Version version) {
        return new Unbaked.Found(text, version, Optional.empty());
    }

    private static void assertRefused(byte[] image, String reason) {
        Unbaked read = read(image);
        assertThat(read)
                .isInstanceOfSatisfying(
                        Unbaked.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
        assertThat(read.image().status()).isEqualTo(Status.FAIL);
    }
}
