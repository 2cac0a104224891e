package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A paragraph of a plan that turns to the year before and back. */
class LookingBackTest {
  @Test
  void sentencesAfterOneThatTurnsBackTellResultsUntilOneTurnsToThePlan() {
    List<String> paragraph =
        List.of("做好今年的工作意义重大。", "过去一年，各项工作取得很大成绩。", "新建泵站12座，工业用电量增长6%。", "今年，新建水闸3座。", "再新建泵站5座。");
    List<String> read = new ArrayList<>();
    StatementReader reader = new StatementReader();
    Memory memory = new Memory();
    memory.thisYear = 2023;
    for (String text : paragraph) {
      Sentence sentence = new Sentence(text, new int[text.length()], Part.plan(2023), 0);
      reader.read(sentence, memory, List.of("清河县")).stream()
          .flatMap(outcome -> outcome.claims().stream())
          .forEach(c -> read.add(c.name() + " " + c.period() + " " + c.kind().code()));
    }

    assertThat(read)
        .containsExactly("泵站 2022 result", "工业用电量 2022 result", "水闸 2023 target", "泵站 2023 target");
  }
}
