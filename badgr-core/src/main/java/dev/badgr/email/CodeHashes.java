package dev.badgr.email;

import java.util.List;

/**
 * One guessed code as it would be stored under each key that judges: one guess, whichever of them the right code was stored
 * under.
 *
 * @param all at least one; of different keys
 */
public record CodeHashes(List<CodeHash> all) {
    public CodeHashes {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("all: needs at least one");
        }
    }

    /** Whether the guess is the code that was stored as this. */
    public boolean include(CodeHash stored) {
        return all.stream().anyMatch(hash -> hash.matches(stored));
    }

    /** Whether one of them was made with the key of this one, so that they can tell whether the guess is right. */
    public boolean knowTheKeyOf(CodeHash stored) {
        return keyIds().contains(stored.keyId());
    }

    /** Names the keys that they were made with. */
    public List<String> keyIds() {
        return all.stream().map(CodeHash::keyId).toList();
    }
}
