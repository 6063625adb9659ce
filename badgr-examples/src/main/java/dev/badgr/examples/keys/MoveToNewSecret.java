package dev.badgr.examples.keys;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.Secrets;
import dev.badgr.examples.walkthrough.SecretsFile;
import dev.badgr.jdbc.Rekey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/**
 * Moves an installation to another recipient secret, from the command line: a JDBC URL with user and password, the file of the
 * secrets it has, and that of those it is to have, which is made if it isn't there. Run it again if it was broken off.
 */
public final class MoveToNewSecret {
    private MoveToNewSecret() {}

    /** See above. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Needs a JDBC URL, the file of the old secrets and the file of the new ones");
            return;
        }
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(arguments[0]);
            dataSource.setMaximumPoolSize(2);
            Secrets from = SecretsFile.openOrCreate(Path.of(arguments[1]));
            Secrets to = SecretsFile.openOrCreate(Path.of(arguments[2]));
            move(dataSource, from, to, System.out);
        }
    }

    static void move(DataSource dataSource, Secrets from, Secrets to, PrintStream out) {
        // tag::rekey[]
        Rekey.of(dataSource, from, to)
                .run(progress -> out.println(progress.table() + ": " + progress.remaining() + " rows to go"));
        // end::rekey[]
    }

    /** How to start afterwards. */
    static Secrets afterwards(Secrets from, Secrets to) {
        // tag::former[]
        var secrets = to.withFormerRecipients(List.of(from.recipients()));
        // end::former[]
        return secrets;
    }
}
