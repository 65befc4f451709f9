package io.mediapreflight.ffmpeg;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.mediapreflight.ffmpeg";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void content_knows_neither_ffmpeg_nor_who_opens_files_with_it() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".content..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco..", ROOT, ROOT + ".worker..")
                .check(MAIN);
    }

    @Test
    void who_opens_files_knows_nothing_of_processes() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".worker..")
                .check(MAIN);
    }

    @Test
    void only_who_opens_files_and_a_worker_that_loads_it_know_ffmpeg() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".thumbnail..")
                .and()
                .haveNameNotMatching(".*\\.worker\\.(FfmpegOpening|ClassPathNatives|UnpackMain).*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(MAIN);
    }
}
