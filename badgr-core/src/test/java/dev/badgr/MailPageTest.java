package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.Preferences;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.fixture.AccountFixture;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.given.AnyText;
import dev.badgr.given.DefaultLocale;
import dev.badgr.port.Mail;
import dev.badgr.port.Notice;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Messages;
import dev.badgr.text.Text;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An HTML mail says what its text says, and nothing in it comes from elsewhere. */
class MailPageTest {
    private static final Pattern ISOLATES = Pattern.compile("[\\u2066-\\u2069]");

    @Test
    void everyMailIsAPageInItsLanguageAndDirection() throws Exception {
        for (Mail mail : WordsTest.inAllLanguages()) {
            Element html = page(mail).getDocumentElement();
            boolean arabic = mail.locale().getLanguage().equals("ar");
            assertThat(html.getAttribute("lang")).isEqualTo(mail.locale().toLanguageTag());
            assertThat(html.getAttribute("dir")).isEqualTo(arabic ? "rtl" : "ltr");
            // Mail programs on the web take the page's inside only.
            Element inside = (Element) html.getElementsByTagName("div").item(0);
            assertThat(inside.getAttribute("lang")).isEqualTo(html.getAttribute("lang"));
            assertThat(inside.getAttribute("dir")).isEqualTo(html.getAttribute("dir"));
            assertThat(html.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(mail.subject());
        }
    }

    @Test
    void nothingInAMailComesFromElsewhereOrTellsThatItWasRead() throws Exception {
        for (Mail mail : WordsTest.inAllLanguages()) {
            Document page = page(mail);
            Set<String> elements = new TreeSet<>();
            all(page, "*").forEach(element -> elements.add(element.getTagName()));
            assertThat(elements).isSubsetOf("html", "head", "meta", "title", "body", "div", "p", "a", "bdi", "br");
            assertThat(mail.html()).doesNotContainIgnoringCase("url(").doesNotContainIgnoringCase("@import");
            assertThat(all(page, "a"))
                    .allSatisfy(link -> assertThat(link.getAttribute("href")).startsWith("https://plp.example/"));
        }
    }

    @Test
    void whatTheTextSaysThePageSaysToo() throws Exception {
        for (Mail mail : WordsTest.inAllLanguages()) {
            String page = bare(page(mail).getElementsByTagName("body").item(0).getTextContent());
            for (String paragraph : mail.text().split("\n+", -1)) {
                String words = bare(paragraph);
                // Of "Sign in: https://..", the page has a button and the address below it.
                for (String part : words.contains("https://plp.example/")
                        ? words.split("[:：]?(?=https:)", -1)
                        : new String[] {words}) {
                    assertThat(page)
                            .as("%s in %s", mail.kind(), mail.locale())
                            .contains(part.replaceFirst("[:：]$", ""));
                }
            }
        }
    }

    @Test
    void codesAndAddressesReadFromLeftToRightInWhateverText() throws Exception {
        for (Mail mail : WordsTest.inAllLanguages()) {
            List<String> isolated = new ArrayList<>();
            for (Element bdi : all(page(mail), "bdi")) {
                if (bdi.getAttribute("dir").equals("ltr")) {
                    isolated.add(bdi.getTextContent());
                }
            }
            Optional.ofNullable(mail.values().get("code")).ifPresent(code -> {
                assertThat(isolated).containsExactly(code);
                assertThat(mail.text().lines()).contains("    " + code);
            });
            Optional.ofNullable(mail.values().get("link")).ifPresent(link -> {
                assertThat(isolated).containsExactly(link);
                assertThat(mail.text().lines().map(line -> line.substring(Math.max(0, line.indexOf("https:")))))
                        .contains(link);
            });
        }
    }

    @Test
    void inArabicWhatIsNotArabicIsIsolatedButForWhatHasItsOwnLine() {
        Mail mail = security("m•••@school.edu", arabic());
        assertThat(mail.text()).contains("البريد الإلكتروني \u2066m•••@school.edu\u2069 من حسابكم");
        assertThat(mail.html()).contains("البريد الإلكتروني <bdi dir=\"ltr\">m•••@school.edu</bdi> من حسابكم");
        assertThat(mail.subject()).isEqualTo("تغيّر حسابكم في موقع \u2068PLP {code}\u2069");
        assertThat(mail.text()).contains("\n\n    https://plp.example/backpack\n");
    }

    @Test
    void onNoMachineIsADigitAnotherThanOneOfASCII() {
        for (Locale machine : AnyText.LOCALES) {
            List<Mail> mails = DefaultLocale.is(machine, WordsTest::inAllLanguages);
            for (Mail mail : mails) {
                assertThat((mail.subject() + mail.text() + mail.html())
                                .codePoints()
                                .filter(Character::isDigit))
                        .as("%s on a machine in %s", mail.kind(), machine)
                        .allMatch(c -> c < 128);
            }
        }
    }

    @Test
    void anArabicNameInEnglishTextIsIsolatedAndAnEnglishOneIsNot() {
        assertThat(awarded("شارة (2)", "School", Preferences.standard()).text())
                .startsWith("School has awarded you the badge \"\u2068شارة (2)\u2069\".");
        assertThat(awarded("Badge (2)", "School", Preferences.standard()).text())
                .startsWith("School has awarded you the badge \"Badge (2)\".");
    }

    @Test
    void theTimeOfAChangeIsToldInTheReadersZone() {
        Preferences german = new Preferences(Locale.GERMAN, ZoneId.of("Asia/Tokyo"));
        Mail mail = security("m•••@school.edu", german);
        String hours = Times.NOW.atZone(ZoneId.of("Asia/Tokyo")).getHour() + ":";
        assertThat(mail.text()).contains(hours).contains("JST").doesNotContain("Z.");
        assertThat(mail.values()).containsEntry("at", Times.NOW.toString());
    }

    @Property(tries = 300)
    void whatComesFromOutsideStaysText(
            @ForAll("lines") String badge, @ForAll("lines") String issuer, @ForAll("languages") Locale language)
            throws Exception {
        Mail mail = awarded(badge, issuer, new Preferences(language, ZoneId.of("UTC")));
        Document page = page(mail);
        assertThat(page.getElementsByTagName("a").getLength()).isEqualTo(2);
        assertThat(bare(page.getElementsByTagName("body").item(0).getTextContent()))
                .contains(bare(badge))
                .contains(bare(issuer));
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> markup = Arbitraries.of(
                "<script>alert(1)</script>",
                "</p></div>",
                "\"><a href='https://evil.example'>",
                "&lt;b&gt;",
                "<!--",
                "]]>",
                "[Sign in]({backpack})",
                "%s %1$s",
                "    {code}",
                "https://evil.example/");
        return Arbitraries.oneOf(markup, AnyText.words(), AnyText.ascii(), AnyText.anything())
                .filter(MailPageTest::isTaken);
    }

    @Provide
    Arbitrary<Locale> languages() {
        return Arbitraries.of(Messages.languages());
    }

    /** As a name, and by XML, which knows fewer characters than HTML. */
    private static boolean isTaken(String text) {
        try {
            return Text.line("name", text, 100).equals(text)
                    && text.codePoints().noneMatch(c -> (c & 0xFFFE) == 0xFFFE);
        } catch (InvalidValue e) {
            return false;
        }
    }

    private static Mail awarded(String badge, String issuer, Preferences preferences) {
        Badge named = BadgeFixture.aBadge()
                .from(Issuer.of("plp", issuer, "https://plp.example/"))
                .named(badge)
                .build();
        return new Mails(WordsTest.SETUP)
                .awarded(notice(Notice.Kind.AWARDED, ""), named, Optional.of(reader(preferences)));
    }

    private static Mail security(String detail, Preferences preferences) {
        return new Mails(WordsTest.SETUP)
                .told(notice(Notice.Kind.EMAIL_REMOVED, detail), Optional.of(reader(preferences)));
    }

    private static Preferences arabic() {
        return new Preferences(Locale.forLanguageTag("ar-EG"), ZoneId.of("Africa/Cairo"));
    }

    private static Account reader(Preferences preferences) {
        return AccountFixture.anAccount().build().with(preferences);
    }

    private static Notice notice(Notice.Kind kind, String detail) {
        var to = Some.address();
        return Notice.of(
                Some.recipient(to), Some.uuid(), kind, to, Optional.empty(), detail, Locale.ENGLISH, Times.NOW);
    }

    private static String bare(String text) {
        return ISOLATES.matcher(text).replaceAll("").replaceAll("[\\s\\u00A0]+", "");
    }

    private static List<Element> all(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** By a strict reader, for which nothing is left open. */
    private static Document page(Mail mail) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(mail.html())));
    }
}
