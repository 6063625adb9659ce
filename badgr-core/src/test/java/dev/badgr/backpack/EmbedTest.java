package dev.badgr.backpack;

import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.given.AnyText;
import java.io.StringReader;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.xml.sax.InputSource;

/** Whatever a badge is called: what is pasted is one link with one picture in it, or with text. */
class EmbedTest {
    private static final URI LINK = URI.create("https://plp.example/shared/A?a=b&c='d'");

    @Test
    void aBadgeIsAPictureThatLinks() {
        Badge badge = aBadge().named("Data \"Wrangler\" <3").build();
        assertThat(Embed.picture(badge, URI.create("https://plp.example/shared/A")))
                .isEqualTo("<a href=\"https://plp.example/shared/A\" target=\"_blank\" rel=\"noopener\">"
                        + "<img src=\"https://plp.example/badge.png\""
                        + " alt=\"Data &quot;Wrangler&quot; &lt;3, Peer Learning Place\""
                        + " width=\"150\" height=\"150\" /></a>");
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void whateverABadgeIsCalledNothingButThePictureIsThere(@ForAll("names") String name, @ForAll("names") String issuer)
            throws Exception {
        Issuer by = Issuer.of("plp", issuer, "https://plp.example/");
        Badge badge = Badge.of(by, "x", name, "x", "x", "https://plp.example/a.png?x='%22'&y=1");
        Element link = parsed(Embed.picture(badge, LINK));
        assertIsTheLink(link);
        assertThat(link.getTextContent()).isEmpty();
        assertThat(link.getChildNodes().getLength()).isEqualTo(1);
        Element picture = (Element) link.getFirstChild();
        assertThat(picture.getTagName()).isEqualTo("img");
        assertThat(attributes(picture)).containsExactlyInAnyOrder("src", "alt", "width", "height");
        assertThat(picture.getAttribute("alt")).isEqualTo(badge.name() + ", " + by.name());
        assertThat(picture.getAttribute("src")).isEqualTo(badge.image().toString());
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void whateverACollectionIsCalledItIsText(@ForAll("names") String name) throws Exception {
        Element link = parsed(Embed.text(name, LINK));
        assertIsTheLink(link);
        assertThat(link.getTextContent()).isEqualTo(name);
        assertThat(link.getElementsByTagName("*").getLength()).isZero();
    }

    private static void assertIsTheLink(Element link) {
        assertThat(link.getTagName()).isEqualTo("a");
        assertThat(attributes(link)).containsExactlyInAnyOrder("href", "target", "rel");
        assertThat(link.getAttribute("href")).isEqualTo(LINK.toString());
        assertThat(link.getAttribute("rel")).isEqualTo("noopener");
    }

    /** What ends attributes, tags, comments and scripts, among all that a name may hold and XML may too. */
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> ends = Arbitraries.of(
                "\"",
                "'",
                "<",
                ">",
                "&",
                "&lt;",
                "&#39;",
                "\">",
                "'>",
                "--",
                "<!--",
                "]]>",
                "</a>",
                "`",
                "=",
                "<script>alert(1)</script>",
                "\" onerror=\"alert(1)",
                "javascript:alert(1)",
                "%22",
                "&#x22",
                "\\\"");
        return Arbitraries.oneOf(ends, AnyText.anything(), AnyText.words())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join("", parts))
                .filter(ShareTargetsTest::isAName)
                .filter(text -> text.indexOf('\uFFFE') < 0 && text.indexOf('\uFFFF') < 0)
                .map(text -> Issuer.of("x", text, "https://x.example").name());
    }

    private static Element parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)))
                .getDocumentElement();
    }

    private static Set<String> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(i -> attributes.item(i).getNodeName())
                .collect(Collectors.toSet());
    }
}
