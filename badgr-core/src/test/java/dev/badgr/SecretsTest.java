package dev.badgr;

import static dev.badgr.fixture.Forms.OTHER_PASSWORD;
import static dev.badgr.fixture.Forms.PASSWORD;
import static dev.badgr.fixture.Forms.code;
import static dev.badgr.fixture.Forms.email;
import static dev.badgr.fixture.Forms.signIn;
import static dev.badgr.fixture.TestApp.newClient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.account.Account;
import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.backpack.ShareToken;
import dev.badgr.email.CodeHash;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.HmacKey;
import dev.badgr.email.VerificationCode;
import dev.badgr.fixture.SecurityLines;
import dev.badgr.fixture.Some;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No code, password, token, hash or full address in any text that could end up in a log. */
class SecretsTest {
    @Test
    void noTypeShowsASecretInItsText() throws Throwable {
        Set<Class<?>> types = new HashSet<>();
        Set<String> secrets = new HashSet<>(List.of(PASSWORD, OTHER_PASSWORD));
        List<Object> samples = new ArrayList<>();
        for (String verb : VerbTable.names().toList()) {
            World world = new World();
            Object[] arguments = VerbTable.arguments(verb, world);
            samples.addAll(List.of(arguments));
            samples.add(Objects.requireNonNullElse(VerbTable.call(verb, world, arguments), "nothing"));
            samples.addAll(world.storage.seen());
            samples.addAll(world.app.mailsTo(world.newcomer));
        }
        Collection<Object> all = withAllTheirParts(samples);
        all.forEach(value -> secretIn(value).ifPresent(secrets::add));
        for (Object value : all) {
            types.add(value.getClass());
            assertThat(secrets.stream().filter(value.toString()::contains))
                    .as(value.getClass().getName())
                    .isEmpty();
        }
        assertThat(secrets).hasSizeGreaterThan(100);
        assertThat(types)
                .contains(
                        SignInForm.class,
                        ProfileForm.class,
                        Shared.class,
                        Account.class,
                        PasswordHash.class,
                        CodeHash.class,
                        dev.badgr.port.Mail.class,
                        dev.badgr.port.Notice.class,
                        dev.badgr.port.Guess.class,
                        dev.badgr.award.NewAward.class)
                .hasSizeGreaterThan(40);
    }

    @Test
    void whatHoldsASecretSaysThatItIsRedacted() {
        assertThat(new Password(PASSWORD)).hasToString("Password[redacted]");
        assertThat(new VerificationCode("123456")).hasToString("VerificationCode[redacted]");
        assertThat(new ShareToken("A".repeat(22))).hasToString("ShareToken[redacted]");
        assertThat(HmacKey.of(new byte[32])).hasToString("HmacKey[redacted]");
        assertThat(Secrets.random()).hasToString("Secrets[codes=HmacKey[redacted], recipients=HmacKey[redacted]]");
    }

    @Test
    void noRefusalQuotesWhatWasTyped() {
        World world = new World();
        EmailAddress address = world.mia.email();
        for (Result<?> refused : List.of(
                world.app.badgr().signIns().withPassword(signIn(address, OTHER_PASSWORD), newClient()),
                world.app.badgr().signUps().begin(new EmailForm(address.text() + "@x"), newClient()),
                world.app
                        .badgr()
                        .signUps()
                        .confirm(world.signUp, code(world.app.wrongCodeTo(world.newcomer)), newClient()),
                world.app.badgr().signUps().confirm(world.signUp, code("123456789"), newClient()),
                world.app.badgr().emails().add(world.mia.session(), email(address), newClient()),
                world.app.badgr().emails().makePrimary(world.mia.session(), email(world.newcomer), newClient()))) {
            String message = refused.fold(done -> "not refused", refusal -> refusal.message(Locale.ENGLISH));
            assertThat(message)
                    .isNotEqualTo("not refused")
                    .doesNotContain(address.text(), OTHER_PASSWORD, "123456789", world.newcomer.text());
            String thrown = String.valueOf(org.assertj.core.api.Assertions.catchThrowable(refused::orElseThrow)
                    .getMessage());
            assertThat(thrown).isEqualTo(message);
            assertThat(refused.toString()).doesNotContain(address.text(), OTHER_PASSWORD, "123456789");
        }
    }

    @Test
    void theSecurityLogHasAnEventForEachStepAndNoSecret() {
        World[] worlds = new World[1];
        List<String> lines = SecurityLines.during(() -> {
            World world = new World();
            worlds[0] = world;
            for (String verb : VerbTable.names().toList()) {
                quietly(verb, new World());
            }
            world.app.badgr().signIns().withPassword(signIn(world.mia.email(), OTHER_PASSWORD), newClient());
            world.app.badgr().signUps().begin(email(world.newcomer), newClient());
            world.app.badgr().signUps().begin(email(world.newcomer), newClient());
            world.app.badgr().signUps().confirm(world.signUp, code(world.app.wrongCodeTo(world.newcomer)), newClient());
            world.app.mailServerFails();
            world.app.badgr().signUps().begin(email(Some.address()), newClient());
            world.app.badgr().notices().deliver(10);
        });
        for (SecurityLog.Event event : SecurityLog.Event.values()) {
            String word = event.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(lines).as(word).anyMatch(line -> line.contains(" " + word + " "));
        }
        String code = worlds[0].app.codeTo(worlds[0].newcomer);
        assertThat(lines)
                .allMatch(line -> line.contains("dev.badgr.security"))
                .noneMatch(line -> line.contains(PASSWORD) || line.contains(OTHER_PASSWORD))
                .noneMatch(line -> line.matches(".*\\b" + code + "\\b.*"))
                .noneMatch(line -> line.matches(".*\\$(fast|argon2id)\\$.*"))
                .noneMatch(line -> line.matches(".*[A-Za-z0-9._-]{2,}@.*"));
        assertThat(lines).anyMatch(line -> line.contains("m•••@school.edu"));
    }

    @Test
    void aLineOfTheSecurityLogStaysOneLine() {
        List<String> lines = SecurityLines.during(() ->
                SecurityLog.event(SecurityLog.Event.SIGNED_IN, "mia\r\nforged-event admin", "\u2028x\u0085y\u001B[2J"));
        assertThat(lines).singleElement().asString().contains("mia\\r\\nforged-event admin");
        assertThat(lines.get(0).chars()).noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }

    @Test
    void aChangeThatIsRefusedIsNotLoggedAsDone() {
        World world = new World();
        Session ended = world.mia.session();
        world.app.badgr().accounts().unlink(ended, world.linked, newClient()).orElseThrow();
        List<String> lines = SecurityLines.during(() -> {
            world.app.badgr().emails().remove(ended, email(world.second), newClient());
            world.app.badgr().emails().makePrimary(ended, email(world.second), newClient());
        });
        assertThat(lines).isEmpty();
    }

    private static void quietly(String verb, World world) {
        try {
            VerbTable.call(verb, world, VerbTable.arguments(verb, world));
        } catch (Throwable e) {
            throw new AssertionError(verb, e);
        }
    }

    /** The secret that a value is there to hold. */
    private static Optional<String> secretIn(Object value) {
        if (value instanceof EmailAddress address) {
            return Optional.of(address.text());
        } else if (value instanceof Password password) {
            return Optional.of(password.value());
        } else if (value instanceof PasswordHash hash) {
            return Optional.of(hash.phc());
        } else if (value instanceof CodeHash hash) {
            return Optional.of(hash.value());
        } else if (value instanceof ShareToken token) {
            return Optional.of(token.value());
        }
        return value instanceof CodeForm form && form.code() != null
                ? Optional.of("\"" + form.code())
                : Optional.empty();
    }

    private static Collection<Object> withAllTheirParts(Collection<?> values) throws ReflectiveOperationException {
        Set<Object> all = new HashSet<>();
        Deque<Object> left = new ArrayDeque<>(values);
        while (!left.isEmpty()) {
            Object value = left.pop();
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(left::push);
            } else if (value instanceof Collection<?> collection) {
                collection.forEach(left::push);
            } else if (value instanceof Map<?, ?> map) {
                map.values().forEach(left::push);
            } else if (value.getClass().getName().startsWith("dev.badgr")
                    && value instanceof Record
                    && all.add(value)) {
                for (RecordComponent component : value.getClass().getRecordComponents()) {
                    component.getAccessor().setAccessible(true);
                    Optional.ofNullable(component.getAccessor().invoke(value)).ifPresent(left::push);
                }
            }
        }
        return all;
    }
}
