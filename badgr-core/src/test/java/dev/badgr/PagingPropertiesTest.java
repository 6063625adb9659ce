package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.award.AwardId;
import dev.badgr.award.AwardState;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Page;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.memory.InMemoryStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** All pages together are the Backpack: each badge once, newest first, however many were issued in one moment. */
class PagingPropertiesTest {
    private final TestApp app = TestApp.on(new InMemoryStorage());
    private final Badge badge = app.badge();

    @Property(tries = 100)
    void pagesCoverEverythingOnce(
            @ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 8) int limit,
            @ForAll @IntRange(max = 3) int declineEach) {
        EmailAddress second = Some.address();
        Person mia = app.withAddress(app.personWithAccount(), second);
        List<AwardId> shown = new ArrayList<>();
        List<AwardId> declined = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            Instant issuedOn = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seconds.get(i));
            EmailAddress to = i % 3 == 0 ? second : mia.email();
            AwardId award = award(to, issuedOn);
            if (declineEach > 0 && i % declineEach == 0) {
                app.badgr().backpacks().decline(mia.id(), award).orElseThrow();
                declined.add(award);
            } else {
                shown.add(award);
            }
        }
        shown.sort(Comparator.reverseOrder());
        declined.sort(Comparator.reverseOrder());
        assertThat(allPages(mia, BackpackQuery.newest(limit))).isEqualTo(shown);
        assertThat(allPages(mia, BackpackQuery.newest(limit).in(AwardState.DECLINED)))
                .isEqualTo(declined);
        assertThat(allPages(mia, BackpackQuery.newest(limit).of(badge.id()))).isEqualTo(shown);
    }

    private AwardId award(EmailAddress to, Instant issuedOn) {
        NewAward wanted = NewAward.of(badge, to).once(Some.word(), issuedOn);
        return app.badgr().awards().award(wanted).orElseThrow().award().id();
    }

    private List<AwardId> allPages(Person person, BackpackQuery first) {
        List<AwardId> all = new ArrayList<>();
        Optional<BackpackQuery> query = Optional.of(first);
        while (query.isPresent()) {
            Page<BackpackEntry> page = app.badgr().backpacks().page(person.id(), query.get());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(first.limit());
            page.items().forEach(entry -> all.add(entry.award().id()));
            query = page.next().map(first::after);
        }
        return all;
    }
}
