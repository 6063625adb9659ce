package dev.badgr.fuzz;

import dev.badgr.openbadges.Report.Version;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Baked;
import dev.badgr.openbadges.image.PictureRules;
import dev.badgr.openbadges.image.Pictures;
import dev.badgr.openbadges.image.Unbaked;
import dev.badgr.text.Bytes;
import java.util.Arrays;
import java.util.Optional;

/** What holds for whatever bytes are taken for a picture. */
final class ImageLaws {
    private static final String BADGE = "{\"id\":\"https://plp.example/1\",\"name\":\"]]>\\r ž\"}\r\n";

    private ImageLaws() {}

    static void anyImage(byte[] data) {
        byte[] before = data.clone();
        Unbaked read = BadgeImage.read(data);
        require(!read.image().found().isEmpty(), "each answer says what was found");
        Optional<String> objection = PictureRules.objection(data);
        require(Arrays.equals(before, data), "nothing is changed");
        for (Version version : Version.values()) {
            if (BadgeImage.bake(Bytes.of(data), BADGE, version) instanceof Baked.Done done) {
                require(objection.isEmpty(), "only what may be shown is baked");
                baked(done, version);
            }
        }
        if (read instanceof Unbaked.Found found && found.flaw().isEmpty()) {
            require(objection.isEmpty(), "a picture without flaw may be shown");
        }
    }

    private static void baked(Baked.Done done, Version version) {
        byte[] image = done.image().toArray();
        require(
                BadgeImage.read(image).equals(new Unbaked.Found(BADGE, version, Optional.empty())),
                "what was baked is read back");
        require(PictureRules.objection(image).isEmpty(), "what was baked may be shown");
        require(BadgeImage.bake(done.image(), BADGE, version).equals(done), "baking again changes nothing");
    }

    static byte[] withPngSignature(byte[] data) {
        return Pictures.joined(Pictures.latin("\u0089PNG\r\n\u001a\n"), Pictures.header(1, 1), data);
    }

    static byte[] withinSvg(byte[] data) {
        return Pictures.joined(
                Pictures.latin("<svg xmlns='http://www.w3.org/2000/svg'>"), data, Pictures.latin("</svg>"));
    }

    private static void require(boolean holds, String law) {
        if (!holds) {
            throw new AssertionError("broken: " + law);
        }
    }
}
