package dev.badgr.examples.bulk;

import dev.badgr.BulkOutcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of each row, as CSV; nothing if nobody wants it. */
final class OutcomeFile implements AutoCloseable {
    private final @Nullable BufferedWriter file;

    OutcomeFile(Optional<Path> where) throws IOException {
        file = where.isPresent() ? Files.newBufferedWriter(where.get()) : null;
        write("line,outcome,award,reason");
    }

    void add(long line, BulkOutcome outcome) {
        if (outcome instanceof BulkOutcome.Done done) {
            write(line + ",done," + done.award() + ",");
        } else if (outcome instanceof BulkOutcome.DoneBefore before) {
            write(line + ",done before," + before.award() + ",");
        } else if (outcome instanceof BulkOutcome.Refused refused) {
            write(line + ",refused,,\"" + Reasons.of(refused.refusal()).replace("\"", "\"\"") + "\"");
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void write(String row) {
        if (file != null) {
            try {
                file.write(row);
                file.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
