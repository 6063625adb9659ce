package dev.badgr.jdbc;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host sees of the adapter, and what the adapter sees of the world. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.badgr.jdbc");

    @Test
    void aHostSeesSevenTypes() {
        List<String> seen = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
        assertThat(seen)
                .containsExactly(
                        "AuditReport", "Auditor", "Database", "Invariant", "JdbcSchema", "JdbcStorage", "Rekey");
    }

    @Test
    void itDependsOnNoDriverAndNoPool() {
        classes()
                .that(not(simpleName("Driver")))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.badgr..", "java..", "javax.sql..", "org.slf4j..", "org.jspecify..", "tools.jackson.."))
                .check(CLASSES);
    }

    @Test
    void whereADriverIsNamedItMayBeMissing() {
        noClasses()
                .that(not(simpleName("Driver")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.postgresql.."))
                .check(CLASSES);
    }

    @Test
    void onlyEvidenceIsJson() {
        noClasses()
                .that(not(simpleName("EvidenceJson")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson.."))
                .check(CLASSES);
    }

    @Test
    void noStatementAsksTheDatabaseForTheTime() {
        for (Database database : Database.values()) {
            assertThat(JdbcSchema.scripts(database))
                    .allSatisfy(script -> assertThat(script.text()).doesNotContain("now()", "current_timestamp"));
        }
    }
}
