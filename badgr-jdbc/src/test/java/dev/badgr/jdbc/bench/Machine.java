package dev.badgr.jdbc.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** What the figures were measured on: how fast it makes things durable above all. */
final class Machine {
    private static final Interleaved ALONE = new Interleaved(100, 300, 5);

    private Machine() {}

    /** A table in Markdown. */
    static String table() throws Exception {
        try (Lab lab = Lab.open()) {
            Hand hand = new Hand(lab.pool());
            lab.execute("create table durable (id uuid primary key)");
            String version = hand.ask("select version()").replaceAll("(PostgreSQL \\S+).*", "$1");
            return Stream.of(
                            row(
                                    "processor",
                                    processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores"),
                            row("memory", memory()),
                            row("system", System.getProperty("os.name") + " " + System.getProperty("os.version")),
                            row(
                                    "Java",
                                    System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version")),
                            row(
                                    "database",
                                    version
                                            + " on the same machine; fsync, synchronous_commit and full_page_writes on, "
                                            + "shared_buffers " + hand.ask("show shared_buffers")),
                            row("fdatasync of 8 KiB", millis(Variant.of("alone", sync()))),
                            row(
                                    "durable commit of one row",
                                    millis(Variant.of(
                                            "alone",
                                            () -> hand.update("insert into durable values (?)", UUID.randomUUID())))))
                    .reduce("| | |\n|---|---|\n", String::concat);
        }
    }

    private static String row(String name, String value) {
        return "| " + name + " | " + value + " |\n";
    }

    private static String millis(Variant variant) throws Exception {
        Timings times = ALONE.run(List.of(variant));
        return String.format(Locale.ROOT, "%.2f ms", times.micros(variant.name(), 50) / 1000);
    }

    private static Variant.Call sync() throws IOException {
        Path file = Files.createTempFile("badgr", "sync");
        file.toFile().deleteOnExit();
        ByteBuffer block = ByteBuffer.allocate(8192);
        return () -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(block.clear(), 0);
                channel.force(false);
            }
        };
    }

    private static String processor() throws IOException {
        return first("/proc/cpuinfo", "model name", "unknown");
    }

    private static String memory() throws IOException {
        return gibibytes() + " GiB";
    }

    private static long gibibytes() throws IOException {
        String kibibytes = first("/proc/meminfo", "MemTotal", "0 kB").replaceAll("\\D", "");
        return Math.round(Long.parseLong(kibibytes) / 1024.0 / 1024.0);
    }

    /** A quarter of the memory, as PostgreSQL's manual advises for a server of its own. */
    static String sharedBuffers() throws IOException {
        return Math.max(1, gibibytes() / 4) + "GB";
    }

    private static String first(String file, String name, String otherwise) throws IOException {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return otherwise;
        }
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        }
    }
}
