package io.mediapreflight.audit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.mediapreflight.audit");

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.mediapreflight.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void the_cache_the_lists_and_the_baseline_know_nothing_of_the_audit() {
        noClasses()
                .that()
                .resideInAPackage("io.mediapreflight.audit.*..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.mediapreflight.audit"))
                .check(MAIN);
    }

    @Test
    void only_the_cache_knows_the_database() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.mediapreflight.audit.cache")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..")
                .check(MAIN);
    }

    @Test
    void nothing_is_kept_in_static_fields_that_can_change() {
        fields().that().areStatic().should().beFinal().check(MAIN);
    }
}
