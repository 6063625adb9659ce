package dev.badgr.openbadges.image;

import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.json.Malformed;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A PNG, chunk by chunk (PNG, Third Edition, 5): its structure and limits are checked, its pixels never looked at. For one thread. */
final class Png {
    private static final int SIGNATURE = 8;
    private static final int HEADER = 13;
    private static final int IHDR = PngChunk.type("IHDR");
    private static final int IDAT = PngChunk.type("IDAT");
    private static final int IEND = PngChunk.type("IEND");

    private final byte[] bytes;
    private final List<PngChunk> badges = new ArrayList<>(1);
    private int at = SIGNATURE;

    private Png(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Steps through bytes that begin with the signature. @throws Malformed if it is no whole PNG, or exceeds a limit */
    static Png scan(byte[] bytes) {
        Png png = new Png(bytes);
        png.readHeader();
        png.readChunks();
        return png;
    }

    Unbaked unbake() {
        if (badges.isEmpty()) {
            return new Unbaked.Empty();
        }
        if (badges.size() > 1) {
            throw new Malformed("has " + badges.size() + " badges; one is allowed");
        }
        PngBadge badge = PngBadge.of(badges.get(0));
        return new Unbaked.Found(badge.text(), badge.version(), flaw());
    }

    /** The badge goes right after the header: readers meet it first, and the order that PNG asks of other chunks stays. */
    byte[] bake(String badge, Report.Version version) {
        flaw().ifPresent(flaw -> {
            throw new Malformed(flaw.reason());
        });
        byte[] chunk = PngBadge.chunk(badge, version);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + chunk.length);
        int from = SIGNATURE + HEADER + PngChunk.FRAME;
        out.write(bytes, 0, from);
        out.writeBytes(chunk);
        for (PngChunk old : badges) {
            out.write(bytes, from, old.start() - from);
            from = old.end();
        }
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }

    /** Something else may hide there. */
    Optional<Unbaked.Flaw> flaw() {
        return at == bytes.length
                ? Optional.empty()
                : Optional.of(new Unbaked.Flaw(true, "goes on after the end of its PNG"));
    }

    private void readHeader() {
        PngChunk header = PngChunk.at(bytes, at);
        at = header.end();
        if (header.type() != IHDR || header.length() != HEADER) {
            throw new Malformed("is a PNG without a header");
        }
        header.requireSum();
        PictureRules.requireSides(header.number(0), header.number(4));
    }

    /** An object for each chunk would cost more than all else, so only text has one. */
    private void readChunks() {
        boolean hasPixels = false;
        int start = at;
        for (int type = step(); type != IEND; type = step()) {
            if (type == IDAT) {
                hasPixels = true;
            } else if (type == IHDR) {
                throw new Malformed("is a PNG with two headers");
            } else if (PngBadge.isText(type)) {
                keepBadge(PngChunk.at(bytes, start));
            }
            start = at;
        }
        if (!hasPixels || at - start != PngChunk.FRAME) {
            throw new Malformed("is a PNG without pixels or end");
        }
    }

    /** Goes past a chunk, and says of which type it is. */
    private int step() {
        int start = at;
        at = PngChunk.end(bytes, start);
        return PngChunk.type(bytes, start);
    }

    private void keepBadge(PngChunk text) {
        if (PngBadge.isOne(text)) {
            badges.add(text);
        }
    }
}
