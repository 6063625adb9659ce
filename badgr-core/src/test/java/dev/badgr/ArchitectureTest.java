package dev.badgr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.badgr.memory.InMemoryStorage;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of the house: which room may look into which, and what stays out of all of them. */
class ArchitectureTest {
    private static final String VERBS = "dev.badgr";

    private static final String[] NOUNS_BY_NAME = {
        "text", "email", "terms", "account", "award", "backpack", "openbadges"
    };

    private static final String[] JUDGING = {
        "text",
        "email",
        "award",
        "openbadges",
        "openbadges.json",
        "openbadges.check",
        "openbadges.jose",
        "openbadges.proof"
    };

    /** The rooms from the bottom up, each with those that it may look into. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            room("text"),
            room("email", "text"),
            room("terms", "text"),
            room("account", "text", "email", "terms"),
            room("award", "text", "email", "account"),
            room("backpack", "text", "email", "account", "award"),
            room("openbadges.json", "text"),
            room("openbadges", "text", "email", "award"),
            room("openbadges.check", "text", "openbadges", "openbadges.json"),
            room("openbadges.image", "text", "openbadges", "openbadges.json"),
            room("openbadges.jose", "text", "openbadges", "openbadges.json", "openbadges.check"),
            room("openbadges.proof", "text", "openbadges", "openbadges.json", "openbadges.check", "openbadges.jose"),
            room("openbadges.v2", JUDGING),
            room("openbadges.v3", JUDGING),
            room("openbadges.verify", with(JUDGING, "openbadges.image", "openbadges.v2", "openbadges.v3")),
            room("openbadges.issue", with(JUDGING, "openbadges.image")),
            room("openbadges.api", "text", "openbadges.json"),
            room("bulk", "text", "email", "award", "openbadges.json"),
            room("fetch", "text", "openbadges"),
            room("port", NOUNS_BY_NAME),
            room("memory", with(NOUNS_BY_NAME, "port")),
            room("testing", with(NOUNS_BY_NAME, "port")),
            Map.entry(
                    VERBS,
                    rooms(with(
                            NOUNS_BY_NAME,
                            "port",
                            "memory",
                            "bulk",
                            "fetch",
                            "openbadges.image",
                            "openbadges.verify",
                            "openbadges.issue"))));

    private static final Set<String> NOUNS = rooms(NOUNS_BY_NAME);

    private static final ArchRule NO_TIME_OF_ITS_OWN = noClasses()
            .that()
            .doNotBelongToAnyOf(BadgrBuilder.class)
            .should()
            .callMethodWhere(DescribedPredicate.describe("tells the system's time", ArchitectureTest::tellsTime));

    private static final ArchRule NO_CHANCE_OF_ITS_OWN = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("rolls dice", ArchitectureTest::rollsDice));

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(VERBS);

    @TestFactory
    Stream<DynamicTest> aRoomLooksOnlyIntoThoseBelowIt() {
        return ROOMS.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    List<JavaClass> inside = classesIn(room.getKey());
                    assertThat(inside).as("an empty room proves nothing").isNotEmpty();
                    assertThat(lookedInto(inside)).isSubsetOf(room.getValue());
                }));
    }

    @Test
    void everyRoomIsOnThePlan() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName)).isSubsetOf(ROOMS.keySet());
    }

    @Test
    void thereAreNoCirclesBetweenPackages() {
        slices().matching("dev.badgr.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("dev.badgr.openbadges.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void onlyTheBuilderNamesTheStorageInMemory() {
        assertThat(lookedInto(classesIn(VERBS))).as("it does").contains("dev.badgr.memory");
        noClasses()
                .that()
                .resideInAPackage(VERBS)
                .and()
                .doNotBelongToAnyOf(BadgrBuilder.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(InMemoryStorage.class.getPackageName())
                .check(HOUSE);
    }

    @Test
    void timeAndChanceAreHandedIn() {
        NO_TIME_OF_ITS_OWN.check(HOUSE);
        NO_CHANCE_OF_ITS_OWN.check(HOUSE);
    }

    @Test
    void theRulesAboutTimeAndChanceFindWhatTheyForbid() {
        JavaClasses guilty = new ClassFileImporter().importClasses(Guilty.class);
        assertThat(NO_TIME_OF_ITS_OWN.evaluate(guilty).hasViolation()).isTrue();
        assertThat(NO_CHANCE_OF_ITS_OWN.evaluate(guilty).hasViolation()).isTrue();
    }

    @Test
    void theCoreKnowsNoDatabaseNoFrameworkAndNoThreadLocal() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework..", "jakarta.servlet..")
                .check(HOUSE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(HOUSE);
    }

    @Test
    void nounsAndPortsLogNothing() {
        Set<String> silent = new TreeSet<>(NOUNS);
        silent.add("dev.badgr.port");
        noClasses()
                .that()
                .resideInAnyPackage(silent.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() throws ClassNotFoundException {
        for (String room : ROOMS.keySet()) {
            Class<?> info = Class.forName(room + ".package-info");
            assertThat(info.isAnnotationPresent(NullMarked.class)).as(room).isTrue();
        }
    }

    private static boolean tellsTime(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getTarget().getName();
        boolean clock = (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                && name.startsWith("system");
        boolean now = owner.getPackageName().equals("java.time") && name.equals("now");
        boolean system =
                owner.isEquivalentTo(System.class) && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
        return clock || now || system;
    }

    private static boolean rollsDice(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean math = owner.isEquivalentTo(Math.class) && access.getName().equals("random");
        return math
                || owner.isEquivalentTo(ThreadLocalRandom.class)
                || (owner.isEquivalentTo(Random.class) && access.getName().equals("<init>"));
    }

    private static List<JavaClass> classesIn(String room) {
        return HOUSE.stream()
                .filter(type -> type.getPackageName().equals(room))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
    }

    private static Set<String> lookedInto(List<JavaClass> inside) {
        return inside.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getPackageName())
                        .filter(target -> target.startsWith(VERBS))
                        .filter(target -> !target.equals(type.getPackageName())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map.Entry<String, Set<String>> room(String name, String... below) {
        return Map.entry(VERBS + "." + name, rooms(below));
    }

    private static String[] with(String[] names, String... more) {
        return Stream.concat(Stream.of(names), Stream.of(more)).toArray(String[]::new);
    }

    private static Set<String> rooms(String... names) {
        return Stream.of(names).map(name -> VERBS + "." + name).collect(Collectors.toUnmodifiableSet());
    }

    /** Does what the house must not do. */
    private static final class Guilty implements Supplier<Instant> {
        @Override
        public Instant get() {
            return Instant.now().plusSeconds(new Random().nextInt());
        }
    }
}
