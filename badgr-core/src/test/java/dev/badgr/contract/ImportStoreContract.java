package dev.badgr.contract;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.Records.aRecordOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.account.Account;
import dev.badgr.award.Award;
import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.Issuer;
import dev.badgr.award.IssuerId;
import dev.badgr.award.Revocation;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.Times;
import dev.badgr.openbadges.CredentialForm;
import dev.badgr.openbadges.Picture;
import dev.badgr.openbadges.Verdict;
import dev.badgr.port.Event;
import dev.badgr.port.Import;
import dev.badgr.port.Import.Checked;
import dev.badgr.port.ImportStore;
import dev.badgr.port.ImportStore.Found;
import dev.badgr.port.ImportStore.Kept;
import dev.badgr.port.ImportStore.Outcome;
import dev.badgr.port.ImportStore.Wanted;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The law of {@link ImportStore}. */
public abstract class ImportStoreContract extends StorageContractBase {
    private static final Instant DAY = Instant.parse("2024-05-01T00:00:00.123Z");
    private static final Revocation REVOCATION = new Revocation("Cheated.", Times.NOW);
    private static final int MAX = 3;

    private final EmailAddress mia = Some.address();
    private final EmailAddress second = Some.address();
    private final UUID name = Some.uuid();
    private Account owner;

    @BeforeEach
    void miaHasTwoAddresses() {
        owner = accountAt(mia, second);
    }

    @Test
    void aCopyComesBackAsItWent() {
        Wanted wanted = wanted(name, DAY);
        assertThat(imports().keep(wanted)).isEqualTo(new Kept(Outcome.NEW, Optional.of(wanted.award())));
        assertThat(imports().of(owner.id(), wanted.award().id())).contains(wanted.copy());
        assertThat(imports().picture(wanted.award().id()))
                .isEqualTo(wanted.copy().picture());
        assertThat(stores().awards().byId(wanted.award().id())).contains(wanted.award());
        assertThat(stores().badges().byId(wanted.badge().id())).contains(wanted.badge());
    }

    @Test
    void aCopyOfTheSameTimeChangesOnlyTheChoiceAndTheCheck() {
        Wanted first = kept(wanted(name, DAY));
        AwardId award = first.award().id();
        stores().awards()
                .move(award, owner.id(), java.util.Set.of(AwardState.SHOWN), AwardState.DECLINED, Optional.empty());
        Checked later = new Checked(Times.NOW.plusSeconds(5), Verdict.WARN, Optional.empty(), 0);
        Wanted again = with(wanted(name, DAY), later);
        assertThat(imports().keep(again)).isEqualTo(new Kept(Outcome.ALREADY_THERE, Optional.of(first.award())));
        assertThat(imports().of(owner.id(), award))
                .contains(first.copy().with(new Checked(later.at(), later.verdict(), later.next(), 1)));
    }

    @Test
    void onlyANewerCopyTakesThePlace() {
        Wanted first = kept(wanted(name, DAY));
        Wanted newer = wanted(name, DAY.plusMillis(1));
        assertThat(imports().keep(newer)).isEqualTo(new Kept(Outcome.REPLACED, Optional.of(newer.award())));
        assertThat(imports().keep(first)).isEqualTo(new Kept(Outcome.OLDER, Optional.of(newer.award())));
        assertThat(imports().of(owner.id(), first.award().id())).isEmpty();
        assertThat(imports().picture(first.award().id())).isEmpty();
        assertThat(stores().awards().byId(first.award().id()))
                .contains(first.award().replacedBy(newer.award().id()));
        assertThat(imports()
                        .of(owner.id(), newer.award().id())
                        .orElseThrow()
                        .checked()
                        .revision())
                .isEqualTo(1);
        assertThat(backpack(owner)).containsExactly(newer.award());
    }

    @Test
    void nothingIsKeptForAMailboxThatIsNotVerifiedThere() {
        Account leo = accountAt(Some.address());
        Wanted hers = wanted(name, DAY);
        Wanted his = new Wanted(leo.id(), hers.badge(), hers.award(), hers.copy(), MAX, hers.record());
        assertThat(imports().keep(his)).isEqualTo(new Kept(Outcome.NOT_VERIFIED, Optional.empty()));
        assertThat(stores().awards().byId(hers.award().id())).isEmpty();
        kept(hers);
        assertThat(imports().of(leo.id(), hers.award().id())).isEmpty();
        assertThat(imports().page(leo.id(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void thereAreNoMoreThanThereMayBe() {
        List<Outcome> outcomes =
                Race.of(8, i -> imports().keep(wanted(Some.uuid(), DAY)).outcome());
        assertThat(outcomes).filteredOn(Outcome.NEW::equals).hasSize(MAX);
        assertThat(outcomes).filteredOn(Outcome.TOO_MANY::equals).hasSize(8 - MAX);
        assertThat(backpack(owner)).hasSize(MAX);
    }

    @Test
    void pagesHaveEachCopyOnce() {
        List<Import> all = new ArrayList<>();
        for (int i = 0; i < MAX; i++) {
            all.add(kept(wanted(Some.uuid(), DAY)).copy());
            all.add(kept(wanted(second, Some.uuid(), DAY)).copy());
        }
        List<Import> read = new ArrayList<>();
        List<Import> page = imports().page(owner.id(), Optional.empty(), 4);
        while (!page.isEmpty()) {
            read.addAll(page);
            page = imports().page(owner.id(), Optional.of(page.get(page.size() - 1)), 4);
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aRevocationAppliesOnlyToWhatWasRead() {
        Wanted first = kept(wanted(name, DAY));
        Import read = first.copy();
        Found revoked = new Found(read, checked(1), Optional.of(REVOCATION), false);
        assertThat(imports().found(revoked)).isTrue();
        assertThat(imports().found(revoked)).as("it is not as it was read").isFalse();
        assertThat(stores().awards().byId(first.award().id()))
                .contains(first.award().revoked(REVOCATION));
        assertThat(backpack(owner)).isEmpty();
        assertThat(imports().picture(first.award().id())).isEmpty();
        Import now = imports().of(owner.id(), first.award().id()).orElseThrow();
        assertThat(now.checked()).isEqualTo(new Checked(checked(1).at(), Verdict.INVALID, Optional.empty(), 1));
        assertThat(imports().found(new Found(now, checked(2), Optional.empty(), false)))
                .isTrue();
        assertThat(backpack(owner)).isEmpty();
        now = imports().of(owner.id(), first.award().id()).orElseThrow();
        assertThat(imports().found(new Found(now, checked(3), Optional.empty(), true)))
                .isTrue();
        assertThat(backpack(owner)).containsExactly(first.award());
    }

    @Test
    void whatWasVerifiedBeforeARevocationDoesNotBringItBack() {
        Wanted first = kept(wanted(name, DAY));
        imports().found(new Found(first.copy(), checked(5), Optional.of(REVOCATION), false));
        assertThat(imports().keep(with(first, checked(4))))
                .isEqualTo(new Kept(Outcome.REVOKED_SINCE, Optional.empty()));
        assertThat(backpack(owner)).isEmpty();
        assertThat(imports().keep(with(first, checked(6))).outcome()).isEqualTo(Outcome.ALREADY_THERE);
        assertThat(backpack(owner)).containsExactly(first.award());
    }

    @Test
    void aRevokedOldCopyStaysRevokedWhenANewerOneComes() {
        Wanted first = kept(wanted(name, DAY));
        imports().found(new Found(first.copy(), checked(1), Optional.of(REVOCATION), false));
        Wanted newer = wanted(name, DAY.plusSeconds(1));
        assertThat(imports().keep(newer).outcome()).isEqualTo(Outcome.REPLACED);
        assertThat(stores().awards().byId(first.award().id()))
                .contains(first.award().revoked(REVOCATION));
    }

    @Test
    void noHostRevokesIt() {
        Wanted first = kept(wanted(name, DAY));
        assertThat(stores().awards().revoke(first.award().id(), REVOCATION)).isFalse();
        assertThat(backpack(owner)).containsExactly(first.award());
    }

    @Test
    void whatIsDueIsClaimedOnce() {
        Instant longAgo = Times.earlierThanEver();
        List<AwardId> due = new ArrayList<>();
        for (int i = 0; i < MAX; i++) {
            Checked soon = new Checked(longAgo, Verdict.VALID, Optional.of(longAgo.plusSeconds(i)), 0);
            due.add(kept(with(wanted(Some.uuid(), DAY), soon)).award().id());
        }
        Instant again = longAgo.plusSeconds(100);
        assertThat(imports().claim(longAgo.minusMillis(1), again)).isEmpty();
        List<Optional<Import>> claimed = Race.of(8, i -> imports().claim(longAgo.plusSeconds(MAX), again));
        assertThat(claimed.stream().flatMap(Optional::stream).map(Import::award))
                .doesNotHaveDuplicates()
                .isSubsetOf(due);
        for (Optional<Import> more = imports().claim(longAgo.plusSeconds(MAX), again);
                more.isPresent();
                more = imports().claim(longAgo.plusSeconds(MAX), again)) {
            assertThat(due).contains(more.get().award());
        }
        Import first = imports().of(owner.id(), due.get(0)).orElseThrow();
        assertThat(first.checked().next()).contains(again);
        assertThat(first.checked().revision()).isZero();
        assertThat(imports().found(new Found(first, checked(1), Optional.empty(), true)))
                .isTrue();
        assertThat(imports().claim(again, again.plusSeconds(1)).orElseThrow().award())
                .isIn(due.get(1), due.get(2));
        assertThat(imports().claim(again, again.plusSeconds(1))).isPresent();
        assertThat(imports().claim(again, again.plusSeconds(1))).isEmpty();
    }

    @Test
    void ofManyEqualCopiesOneIsNew() {
        List<Kept> outcomes = Race.of(CROWD, i -> imports().keep(wanted(name, DAY)));
        assertThat(outcomes).filteredOn(kept -> kept.outcome() == Outcome.NEW).hasSize(1);
        assertThat(outcomes)
                .filteredOn(kept -> kept.outcome() == Outcome.ALREADY_THERE)
                .hasSize(CROWD - 1);
        assertThat(backpack(owner)).hasSize(1);
    }

    @Test
    void whatDoesNotBelongTogetherIsMisuse() {
        Wanted one = wanted(name, DAY);
        Wanted other = wanted(name, DAY.plusSeconds(1));
        assertThatThrownBy(() -> new Wanted(owner.id(), one.badge(), one.award(), other.copy(), MAX, one.record()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A check so many seconds later. */
    private static Checked checked(int seconds) {
        return new Checked(Times.NOW.plusSeconds(seconds), Verdict.INVALID, Optional.empty(), 0);
    }

    private Wanted kept(Wanted wanted) {
        assertThat(imports().keep(wanted).outcome()).isEqualTo(Outcome.NEW);
        return wanted;
    }

    private static Wanted with(Wanted wanted, Checked checked) {
        return new Wanted(
                wanted.owner(),
                wanted.badge(),
                wanted.award(),
                wanted.copy().with(checked),
                wanted.max(),
                wanted.record());
    }

    private Wanted wanted(UUID credential, Instant issuedOn) {
        return wanted(mia, credential, issuedOn);
    }

    private Wanted wanted(EmailAddress address, UUID credential, Instant issuedOn) {
        Badge badge = badge(credential);
        AwardId id =
                AwardId.ofExternalKey(Some.recipient(address), badge.id().issuer(), credential.toString(), issuedOn);
        Award random = anAwardOf(badge)
                .to(address)
                .issuedOn(issuedOn)
                .withKey(credential.toString())
                .build();
        Award award = random.readdressed(id, address);
        Import copy = new Import(
                credential,
                id,
                issuedOn,
                CredentialForm.PNG,
                Optional.of(URI.create("https://other.example/" + issuedOn.toEpochMilli())),
                Bytes.of(new byte[] {0, -1, 1, -128, 127}),
                Optional.of(new Picture(Bytes.of(new byte[] {-1, 0}), "image/png")),
                Times.NOW,
                new Checked(Times.NOW, Verdict.VALID, Optional.of(Times.NOW.plus(Duration.ofDays(7))), 0));
        return new Wanted(owner.id(), badge, award, copy, MAX, aRecordOf(Event.BADGE_IMPORTED));
    }

    private static Badge badge(UUID credential) {
        IssuerId issuer = IssuerId.ofElsewhere(credential.toString().replace("-", ""));
        return new Badge(
                new BadgeId(issuer, "welder"),
                new Issuer(issuer, "Other School", URI.create("https://other.example/"), Optional.empty()),
                "Welder",
                "Welds.",
                "Weld.",
                URI.create("https://other.example/welder.png"),
                List.of(),
                Optional.empty());
    }

    private ImportStore imports() {
        return stores().imports();
    }
}
