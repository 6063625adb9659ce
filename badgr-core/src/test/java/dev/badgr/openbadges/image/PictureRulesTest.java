package dev.badgr.openbadges.image;

import static dev.badgr.openbadges.image.Pictures.SVG;
import static dev.badgr.openbadges.image.Pictures.latin;
import static dev.badgr.openbadges.image.Pictures.png;
import static dev.badgr.openbadges.image.Pictures.svg;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<g fill='url(#a)' style=\"fill: url( '#a' )\"/>",
                "<image href='data:image/png;base64,AAAA'/>",
                "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href=' #a'/>",
                "<style>.a { fill: red } /* plain */</style>",
                "<animate attributeName='opacity' values='0;1'/>",
                "<g transform='translate(1 2)' class='on'/>",
                "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' r:about='http://x.example/'/></metadata>",
                "<?xpacket begin='x'?>"
            })
    void ordinarySvgMayBeShown(String content) {
        assertThat(PictureRules.objection(bytes(svg(content)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script>|has a script",
                "<s:SCRIPT xmlns:s='urn:x'/>|has a script",
                "<g onload='alert(1)'/>|has an event handler",
                "<g ONclick=''/>|has an event handler",
                "<foreignObject/>|has foreign content",
                "<b xmlns='http://www.w3.org/1999/xhtml'/>|has foreign content",
                "<iframe src='#'/>|has foreign content",
                "<a href='https://evil.example'/>|refers to something outside",
                "<a href='java&#10;script:alert(1)'/>|has a script",
                "<image href='//evil.example/a.png'/>|refers to something outside",
                "<image href='http://evil.example/a.png'/>|refers to something outside",
                "<use href='data:image/svg+xml,x#a'/>|refers to something outside",
                "<use href='a.svg#a'/>|refers to something outside",
                "<g xml:base='http://evil.example'/>|refers to something outside",
                "<g fill='url(http://evil.example)'/>|has a style that refers to something outside",
                "<g fill='u\\72l(http://evil.example)'/>|has a style that refers to something outside",
                "<g mask='image-set(\"http://evil.example\" 1x)'/>|has a style that refers to something outside",
                "<style>@import 'http://evil.example'</style>|has a style that refers to something outside",
                "<style>a{b:u<!-- -->rl<![CDATA[(]]>//evil.example)}</style>|has a style that refers to something outside",
                "<style>a{b:'/*';c:url(//evil.example);d:'*/'}</style>|has a style that refers to something outside",
                "<style>a{b:ur<g/>l(//evil.example)}</style>|has an element in a style",
                "<set attributeName='xlink:href' to='#a'/>|animates a reference or a handler",
                "<animate attributeName='href' values='x'/>|animates a reference or a handler",
                "<animate attributeName='onclick' values='x'/>|animates a reference or a handler",
                "<?xml-stylesheet href='http://evil.example'?>|refers to a style sheet",
                "<o:assertion xmlns:o='http://openbadges.org' verify='x' onload='x'/>|has an event handler"
            })
    void dangerousSvgMustNotBeShown(String content, String objection) {
        assertThat(PictureRules.objection(bytes(svg(content)))).isEqualTo(Optional.of(objection));
    }

    /** Each of these took time by the square of its length, or might: hours for the largest picture. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "( ", "url(", "url( ", "url(#a) ", "@impor", "data:image/", "&#13;"})
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theLongestStylesAreReadInOneWalk(String part) {
        String style = "url(" + part.repeat((PictureRules.LARGEST - 200) / part.length());
        PictureRules.objection(bytes(svg("<style>" + style + "</style>")));
        PictureRules.objection(bytes(svg("<g fill='" + style + "' href='" + part + "'/>")));
    }

    @Test
    void theTypeIsToldByTheFirstBytes() throws IOException {
        assertThat(PictureRules.mediaType(png())).isEqualTo(Optional.of("image/png"));
        assertThat(PictureRules.mediaType(bytes("\uFEFF \n" + SVG))).isEqualTo(Optional.of("image/svg+xml"));
        assertThat(PictureRules.mediaType(drawn("jpg", 2, 3))).isEqualTo(Optional.of("image/jpeg"));
        assertThat(PictureRules.mediaType(drawn("gif", 2, 3))).isEqualTo(Optional.of("image/gif"));
        assertThat(PictureRules.mediaType(webp('X', 0, 0))).isEqualTo(Optional.of("image/webp"));
        for (String other : List.of("", "{}", "eyJh.eyJi.c2ln", "GIF", "RIFF\0\0\0\0WAVE", "\u00ff\u00d8")) {
            assertThat(PictureRules.mediaType(latin(other))).isEmpty();
            assertThat(PictureRules.objection(latin(other))).isPresent();
        }
    }

    @Test
    void sidesOfAllKindsAreLimited() throws IOException {
        for (String type : List.of("png", "jpg", "gif")) {
            assertThat(PictureRules.objection(drawn(type, 4096, 1))).as(type).isEmpty();
            assertThat(PictureRules.objection(drawn(type, 4097, 1)))
                    .as(type)
                    .contains("is over 4096 pixels wide or high");
            assertThat(PictureRules.objection(drawn(type, 1, 4097)))
                    .as(type)
                    .contains("is over 4096 pixels wide or high");
        }
        for (char form : new char[] {'X', 'L'}) {
            assertThat(PictureRules.objection(webp(form, 4095, 4095))).isEmpty();
            assertThat(PictureRules.objection(webp(form, 4096, 0))).isPresent();
            assertThat(PictureRules.objection(webp(form, 0, 4096))).isPresent();
        }
        assertThat(PictureRules.objection(webp(' ', 4096, 4096))).isEmpty();
        assertThat(PictureRules.objection(webp(' ', 4097, 1))).isPresent();
        assertThat(PictureRules.objection(webp('?', 1, 1))).isPresent();
    }

    @Test
    void aHeaderThatIsCutOffIsAnObjection() throws IOException {
        for (byte[] picture : List.of(drawn("jpg", 2, 3), drawn("gif", 2, 3), webp('L', 1, 1))) {
            assertThat(PictureRules.objection(Arrays.copyOf(picture, 9))).isPresent();
        }
        assertThat(PictureRules.objection(latin("\u00ff\u00d8" + "\u00ff\u00e0\0\0".repeat(100_000))))
                .isPresent();
        assertThat(PictureRules.objection(latin("\u00ff\u00d8" + "\u00ff".repeat(100_000))))
                .isPresent();
    }

    private static byte[] drawn(String type, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), type, out))
                .isTrue();
        return out.toByteArray();
    }

    /** Only the header; the numbers are as the form writes them. */
    private static byte[] webp(char form, int width, int height) {
        byte[] bytes = Arrays.copyOf(latin("RIFF\0\0\0\0WEBPVP8" + form), 30);
        if (form == 'X') {
            little(bytes, 24, width);
            little(bytes, 27, height);
        } else if (form == 'L') {
            int bits = width | height << 14;
            little(bytes, 21, bits);
            little(bytes, 23, bits >>> 16);
        } else {
            little(bytes, 26, width);
            little(bytes, 28, height);
        }
        return bytes;
    }

    private static void little(byte[] bytes, int at, int number) {
        bytes[at] = (byte) number;
        bytes[at + 1] = (byte) (number >>> 8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
