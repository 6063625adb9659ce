package dev.badgr.memory;

import dev.badgr.email.CodeRules;
import dev.badgr.email.RecipientKey;
import dev.badgr.port.ClientKey;
import java.time.Instant;
import java.util.Optional;

/** Counts wrong guesses for an address, from a client, and in all. */
final class WrongGuesses {
    private static final String ALL = "all";

    private final Table<RecipientKey, Tally> byAddress;
    private final Table<ClientKey, Tally> byClient;
    private final Table<String, Tally> inAll;

    WrongGuesses(Journal journal) {
        this.byAddress = new Table<>(journal);
        this.byClient = new Table<>(journal);
        this.inAll = new Table<>(journal);
    }

    void count(RecipientKey address, ClientKey client, CodeRules rules, Instant now) {
        byAddress.put(address, tally(byAddress, address, now).plusOne(now, rules.day()));
        byClient.put(client, tally(byClient, client, now).plusOne(now, rules.hour()));
        inAll.put(ALL, tally(inAll, ALL, now).plusOne(now, rules.day()));
    }

    boolean areSpent(RecipientKey address, ClientKey client, CodeRules rules, Instant now) {
        return spentUntil(address, rules, now).isPresent()
                || tally(byClient, client, now).hasReached(rules.wrongPerClient(), now, rules.hour());
    }

    /** Until when an address has no wrong guesses left; empty if it has. */
    Optional<Instant> spentUntil(RecipientKey address, CodeRules rules, Instant now) {
        return byAddress
                .find(address)
                .filter(tally -> tally.hasReached(rules.wrongPerAddress(), now, rules.day()))
                .map(tally -> tally.start().plus(rules.day()));
    }

    boolean areAnAttack(CodeRules rules, Instant now) {
        return tally(inAll, ALL, now).hasReached(rules.wrongInAll(), now, rules.day());
    }

    private static <K> Tally tally(Table<K, Tally> table, K key, Instant now) {
        return table.find(key).orElseGet(() -> Tally.none(now));
    }
}
