package dev.badgr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What hosts see of the house from outside. */
class PublicShapeTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.badgr");

    @Test
    void whatHostsSeeNamesNoLibraryButTheValidationApi() {
        Set<String> seen = publicUnits()
                .flatMap(PublicShapeTest::namesIn)
                .filter(type -> !type.startsWith("java.") && !type.startsWith("dev.badgr"))
                .filter(type -> !type.startsWith("jakarta.validation."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen).isEmpty();
    }

    @Test
    void publicClassesAreFinalUnlessTheyAreToBeExtended() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveFullyQualifiedName("dev.badgr.port.BadgrException")
                .and()
                .doNotHaveFullyQualifiedName("dev.badgr.text.TextValidator")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(HOUSE);
    }

    private static Stream<JavaCodeUnit> publicUnits() {
        return HOUSE.stream()
                .filter(PublicShapeTest::isPublic)
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                        || unit.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static Stream<String> namesIn(JavaCodeUnit unit) {
        List<JavaClass> types = new ArrayList<>(unit.getRawParameterTypes());
        types.add(unit.getRawReturnType());
        unit.getOwner().getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaField::getRawType)
                .forEach(types::add);
        types.addAll(unit.getOwner().getAllRawInterfaces());
        types.addAll(unit.getOwner().getAllRawSuperclasses());
        return types.stream()
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !type.isPrimitive())
                .map(JavaClass::getFullName);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicShapeTest::isPublic).orElse(true);
    }
}
