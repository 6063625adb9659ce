package dev.badgr.memory;

import dev.badgr.email.CodeRules;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.ClientKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts wrong guesses for an address, from a client, and in all. */
final class WrongGuesses {
    private static final String ALL = "all";

    private static final Layout<RecipientKey, Tally> BY_ADDRESS = Layout.single();
    private static final Layout<ClientKey, Tally> BY_CLIENT = Layout.single();
    private static final Layout<String, Tally> IN_ALL = Layout.single();

    private final Table<RecipientKey, Tally> byAddress;
    private final Table<ClientKey, Tally> byClient;
    private final Table<String, Tally> inAll;

    WrongGuesses(Transaction in) {
        this.byAddress = in.table(BY_ADDRESS);
        this.byClient = in.table(BY_CLIENT);
        this.inAll = in.table(IN_ALL);
    }

    void count(RecipientKey address, ClientKey client, CodeRules rules, Instant now) {
        byAddress.put(address, tally(byAddress, address, now).plusOne(now, rules.day()));
        byClient.put(client, tally(byClient, client, now).plusOne(now, rules.hour()));
        inAll.put(ALL, tally(inAll, ALL, now).plusOne(now, rules.day()));
    }

    boolean areSpent(RecipientKey address, ClientKey client, CodeRules rules, Instant now) {
        return spentUntil(address, rules, now).isPresent()
                || tally(byClient, client, now).hasReached(rules.wrongPerClient(), now);
    }

    /** Until when an address has no wrong guesses left; empty if it has. */
    Optional<Instant> spentUntil(RecipientKey address, CodeRules rules, Instant now) {
        return byAddress
                .find(address)
                .filter(tally -> tally.hasReached(rules.wrongPerAddress(), now))
                .map(Tally::end);
    }

    boolean areAnAttack(CodeRules rules, Instant now) {
        return tally(inAll, ALL, now).hasReached(rules.wrongInAll(), now);
    }

    /** Removes at most so many counts whose windows were over by then. */
    int prune(Instant overBy, int max) {
        int removed = 0;
        for (Table<?, Tally> counts : List.of(byAddress, byClient, inAll)) {
            removed += counts.prune(tally -> tally.isOverBy(overBy), max - removed);
        }
        return removed;
    }

    private static <K> Tally tally(Table<K, Tally> table, K key, Instant now) {
        return table.find(key).orElseGet(() -> Tally.none(now));
    }
}
