package io.duibiao.core.extraction;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the short reports that stand beside the words of headings. */
class SectionExamplesTest {

  @TestFactory
  Stream<DynamicTest> examples() {
    return RuleExamples.of(
        RuleFile.bundled(SectionReader.class, "sections.yaml"), SectionExamplesTest::parts);
  }

  @TestFactory
  Stream<DynamicTest> tones() {
    return RuleExamples.of(
        RuleFile.bundled(ToneReader.class, "tone.yaml"), SectionExamplesTest::tones);
  }

  private static List<String> tones(Rule.Example example) {
    List<String> paragraphs = List.of(example.text().split("\n"));
    int plan = ToneReader.planFrom(paragraphs.stream().map(ToneReader::leaning).toList());
    List<String> tones = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      tones.add(i < plan ? "review" : "plan");
    }
    return tones;
  }

  private static List<String> parts(Rule.Example example) {
    String[] years = example.years().split("/");
    SectionReader reader =
        new SectionReader(Integer.parseInt(years[0]), Integer.parseInt(years[1]));
    List<String> parts = new ArrayList<>();
    for (String line : example.text().split("\n")) {
      reader.paragraph(0);
      for (String sentence : line.split("(?<=[。！])")) {
        Part part = reader.sentence(sentence);
        boolean salutation = sentence.startsWith("各位代表");
        if (!salutation) {
          parts.add(notation(part));
        }
      }
    }
    return parts;
  }

  private static String notation(Part part) {
    String years = part.span() ? part.firstYear() + "/" + part.lastYear() : "" + part.firstYear();
    return (part.plan() ? "plan " : "review ") + years;
  }
}
