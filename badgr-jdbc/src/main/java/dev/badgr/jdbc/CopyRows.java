package dev.badgr.jdbc;

import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Rows of awards in PostgreSQL's binary COPY format ("COPY", File Formats, Binary Format): a header, then for each row the number of
 * its columns and of each column its length and content, then a trailer. Filled up bit by bit, and handed on whenever it is full.
 */
final class CopyRows {
    /** The columns of a row, in this order. */
    static final String COLUMNS = AwardRows.STORED;

    private static final short COLUMN_COUNT = 14;
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int NULL = -1;
    private static final int FULL = 1 << 16;
    /** Times are counted in microseconds from 2000 on. */
    private static final long EPOCH_MILLIS =
            Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    /** Where full buffers go. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes, int length) throws SQLException;
    }

    private final Sink sink;
    private ByteBuffer buffer = ByteBuffer.allocate(2 * FULL);

    CopyRows(Sink sink) {
        this.sink = sink;
        buffer.put(HEADER);
    }

    void add(Award award) throws SQLException {
        buffer.putShort(COLUMN_COUNT);
        put(award.id().recipient().value());
        put(award.id().sequence());
        put(award.badge().issuer().value());
        put(award.badge().name());
        put(award.address().text());
        put(award.issuedOn());
        award.expires().ifPresentOrElse(this::put, this::putNull);
        putText(award.narrative());
        putText(EvidenceJson.text(award.evidence()));
        putText(award.externalKey());
        put(award.state().name());
        putText(award.refusal());
        putId(award.reissueOf());
        if (buffer.position() >= FULL) {
            flush();
        }
    }

    /** Ends the rows. */
    void end() throws SQLException {
        buffer.putShort((short) NULL);
        flush();
    }

    private void flush() throws SQLException {
        sink.write(buffer.array(), buffer.position());
        buffer.clear();
    }

    private void putId(Optional<AwardId> id) {
        id.map(one -> one.recipient().value()).ifPresentOrElse(this::put, this::putNull);
        id.map(AwardId::sequence).ifPresentOrElse(this::put, this::putNull);
    }

    private void put(UUID uuid) {
        room(20).putInt(16).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    private void put(Instant time) {
        room(12).putInt(8).putLong((time.toEpochMilli() - EPOCH_MILLIS) * 1000);
    }

    private void putText(Optional<String> text) {
        text.ifPresentOrElse(this::put, this::putNull);
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(4 + bytes.length).putInt(bytes.length).put(bytes);
    }

    private void putNull() {
        room(4).putInt(NULL);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            byte[] more = Arrays.copyOf(buffer.array(), 2 * (buffer.position() + bytes));
            buffer = ByteBuffer.wrap(more).position(buffer.position());
        }
        return buffer;
    }
}
