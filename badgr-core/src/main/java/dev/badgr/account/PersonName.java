package dev.badgr.account;

import dev.badgr.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A person's name as typed, in NFC. Any script; whoever displays it encodes it.
 *
 * @param firstName 1 to 100 code points
 * @param lastName 1 to 100 code points
 */
public record PersonName(String firstName, String lastName) {
    private static final int MAX = 100;

    /** @throws dev.badgr.text.InvalidValue for {@code firstName} or {@code lastName} */
    public PersonName {
        firstName = firstName(firstName);
        lastName = lastName(lastName);
    }

    /** A first name as a record holds it. */
    public static String firstName(@Nullable String raw) {
        return Text.line("firstName", raw, MAX);
    }

    /** A last name as a record holds it. */
    public static String lastName(@Nullable String raw) {
        return Text.line("lastName", raw, MAX);
    }

    /** First name, blank, last name. */
    public String full() {
        return firstName + " " + lastName;
    }

    /** Initials only: names are personal data and stay out of logs. */
    @Override
    public String toString() {
        return "PersonName[" + initial(firstName) + initial(lastName) + "]";
    }

    private static String initial(String name) {
        return Character.toString(name.codePointAt(0)) + ".";
    }
}
