package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.Password;
import dev.badgr.account.PersonName;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.BadgeId;
import dev.badgr.award.Evidence;
import dev.badgr.award.Issuer;
import dev.badgr.award.IssuerId;
import dev.badgr.award.NewAward;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.ShareToken;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.HmacKey;
import dev.badgr.email.VerificationCode;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Some;
import dev.badgr.terms.TermsVersion;
import dev.badgr.text.InvalidValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that text from outside becomes: what can be none is refused by name and rule, and is never quoted. */
class BadTextTest {
    private static final String SECRET = "s3cr3t";
    private static final Badge BADGE = BadgeFixture.aBadge().build();
    private static final NewAward AWARD = NewAward.of(BADGE, Some.address());

    private static final List<String> BAD_TEXTS = List.of(
            SECRET.repeat(200_000),
            SECRET + "\u0000",
            SECRET + "\u0007x",
            SECRET + "\uD800x",
            "\uDC00" + SECRET,
            "x\u202E" + SECRET,
            SECRET + "\u2067x",
            "x\u2029" + SECRET);

    private static final Map<String, Consumer<String>> VALUES = Map.ofEntries(
            value("EmailAddress", EmailAddress::parse),
            value("PersonName.firstName", PersonName::firstName),
            value("PersonName.lastName", PersonName::lastName),
            value("PersonName", text -> new PersonName("Mia", text)),
            value("Password", Password::parse),
            value("VerificationCode", VerificationCode::parse),
            value("ChallengeId", ChallengeId::parse),
            value("AwardId", AwardId::parse),
            value("ShareToken", ShareToken::parse),
            value("CollectionId", CollectionId::parse),
            value("Collection.name", Collection::name),
            value("Collection.description", Collection::description),
            value("Session", Session::parse),
            value("Client", Client::of),
            value("Client.evidence", text -> Client.of("x").withEvidence(text)),
            value("ExternalIdentity.subject", text -> new ExternalIdentity("https://x.example", text)),
            value("ExternalIdentity.issuer", text -> new ExternalIdentity(text, "x")),
            value("NewAward.narrative", AWARD::withNarrative),
            value("NewAward.once", text -> AWARD.once(text, Instant.EPOCH)),
            value("Evidence", text -> new Evidence(URI.create("https://x.example"), Optional.of(text))),
            value("Revocation", text -> new Revocation(text, Instant.EPOCH)),
            value("AwardDecision.Refuse", AwardDecision.Refuse::new),
            value("BackpackQuery.named", BackpackQuery.newest(1)::named),
            value("BackpackQuery.tagged", BackpackQuery.newest(1)::tagged),
            value("BackpackQuery.after", BackpackQuery.newest(1)::after),
            value("Badge.name", text -> Badge.of(BADGE.issuer(), "x", text, "x", "x", "https://x.example")),
            value("Badge.description", text -> Badge.of(BADGE.issuer(), "x", "x", text, "x", "https://x.example")),
            value("Badge.tags", BADGE::withTags),
            value("Issuer", text -> Issuer.of("x", text, "https://x.example")),
            value("TermsVersion", text -> TermsVersion.of(text, Instant.EPOCH, "https://x.example", "x")),
            value("Site", text -> Site.at(text, "https://x.example")));

    /** Written by the host's programmers; they are misuse rather than input, and quoted no more than the others. */
    private static final Map<String, Consumer<String>> NAMES = Map.ofEntries(
            value("BadgeId", BadgeId::parse),
            value("BadgeId.name", text -> new BadgeId(BADGE.issuer().id(), text)),
            value("IssuerId", IssuerId::new),
            value("HmacKey", HmacKey::fromBase64));

    static Stream<Arguments> valuesAndTexts() {
        return pairs(VALUES);
    }

    static Stream<Arguments> namesAndTexts() {
        return pairs(NAMES);
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("valuesAndTexts")
    void textFromPeopleIsRefusedByNameAndRule(String value, Consumer<String> parse, int text) {
        Throwable thrown = catchThrowable(() -> parse.accept(BAD_TEXTS.get(text)));
        assertThat(thrown).as(value).isInstanceOf(InvalidValue.class).hasMessageNotContaining(SECRET);
        assertThat(thrown).hasNoCause();
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("namesAndTexts")
    void namesThatProgrammersGiveAreMisuse(String value, Consumer<String> parse, int text) {
        Throwable thrown = catchThrowable(() -> parse.accept(BAD_TEXTS.get(text)));
        assertThat(thrown)
                .as(value)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(SECRET);
        assertThat(thrown).hasNoCause();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void whatIsNoSessionIsRefused(String text) {
        assertThat(catchThrowable(() -> Session.parse(text))).isInstanceOf(InvalidValue.class);
    }

    static Stream<String> sessions() {
        return Stream.of(
                "",
                "-".repeat(36) + ".1.1",
                "0".repeat(36) + ".1.1",
                "00000000-0000-4000-8000-000000000000.1",
                "00000000-0000-4000-8000-000000000000.-1.1",
                "00000000-0000-4000-8000-000000000000.1.9999999999999999",
                "00000000-0000-4000-8000-000000000000.99999999999999999999.1",
                "00000000-0000-4000-8000-000000000000.1.1\n",
                "00000000-0000-4000-8000-000000000000.١.١");
    }

    private static Stream<Arguments> pairs(Map<String, Consumer<String>> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(value -> Stream.iterate(0, i -> i + 1)
                        .limit(BAD_TEXTS.size())
                        .map(i -> Arguments.of(value.getKey(), value.getValue(), i)));
    }

    private static Map.Entry<String, Consumer<String>> value(String name, Consumer<String> parse) {
        return Map.entry(name, parse);
    }
}
