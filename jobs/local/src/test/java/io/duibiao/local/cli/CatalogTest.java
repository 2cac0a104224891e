package io.duibiao.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.local.cli.CommandLineFixture.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code catalog check}, and {@code --catalog} of the other commands. */
class CatalogTest {
  private static final String TEA =
      "- id: cloud-tea\n  name: 云雾茶产量\n  group: 农业\n  dimension: mass\n  direction: lower\n"
          + "  examples: [云雾茶产量5万吨]\n";
  private static final String PLAN =
      "澄岚市云漪区2022年工作总结及2023年工作安排\n\n一、2022年工作总结\n全年云雾茶产量5万吨。\n\n"
          + "二、2023年工作安排\n2023年主要预期目标是：云雾茶产量6万吨。\n";
  private static final String REVIEW =
      "澄岚市云漪区2023年工作总结及2024年工作安排\n\n一、2023年工作总结\n全年云雾茶产量5.5万吨。\n\n"
          + "二、2024年工作安排\n2024年主要预期目标是：云雾茶产量7万吨。\n";

  @TempDir Path directory;

  @Test
  void checkFindsNothingWrong() throws Exception {
    String file = write("c.yaml", TEA);
    Answer answer = CommandLineFixture.run("catalog", "check", file);

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.results()).isEqualTo(file + ": 1 indicators, no problem\n");
    assertThat(answer.messages()).isEmpty();
  }

  @Test
  void checkTellsEveryProblemWithItsLine() throws Exception {
    String file = write("c.yaml", TEA.replace("mass", "weight").replace("lower", "down"));
    Answer answer = CommandLineFixture.run("catalog", "check", file);

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.resultLines()).hasSize(2);
    assertThat(answer.resultLines().get(0))
        .startsWith(file + ":4:14: 'dimension' can not be 'weight', allowed are money, ");
    assertThat(answer.resultLines().get(1))
        .isEqualTo(file + ":5:14: 'direction' can not be 'down', allowed are higher, lower, band");
    assertThat(answer.messages()).isEqualTo("duibiao: 2 problems\n");
  }

  @Test
  void checkTellsThatThereIsNoFile() {
    Answer answer = CommandLineFixture.run("catalog", "check", "missing.yaml");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.messages()).isEqualTo("duibiao: there is no such file: missing.yaml\n");
    assertThat(CommandLineFixture.run("catalog", "check", directory.toString()).messages())
        .contains("is a directory");
  }

  @Test
  void extractAndAssessUseTheGivenCatalog() throws Exception {
    String catalog = write("c.yaml", TEA);
    String plan = write("a.txt", PLAN);
    String review = write("b.txt", REVIEW);

    assertThat(CommandLineFixture.run("extract", plan).results()).doesNotContain("cloud-tea");
    assertThat(CommandLineFixture.run("extract", "--catalog", catalog, plan).results())
        .contains("\"indicatorId\":\"cloud-tea\"");
    // 5.5 of 6 is met only because this catalog says that less is better.
    assertThat(CommandLineFixture.run("assess", plan, review).resultLines())
        .anyMatch(line -> line.contains("\"missed\"") && line.contains("2023"));
    assertThat(CommandLineFixture.run("assess", "--catalog", catalog, plan, review).resultLines())
        .anyMatch(line -> line.contains("\"cloud-tea\"") && line.contains("\"met\""));
  }

  @Test
  void everyCommandRefusesABadCatalogWithOneLine() throws Exception {
    String catalog = write("c.yaml", TEA + TEA);
    String file = write("a.txt", PLAN);
    for (String command : new String[] {"extract", "assess", "up"}) {
      Answer answer = CommandLineFixture.run(command, "--catalog", catalog, file);

      assertThat(answer.exitCode()).as(command).isEqualTo(1);
      assertThat(answer.results()).as(command).isEmpty();
      assertThat(answer.messages().lines()).as(command).hasSize(1);
      assertThat(answer.messages())
          .as(command)
          .contains("--catalog " + catalog + ": line 7: the id 'cloud-tea' is already that of")
          .contains("(the first of 2 problems); duibiao catalog check " + catalog);
    }
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }
}
