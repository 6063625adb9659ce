package dev.badgr.contract;

import static dev.badgr.fixture.BadgeFixture.aBadge;
import static dev.badgr.fixture.BadgeFixture.anIssuer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.Issuer;
import dev.badgr.award.IssuerId;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.Race;
import dev.badgr.fixture.Some;
import dev.badgr.port.BadgeStore;
import java.net.URI;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The law of {@link BadgeStore}. */
public abstract class BadgeStoreContract extends StorageContractBase {

    @Test
    void aBadgeIsFoundAsItWasDefined() {
        Badge badge = aBadge().build();
        assertThat(badges().define(badge)).isEqualTo(badge);
        assertThat(badges().byId(badge.id())).contains(badge);
    }

    @Test
    void nothingOfABadgeIsLost() {
        Issuer issuer = new Issuer(
                new IssuerId("plp-" + Some.word()),
                "Школа 𝔓𝔏𝔓 🦉",
                URI.create("https://plp.example/a%20b?x=1#y"),
                Optional.of(EmailAddress.parse("Ask.Us@Bücher.example")));
        Badge badge = new Badge(
                new BadgeId(issuer.id(), "x.y_z-0"),
                issuer,
                "Data 🦉 'Wrangler' \"100%\"",
                "Line one\nline two\twith a tab \\ and {json}: \"[1,2]\"",
                "Ж".repeat(4000),
                URI.create("https://plp.example/badge.png"),
                List.of("zulu", "Alpha", "comma, \"quote\"", "数据"),
                Optional.of(Period.of(1, 6, 3)));
        badges().define(badge);
        assertThat(badges().byId(badge.id())).contains(badge);
    }

    @Test
    void anUndefinedBadgeIsNotFound() {
        Badge badge = aBadge().build();
        assertThat(badges().byId(badge.id())).isEmpty();
        defined(badge);
        assertThat(badges().byId(new BadgeId(badge.id().issuer(), "other"))).isEmpty();
        assertThat(badges().byId(new BadgeId(anIssuer().id(), badge.id().name())))
                .isEmpty();
    }

    @Test
    void theFirstDefinitionStays() {
        Badge first = defined(aBadge().named("First").build());
        Badge second = Badge.of(
                first.issuer(), first.id().name(), "Second", "Other.", "Other.", "https://plp.example/other.png");
        assertThat(badges().define(second)).isEqualTo(first);
        assertThat(badges().byId(first.id())).contains(first);
    }

    @Test
    void anIssuerKeepsItsFirstDefinition() {
        Issuer first = anIssuer();
        Issuer renamed = Issuer.of(first.id().value(), "Another Name", "https://other.example/");
        defined(aBadge().from(first).build());
        Badge other = aBadge().from(renamed).build();
        assertThat(badges().define(other).issuer()).isEqualTo(first);
        assertThat(badges().byId(other.id()).orElseThrow().issuer()).isEqualTo(first);
        assertThat(badges().byId(other.id()).orElseThrow().id()).isEqualTo(other.id());
    }

    @Test
    void ofManyDefinitionsAtOnceOneStays() {
        Badge model = aBadge().build();
        List<Badge> stored = Race.of(
                CROWD,
                i -> badges().define(Badge.of(
                        model.issuer(), model.id().name(), "Name " + i, "D", "C", "https://plp.example/b.png")));
        assertThat(stored).containsOnly(stored.get(0));
        assertThat(badges().byId(model.id())).contains(stored.get(0));
    }

    private BadgeStore badges() {
        return stores().badges();
    }
}
