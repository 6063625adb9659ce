package dev.badgr.backpack;

import static dev.badgr.fixture.AwardFixture.anAwardOf;
import static dev.badgr.fixture.BadgeFixture.aBadge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.badgr.account.PersonName;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.fixture.Times;
import dev.badgr.given.AnyText;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The parameters are those that the networks take in links from outside, in wide use. */
class ShareTargetsTest {
    private static final URI LINK = URI.create("https://plp.example/badges/shared/AAAAAAAAAAAAAAAAAAAAAA");
    private static final String ENCODED = "https%3A%2F%2Fplp.example%2Fbadges%2Fshared%2FAAAAAAAAAAAAAAAAAAAAAA";
    private static final Badge BADGE = aBadge().named("Data & Wrangler").build();

    @Test
    void eachNetworkIsGivenTheLink() {
        ShareTargets targets =
                ShareTargets.ofBadge(entry(BADGE, anAwardOf(BADGE).build()), LINK);
        assertThat(targets.link()).isEqualTo(LINK);
        assertThat(targets.linkedIn()).hasToString("https://www.linkedin.com/sharing/share-offsite/?url=" + ENCODED);
        assertThat(targets.x()).hasToString("https://x.com/intent/tweet?text=Data%20%26%20Wrangler&url=" + ENCODED);
        assertThat(targets.facebook()).hasToString("https://www.facebook.com/sharer/sharer.php?u=" + ENCODED);
        assertThat(targets.email())
                .hasToString("mailto:?subject=Data%20%26%20Wrangler&body=Data%20%26%20Wrangler%0D%0A%0D%0A" + ENCODED);
    }

    @Test
    void aBadgeIsAddedToTheLinkedInProfile() {
        Award award = anAwardOf(BADGE)
                .issuedOn(Instant.parse("2026-11-30T23:59:59.999Z"))
                .expires(Instant.parse("2027-01-01T00:00:00Z"))
                .build();
        URI form = ShareTargets.ofBadge(entry(BADGE, award), LINK)
                .linkedInProfile()
                .orElseThrow();
        assertThat(form).hasScheme("https").hasHost("www.linkedin.com").hasPath("/profile/add");
        assertThat(values(form))
                .containsExactly(
                        Map.entry("startTask", "CERTIFICATION_NAME"),
                        Map.entry("name", "Data & Wrangler"),
                        Map.entry("organizationName", "Peer Learning Place"),
                        Map.entry("issueYear", "2026"),
                        Map.entry("issueMonth", "11"),
                        Map.entry("expirationYear", "2027"),
                        Map.entry("expirationMonth", "1"),
                        Map.entry("certUrl", LINK.toString()),
                        Map.entry("certId", award.id().text()));
    }

    @Test
    void aBadgeThatNeverExpiresHasNoMonthOfExpiryAndAKnownIssuerItsNumber() {
        BackpackEntry entry = entry(BADGE, anAwardOf(BADGE).build());
        URI form = ShareTargets.ofBadge(entry, LINK, 1337).linkedInProfile().orElseThrow();
        assertThat(values(form))
                .containsEntry("organizationId", "1337")
                .doesNotContainKeys("organizationName", "expirationYear", "expirationMonth");
        assertThatThrownBy(() -> ShareTargets.ofBadge(entry, LINK, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCollectionIsNoCertification() {
        ShareTargets targets = ShareTargets.ofCollection("Data & more", LINK);
        assertThat(targets.linkedInProfile()).isEmpty();
        assertThat(targets.x().toString()).contains("?text=Data%20%26%20more&url=");
        assertThat(targets.embed())
                .isEqualTo("<a href=\"" + LINK + "\" target=\"_blank\" rel=\"noopener\">Data &amp; more</a>");
    }

    @Test
    void aVisitorGetsTheSameButForTheProfile() {
        BackpackEntry entry = entry(BADGE, anAwardOf(BADGE).build());
        SharedView page = SharedBadge.of(entry, new PersonName("Mia", "Müller"), Times.NOW);
        ShareTargets owners = ShareTargets.ofBadge(entry, LINK);
        ShareTargets visitors = ShareTargets.ofView(page, LINK);
        assertThat(visitors)
                .isEqualTo(new ShareTargets(
                        LINK,
                        owners.linkedIn(),
                        owners.x(),
                        owners.facebook(),
                        owners.email(),
                        Optional.empty(),
                        owners.embed()));
        SharedView all = new SharedCollection("Data", Optional.empty(), "Mia Müller", List.of());
        assertThat(ShareTargets.ofView(all, LINK)).isEqualTo(ShareTargets.ofCollection("Data", LINK));
    }

    @Test
    void onlyAWebPageIsLinkedTo() {
        for (String other : List.of("javascript:alert(1)", "ftp://plp.example/x", "data:text/html,x", "/x")) {
            assertThatThrownBy(() -> ShareTargets.ofCollection("Data", URI.create(other)))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** As percent-encoding only: a plus stays one where it is not read as a form. */
    @Property(tries = 1000)
    void whatABadgeIsCalledArrivesAsItIs(@ForAll("names") String name) {
        Badge badge = aBadge().named(name).build();
        ShareTargets targets =
                ShareTargets.ofBadge(entry(badge, anAwardOf(badge).build()), LINK);
        for (URI target : List.of(targets.linkedInProfile().orElseThrow(), targets.x(), targets.email())) {
            assertThat(target.toString()).matches("[A-Za-z0-9:/.?&=%_*-]+");
            assertThat(values(target).values()).contains(badge.name());
        }
        assertThat(values(targets.email())).containsOnlyKeys("subject", "body");
        assertThat(values(targets.x())).containsOnlyKeys("text", "url");
    }

    @Test
    void aCertificateShowsAllThatItNeeds() {
        Award award = anAwardOf(BADGE)
                .issuedOn(Instant.parse("2026-11-30T23:59:59.999Z"))
                .expires(Instant.parse("2027-01-01T00:00:00Z"))
                .withNarrative("She did.")
                .withEvidence(Evidence.of("https://plp.example/work"))
                .build();
        SharedBadge shown = SharedBadge.of(
                entry(BADGE, award), new PersonName("Mia", "Müller"), Instant.parse("2027-01-01T00:00:00Z"));
        PrintView print = PrintView.of(shown, LINK);
        assertThat(print)
                .isEqualTo(new PrintView(
                        "Mia Müller",
                        BADGE,
                        LocalDate.of(2026, 11, 30),
                        Optional.of(LocalDate.of(2027, 1, 1)),
                        true,
                        Optional.of("She did."),
                        award.evidence(),
                        LINK));
        assertThat(print.toString()).doesNotContain("AAAA");
    }

    @Provide
    Arbitrary<String> names() {
        return AnyText.anything().map(text -> "x+ " + text).filter(ShareTargetsTest::isAName);
    }

    static boolean isAName(String text) {
        try {
            aBadge().named(text).build();
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static BackpackEntry entry(Badge badge, Award award) {
        return new BackpackEntry(award, badge);
    }

    /** Read without taking a plus for a blank. */
    private static Map<String, String> values(URI target) {
        Map<String, String> values = new LinkedHashMap<>();
        String query = target.toString().substring(target.toString().indexOf('?') + 1);
        Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair ->
                        values.put(pair[0], URLDecoder.decode(pair[1].replace("+", "%2B"), StandardCharsets.UTF_8)));
        return values;
    }
}
