package io.duibiao.streaming;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The module rests on core alone, and each package keeps its internals to itself. */
@AnalyzeClasses(packages = "io.duibiao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule STREAMING_KNOWS_NO_JOB =
      noClasses()
          .that()
          .resideInAPackage("io.duibiao.streaming..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.duibiao.extraction..", "io.duibiao.assessment..", "io.duibiao.local..");

  @ArchTest
  static final ArchRule CORE_KNOWS_NO_STREAMING =
      noClasses()
          .that()
          .resideInAPackage("io.duibiao.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.duibiao.streaming..",
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.elasticsearch..");

  @ArchTest
  static final ArchRule THE_WRITER_IS_INTERNAL =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.duibiao.streaming.elasticsearch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.duibiao.streaming.elasticsearch.internal..");
}
