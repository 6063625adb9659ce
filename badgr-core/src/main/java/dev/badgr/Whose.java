package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.Recipient;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.text.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a badge was issued to one of an account's verified addresses. Nothing is asked about other accounts, so nothing is
 * learnt about them.
 *
 * @param email the address, if so
 * @param line what the report says of it
 * @param otherAddress if not, an address that it was issued to, masked
 */
record Whose(Optional<VerifiedEmail> email, Check line, Optional<String> otherAddress) {
    /** A person has few names; who sends more wants to keep a server busy. */
    private static final int MOST = 100;

    private static final String MAIL = "mailto:";

    static Whose of(Credential credential, Account account, Spellings spellings) {
        List<Recipient> recipients =
                credential.recipients().stream().limit(MOST).toList();
        List<EmailAddress> plain = each(recipients, Recipient.Plain.class)
                .flatMap(recipient -> address(recipient.address()))
                .toList();
        Optional<VerifiedEmail> own = plain.stream()
                .flatMap(address -> account.email(address.key()).stream())
                .findFirst()
                .or(() -> spellings.owns(
                        account,
                        each(recipients, Recipient.Hashed.class)
                                .map(Recipient.Hashed::hash)
                                .toList()));
        Optional<String> other = plain.stream().map(EmailAddress::masked).findFirst();
        boolean hashed = each(recipients, Recipient.Hashed.class).findAny().isPresent();
        String section =
                credential.version() == Report.Version.V2_0 ? "OB 2.0, IdentityObject" : "OB 3.0, IdentityObject";
        return own.map(email -> new Whose(own, line(Status.PASS, yours(email), section), Optional.empty()))
                .orElseGet(() -> new Whose(own, line(Status.FAIL, notYours(other, hashed), section), other));
    }

    private static String yours(VerifiedEmail email) {
        return "issued to " + email.address().masked() + ", which this account has verified";
    }

    private static String notYours(Optional<String> other, boolean hashed) {
        return other.map(address -> "issued to " + address + ", which this account has not verified")
                .orElse(
                        hashed
                                ? "issued to the hash of an address that is none of this account's verified ones"
                                : "issued to nobody who can be told by an e-mail address");
    }

    private static Check line(Status status, String found, String section) {
        return new Check(CheckName.RECIPIENT, status, found, section);
    }

    private static <T extends Recipient> Stream<T> each(List<Recipient> recipients, Class<T> kind) {
        return recipients.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Stream<EmailAddress> address(String text) {
        boolean link = text.regionMatches(true, 0, MAIL, 0, MAIL.length());
        try {
            return Stream.of(EmailAddress.parse(link ? text.substring(MAIL.length()) : text));
        } catch (InvalidValue noAddress) {
            return Stream.empty();
        }
    }
}
