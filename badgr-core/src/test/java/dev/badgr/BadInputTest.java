package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.badgr.fixture.Forms;
import dev.badgr.text.Violation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, a verb answers with a refusal that names the field, or it is misuse; and nothing has happened. */
class BadInputTest {
    /** Calls that store something. */
    static final Set<String> STORES = Set.of(
            "AccountStore.create",
            "AccountStore.replace",
            "AccountStore.prefer",
            "ChallengeStore.issue",
            "ChallengeStore.judge",
            "ChallengeStore.judgeEmail",
            "ChallengeStore.spend",
            "MergeStore.merge",
            "MoveStore.ask",
            "MoveStore.end",
            "MoveStore.carryOut",
            "SignInStore.reserve",
            "SignInStore.succeed",
            "SignInStore.forgive",
            "AuditStore.append",
            "TermsStore.publish",
            "ConsentStore.agree",
            "ConsentStore.record",
            "ConsentStore.withdraw",
            "BadgeStore.define",
            "AwardStore.award",
            "AwardStore.revoke",
            "AwardStore.readdress",
            "AwardStore.reissue",
            "AwardStore.move",
            "BulkStore.award",
            "BulkStore.revoke",
            "BulkStore.takeUnannounced",
            "ImportStore.keep",
            "ImportStore.claim",
            "ImportStore.found",
            "StatusStore.slot",
            "CollectionStore.create",
            "CollectionStore.replace",
            "CollectionStore.delete",
            "ShareStore.create",
            "ShareStore.view",
            "ShareStore.revoke",
            "MailboxStore.addSpelling",
            "MailboxStore.removeSpelling",
            "MailboxStore.mute",
            "MailboxStore.choose",
            "NoticeStore.write",
            "NoticeStore.claim",
            "NoticeStore.delivered",
            "NoticeStore.retry",
            "NoticeStore.failed",
            "ErasureStore.erase",
            "RetentionStore.prune");

    /** Fields that may be left empty. */
    private static final Set<String> OPTIONAL = Set.of("description");

    private static final int MEGABYTE = 1 << 20;
    private static final List<String> BAD_TEXTS = List.of(
            "9".repeat(MEGABYTE),
            "@".repeat(MEGABYTE),
            ":".repeat(MEGABYTE),
            "a\u0000b",
            "a\u0007b",
            "a\r\nb",
            "a\uD800b",
            "\uDC00",
            "a\u202Eb",
            "a\u2066b",
            "a\u2028b");

    static Stream<String> verbs() {
        return VerbTable.names();
    }

    @Test
    void everyPublicVerbHasItsRow() {
        assertThat(VerbTable.verbs())
                .containsExactlyInAnyOrderElementsOf(VerbTable.names().toList());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void theRowDoesWhatTheVerbIsFor(String verb) throws Throwable {
        World world = new World();
        Object outcome = VerbTable.call(verb, world, VerbTable.arguments(verb, world));
        if (outcome instanceof Result<?> result) {
            result.orElseThrow();
        }
        assertThat(outcome).isNotEqualTo(false);
    }

    static Stream<Arguments> neededArguments() {
        return VerbTable.names().flatMap(verb -> {
            Method method = VerbTable.verb(verb);
            return IntStream.range(0, method.getParameterCount())
                    .filter(i -> !method.getParameterTypes()[i].isPrimitive())
                    .filter(i -> !method.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class))
                    .mapToObj(i -> Arguments.of(verb, i));
        });
    }

    @ParameterizedTest
    @MethodSource("neededArguments")
    void aMissingArgumentIsMisuseAndNothingHasHappened(String verb, int parameter) {
        World world = new World();
        Object[] arguments = VerbTable.arguments(verb, world);
        arguments[parameter] = null;
        world.storage.watch();
        Throwable thrown = catchThrowable(() -> VerbTable.call(verb, world, arguments));
        assertThat(thrown).as("%s, parameter %d", verb, parameter).isInstanceOf(NullPointerException.class);
        assertThat(String.valueOf(thrown.getMessage()))
                .doesNotContain(Forms.PASSWORD, Forms.OTHER_PASSWORD, "@school.edu")
                .doesNotContainPattern("\\d{6}");
        assertThat(world.storage.calls())
                .as("%s, parameter %d", verb, parameter)
                .doesNotContainAnyElementsOf(STORES);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void textThatCanBeNothingIsRefusedAndNothingHasHappened(String verb) throws Throwable {
        World world = new World();
        Object[] good = VerbTable.arguments(verb, world);
        for (int i = 0; i < good.length; i++) {
            for (Bad bad : badVariants(verb, i, good[i])) {
                Object[] arguments = good.clone();
                arguments[i] = bad.value();
                world.storage.watch();
                Object outcome = VerbTable.call(verb, world, arguments);
                assertRefused(verb, bad, outcome);
                assertThat(world.storage.calls()).as("%s %s", verb, bad.field()).doesNotContainAnyElementsOf(STORES);
            }
        }
    }

    private static void assertRefused(String verb, Bad bad, @Nullable Object outcome) {
        if (verb.equals("Sharing.view") || verb.equals("Sharing.revoke")) {
            assertThat(outcome).isIn(Optional.empty(), false);
            return;
        }
        assertThat(outcome).as("%s %s", verb, bad.field()).isInstanceOf(Result.Refused.class);
        Refusal refusal = ((Result.Refused<?>) Objects.requireNonNull(outcome)).refusal();
        assertThat(refusal.message(Locale.ENGLISH)).isNotBlank().hasSizeLessThan(500);
        if (refusal instanceof Refusal.InvalidInput invalid) {
            assertThat(invalid.violations()).extracting(Violation::field).contains(bad.field());
        } else {
            assertThat(refusal)
                    .as("%s %s", verb, bad.field())
                    .isInstanceOfAny(Refusal.TermsChanged.class, Refusal.NotImported.class);
        }
    }

    private static List<Bad> badVariants(String verb, int parameter, Object good) throws ReflectiveOperationException {
        if (good instanceof String) {
            String field = VerbTable.verb(verb).getParameters()[parameter].getName();
            return BAD_TEXTS.stream().map(text -> new Bad(field, text)).toList();
        }
        boolean form = good.getClass().getSimpleName().endsWith("Form") || good instanceof OidcClaims;
        return form ? badForms((Record) good) : List.of();
    }

    /** The same form, each time with one text in it that can be nothing, or with none. */
    private static List<Bad> badForms(Record form) throws ReflectiveOperationException {
        RecordComponent[] components = form.getClass().getRecordComponents();
        List<Bad> forms = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType().equals(String.class)) {
                List<@Nullable String> texts = new ArrayList<>(BAD_TEXTS);
                if (!OPTIONAL.contains(components[i].getName())) {
                    texts.add(null);
                    texts.add("");
                }
                for (@Nullable String text : texts) {
                    forms.add(new Bad(components[i].getName(), with(form, components, i, text)));
                }
            }
        }
        return forms;
    }

    private static Object with(Record form, RecordComponent[] components, int which, @Nullable String text)
            throws ReflectiveOperationException {
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == which ? text : components[i].getAccessor().invoke(form);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return form.getClass().getDeclaredConstructor(types).newInstance(values);
    }

    /** A value that can be nothing, and the field that it is in. */
    private record Bad(String field, Object value) {}
}
