package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.given.AnyAddress;
import dev.badgr.given.AnyText;
import dev.badgr.given.DefaultLocale;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CapitalisationsTest {
    private static final int MOST = 49;

    @Property
    void allAreOneMailboxAndNoneIsThereTwice(@ForAll("addresses") String typed) {
        EmailAddress address = EmailAddress.parse(typed);
        List<String> all = Capitalisations.of(address);
        assertThat(all).contains(address.text(), address.key().value()).doesNotHaveDuplicates();
        assertThat(all).hasSizeLessThanOrEqualTo(MOST);
        assertThat(all)
                .allSatisfy(text -> assertThat(EmailAddress.parse(text).key()).isEqualTo(address.key()));
    }

    @Property
    void howItWasTypedMakesNoDifferenceBesides(@ForAll("addresses") String typed) {
        String lower = EmailAddress.asciiLowerCase(EmailAddress.parse(typed).text());
        assertThat(Capitalisations.of(EmailAddress.parse(typed)))
                .containsAll(Capitalisations.of(EmailAddress.parse(lower)));
    }

    @Test
    void theCommonOnesAreThere() {
        assertThat(Capitalisations.of(EmailAddress.parse("fIRST.lAST-nAME@school.EDU")))
                .contains(
                        "fIRST.lAST-nAME@school.EDU",
                        "first.last-name@school.edu",
                        "First.Last-Name@school.edu",
                        "First.Last-name@school.edu",
                        "First.last-name@School.edu",
                        "FIrst.last-name@school.edu",
                        "FIRST.LAST-NAME@SCHOOL.EDU",
                        "first.last-name@School.edu",
                        "first.last-name@School.Edu",
                        "First.Last-Name@SCHOOL.edu",
                        "FIRST.LAST-NAME@school.edu");
    }

    @Test
    void aDomainIsThereInBothItsForms() {
        assertThat(Capitalisations.of(EmailAddress.parse("Mia@b\u00fccher.example")))
                .contains("mia@b\u00fccher.example", "mia@xn--bcher-kva.example", "Mia@B\u00fccher.example");
    }

    @Test
    void theMachinesLanguageMakesNoDifference() {
        List<String> usual = Capitalisations.of(EmailAddress.parse("IRIS@ISTANBUL.example"));
        for (Locale machine : AnyText.LOCALES) {
            assertThat(DefaultLocale.is(machine, () -> Capitalisations.of(EmailAddress.parse("IRIS@ISTANBUL.example"))))
                    .isEqualTo(usual);
        }
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> odd = Arbitraries.of(
                "jos\u00e9@School.edu",
                "m\u0131ke@x.org",
                "a@b\u00fcCher.Example",
                "A@XN--bcher-KVA.example",
                "..-_@x.org".substring(3));
        return Arbitraries.oneOf(AnyAddress.ascii(), AnyAddress.ascii(), AnyAddress.ascii(), odd);
    }
}
