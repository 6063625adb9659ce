package dev.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionId;
import dev.badgr.backpack.ShareToken;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.CodeHash;
import dev.badgr.email.EmailAddress;
import dev.badgr.email.EmailKey;
import dev.badgr.email.HmacKey;
import dev.badgr.email.VerificationCode;
import dev.badgr.port.BadgrListener;
import dev.badgr.port.Event;
import dev.badgr.port.Misconfigured;
import dev.badgr.testing.ScriptedCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No code, password, token, hash or full address gets into what is printed, logged, thrown or told. */
class SecretsTest {
    private static final SecretJourney JOURNEY = new SecretJourney();
    private static final List<String> LOG = new ArrayList<>();
    private static SecretWatch watch = new SecretWatch(List.of());

    @BeforeAll
    static void live() {
        try (LogCapture log = new LogCapture()) {
            JOURNEY.run();
            LOG.addAll(log.lines());
        }
        watch = SecretWatch.of(JOURNEY);
    }

    @Test
    void theWatchKnowsTheSecretsOfEachKind() {
        assertThat(watch.kinds())
                .contains("code", "password", "token", "hash", "address", "challenge", "key", "subject");
        assertThat(watch.found("Your code is 907351.")).isNotEmpty();
        assertThat(watch.found("550 miriam.okonkwo@school.edu")).isNotEmpty();
        assertThat(watch.found("m•••@school.edu 9073519 0190735100")).isEmpty();
    }

    @Test
    void nothingThatIsPrintedShowsASecret() {
        assertThat(JOURNEY.watched.all()).hasSizeGreaterThan(500);
        for (Object value : JOURNEY.watched.all()) {
            watch.requireNone(value.getClass().getName() + ".toString", String.valueOf(value));
        }
    }

    /** So that the test above can't overlook a new one. */
    @Test
    void theJourneyMeetsEveryPublicRecord() throws Exception {
        Set<String> met = JOURNEY.watched.all().stream()
                .map(value -> value.getClass().getName())
                .collect(Collectors.toSet());
        Set<String> notMet = publicRecords().stream()
                .map(Class::getName)
                .filter(name -> !met.contains(name))
                .map(name -> name.substring("dev.badgr.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(notMet).isEmpty();
    }

    @Test
    void noRefusalTellsASecret() {
        assertThat(JOURNEY.refusals).hasSizeGreaterThan(25);
        for (Refusal refusal : JOURNEY.refusals) {
            watch.requireNone(refusal.key(), refusal.message(Locale.ENGLISH));
            watch.requireNone(refusal.key(), new RefusedException(refusal).toString());
            watch.requireNone(refusal.key(), refusal.field() + refusal.values() + Result.refused(refusal));
        }
    }

    @Test
    void theLogTellsWhatHappenedAndNoSecret() {
        String all = String.join("\n", LOG);
        for (Event event : Event.values()) {
            assertThat(all).contains("dev.badgr.security - " + dev.badgr.text.Messages.dashed(event.name()));
        }
        assertThat(LOG).allMatch(line -> line.matches(".*(INFO|DEBUG|WARN) dev.badgr.security - .*"));
        assertThat(all).contains("m•••@school.edu");
        LOG.forEach(line -> watch.requireNone("log", line));
    }

    @Test
    void aLineOfTheLogIsOneLine() {
        try (LogCapture log = new LogCapture()) {
            new Events(BadgrListener.none())
                    .happened(Event.CODE_SENT, "a\r\nINFO dev.badgr.security - signed-in", "b\rc\nd");
            assertThat(log.lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .endsWith("code-sent a\\r\\nINFO dev.badgr.security - signed-in b\\rc\\nd");
        }
    }

    @Test
    void noExceptionQuotesWhatItRefuses() {
        List<String> bad = Stream.of(SecretJourney.PASSWORD, SecretJourney.MIA, "907351", SecretJourney.TOKEN, phc())
                .flatMap(secret -> Stream.of(secret, secret + "\u0000", secret.repeat(20), " " + secret + "," + secret))
                .toList();
        int thrown = 0;
        for (String text : bad) {
            for (ThrowingCallable misuse : misuses(text)) {
                Throwable exception = catchThrowable(misuse);
                for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                    watch.requireNone("an exception", cause.toString());
                    thrown++;
                }
            }
        }
        assertThat(thrown).isGreaterThan(200);
    }

    @Test
    void whatIsMisconfiguredIsSaidWithoutTheSecret() {
        Throwable foreign = catchThrowable(() -> new Argon2idHasher()
                .matches(new Password(SecretJourney.PASSWORD), Optional.of(new PasswordHash(phc()))));
        Throwable otherSecret = catchThrowable(() -> Badgr.builder()
                .storage(JOURNEY.storage)
                .secrets(Secrets.random())
                .mailer(mail -> {})
                .site(Site.at("PLP", "https://plp.example"))
                .build());
        for (Throwable misconfigured : List.of(foreign, otherSecret)) {
            assertThat(misconfigured).isInstanceOf(Misconfigured.class);
            watch.requireNone("Misconfigured", misconfigured.toString());
        }
    }

    private static List<ThrowingCallable> misuses(String text) {
        return List.of(
                () -> ChallengeId.parse(text),
                () -> AwardId.parse(text),
                () -> ShareToken.parse(text),
                () -> CollectionId.parse(text),
                () -> Collection.name(text.repeat(20)),
                () -> Session.parse(text),
                () -> VerificationCode.parse(text),
                () -> new VerificationCode(text),
                () -> Password.parse(text),
                () -> new PasswordHash(text.repeat(9)),
                () -> new CodeHash(text),
                () -> new EmailKey(text),
                () -> EmailAddress.parse(text),
                () -> new EmailAddress(text),
                () -> HmacKey.fromBase64(text),
                () -> Client.of(text + "\n"),
                () -> ScriptedCodes.of(text),
                () -> Secrets.fromBase64(text, text));
    }

    private static String phc() {
        return new PlainHasher()
                .hash(new Password(SecretJourney.PASSWORD))
                .orElseThrow()
                .phc();
    }

    /** Of the packages that the module exports. */
    private static List<Class<?>> publicRecords() throws URISyntaxException, IOException {
        Path classes = Path.of(
                Badgr.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Set<String> exported;
        try (InputStream module = Files.newInputStream(classes.resolve("module-info.class"))) {
            exported = ModuleDescriptor.read(module).exports().stream()
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(
                            name -> load(name.substring(0, name.length() - 6).replace('/', '.')))
                    .filter(type -> exported.contains(type.getPackageName()))
                    .filter(type -> type.isRecord() && Modifier.isPublic(type.getModifiers()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }
}
