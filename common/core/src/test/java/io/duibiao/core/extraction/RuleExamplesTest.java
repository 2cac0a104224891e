package io.duibiao.core.extraction;

import io.duibiao.core.quantity.QuantityReader;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.statement.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the example sentences that stand beside the rules. */
class RuleExamplesTest {
  private static final int YEAR = 2022;
  private final StatementReader reader = new StatementReader();

  @TestFactory
  Stream<DynamicTest> examples() {
    return Stream.of(
            RuleFile.bundled(QuantityReader.class, "units.yaml"),
            RuleFile.bundled(QuantityReader.class, "qualifiers.yaml"),
            RuleFile.bundled(StatementReader.class, "relations.yaml"),
            RuleFile.bundled(StatementReader.class, "comparands.yaml"),
            RuleFile.bundled(StatementReader.class, "lead.yaml"),
            RuleFile.bundled(StatementReader.class, "verbs.yaml"),
            RuleFile.bundled(StatementReader.class, "names.yaml"),
            RuleFile.bundled(StatementReader.class, "ranks.yaml"),
            RuleFile.bundled(StatementReader.class, "periods.yaml"),
            RuleFile.bundled(StatementReader.class, "phrases.yaml"),
            RuleFile.bundled(StatementReader.class, "patterns.yaml"))
        .flatMap(file -> RuleExamples.of(file, this::read));
  }

  private List<String> read(Rule.Example example) {
    Part part =
        switch (example.part()) {
          case "review" -> Part.review(YEAR);
          case "plan" -> Part.plan(YEAR + 1);
          case "five-years-back" -> new Part(false, true, YEAR - 4, YEAR);
          case "five-years-ahead" -> new Part(true, true, YEAR + 1, YEAR + 5);
          default -> throw new IllegalArgumentException("no part " + example.part());
        };
    List<String> read = new ArrayList<>();
    Memory memory = new Memory();
    memory.thisYear = YEAR + 1;
    int paragraph = 0;
    for (String line : example.text().split("\n")) {
      int[] at = new int[line.length()];
      Sentence sentence = new Sentence(line, at, part, paragraph++);
      for (StatementReader.Outcome outcome : reader.read(sentence, memory, List.of("清河县"))) {
        for (Claim claim : outcome.claims()) {
          read.add(notation(claim, part));
        }
      }
    }
    return read;
  }

  /** Name, measure, bound, value and unit; kind and period only where they are not the part's. */
  private static String notation(Claim claim, Part part) {
    String value = claim.value().toPlainString();
    if (claim.high() != null) {
      value += "-" + claim.high().toPlainString();
    }
    String text =
        String.join(
            " ", claim.name(), claim.measure().code(), claim.op().code(), value + claim.unit());
    if (!claim.period().equals(Integer.toString(part.lastYear()))) {
      text += " " + claim.period();
    }
    StatementKind own = part.plan() ? StatementKind.TARGET : StatementKind.RESULT;
    return claim.kind() == own ? text : text + " " + claim.kind().code();
  }
}
