package dev.badgr.jdbc.bench;

import dev.badgr.award.Award;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** PostgreSQL's fastest way in, in its binary form: a second time is an error, and nobody learns what became of a row. */
record BinaryCopy(DataSource pool, String schema) {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final short COLUMNS = 8;

    void all(List<Award> awards) throws SQLException, IOException {
        String copy = """
                copy %s.badgr_award (recipient_key, sequence, issuer, badge, address, issued_on, external_key, state)
                from stdin (format binary)""".formatted(schema);
        try (Connection connection = pool.getConnection();
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                        new PGCopyOutputStream(connection.unwrap(PGConnection.class), copy), 1 << 16))) {
            out.write("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
            out.writeLong(0);
            for (Award award : awards) {
                write(out, award);
            }
            out.writeShort(-1);
        }
    }

    private static void write(DataOutputStream out, Award award) throws IOException {
        out.writeShort(COLUMNS);
        write(out, Granted.recipient(award));
        write(out, award.id().sequence());
        write(out, award.badge().issuer().value());
        write(out, award.badge().name());
        write(out, award.address().text());
        out.writeInt(Long.BYTES);
        out.writeLong(Duration.between(EPOCH, award.issuedOn()).toNanos() / 1000);
        write(out, award.externalKey().orElseThrow());
        write(out, "SHOWN");
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
