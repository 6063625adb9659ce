package dev.badgr.contract;

import static dev.badgr.fixture.CredentialFixture.aCredential;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.Imported;
import dev.badgr.Imported.Outcome;
import dev.badgr.Rechecked;
import dev.badgr.Result;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.CredentialFixture;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Status;
import dev.badgr.port.AuditQuery;
import dev.badgr.port.Event;
import dev.badgr.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever races: of copies of a badge the newest is there, once, and no copy is without its award. */
public abstract class ImportRacesContract extends ImportContractBase {
    private static final int ROUNDS = 20;
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    @Test
    void ofManyEqualCopiesOneIsNew() {
        Bytes file = verifier.good(forMia());
        List<Imported> outcomes = Race.of(CROWD, i -> done(brings(mia, file)));
        assertThat(outcomes.stream().filter(one -> one.outcome() == Outcome.NEW))
                .hasSize(1);
        assertThat(outcomes.stream().map(one -> one.award().id()).distinct()).hasSize(1);
        assertThat(app.backpack(mia)).containsExactly(outcomes.get(0).award().id());
        assertThat(badgr().audit().of(mia.id(), AuditQuery.newest(100)).items())
                .filteredOn(record -> record.event() == Event.BADGE_IMPORTED)
                .hasSize(1);
    }

    @Test
    void ofOlderAndNewerCopiesTheNewestStays() {
        for (int round = 0; round < ROUNDS; round++) {
            CredentialFixture badge = forMia();
            List<CredentialFixture> copies = IntStream.range(0, 6)
                    .mapToObj(i -> badge.copy().issuedOn(FIRST.plus(Duration.ofDays(i))))
                    .toList();
            copies.forEach(verifier::good);
            List<Imported> outcomes =
                    Race.of(copies.size(), i -> done(brings(mia, copies.get(i).file())));
            AwardId newest = outcomes.get(5).award().id();
            assertThat(app.backpack(mia)).contains(newest).hasSize(round + 1);
            assertThat(copy(newest).content()).isEqualTo(copies.get(5).file());
            assertThat(outcomes.get(5).outcome()).isIn(Outcome.NEW, Outcome.REPLACED);
            assertThat(outcomes.stream().filter(one -> one.outcome() == Outcome.NEW))
                    .hasSize(1);
        }
    }

    @Test
    void noMoreAreKeptThanThereMayBeOfManyAtOnce() {
        List<Bytes> files =
                IntStream.range(0, 12).mapToObj(i -> verifier.good(forMia())).toList();
        var usual = dev.badgr.ImportRules.standard();
        var few = new dev.badgr.ImportRules(true, 3, usual.recheckAfter(), usual.retryAfter());
        app = dev.badgr.fixture.TestApp.on(
                storage(),
                b -> b.verifier(verifier).limits(dev.badgr.Limits.standard().with(few)));
        Race.of(files.size(), i -> brings(mia, files.get(i)));
        assertThat(app.backpack(mia)).hasSize(3);
        assertThat(storage().stores().imports().page(mia.id(), Optional.empty(), 100))
                .hasSize(3);
    }

    @Test
    void aBadgeIsBroughtOrItsAddressIsRemoved() {
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress second = Some.address();
            Person person = app.withAddress(app.personWithAccount(), second);
            Bytes file = verifier.good(aCredential().to(second));
            List<Result<?>> outcomes = Race.of(
                    2,
                    i -> i == 0
                            ? brings(person, file)
                            : badgr().emails().remove(person.session(), email(second), person.client()));
            done(outcomes.get(1));
            assertThat(app.backpack(person)).isEmpty();
            app.passes(Duration.ofMinutes(1));
            Person next = app.withAddress(app.personWithAccount(), second);
            List<AwardId> there = app.backpack(next);
            assertThat(there).hasSize(outcomes.get(0).isSuccess() ? 1 : 0);
            assertThat(storage().stores().imports().page(next.id(), Optional.empty(), 10))
                    .extracting(dev.badgr.port.Import::award)
                    .isEqualTo(there);
        }
    }

    @Test
    void aBadgeIsRevokedOrGoodByTheLastThatWasFoundNeverBoth() {
        for (int round = 0; round < ROUNDS; round++) {
            CredentialFixture welder = forMia();
            AwardId award = brought(welder);
            verifier.says(welder.file(), welder.but(CheckName.REVOKED, Status.FAIL, "no more"));
            Race.between(
                    () -> verifier.good(welder),
                    () -> badgr().imports().recheck(mia.id(), award),
                    () -> brings(mia, welder.file()),
                    () -> badgr().imports().recheck(mia.id(), award));
            Rechecked last = done(badgr().imports().recheck(mia.id(), award));
            assertThat(last.standing()).isEqualTo(Rechecked.Standing.GOOD);
            assertThat(app.backpack(mia)).contains(award);
            assertThat(copy(award).checked().revision()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aRevocationAndANewerCopyLeaveTheNewerOne() {
        for (int round = 0; round < ROUNDS; round++) {
            CredentialFixture older = forMia().issuedOn(FIRST);
            CredentialFixture newer = older.copy().issuedOn(FIRST.plusSeconds(1));
            AwardId first = brought(older);
            verifier.says(older.file(), older.but(CheckName.REVOKED, Status.FAIL, "renewed"));
            verifier.good(newer);
            Race.between(() -> badgr().imports().recheck(mia.id(), first), () -> done(brings(mia, newer.file())));
            assertThat(app.backpack(mia)).hasSize(round + 1).doesNotContain(first);
            Award replaced = badgr().awards().find(first).orElseThrow();
            assertThat(replaced.isLive()).isFalse();
            assertThat(replaced.revocation().isPresent()
                            && replaced.readdressedTo().isPresent())
                    .isFalse();
        }
    }

    @Test
    void noBadgeFromElsewhereOutlivesTheAccount() {
        for (int round = 0; round < ROUNDS; round++) {
            Person person = app.personWithAccount();
            CredentialFixture there = aCredential().to(person.email());
            AwardId award = done(brings(person, verifier.good(there))).award().id();
            Bytes file = verifier.good(aCredential().to(person.email()));
            ChallengeId proof = provenToErase(person);
            Race.between(
                    () -> done(badgr().erasures().erase(person.session(), proof, person.client())),
                    () -> brings(person, file),
                    () -> badgr().imports().recheck(person.id(), award));
            assertThat(badgr().awards().find(award)).isEmpty();
            app.passes(Duration.ofMinutes(1));
            Person next = app.personWithAccount(person.email());
            assertThat(app.backpack(next)).isEmpty();
            assertThat(storage().stores().erasures().holdings(next.id()).imports())
                    .isZero();
        }
    }

    private ChallengeId provenToErase(Person person) {
        app.passes(Duration.ofMinutes(1));
        ChallengeId challenge = done(badgr().erasures().begin(person.session(), person.client()))
                .challenge();
        String right = app.codeTo(person.email());
        return done(badgr().erasures().confirm(person.session(), challenge, code(right), person.client()));
    }
}
