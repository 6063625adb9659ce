package dev.badgr.contract;

import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Outcomes.assertRefused;
import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.badgr.Client;
import dev.badgr.CollectionForm;
import dev.badgr.Exported;
import dev.badgr.Exports;
import dev.badgr.Refusal;
import dev.badgr.Shared;
import dev.badgr.award.Award;
import dev.badgr.award.AwardDecision;
import dev.badgr.award.AwardId;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.award.NewAward;
import dev.badgr.backpack.Collection;
import dev.badgr.email.EmailAddress;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.CredentialFixture;
import dev.badgr.fixture.Issuers;
import dev.badgr.fixture.Person;
import dev.badgr.fixture.ScriptedVerifier;
import dev.badgr.fixture.Some;
import dev.badgr.fixture.TestApp;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.port.Actor;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Event;
import dev.badgr.text.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything about a person as one document that keeps to the published schema. */
public abstract class ExportContract extends VerbContract {
    private static final Schema SCHEMA = schema();

    private final EmailAddress second = EmailAddress.parse("Mia.Home-" + Some.word() + "@bücher.example");
    private final ScriptedVerifier verifier = new ScriptedVerifier();
    private final IssuerIdentity issuer = Issuers.anIdentity();
    private Person mia;

    @BeforeEach
    void miaHasALifeHere() {
        app = TestApp.on(
                storage(),
                builder -> builder.verifier(verifier).issuer(issuer).policy((award, account) -> switch (award.badge()
                        .name()) {
                    case "Offer" -> new AwardDecision.Offer();
                    case "Wait" -> new AwardDecision.Wait();
                    case "Refuse" -> new AwardDecision.Refuse("Not here.");
                    default -> new AwardDecision.Show();
                }));
        mia = app.withAddress(app.personWithAccount(), second);
    }

    @Test
    void whatTheHostIssuesIsThereSigned() {
        Badge own = done(badgr().badges()
                .define(BadgeFixture.aBadge().from(issuer.issuer()).build()));
        AwardId signed = app.award(own, second).id();
        AwardId revoked = app.award(own, mia.email()).id();
        done(badgr().awards().revoke(revoked, "A mistake."));
        AwardId somebodyElses = awarded("Show").id();
        JsonNode document = exported();
        assertThat(badge(document, signed).at("/credential").asString())
                .isEqualTo(done(badgr().credentials().token(signed, Optional.empty())));
        assertThat(badge(document, revoked).has("credential")).isFalse();
        assertThat(badge(document, somebodyElses).has("credential")).isFalse();
    }

    @Test
    void aNewAccountIsADocument() {
        JsonNode document = exported();
        assertThat(document.at("/format").asString()).isEqualTo("badgr-export");
        assertThat(document.at("/version").asInt()).isEqualTo(1);
        assertThat(document.at("/exportedAt").asString()).isEqualTo(app.now().toString());
        assertThat(document.at("/account/id").asString()).isEqualTo(mia.id().toString());
        assertThat(document.at("/account/firstName").asString()).isEqualTo("Mia");
        assertThat(document.at("/account/lastName").asString()).isEqualTo("Müller");
        assertThat(document.at("/account/hasPassword").asBoolean()).isTrue();
        assertThat(document.at("/emails/0/address").asString())
                .isEqualTo(mia.email().text());
        assertThat(document.at("/emails/0/primary").asBoolean()).isTrue();
        assertThat(document.at("/emails/1/address").asString()).isEqualTo(second.text());
        assertThat(document.at("/emails/1/primary").asBoolean()).isFalse();
        assertThat(document.at("/termsConsents/0/version").asString()).isEqualTo(app.currentTerms());
        assertThat(document.at("/termsConsents/0/wayIn").asString()).isEqualTo("email");
        assertThat(document.at("/badges").isEmpty()).isTrue();
        assertThat(document.at("/shareLinks").isEmpty()).isTrue();
    }

    @Test
    void allThatAPersonDidIsInIt() {
        var social = Some.identity();
        mia = mia.after(done(badgr().accounts().link(mia.session(), social, mia.client())));
        Client told = mia.client().withEvidence("192.0.2.1, \"Firefox\" \uD83E\uDD89");
        done(badgr().consents().agree(mia.id(), app.currentTerms(), told));
        badgr().consents().setEmailUpdates(mia.id(), true);
        badgr().consents().setEmailUpdates(mia.id(), false);
        AwardId award = awarded("Show").id();
        Shared shared = done(badgr().sharing().create(mia.id(), award, Optional.of(Duration.ofDays(1))));
        badgr().sharing().revoke(mia.id(), shared.link().id());
        JsonNode document = exported();
        assertThat(document.at("/socialAccounts/0/subject").asString()).isEqualTo(social.subject());
        assertThat(document.at("/termsConsents").size()).isEqualTo(2);
        assertThat(document.toString()).contains("\uD83E\uDD89");
        assertThat(document.at("/emailUpdates").size()).isEqualTo(2);
        JsonNode link = document.at("/shareLinks/0");
        assertThat(link.at("/id").asString()).isEqualTo(shared.link().id());
        assertThat(link.at("/badge").asString()).isEqualTo(award.text());
        assertThat(link.at("/revokedAt").asString()).isEqualTo(app.now().toString());
        assertThat(document.toString())
                .doesNotContain(shared.token().value())
                .doesNotContain(PASSWORD)
                .doesNotContain(mia.account().password().orElseThrow().phc());
    }

    @Test
    void collectionsAndTheirLinksAreInIt() {
        AwardId first = awarded("Show").id();
        AwardId second = awarded("Show").id();
        Collection data = done(badgr().collections().create(mia.id(), new CollectionForm("Data", "What I can do.")));
        done(badgr().collections().add(mia.id(), data.id(), first));
        done(badgr().collections().add(mia.id(), data.id(), second));
        done(badgr().collections().create(mia.id(), new CollectionForm("Empty", null)));
        Shared shared = done(badgr().sharing().create(mia.id(), data.id(), Optional.empty()));
        badgr().sharing().view(shared.token().value());
        JsonNode document = exported();
        assertThat(document.at("/collections").size()).isEqualTo(2);
        assertThat(document.at("/shareLinks/0/collection").asString())
                .isEqualTo(data.id().text());
        assertThat(document.at("/shareLinks/0/views").asInt()).isEqualTo(1);
        for (JsonNode collection : document.at("/collections")) {
            if (collection.at("/name").asString().equals("Data")) {
                assertThat(collection.at("/description").asString()).isEqualTo("What I can do.");
                assertThat(collection.at("/badges/0").asString()).isEqualTo(first.text());
                assertThat(collection.at("/badges/1").asString()).isEqualTo(second.text());
            }
        }
    }

    @Test
    void whatHappenedIsInItHoweverMuchThatIs() {
        List<AuditRecord> older = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            Actor actor = i % 2 == 0 ? new Actor.Host() : new Actor.Staff("bo@desk", "Ticket " + i);
            AuditRecord record = new AuditRecord(
                    Some.uuid(), Event.SIGNED_IN, actor, "", app.now().minusSeconds(i + 1));
            older.add(record);
            storage().stores().audit().append(mia.id(), record);
        }
        JsonNode history = exported().at("/history");
        assertThat(history.size()).isEqualTo(232);
        assertThat(history.at("/0/event").asString()).isIn("email-added", "account-created");
        assertThat(history.at("/0/by").asString()).isEqualTo("person");
        assertThat(history.at("/231/at").asString())
                .isEqualTo(older.get(229).at().toString());
        assertThat(history.at("/231/reason").asString()).isEqualTo("Ticket 229");
        assertThat(history.toString()).doesNotContain("bo@desk");
    }

    @Test
    void everyBadgeIsInItWhateverBecameOfIt() {
        AwardId shown = awarded("Show").id();
        AwardId offered = awarded("Offer").id();
        AwardId waiting = awarded("Wait").id();
        AwardId declined = awarded("Show").id();
        done(badgr().backpacks().decline(mia.id(), declined));
        AwardId hidden = awarded("Show").id();
        done(badgr().backpacks().hide(mia.id(), hidden));
        AwardId revoked = awarded("Show").id();
        done(badgr().awards().revoke(revoked, "A mistake."));
        JsonNode document = exported();
        assertThat(state(document, shown)).isEqualTo("shown");
        assertThat(state(document, offered)).isEqualTo("offered");
        assertThat(state(document, waiting)).isEqualTo("waiting");
        assertThat(state(document, declined)).isEqualTo("declined");
        assertThat(badge(document, revoked).at("/revocation/reason").asString()).isEqualTo("A mistake.");
        assertThat(state(document, hidden)).isEqualTo("hidden");
        assertThat(document.at("/badges").size()).isEqualTo(6);
    }

    @Test
    void badgesFromElsewhereAreInItAsTheyWereReceived() {
        Map<String, Bytes> brought = new HashMap<>();
        for (int i = 0; i < 19; i++) {
            CredentialFixture badge = CredentialFixture.aCredential().to(i % 2 == 0 ? second : mia.email());
            Bytes file = i == 0 ? Bytes.of(new byte[] {(byte) 0x89, 'P', -1, 0}) : badge.file();
            verifier.says(file, badge.good());
            AwardId award = done(badgr().imports().file(mia.id(), file.toArray(), mia.client()))
                    .award()
                    .id();
            brought.put(award.text(), file);
        }
        JsonNode document = exported();
        assertThat(document.at("/badges").size()).isEqualTo(19);
        assertThat(document.at("/credentials").size()).isEqualTo(19);
        for (JsonNode credential : document.at("/credentials")) {
            Bytes file = credential.has("text")
                    ? Bytes.of(credential.at("/text").asString())
                    : Bytes.of(
                            Base64.getDecoder().decode(credential.at("/base64").asString()));
            assertThat(brought.remove(credential.at("/badge").asString())).isEqualTo(file);
        }
        assertThat(brought).isEmpty();
    }

    @Test
    void aBadgeHasAllThatItsIssuerSaid() {
        Badge badge = done(badgr().badges()
                .define(BadgeFixture.aBadge().tagged("data").build().validFor(Period.ofMonths(1))));
        Award award = done(badgr().awards()
                        .award(NewAward.of(badge, second)
                                .once("course-7", app.now())
                                .withNarrative("She cleaned\nthe data.")
                                .withEvidence(Evidence.of("https://plp.example/work"))))
                .award();
        JsonNode entry = badge(exported(), award.id());
        assertThat(entry.at("/address").asString()).isEqualTo(second.text());
        assertThat(entry.at("/issuedOn").asString()).isEqualTo(award.issuedOn().toString());
        assertThat(entry.at("/expiresAt").asString())
                .isEqualTo(award.expires().orElseThrow().toString());
        assertThat(entry.at("/narrative").asString()).isEqualTo("She cleaned\nthe data.");
        assertThat(entry.at("/evidence/0/url").asString()).isEqualTo("https://plp.example/work");
        assertThat(entry.at("/externalKey").asString()).isEqualTo("course-7");
        assertThat(entry.at("/badge/id").asString()).isEqualTo(badge.id().toString());
        assertThat(entry.at("/badge/tags/0").asString()).isEqualTo("data");
        assertThat(entry.at("/badge/issuer/name").asString())
                .isEqualTo(badge.issuer().name());
    }

    @Test
    void manyBadgesAreReadPageByPageAndEachIsThereOnce() {
        Badge badge = app.badge();
        Set<String> awards = new HashSet<>();
        for (int i = 0; i < 250; i++) {
            awards.add(app.award(badge, i % 2 == 0 ? second : mia.email()).id().text());
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        Exported exported = done(badgr().exports().write(mia.session(), stream));
        assertThat(exported).isEqualTo(new Exported(app.now(), 250));
        Set<String> found = new HashSet<>();
        parsed(stream)
                .at("/badges")
                .forEach(entry ->
                        assertThat(found.add(entry.at("/id").asString())).isTrue());
        assertThat(found).isEqualTo(awards);
    }

    @Test
    void nobodyElsesDataAreInIt() {
        Person eve = app.personWithAccount();
        AwardId eves = app.awarded(eve.email());
        assertThat(exported().toString())
                .doesNotContain(eve.id().toString(), eve.email().text(), eves.text());
    }

    @Test
    void itNeedsANewSignInThatHasNotEnded() {
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        app.passes(Duration.ofMinutes(6));
        assertRefused(badgr().exports().write(mia.session(), nothing), new Refusal.SignInTooOld());
        Person again = app.signedInAgain(mia, PASSWORD);
        done(badgr().emails().makePrimary(again.session(), email(second), again.client()));
        assertRefused(badgr().exports().write(again.session(), nothing), new Refusal.SessionEnded());
        assertThat(nothing.size()).isZero();
    }

    @Test
    void anAccountThatChangesMeanwhileLeavesNoDocument() {
        app.awarded(mia.email());
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        OutputStream changing = new OutputStream() {
            private boolean changed;

            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                if (!changed) {
                    changed = true;
                    done(badgr().emails().makePrimary(mia.session(), email(second), mia.client()));
                }
                stream.write(bytes, from, length);
            }
        };
        for (int i = 0; i < 100; i++) {
            app.award(app.badge(), mia.email());
        }
        assertRefused(badgr().exports().write(mia.session(), changing), new Refusal.SessionEnded());
        assertThatThrownBy(() -> JsonMapper.shared().readTree(stream.toByteArray()))
                .isInstanceOf(tools.jackson.core.JacksonException.class);
    }

    @Test
    void aStreamThatFailsIsTold() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> badgr().exports().write(mia.session(), full))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no space left");
    }

    @Test
    void theStreamIsLeftOpen() {
        boolean[] closed = new boolean[1];
        OutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        done(badgr().exports().write(mia.session(), stream));
        assertThat(closed[0]).isFalse();
    }

    @Test
    void theSchemaRefusesWhatIsNotADocument() {
        assertThat(SCHEMA.validate("{}", InputFormat.JSON)).isNotEmpty();
        String document = exported().toString();
        assertThat(SCHEMA.validate(document.replace("\"primary\":true", "\"primary\":false"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(SCHEMA.validate(document.replace("\"wayIn\":\"email\"", "\"wayIn\":\"?\""), InputFormat.JSON))
                .isNotEmpty();
    }

    private Award awarded(String badgeName) {
        Badge badge = done(
                badgr().badges().define(BadgeFixture.aBadge().named(badgeName).build()));
        return app.award(badge, second);
    }

    private JsonNode exported() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        done(badgr().exports().write(mia.session(), stream));
        return parsed(stream);
    }

    private static JsonNode parsed(ByteArrayOutputStream stream) {
        String text = stream.toString(StandardCharsets.UTF_8);
        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEqualTo(List.of());
        return JsonMapper.shared().readTree(text);
    }

    private static String state(JsonNode document, AwardId id) {
        return badge(document, id).at("/state").asString();
    }

    private static JsonNode badge(JsonNode document, AwardId id) {
        for (JsonNode entry : document.at("/badges")) {
            if (entry.at("/id").asString().equals(id.text())) {
                return entry;
            }
        }
        throw new AssertionError("not there: " + id);
    }

    private static Schema schema() {
        try (InputStream file = Objects.requireNonNull(Exports.class.getResourceAsStream("export-1.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(file, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
