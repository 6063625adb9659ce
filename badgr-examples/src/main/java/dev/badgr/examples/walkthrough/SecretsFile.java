package dev.badgr.examples.walkthrough;

import dev.badgr.Secrets;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * How a host may keep badgr's two secrets outside the database: made once, in a file that nobody else may read. A host with a
 * vault keeps them there instead. Lose them, and codes and addresses in the database can't be matched any more.
 */
public final class SecretsFile {
    private static final int BYTES = 32;

    private SecretsFile() {}

    /** The secrets in this file; new ones, in a new file with the permissions 0600, if there is none. */
    public static Secrets openOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        Properties secrets = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            secrets.load(in);
        }
        return Secrets.fromBase64(secrets.getProperty("codes"), secrets.getProperty("recipients"));
    }

    private static void create(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        Properties secrets = new Properties();
        secrets.setProperty("codes", base64(random));
        secrets.setProperty("recipients", base64(random));
        Files.createFile(file, ownerOnly());
        try (Writer out = Files.newBufferedWriter(file)) {
            secrets.store(
                    out, "The secrets of this badgr installation. Keep them out of the database and its backups.");
        }
    }

    private static String base64(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    /** Set as the file is made, so that there is no moment in which others may read it. */
    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
