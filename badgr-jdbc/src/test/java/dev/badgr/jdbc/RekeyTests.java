package dev.badgr.jdbc;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import dev.badgr.Secrets;
import dev.badgr.award.AwardId;
import dev.badgr.award.NewRevocation;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.HmacKey;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.jdbc.Rekey.Progress;
import dev.badgr.jdbc.Rekey.Step;
import dev.badgr.port.Misconfigured;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An installation is moved to another recipient secret, and its people don't notice. */
abstract class RekeyTests {
    /** {@link Some#SECRET}, and another one. */
    private static final String OLD_RECIPIENTS = Base64.getEncoder().encodeToString(new byte[32]);

    private static final String NEW_RECIPIENTS = "Zk3vNw8LhXyR5cTqPjE1uOa7GbdS9mFi0KtVQx2MHoI=";
    static final Secrets OLD = TestApp.SECRETS;
    static final Secrets NEW = RekeyUntilKilled.secrets(NEW_RECIPIENTS);

    HikariDataSource database;

    /** Empty, but for badgr's tables. */
    abstract HikariDataSource open();

    /** What another process reaches it by. */
    abstract String url();

    @BeforeEach
    final void openIt() {
        database = open();
    }

    @AfterEach
    final void closeIt() {
        database.close();
    }

    @Test
    void afterwardsAllIsAsBefore() throws SQLException {
        MovedLife life = new MovedLife(JdbcStorage.of(database));
        Rows before = Rows.of(database);
        List<Progress> told = new ArrayList<>();
        Rekey.of(database, OLD, NEW).inSlicesOf(7).run(told::add);
        requireMoved(before);
        assertThat(told).extracting(Progress::step).contains(Step.READING, Step.MOVING);
        assertThat(told.get(told.size() - 1).remaining()).isZero();
        life.documentsAreTrueWithoutTheFormerSecret(NEW);
        life.goesOnUnder(after(NEW, OLD));
        life.oldLinksStopMails(after(NEW, OLD));
        AuditorTests.assertClean(database, NEW);
    }

    @Test
    void killedAgainAndAgainItArrives() throws IOException, InterruptedException, SQLException {
        MovedLife life = new MovedLife(JdbcStorage.of(database));
        Rows before = Rows.of(database);
        database.close();
        int kills = 0;
        for (int commits = 10;
                RekeyUntilKilled.isKilled(url(), commits, OLD_RECIPIENTS, NEW_RECIPIENTS);
                commits *= 2) {
            kills++;
        }
        assertThat(kills).isGreaterThan(2);
        database = reopen();
        life.goesOnIn(JdbcStorage.of(database));
        requireMoved(before);
        life.goesOnUnder(after(NEW, OLD));
        AuditorTests.assertClean(database, NEW);
    }

    @Test
    void untilItIsDoneNobodyStartsAndNoOtherSecretIsTaken() {
        MovedLife life = new MovedLife(JdbcStorage.of(database));
        breakOff(40);
        for (Secrets either : List.of(OLD, NEW)) {
            assertThatExceptionOfType(Misconfigured.class)
                    .isThrownBy(() -> life.later(either))
                    .withMessageContaining("Rekey");
            assertThatExceptionOfType(Misconfigured.class)
                    .isThrownBy(() -> Auditor.of(database).with(either).audit());
        }
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> Rekey.of(database, OLD, Secrets.random()).run(progress -> {}));
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> Rekey.of(database, NEW, OLD).run(progress -> {}));
        rekey(OLD, NEW);
        assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> life.later(OLD));
        List<Progress> nothing = new ArrayList<>();
        Rekey.of(database, OLD, NEW).run(nothing::add);
        assertThat(nothing).isEmpty();
        life.goesOnUnder(after(NEW, OLD));
    }

    @Test
    void thereAndBackAndElsewhereOldIdsStillLead() throws SQLException {
        MovedLife life = new MovedLife(JdbcStorage.of(database));
        rekey(OLD, NEW);
        EmailAddress between = Some.address();
        AwardId then = life.later(NEW).awarded(between);
        rekey(NEW, OLD);
        assertThat(life.later(OLD).badgr().awards().find(then).orElseThrow().id())
                .isEqualTo(MovedLife.under(OLD, then, between));
        breakOff(30);
        rekey(OLD, NEW);
        Secrets third = new Secrets(OLD.codes(), HmacKey.random(Some.random()));
        rekey(NEW, third);
        assertThat(life.later(third).badgr().awards().find(then).orElseThrow().id())
                .isEqualTo(MovedLife.under(third, then, between));
        assertThat(life.later(third)
                        .badgr()
                        .awards()
                        .revokeAll(Stream.of(new NewRevocation(then, "Mistake.")), (row, outcome) -> {})
                        .done())
                .isEqualTo(1);
        life.goesOnUnder(after(third, NEW, OLD));
        AuditorTests.assertClean(database, third);
    }

    @Test
    void aRowUnderAWrongKeyIsFoundBeforeAnythingIsMoved() throws SQLException {
        TestApp app = TestApp.on(JdbcStorage.of(database));
        AwardId award = app.awarded(Some.address());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update badgr_award set address = 'other@school.edu'");
        }
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> rekey(OLD, NEW))
                .withMessageContaining("Auditor")
                .withMessageNotContaining("@");
        assertThat(TestApp.on(JdbcStorage.of(database)).badgr().awards().find(award))
                .isPresent();
    }

    @Test
    void whatIsCountedForMailboxesThatAreNowhereGoes() throws SQLException {
        TestApp app = TestApp.on(JdbcStorage.of(database));
        EmailAddress nowhere = Some.address();
        app.badgr().signIns().withPassword(signIn(nowhere, OTHER_PASSWORD), newClient());
        app.personWithAccount();
        rekey(OLD, NEW);
        assertThat(Rows.of(database).with(Some.recipient(nowhere))).isEmpty();
    }

    @Test
    void anotherOrNoInstallationIsRefused() {
        assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> rekey(OLD, NEW));
        TestApp.on(JdbcStorage.of(database));
        assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> rekey(Secrets.random(), NEW));
        assertThatIllegalArgumentException().isThrownBy(() -> rekey(OLD, OLD.with(NEW.codes())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rekey.of(database, OLD, NEW).inSlicesOf(0));
        TestApp.on(JdbcStorage.of(database));
    }

    @Test
    void everyColumnThatMayNameAMailboxIsMovedOrNamesSomethingElse() throws SQLException {
        assertThat(Rows.of(database).uuidColumns())
                .containsExactlyInAnyOrderElementsOf(Rows.MOVED_OR_NAMING_SOMETHING_ELSE);
    }

    abstract HikariDataSource reopen();

    private void requireMoved(Rows before) throws SQLException {
        Rows after = Rows.of(database);
        assertThat(after.underFormerKeys()).isEmpty();
        assertThat(before.emptyOf(Rows.KEYED))
                .as("tables that nothing was moved in")
                .isEmpty();
        assertThat(after.counts()).isEqualTo(before.counts());
    }

    private void rekey(Secrets from, Secrets to) {
        Rekey.of(database, from, to).inSlicesOf(5).run(progress -> {});
    }

    private static Secrets after(Secrets now, Secrets... former) {
        return now.withFormerRecipients(
                Stream.of(former).map(Secrets::recipients).toList());
    }

    /** As if the process had ended after so many slices. */
    private void breakOff(int slices) {
        int[] left = {slices};
        assertThatIllegalStateException()
                .isThrownBy(() -> Rekey.of(database, OLD, NEW).inSlicesOf(2).run(progress -> {
                    if (--left[0] == 0) {
                        throw new IllegalStateException("broken off");
                    }
                }));
    }
}
