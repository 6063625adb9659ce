package dev.badgr.openbadges.image;

import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import java.util.Objects;
import java.util.Optional;

/** What was in a picture. Messages and {@code toString} never repeat it. */
public sealed interface Unbaked {
    /** What it means for the report: a line about the picture. */
    Check image();

    /**
     * A badge. It is not verified in any way.
     *
     * @param text JSON, a signature in compact form, or the URL of a badge, exactly as it stood there; there may be blanks around it
     * @param version of Open Badges, by the way that it was baked
     * @param flaw what is wrong with the picture around it
     */
    record Found(String text, Report.Version version, Optional<Flaw> flaw) implements Unbaked {
        public Found {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(flaw, "flaw");
        }

        @Override
        public Check image() {
            return flaw.map(wrong -> line(wrong.isDangerous() ? Status.FAIL : Status.WARN, wrong.reason()))
                    .orElseGet(() -> line(Status.PASS, "the picture has one badge and is within the limits"));
        }

        @Override
        public String toString() {
            return "Found[" + version + ", " + flaw + "]";
        }
    }

    /** No badge, in a picture that is whole. */
    record Empty() implements Unbaked {
        @Override
        public Check image() {
            return line(Status.FAIL, "the picture has no badge");
        }
    }

    /**
     * It can't be told, or must not be: the picture is broken, exceeds a limit, or has more than one badge.
     *
     * @param reason in English, such as {@code is truncated}
     */
    record Refused(String reason) implements Unbaked {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Check image() {
            return line(Status.FAIL, "the picture " + reason);
        }
    }

    /**
     * What is wrong with a picture that a badge could be taken out of.
     *
     * @param isDangerous whether it must be neither kept nor shown; otherwise it is only not as it should be
     * @param reason in English, such as {@code has a script}
     */
    record Flaw(boolean isDangerous, String reason) {
        public Flaw {
            Objects.requireNonNull(reason, "reason");
        }
    }

    private static Check line(Status status, String found) {
        return new Check(CheckName.IMAGE, status, found, "OB 3.0, 5.3; OB 2.0, Baking");
    }
}
