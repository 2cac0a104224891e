package io.duibiao.local.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * This module sees all others, so here it is tested who may know whom. The rules are plain tests,
 * because Surefire does not find ArchUnit's own when it is told which tests to run.
 */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // The fixtures that another module lends to the tests of this one.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.duibiao");

  @Test
  void everyModuleIsSeenAndEveryClassBelongsToOne() {
    Set<String> modules =
        CLASSES.stream()
            .map(type -> type.getPackageName().split("\\.")[2])
            .collect(Collectors.toSet());

    assertThat(modules)
        .containsExactlyInAnyOrder("core", "streaming", "extraction", "assessment", "local");
  }

  @Test
  void jobsKnowStreamingAndStreamingKnowsCoreButNeverBack() {
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
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void coreKnowsNoFlinkNoKafkaNoElasticsearch() {
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
            "org.apache.http..")
        .check(CLASSES);
  }

  @Test
  void coreSpeaksToNobody() {
    noClasses()
        .that()
        .resideInAPackage("io.duibiao.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "java.nio.channels..", "java.sql..")
        .check(CLASSES);
  }

  @Test
  void onlyServicesKnowServers() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.duibiao.local.service..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "kafka..", "org.elasticsearch.node..", "org.apache.flink.runtime.minicluster..")
        .check(CLASSES);
  }

  @Test
  void noClassIsAGrabBag() {
    classes().should().haveNameNotMatching(".*(Utils?|Helpers?)").check(CLASSES);
  }
}
