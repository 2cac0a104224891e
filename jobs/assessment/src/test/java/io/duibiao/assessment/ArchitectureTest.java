package io.duibiao.assessment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The jobs are coupled by topics alone, and their operators only keep state, time and outputs. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(AssessmentJob.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void theJobKnowsNoOtherJob() {
    noClasses()
        .that()
        .resideInAPackage("io.duibiao.assessment..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.duibiao.extraction..", "io.duibiao.local..")
        .check(CLASSES);
  }

  @Test
  void theRulesOfLanguageAndJudgementAreElsewhere() {
    noClasses()
        .that()
        .resideInAPackage("io.duibiao.assessment..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.hankcs..", "org.jsoup..", "com.ibm.icu..", "java.util.regex..")
        .check(CLASSES);
  }
}
