package dev.badgr.bench;

import dev.badgr.fixture.OwnProcess;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Pictures;
import dev.badgr.openbadges.image.Unbaked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Taking a badge of 2 KB out of a PNG of 500 KB: here, by a scan that checks nothing, and by ImageIO with and without the pixels. The
 * ways take turns, so that a noisy machine is noisy for all; the medians count.
 */
public final class ImageBench {
    private static final int SIDE = 360;
    private static final String BADGE = "{\"id\":\"https://plp.example/b/1\",\"x\":\"" + "y".repeat(2000) + "\"}";

    private ImageBench() {}

    /** Without arguments measures all ways; with one, is a process that tells one speed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        byte[] image = image();
        if (arguments.length > 0) {
            System.out.println(speed(image));
            return;
        }
        System.out.println("BadgeImage.read, in multiples of the bare scan's speed: " + speeds(7));
        Map<String, ToIntFunction<byte[]>> ways = ways();
        ways.put("ImageIO metadata", ImageBench::metadata);
        ways.put("ImageIO with pixels", ImageBench::pixels);
        Map<String, Double> medians = medians(ways, image);
        double bare = medians.values().iterator().next();
        System.out.printf("a PNG of %,d bytes%n", image.length);
        medians.forEach((name, micros) ->
                System.out.printf("%-20s %10.2f us   %.3f of the bare scan's speed%n", name, micros, bare / micros));
    }

    /**
     * The speed of reading in multiples of the bare scan's, in so many processes: these are nanoseconds, and in one of ten the
     * compiler makes a guess that halves or doubles them.
     */
    public static List<Double> speeds(int processes) throws IOException, InterruptedException {
        List<Double> speeds = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            speeds.add(Double.valueOf(
                    OwnProcess.run(ImageBench.class, List.of(), "speed").strip()));
        }
        return speeds;
    }

    private static double speed(byte[] image) {
        Iterator<Double> medians = medians(ways(), image).values().iterator();
        double bare = medians.next();
        return bare / medians.next();
    }

    private static Map<String, ToIntFunction<byte[]>> ways() {
        Map<String, ToIntFunction<byte[]>> ways = new LinkedHashMap<>();
        ways.put("bare scan", ImageBench::bareScan);
        ways.put("BadgeImage.read", ImageBench::ours);
        return ways;
    }

    private static Map<String, Double> medians(Map<String, ToIntFunction<byte[]>> ways, byte[] image) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < 300; round++) {
            boolean isWarm = round >= 100;
            ways.forEach((name, way) -> {
                int repeats = name.startsWith("ImageIO") ? 1 : 1000;
                double micros = time(way, image, repeats);
                if (isWarm) {
                    times.computeIfAbsent(name, any -> new ArrayList<>()).add(micros);
                }
            });
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach(
                (name, all) -> medians.put(name, all.stream().sorted().toList().get(all.size() / 2)));
        return medians;
    }

    private static double time(ToIntFunction<byte[]> way, byte[] image, int times) {
        long start = System.nanoTime();
        int length = 0;
        for (int i = 0; i < times; i++) {
            length += way.applyAsInt(image);
        }
        double micros = (System.nanoTime() - start) / 1000.0 / times;
        if (length != times * BADGE.length()) {
            throw new IllegalStateException("the badge was not read");
        }
        return micros;
    }

    private static int ours(byte[] image) {
        return BadgeImage.read(image) instanceof Unbaked.Found found
                ? found.text().length()
                : 0;
    }

    /** To the end of the file, as ours; no limits, no sums, no second badge. */
    private static int bareScan(byte[] image) {
        ByteBuffer bytes = ByteBuffer.wrap(image);
        byte[] keyword = Pictures.latin("openbadges\0");
        String found = "";
        for (int at = 8; at < image.length; at += 12 + bytes.getInt(at)) {
            if (bytes.getInt(at + 4) == 0x69545874
                    && Arrays.equals(image, at + 8, at + 8 + keyword.length, keyword, 0, keyword.length)) {
                int text = at + 8 + keyword.length + 4;
                found = new String(image, text, at + 8 + bytes.getInt(at) - text, StandardCharsets.UTF_8);
            }
        }
        return found.length();
    }

    private static int metadata(byte[] image) {
        return withReader(image, reader -> {
            IIOMetadata metadata = reader.getImageMetadata(0);
            Node tree = metadata.getAsTree(metadata.getNativeMetadataFormatName());
            NodeList children = tree.getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                if (children.item(i).getNodeName().equals("iTXt")) {
                    return children.item(i)
                            .getFirstChild()
                            .getAttributes()
                            .getNamedItem("text")
                            .getNodeValue()
                            .length();
                }
            }
            return 0;
        });
    }

    private static int pixels(byte[] image) {
        return withReader(image, reader -> {
            reader.read(0);
            return metadata(image);
        });
    }

    @FunctionalInterface
    private interface Reading {
        int read(ImageReader reader) throws IOException;
    }

    private static int withReader(byte[] image, Reading reading) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(in);
            return reading.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    /** Noise, which no compression makes smaller, in chunks of the size that common encoders write. */
    private static byte[] image() {
        byte[] raw = new byte[SIDE * (1 + 4 * SIDE)];
        new Random(1).nextBytes(raw);
        for (int row = 0; row < SIDE; row++) {
            raw[row * (1 + 4 * SIDE)] = 0;
        }
        byte[] pixels = Pictures.deflated(raw);
        List<byte[]> parts = new ArrayList<>();
        parts.add(Pictures.latin("\u0089PNG\r\n\u001a\n"));
        parts.add(Pictures.chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(SIDE)
                        .putInt(SIDE)
                        .put((byte) 8)
                        .put((byte) 6)
                        .array()));
        parts.add(Pictures.text("openbadges", BADGE));
        for (int at = 0; at < pixels.length; at += 32_768) {
            parts.add(Pictures.chunk("IDAT", Arrays.copyOfRange(pixels, at, Math.min(pixels.length, at + 32_768))));
        }
        parts.add(Pictures.chunk("IEND"));
        return Pictures.joined(parts.toArray(byte[][]::new));
    }
}
