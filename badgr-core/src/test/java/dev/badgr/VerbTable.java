package dev.badgr;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.newPassword;
import static dev.badgr.fixture.Forms.profile;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.TestApp.newClient;

import dev.badgr.award.NewAward;
import dev.badgr.award.NewRevocation;
import dev.badgr.backpack.BackpackQuery;
import dev.badgr.fixture.BadgeFixture;
import dev.badgr.fixture.Some;
import dev.badgr.port.AuditQuery;
import dev.badgr.terms.TermsVersion;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For each public verb a call that does what it is for. A new verb needs a row here. */
final class VerbTable {
    private static final Map<String, Function<World, List<?>>> ROWS = Map.ofEntries(
            row("SignUps.begin", w -> List.of(email(Some.address()), newClient())),
            row("SignUps.resend", w -> List.of(w.signUp, newClient())),
            row("SignUps.confirm", w -> List.of(w.signUp, code(w.app.codeTo(w.newcomer)), newClient())),
            row("SignUps.proven", w -> List.of(w.proof)),
            row("SignUps.complete", w -> List.of(w.proof, profile(w.app.currentTerms()), newClient())),
            row("SignIns.withPassword", w -> List.of(signIn(w.mia.email(), PASSWORD), newClient())),
            row("SignIns.withIdentity", w -> List.of(w.newcomersClaims(), newClient())),
            row("SignIns.check", w -> List.of(w.mia.session())),
            row("Recoveries.begin", w -> List.of(email(w.second), newClient())),
            row("Recoveries.resend", w -> List.of(w.recovery, newClient())),
            row("Recoveries.confirm", w -> List.of(w.recovery, code(w.app.codeTo(w.mia.email())), newClient())),
            row("Recoveries.complete", w -> List.of(w.recovered(), newPassword(OTHER_PASSWORD), newClient())),
            row("Accounts.find", w -> List.of(w.mia.id())),
            row("Accounts.findByEmail", w -> List.of(w.second)),
            row("Accounts.changePassword", w -> List.of(w.mia.session(), newPassword(OTHER_PASSWORD), newClient())),
            row(
                    "Accounts.link",
                    w -> List.of(w.mia.session(), w.newcomersClaims().identity(), newClient())),
            row("Accounts.unlink", w -> List.of(w.mia.session(), w.linked, newClient())),
            row("Accounts.advice", w -> List.of(w.mia.session())),
            row("Accounts.previewUnlinking", w -> List.of(w.mia.session(), w.linked)),
            row("Accounts.setPreferences", w -> List.of(w.mia.session(), new PreferencesForm("fr-CA", "Europe/Paris"))),
            row("Emails.list", w -> List.of(w.mia.session())),
            row("Emails.add", w -> List.of(w.mia.session(), email(Some.address()), newClient())),
            row("Emails.resend", w -> List.of(w.mia.session(), w.adding, newClient())),
            row("Emails.confirm", w -> List.of(w.mia.session(), w.adding, code(w.app.codeTo(w.third)), newClient())),
            row("Emails.makePrimary", w -> List.of(w.mia.session(), email(w.second), newClient())),
            row("Emails.previewRemoval", w -> List.of(w.mia.session(), email(w.second))),
            row("Emails.spellings", w -> List.of(w.mia.session(), email(w.second))),
            row("Emails.addSpelling", w -> List.of(w.mia.session(), email(w.shouted()))),
            row("Emails.removeSpelling", w -> List.of(w.mia.session(), email(w.spelling))),
            row("Emails.owns", w -> List.of(w.mia.id(), w.hash())),
            row("Emails.remove", w -> List.of(w.mia.session(), email(w.second), newClient())),
            row("Moves.begin", w -> List.of(w.mia.session(), email(w.leosThird), newClient())),
            row("Moves.resend", w -> List.of(w.mia.session(), w.moving, newClient())),
            row("Moves.confirm", w -> List.of(w.mia.session(), w.moving, code(w.app.codeTo(w.leosThird)), newClient())),
            row("Moves.asked", w -> List.of(w.mia.session())),
            row("Moves.agree", w -> List.of(w.mia.session(), w.leaving.id(), newClient())),
            row("Moves.object", w -> List.of(w.mia.session(), w.leaving.id(), newClient())),
            row("Moves.withdraw", w -> List.of(w.mia.session(), w.coming.id(), newClient())),
            row("Moves.complete", w -> {
                w.nobodyObjects();
                Session now = w.app.signedInAgain(w.mia, PASSWORD).session();
                return List.of(now, w.coming.id(), newClient());
            }),
            row("Moves.carryOutDue", w -> {
                w.nobodyObjects();
                return List.of(10);
            }),
            row("Merges.begin", w -> List.of(w.mia.session(), email(w.second), newClient())),
            row("Merges.resend", w -> List.of(w.mia.session(), w.merging, newClient())),
            row(
                    "Merges.confirm",
                    w -> List.of(w.mia.session(), w.merging, code(w.app.codeTo(w.old.email())), newClient())),
            row("Merges.preview", w -> List.of(w.mia.session(), w.provenToMerge())),
            row("Merges.merge", w -> List.of(w.mia.session(), w.provenToMerge(), newClient())),
            row("Merges.survivorOf", w -> List.of(w.old.id())),
            row("Consents.publish", w -> List.of(terms(w))),
            row("Consents.current", w -> List.of(Locale.GERMAN)),
            row("Consents.due", w -> List.of(w.mia.id(), Locale.GERMAN)),
            row("Consents.agree", w -> List.of(w.mia.id(), w.app.currentTerms(), newClient())),
            row("Consents.agreed", w -> List.of(w.mia.id())),
            row("Consents.wantsEmailUpdates", w -> List.of(w.mia.id())),
            row("Consents.setEmailUpdates", w -> List.of(w.mia.id(), true)),
            row("Consents.emailUpdates", w -> List.of(w.mia.id())),
            row("Consents.allDue", w -> List.of(w.app.now(), Optional.empty(), 10)),
            row("Consents.proofs", w -> List.of(w.mia.id())),
            row("Consents.unsubscribeLink", w -> List.of(w.mia.id())),
            row("Consents.previewWithdrawal", w -> List.of(w.unsubscribeToken())),
            row("Consents.withdraw", w -> List.of(w.unsubscribeToken())),
            row("Consents.setAwardMails", w -> List.of(w.mia.session(), email(w.second), false)),
            row("Consents.wantsAwardMails", w -> List.of(w.mia.session(), email(w.second))),
            row("Badges.define", w -> List.of(BadgeFixture.aBadge().build())),
            row("Badges.find", w -> List.of(w.badge.id())),
            row("Awards.on", w -> List.of(w.storage.stores())),
            row("Awards.award", w -> List.of(NewAward.of(w.badge, w.newcomer))),
            row("Awards.reissue", w -> List.of(w.shown, NewAward.of(w.badgeOf(w.shown), w.second))),
            row("Awards.find", w -> List.of(w.shown)),
            row("Awards.revoke", w -> List.of(w.shown, "The exam was repeated.")),
            row("Awards.bulk", w -> List.of()),
            row(
                    "Awards.awardAll",
                    w -> List.of(
                            Stream.of(NewAward.of(w.badge, w.newcomer).once("course-7", w.app.now())), listener())),
            row(
                    "Awards.revokeAll",
                    w -> List.of(Stream.of(new NewRevocation(w.shown, "The exam was repeated.")), listener())),
            row("Awards.readdress", w -> List.of(w.elsewhere, w.second)),
            row("Credentials.document", w -> List.of(w.issuer.url())),
            row("Credentials.signedAssertion", w -> List.of(w.issued())),
            row("Credentials.embedded", w -> List.of(w.issued(), Optional.empty())),
            row("Credentials.token", w -> List.of(w.issued(), Optional.of(URI.create("did:example:mia")))),
            row("Backpacks.page", w -> List.of(w.mia.id(), BackpackQuery.newest(10))),
            row("Backpacks.expiring", w -> List.of(w.mia.id(), Duration.ofDays(7))),
            row("Backpacks.explain", w -> List.of(w.mia.id(), w.waiting)),
            row("Backpacks.accept", w -> List.of(w.mia.id(), w.offered)),
            row("Backpacks.decline", w -> List.of(w.mia.id(), w.shown)),
            row("Backpacks.hide", w -> List.of(w.mia.id(), w.shown)),
            row("Backpacks.restore", w -> List.of(w.mia.id(), w.declined)),
            row("Collections.create", w -> List.of(w.mia.id(), new CollectionForm("Data", "All about data."))),
            row("Collections.list", w -> List.of(w.mia.id())),
            row("Collections.view", w -> List.of(w.mia.id(), w.collection.id())),
            row(
                    "Collections.edit",
                    w -> List.of(
                            w.mia.id(), w.collection.id(), w.collection.version(), new CollectionForm("Data", ""))),
            row("Collections.add", w -> List.of(w.mia.id(), w.collection.id(), w.another)),
            row("Collections.remove", w -> List.of(w.mia.id(), w.collection.id(), w.shown)),
            row(
                    "Collections.reorder",
                    w -> List.of(w.mia.id(), w.collection.id(), w.collection.version(), List.of(w.shown))),
            row("Collections.delete", w -> List.of(w.mia.id(), w.collection.id())),
            row(
                    "Sharing.create(AccountId, AwardId, Optional)",
                    w -> List.of(w.mia.id(), w.shown, Optional.of(Duration.ofDays(7)))),
            row(
                    "Sharing.create(AccountId, CollectionId, Optional)",
                    w -> List.of(w.mia.id(), w.collection.id(), Optional.of(Duration.ofDays(7)))),
            row("Sharing.view", w -> List.of(w.shared.token().value())),
            row("Sharing.revoke", w -> List.of(w.mia.id(), w.shared.link().id())),
            row("Sharing.list", w -> List.of(w.mia.id())),
            row("Imports.file", w -> List.of(w.mia.id(), w.toBring.toArray(), newClient())),
            row("Imports.text", w -> List.of(w.mia.id(), w.toBring.text(), newClient())),
            row("Imports.url", w -> List.of(w.mia.id(), URI.create("https://other.example/badge.json"), newClient())),
            row("Imports.recheck", w -> List.of(w.mia.id(), w.brought)),
            row("Imports.recheckDue", w -> List.of(w.due())),
            row("Imports.download", w -> List.of(w.mia.id(), w.brought)),
            row("Imports.picture", w -> List.of(w.brought)),
            row("Audit.own", w -> List.of(w.mia.session(), AuditQuery.newest(10))),
            row("Audit.of", w -> List.of(w.mia.id(), AuditQuery.newest(10))),
            row("Administration.find", w -> List.of(World.STAFF, email(w.second))),
            row("Administration.explain", w -> List.of(World.STAFF, email(w.second), w.shown)),
            row("Administration.explainAll", w -> List.of(World.STAFF, email(w.second))),
            row("Administration.resendNotices", w -> List.of(World.STAFF, email(w.second))),
            row("Administration.clearBackOffs", w -> List.of(World.STAFF, w.mia.id())),
            row("Administration.disable", w -> List.of(World.STAFF, w.mia.id())),
            row("Administration.restore", w -> List.of(World.STAFF, w.disabled())),
            row("Notices.deliver", w -> List.of(10)),
            row("Notices.undelivered", w -> List.of(10)),
            row("Erasures.preview", w -> List.of(w.mia.session())),
            row("Erasures.begin", w -> List.of(w.miaAtRest().session(), newClient())),
            row("Erasures.resend", w -> List.of(w.mia.session(), w.erasing(), newClient())),
            row(
                    "Erasures.confirm",
                    w -> List.of(w.mia.session(), w.erasing(), code(w.app.codeTo(w.mia.email())), newClient())),
            row("Erasures.erase", w -> List.of(w.mia.session(), w.provenToErase(), newClient())),
            row("Erasures.formerConsents", w -> List.of(Some.uuid())),
            row("Exports.write", w -> List.of(w.mia.session(), new ByteArrayOutputStream())),
            row("Retention.prune", w -> List.of(10)));

    private VerbTable() {}

    /** The names of the rows. */
    static Stream<String> names() {
        return ROWS.keySet().stream().sorted();
    }

    /** The names of all public verbs, as they are in the code. */
    static Stream<String> verbs() {
        return groups().map(Method::getReturnType).flatMap(VerbTable::methods).map(VerbTable::name);
    }

    /** A verb by its name. */
    static Method verb(String name) {
        return groups().map(Method::getReturnType)
                .flatMap(VerbTable::methods)
                .filter(method -> name(method).equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The arguments with which a verb does what it is for. */
    static Object[] arguments(String name, World world) {
        return Objects.requireNonNull(ROWS.get(name), name).apply(world).toArray();
    }

    /** Calls a verb; what it throws comes as it is. */
    static @Nullable Object call(String name, World world, @Nullable Object... arguments) throws Throwable {
        Method verb = verb(name);
        Method group = groups().filter(getter -> getter.getReturnType().equals(verb.getDeclaringClass()))
                .findFirst()
                .orElseThrow();
        try {
            return verb.invoke(group.invoke(world.app.badgr()), arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static Stream<Method> groups() {
        return methods(Badgr.class).filter(getter -> getter.getParameterCount() == 0);
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    /** With its parameters, if there is another one of that name. */
    private static String name(Method verb) {
        String name = verb.getDeclaringClass().getSimpleName() + "." + verb.getName();
        boolean alone = methods(verb.getDeclaringClass())
                        .filter(other -> other.getName().equals(verb.getName()))
                        .count()
                == 1;
        return alone ? name : name + parameters(verb);
    }

    private static String parameters(Method verb) {
        return Arrays.stream(verb.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Map.Entry<String, Function<World, List<?>>> row(String name, Function<World, List<?>> arguments) {
        return Map.entry(name, arguments);
    }

    private static BulkListener listener() {
        return (row, outcome) -> {};
    }

    private static TermsVersion terms(World world) {
        return TermsVersion.of(
                "next", world.app.now().plus(Duration.ofDays(30)), "https://plp.example/terms", "Be kinder.");
    }
}
