package dev.badgr.openbadges.image;

import static dev.badgr.openbadges.image.Pictures.SVG;
import static dev.badgr.openbadges.image.Pictures.svg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.Report.Version;
import dev.badgr.openbadges.Status;
import dev.badgr.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Badges in SVG, taken out and baked in. */
class SvgBadgeTest {
    private static final String V3 = "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"";
    private static final String V2 = "xmlns:openbadges=\"http://openbadges.org\"";
    private static final String JWS = "eyJh.eyJi.c2ln";
    private static final String TYPE = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
            + "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";

    @Test
    void theElementTellsTheVersion() {
        assertThat(read(svg("<openbadges:credential " + V3 + " verify=\"" + JWS + "\"/>")))
                .isEqualTo(found(JWS, Version.V3_0));
        assertThat(read(svg("<openbadges:assertion " + V2 + " verify=\"" + JWS + "\"></openbadges:assertion>")))
                .isEqualTo(found(JWS, Version.V2_0));
        assertThat(read(svg("<a:assertion xmlns:a=\"https://openbadges.org\" verify=\"" + JWS + "\"/>")))
                .isEqualTo(found(JWS, Version.V2_0));
    }

    @Test
    void theBodyCountsBeforeTheAttribute() {
        String both = "<openbadges:assertion " + V2
                + " verify=\"https://plp.example/1\"> <![CDATA[{\"a\":1}]]></openbadges:assertion>";
        assertThat(read(svg(both))).isEqualTo(found(" {\"a\":1}", Version.V2_0));
        assertThat(read(svg(both.replace("<![CDATA[{\"a\":1}]]>", "\n"))))
                .isEqualTo(found("https://plp.example/1", Version.V2_0));
        assertThat(read(svg("<openbadges:credential " + V3 + ">{&quot;a&quot;<!-- -->:1}</openbadges:credential>")))
                .isEqualTo(found("{\"a\":1}", Version.V3_0));
    }

    @Test
    void otherElementsAreNoBadges() {
        assertThat(read(SVG)).isEqualTo(new Unbaked.Empty());
        assertThat(read(svg("<assertion verify=\"x\"/><x:credential xmlns:x=\"urn:x\" verify=\"x\"/>")))
                .isEqualTo(new Unbaked.Empty());
        assertThat(read(svg(
                        "<!-- <openbadges:credential " + V3 + " verify=\"x\"/> --><desc>openbadges:credential</desc>")))
                .isEqualTo(new Unbaked.Empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/><b/>",
                "<html/>",
                "<svg/>",
                "<svg xmlns='http://www.w3.org/2000/svg'>",
                "<?xml version='1.0' encoding='ISO-8859-1'?><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?xml version='1.1'?><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"https://evil.example/svg11.dtd\"><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!-- <!DOCTYPE svg> --><!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg><!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg>",
                "<",
                "<!--",
                "<svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>"
            })
    void whatIsNoPlainSvgIsRefused(String text) {
        assertThat(read(text)).isInstanceOf(Unbaked.Refused.class);
        assertThat(BadgeImage.bake(Bytes.of(text), JWS, Version.V2_0)).isInstanceOf(Baked.Refused.class);
        assertThat(PictureRules.objection(text.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<openbadges:credential/>",
                "<openbadges:credential verify=' '/>",
                "<openbadges:credential><b/></openbadges:credential>",
                "<openbadges:credential>&a;</openbadges:credential>",
                "<openbadges:credential verify='a'/><openbadges:credential verify='a'/>",
                "<openbadges:credential verify='a'><openbadges:credential verify='b'/></openbadges:credential>",
                "<openbadges:credential verify='a'/><openbadges:assertion xmlns:openbadges='http://openbadges.org' verify='a'/>"
            })
    void badgesThatCantBeToldAreRefused(String badge) {
        assertThat(read(SVG.replace("<svg", "<svg " + V3).replace("<path", badge + "<path")))
                .isInstanceOf(Unbaked.Refused.class);
    }

    @Test
    void depthAndSizeAreLimited() {
        assertThat(read(svg("<g>".repeat(99) + "</g>".repeat(99)))).isEqualTo(new Unbaked.Empty());
        assertThat(read(svg("<g>".repeat(100) + "</g>".repeat(100)))).isInstanceOf(Unbaked.Refused.class);
        assertThat(read(svg("<g>".repeat(500_000)))).isInstanceOf(Unbaked.Refused.class);
        assertThat(read(svg("<g/>".repeat(600_000)))).isEqualTo(new Unbaked.Refused("has over 2097152 bytes"));
        assertThat(read(svg("<openbadges:credential " + V3 + " verify=\"" + "x".repeat(600_000) + "\"/>")))
                .isInstanceOf(Unbaked.Refused.class);
    }

    @Test
    void theStandardDocumentTypeIsReadPastButNotShown() {
        String badge = svg("<openbadges:credential " + V3 + " verify=\"" + JWS + "\"/>");
        for (String type : List.of(TYPE, "<!-- x -->" + TYPE, "<?xml version=\"1.0\"?>\n" + TYPE, "<!DOCTYPE svg>")) {
            Unbaked read = read(type + badge);
            assertThat(read)
                    .isInstanceOfSatisfying(
                            Unbaked.Found.class,
                            found -> assertThat(found.text()).isEqualTo(JWS));
            assertThat(read.image().status()).isEqualTo(Status.WARN);
            assertThat(PictureRules.objection((type + badge).getBytes(StandardCharsets.UTF_8)))
                    .isPresent();
            assertThat(BadgeImage.bake(Bytes.of(type + SVG), JWS, Version.V2_0)).isInstanceOf(Baked.Refused.class);
        }
    }

    @Test
    void aBadgeInADangerousPictureIsToldButFails() {
        Unbaked read = read(svg("<script/><openbadges:credential " + V3 + " verify=\"" + JWS + "\"/>"));
        assertThat(read.image().status()).isEqualTo(Status.FAIL);
        assertThat(read.image().found()).isEqualTo("has a script");
        assertThat(read)
                .isInstanceOfSatisfying(
                        Unbaked.Found.class, found -> assertThat(found.text()).isEqualTo(JWS));
    }

    @Test
    void bakingPutsTheElementRightAfterTheRootAndChangesNothingElse() {
        assertThat(bake(SVG, JWS, Version.V3_0))
                .isEqualTo(svg("<openbadges:credential " + V3 + " verify=\"" + JWS + "\"/>"));
        assertThat(bake(SVG, "{\"id\":\"urn:x\"}", Version.V3_0))
                .isEqualTo(svg(
                        "<openbadges:credential " + V3 + "><![CDATA[{\"id\":\"urn:x\"}]]></openbadges:credential>"));
        String odd = "\uFEFF<?xml version='1.0' encoding='UTF-8'?>\r\n<!-- <svg> --><!--> <svg> -->\n"
                + "<s:svg\n xmlns:s='http://www.w3.org/2000/svg' id='a>b' >"
                + "\r\n<?x <svg> ?><s:desc><![CDATA[<svg>]]></s:desc></s:svg >\n<!-- é -->";
        assertThat(bake(odd, JWS, Version.V2_0))
                .isEqualTo(odd.replace("'a>b' >", "'a>b' ><openbadges:assertion " + V2 + " verify=\"" + JWS + "\"/>"));
    }

    @Test
    void aHostedAssertionNamesItsPlaceBesideItsBody() {
        String hosted = "{\"id\":\"https://plp.example/b?a=1&b=2\"}";
        assertThat(bake(SVG, hosted, Version.V2_0))
                .contains("verify=\"https://plp.example/b?a=1&#38;b=2\"><![CDATA[" + hosted);
        assertThat(bake(SVG, "{\"verify\":{\"url\":\"https://plp.example/old\"}}", Version.V2_0))
                .contains("verify=\"https://plp.example/old\"");
    }

    @Test
    void bakingAgainReplacesBadgesOfBothVersionsWhereverTheyStand() {
        String old = "<openbadges:assertion " + V2 + " verify='a>b' />";
        String older =
                "<x:credential xmlns:x='https://purl.imsglobal.org/ob/v3p0' ><!-- </x:credential> --><![CDATA[</x>]]>\n</x:credential >";
        String image = svg(old + "<g>" + older + "<desc/></g>").replace("</svg>", old + "\n</svg>");
        assertThat(bake(image, JWS, Version.V3_0))
                .isEqualTo(bake(svg("<g><desc/></g>").replace("</svg>", "\n</svg>"), JWS, Version.V3_0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{]]>}",
                "{\r\n}",
                "\r{\r",
                "{<!DOCTYPE svg>&amp;&lt;}",
                "a\"<>&'\t\n\r b",
                "]]>",
                " x ",
                "{\"🐎\":\"\u0085\u2028\"}"
            })
    void anyTextIsReadBackExactly(String text) {
        assertThat(read(bake(SVG, text, Version.V3_0))).isEqualTo(found(text, Version.V3_0));
        assertThat(read(bake(SVG, text, Version.V2_0))).isEqualTo(found(text, Version.V2_0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\u0001}", "a\u0000", "{\uFFFE}", "{\ud83d}", "\u001f"})
    void whatXmlCantHaveIsNotBaked(String text) {
        assertThat(BadgeImage.bake(Bytes.of(SVG), text, Version.V3_0)).isInstanceOf(Baked.Refused.class);
    }

    @Test
    void anEmptySvgTakesNoBadge() {
        assertThat(BadgeImage.bake(Bytes.of("<svg xmlns='http://www.w3.org/2000/svg'/>"), JWS, Version.V3_0))
                .isInstanceOf(Baked.Refused.class);
    }

    private static Unbaked read(String svg) {
        return BadgeImage.read(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static String bake(String svg, String badge, Version version) {
        Baked baked = BadgeImage.bake(Bytes.of(svg), badge, version);
        assertThat(baked).isInstanceOf(Baked.Done.class);
        return ((Baked.Done) baked).image().text();
    }

    private static Unbaked found(String text, Version version) {
        return new Unbaked.Found(text, version, Optional.empty());
    }
}
