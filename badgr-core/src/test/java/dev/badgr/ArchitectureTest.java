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

    /** The rooms from the bottom up, each with those that it may look into. */
    private static final Map<String, Set<String>> ROOMS = Map.of(
            "dev.badgr.text",
            Set.of(),
            "dev.badgr.email",
            rooms("text"),
            "dev.badgr.terms",
            rooms("text"),
            "dev.badgr.account",
            rooms("text", "email", "terms"),
            "dev.badgr.award",
            rooms("text", "email", "account"),
            "dev.badgr.backpack",
            rooms("text", "email", "account", "award"),
            "dev.badgr.port",
            rooms("text", "email", "terms", "account", "award", "backpack"),
            "dev.badgr.memory",
            rooms("text", "email", "terms", "account", "award", "backpack", "port"),
            "dev.badgr.testing",
            rooms("text", "email", "terms", "account", "award", "backpack", "port"),
            VERBS,
            rooms("text", "email", "terms", "account", "award", "backpack", "port", "memory"));

    private static final Set<String> NOUNS = rooms("text", "email", "terms", "account", "award", "backpack");

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
