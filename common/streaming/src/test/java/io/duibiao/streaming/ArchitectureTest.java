package io.duibiao.streaming;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The module rests on core alone, and each package keeps its internals to itself. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.duibiao");

  @Test
  void streamingKnowsNoJob() {
    noClasses()
        .that()
        .resideInAPackage("io.duibiao.streaming..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.duibiao.extraction..", "io.duibiao.assessment..", "io.duibiao.local..")
        .check(CLASSES);
  }

  @Test
  void coreKnowsNoStreaming() {
    noClasses()
        .that()
        .resideInAPackage("io.duibiao.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.duibiao.streaming..",
            "org.apache.flink..",
            "org.apache.kafka..",
            "org.elasticsearch..")
        .check(CLASSES);
  }

  @Test
  void thePackagesOfCoreFormNoCircle() {
    slices().matching("io.duibiao.core.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "topic", "kafka", "elasticsearch", "options"})
  void internalsAreUsedByTheirOwnPackageOnly(String name) {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.duibiao.streaming." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.duibiao.streaming." + name + ".internal..")
        .check(CLASSES);
  }
}
