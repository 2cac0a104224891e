package io.duibiao.local.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** This module sees all others, so here it is tested who may know whom. */
@AnalyzeClasses(packages = "io.duibiao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule DIRECTION =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("core")
          .definedBy("io.duibiao.core..")
          .layer("streaming")
          .definedBy("io.duibiao.streaming..")
          .layer("extraction")
          .definedBy("io.duibiao.extraction..")
          .layer("assessment")
          .definedBy("io.duibiao.assessment..")
          .layer("local")
          .definedBy("io.duibiao.local..")
          .whereLayer("core")
          .mayNotAccessAnyLayer()
          .whereLayer("streaming")
          .mayOnlyAccessLayers("core")
          .whereLayer("extraction")
          .mayOnlyAccessLayers("core", "streaming")
          .whereLayer("assessment")
          .mayOnlyAccessLayers("core", "streaming")
          .whereLayer("local")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule EVERY_CLASS_HAS_A_LAYER =
      classes()
          .should()
          .resideInAnyPackage(
              "io.duibiao.core..",
              "io.duibiao.streaming..",
              "io.duibiao.extraction..",
              "io.duibiao.assessment..",
              "io.duibiao.local..");

  @ArchTest
  static final ArchRule CORE_KNOWS_NO_SERVICE =
      noClasses()
          .that()
          .resideInAPackage("io.duibiao.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.elasticsearch..",
              "org.apache.lucene..",
              "org.apache.http..");

  @ArchTest
  static final ArchRule CORE_DOES_NO_OUTPUT_AND_NO_NETWORK =
      noClasses()
          .that()
          .resideInAPackage("io.duibiao.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.nio.channels..", "java.sql..");

  @ArchTest
  static final ArchRule ONLY_THE_SERVICES_KNOW_SERVERS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.duibiao.local.service..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "kafka..", "org.elasticsearch.node..", "org.apache.flink.runtime.minicluster..");

  @ArchTest
  static final ArchRule NO_GRAB_BAGS =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Helpers");
}
