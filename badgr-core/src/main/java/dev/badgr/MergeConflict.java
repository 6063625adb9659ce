package dev.badgr;

import dev.badgr.account.PersonName;
import dev.badgr.account.Preferences;
import dev.badgr.text.Messages;
import java.util.Locale;
import java.util.Map;

/** Where two accounts that are to be merged differ. The account that stays keeps its own; what is dropped is lost. */
public sealed interface MergeConflict {
    /**
     * Together they have too many addresses: some must be removed first.
     *
     * @param together how many
     * @param most how many an account may have
     */
    record TooManyEmails(int together, int most) implements MergeConflict {
        @Override
        public boolean blocks() {
            return true;
        }
    }

    /**
     * The names differ.
     *
     * @param kept this account's
     * @param dropped the other's
     */
    record OtherName(PersonName kept, PersonName dropped) implements MergeConflict {}

    /** The other account has a password, which can't be used any more. */
    record OtherPassword() implements MergeConflict {}

    /**
     * The choices about e-mail updates differ.
     *
     * @param kept this account's
     */
    record OtherEmailUpdates(boolean kept) implements MergeConflict {}

    /**
     * Language or time zone differ.
     *
     * @param kept this account's
     * @param dropped the other's
     */
    record OtherPreferences(Preferences kept, Preferences dropped) implements MergeConflict {}

    /** Whether nothing can be merged before that is settled. */
    default boolean blocks() {
        return false;
    }

    /** What a person reads. */
    default String message(Locale locale) {
        return Messages.text("conflict." + Messages.dashed(getClass().getSimpleName()), locale, values());
    }

    private Map<String, String> values() {
        return this instanceof TooManyEmails many
                ? Map.of("together", Integer.toString(many.together()), "most", Integer.toString(many.most()))
                : Map.of();
    }
}
