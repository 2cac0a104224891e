package io.duibiao.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.local.cli.CommandLineFixture.Answer;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code extract} and {@code assess}, which need no service. */
class OfflineCommandsTest {
  private static final String PLAN =
      "澄岚市云漪区2022年工作总结及2023年工作安排\n\n一、2022年工作总结\n全年完成地区生产总值210亿元，增长5.2%。\n\n"
          + "二、2023年工作安排\n2023年主要预期目标是：地区生产总值增长6%以上，一般公共预算收入增长5%。\n";
  private static final String REVIEW =
      "澄岚市云漪区2023年工作总结及2024年工作安排\n\n一、2023年工作总结\n全年地区生产总值增长6.8%，一般公共预算收入增长3.1%。\n\n"
          + "二、2024年工作安排\n2024年主要预期目标是：地区生产总值增长6%左右。\n";

  @TempDir Path directory;

  @Test
  void extractPrintsStatementsAsJsonLines() throws Exception {
    Answer answer = CommandLineFixture.run("extract", write("a.txt", PLAN));

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.messages()).isEmpty();
    assertThat(json(answer.resultLines()))
        .anySatisfy(
            statement -> {
              assertThat(statement.path("indicatorId").asText()).isEqualTo("gdp");
              assertThat(statement.path("kind").asText()).isEqualTo("target");
              assertThat(statement.path("period").asText()).isEqualTo("2023");
              assertThat(statement.path("retrievedAt").asText()).isNotEmpty();
              assertThat(statement.path("value").decimalValue()).isEqualByComparingTo("6");
            });
  }

  @Test
  void explainAccountsForEveryNumber() throws Exception {
    String file = write("a.txt", PLAN + "打造“1+2+8”体系。\n");
    List<JsonNode> lines = json(CommandLineFixture.run("extract", "--explain", file).resultLines());

    assertThat(lines)
        .anySatisfy(
            line -> {
              assertThat(line.path("number").asText()).isEqualTo("210亿元");
              assertThat(line.has("reason")).isFalse();
              assertThat(line.path("statements")).hasSize(1);
            })
        .anySatisfy(line -> assertThat(line.path("reason").asText()).isEqualTo("name"))
        .allSatisfy(
            line -> assertThat(line.has("reason")).isEqualTo(line.path("statements").isEmpty()));
  }

  @Test
  void summaryAddsUp() throws Exception {
    String file = write("a.txt", PLAN);
    long numbers =
        CommandLineFixture.run("extract", "--explain", file).resultLines().stream().count();
    List<String> table =
        CommandLineFixture.run("extract", "--explain", "--summary", file).resultLines();

    long sum =
        table.stream()
            .filter(row -> !row.startsWith("total"))
            .mapToLong(row -> Long.parseLong(row.trim().split(" +")[1]))
            .sum();
    assertThat(table.get(table.size() - 1)).startsWith("total").contains(" " + numbers + " ");
    assertThat(sum).isEqualTo(numbers);
  }

  @Test
  void summaryNeedsExplain() throws Exception {
    Answer answer = CommandLineFixture.run("extract", "--summary", write("a.txt", PLAN));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.messages()).contains("--summary", "--explain");
  }

  @Test
  void extractReadsAnyCharsetAlike() throws Exception {
    Path gbk = Files.write(directory.resolve("a.txt"), PLAN.getBytes(Charset.forName("GBK")));
    String inGbk = CommandLineFixture.run("extract", gbk.toString()).results();
    String inUtf8 = CommandLineFixture.run("extract", write("a.txt", PLAN)).results();

    assertThat(inGbk).isEqualTo(inUtf8).isNotEmpty();
  }

  @Test
  void extractReadsStandardInput() {
    Answer answer =
        CommandLineFixture.runWithInput(
            RecordJson.writeString(java.util.Map.of("id", "x", "content", PLAN)), "extract", "-");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.results()).contains("\"documentId\":\"x\"");
  }

  @Test
  void assessJudgesAllFilesTogether() throws Exception {
    Answer answer = CommandLineFixture.run("assess", write("1.txt", PLAN), write("2.txt", REVIEW));

    assertThat(answer.exitCode()).isZero();
    assertThat(json(answer.resultLines()))
        .anySatisfy(
            assessment -> {
              assertThat(assessment.path("id").asText()).isEqualTo("~云漪区/gdp/growth/2023");
              assertThat(assessment.path("status").asText()).isEqualTo("met");
            })
        .anySatisfy(
            assessment -> {
              assertThat(assessment.path("indicator").asText()).contains("一般公共预算收入");
              assertThat(assessment.path("status").asText()).isEqualTo("missed");
            });
  }

  @Test
  void assessDependsOnNoClock() throws Exception {
    String[] arguments = {"assess", write("1.txt", PLAN), write("2.txt", REVIEW)};

    assertThat(CommandLineFixture.run(arguments).results())
        .isEqualTo(CommandLineFixture.run(arguments).results());
  }

  @Test
  void laterArgumentIsTheLaterRevision() throws Exception {
    String link = "<html><link rel='canonical' href='https://example.org/r'><body><p>";
    String first = write("1.html", link + REVIEW.replace("\n", "</p><p>"));
    String second = write("2.html", link + REVIEW.replace("6.8%", "5.8%").replace("\n", "</p><p>"));
    String plan = write("0.txt", PLAN);

    assertThat(statusOfGdp("assess", plan, first, second)).isEqualTo("missed");
    assertThat(statusOfGdp("assess", plan, second, first)).isEqualTo("met");
  }

  @Test
  void tellsOfEachRejectedFileAndGoesOn() throws Exception {
    String good = write("1.txt", PLAN);
    String nowhere = write("2.txt", "今天天气很好。\n全年完成投资5亿元。\n");
    String absent = directory.resolve("3.txt").toString();

    for (String command : List.of("extract", "assess")) {
      Answer answer = CommandLineFixture.run(command, nowhere, absent, good);

      assertThat(answer.exitCode()).as(command).isEqualTo(1);
      assertThat(answer.resultLines()).as(command).isNotEmpty();
      assertThat(answer.messages().lines().toList())
          .as(command)
          .hasSize(2)
          .anySatisfy(line -> assertThat(line).startsWith(nowhere + ": unknown_"))
          .anySatisfy(line -> assertThat(line).isEqualTo(absent + ": there is no such file"));
    }
  }

  @Test
  void aReaderThatHasEnoughIsNoFailure() throws Exception {
    String file = write("1.txt", PLAN);
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    java.io.ByteArrayOutputStream messages = new java.io.ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            closed,
            new PrintStream(messages, true, StandardCharsets.UTF_8),
            false);

    assertThat(Duibiao.run(console, "extract", file)).isZero();
    assertThat(Duibiao.run(console, "assess", file)).isZero();
    assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void messagesObeyNoTerminalCodes() throws Exception {
    Answer answer = CommandLineFixture.run("extract", "a\u001B[2J\u202Eb.doc");

    assertThat(answer.messages()).doesNotContain("\u001B").doesNotContain("\u202E");
  }

  private static String statusOfGdp(String... arguments) throws IOException {
    return json(CommandLineFixture.run(arguments).resultLines()).stream()
        .filter(node -> node.path("id").asText().equals("~云漪区/gdp/growth/2023"))
        .map(node -> node.path("status").asText())
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> json(List<String> lines) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : lines) {
      nodes.add(RecordJson.mapper().readTree(line));
    }
    return nodes;
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }
}
