package dev.badgr.award;

import dev.badgr.text.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the status of an award stands: a bit in one of its issuer's lists (W3C Bitstring Status List 1.0). An award has one for ever, and
 * no other award of the issuer has it.
 *
 * <p>Which one, follows from the award's id: it is the first free one of a row of candidates. The candidates are as good as random, so
 * a bit tells nothing about when an award was issued (Bitstring Status List 1.0, 5.1). They come in tiers, each of twice as many lists as the one before,
 * so that lists fill up before the next ones begin and there is no counter that every issuing would wait for.
 *
 * @param list the list's number
 * @param index of the bit in it
 */
public record StatusSlot(int list, int index) {
    /** How many bits a list has: the least that hides an award among others (Bitstring Status List 1.0, 3.2). */
    public static final int LIST_SIZE = 131_072;

    /** How many tiers there are; enough for 8,000 million awards of an issuer. */
    public static final int TIERS = 16;

    /** How many lists there are. */
    public static final int LISTS = (1 << TIERS) - 1;

    private static final int CANDIDATES = 7;

    public StatusSlot {
        if (list < 0 || list >= LISTS || index < 0 || index >= LIST_SIZE) {
            throw new IllegalArgumentException("slot: outside of the lists");
        }
    }

    /** The candidates of an award in a tier from 0 on, in their order; all in one list. One may be there twice. */
    public static List<StatusSlot> candidates(AwardId award, int tier) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of("status\n" + tier + "\n" + award.text()));
        int lists = 1 << tier;
        int list = lists - 1 + Math.floorMod(hash.getInt(), lists);
        return IntStream.range(0, CANDIDATES)
                .mapToObj(i -> new StatusSlot(list, Math.floorMod(hash.getInt(), LIST_SIZE)))
                .toList();
    }

    /** What to throw if all candidates of an award are others'. */
    public static IllegalStateException allTaken() {
        return new IllegalStateException("status lists: full");
    }
}
