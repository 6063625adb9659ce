package dev.badgr.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.badgr.text.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailProvidersTest {
    private static final MailProviders STANDARD = MailProviders.standard();

    @ParameterizedTest
    @CsvSource({
        "a@school.edu, school.edu",
        "a@school.edu b@School.EDU, school.edu",
        "a@students.school.edu b@school.edu, school.edu",
        "a@school.edu b@a.b.school.edu c@b.school.edu, school.edu",
        "a@staff.school.edu b@students.school.edu, ''",
        "a@school.edu b@notschool.edu, ''",
        "a@school.edu b@school.edu.example, ''",
        "a@school.edu b@gmail.com, ''",
        "a@gmail.com, ''",
        "a@gmail.com b@GMAIL.com, ''",
        "a@mail.gmail.com, ''",
        "a@notgmail.com, notgmail.com",
        "a@b\u00fccher.example b@xn--bcher-kva.example, xn--bcher-kva.example"
    })
    void anOrganisationIsADomainThatAllShareAndNotEverybodyCanHave(String addresses, String organisation) {
        List<EmailAddress> all =
                Stream.of(addresses.split(" ")).map(EmailAddress::parse).toList();
        assertThat(STANDARD.organisation(all))
                .isEqualTo(Optional.of(organisation).filter(domain -> !domain.isEmpty()));
    }

    @Test
    void noAddressesHaveNoOrganisation() {
        assertThat(STANDARD.organisation(List.of())).isEmpty();
    }

    @Test
    void aHostAddsItsOwn() {
        MailProviders more = STANDARD.with("Home.Example", "b\u00fccher.example");
        assertThat(more.organisation(List.of(EmailAddress.parse("a@home.example"))))
                .isEmpty();
        assertThat(more.isPublic("xn--bcher-kva.example")).isTrue();
        assertThat(more.isPublic("gmail.com")).isTrue();
        assertThat(STANDARD.isPublic("home.example")).isFalse();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> STANDARD.with("not a domain"));
    }

    @Test
    void theStandardOnesAreAllDomains() {
        assertThat(STANDARD.domains())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        domain -> assertThat(EmailAddress.parse("x@" + domain).asciiDomain())
                                .isEqualTo(domain));
    }
}
