package dev.badgr.examples.walkthrough;

import dev.badgr.text.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The pictures that badges are baked into. */
final class Picture {
    private static final int SIDE = 96;

    private Picture() {}

    /** A PNG with a medal on it. */
    static Bytes medal() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(0xC9A227));
        brush.fillOval(8, 8, SIDE - 16, SIDE - 16);
        brush.setColor(new Color(0xF6E7B2));
        brush.fillOval(24, 24, SIDE - 48, SIDE - 48);
        brush.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(png.toByteArray());
    }
}
