package dev.badgr.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.fixture.OwnProcess;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A million awards to a million people, and the mails that tell of them, fit into a process of 400 MB. */
class MillionAwardsTest {
    private static final String MILLION = "1000000";

    @Test
    void aMillionAwardsWithTheirNoticesFitInto400Megabytes() throws IOException, InterruptedException {
        assertThat(OwnProcess.run(MillionAwards.class, List.of("-Xmx400m"), MILLION, MILLION, "true"))
                .contains(MillionAwards.DONE);
    }
}
