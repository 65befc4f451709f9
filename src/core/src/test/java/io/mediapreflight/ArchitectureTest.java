package io.mediapreflight;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mediapreflight.source.SourceName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.mediapreflight");

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.mediapreflight.(**)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void no_package_depends_on_the_entry() {
        noClasses()
                .that()
                .resideInAPackage("io.mediapreflight.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.mediapreflight")
                .check(MAIN);
    }

    @Test
    void the_core_needs_nothing_but_the_jdk() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("io.mediapreflight..", "java..", "org.jspecify.annotations"))
                .check(MAIN);
    }

    @Test
    void the_limits_depend_on_nothing_else_of_ours_but_texts() {
        noClasses()
                .that()
                .resideInAPackage("io.mediapreflight.spec")
                .should()
                .dependOnClassesThat(resideInAPackage("io.mediapreflight..")
                        .and(not(resideInAnyPackage("io.mediapreflight.spec", "io.mediapreflight.text"))))
                .check(MAIN);
    }

    @Test
    void only_sources_and_the_entry_touch_files_or_the_network() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.mediapreflight", "io.mediapreflight.source")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccess).*|java\\.net\\.(Inet|URL|.*Socket).*")
                .check(MAIN);
    }

    @Test
    void rules_see_of_sources_no_more_than_their_names() {
        noClasses()
                .that()
                .resideInAPackage("io.mediapreflight.rule")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.mediapreflight.source", "io.mediapreflight.probe.*..")
                        .and(not(type(SourceName.class))))
                .check(MAIN);
    }

    @Test
    void probes_do_not_see_rules() {
        noClasses()
                .that()
                .resideInAPackage("io.mediapreflight.probe..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.mediapreflight.rule")
                .check(MAIN);
    }

    @Test
    void nothing_is_kept_in_static_fields_that_can_change() {
        fields().that().areStatic().should().beFinal().check(MAIN);
    }
}
