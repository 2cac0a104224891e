package io.duibiao.streaming.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.streaming.elasticsearch.FakeElasticsearch.Bulk;
import io.duibiao.streaming.fixture.FlinkCluster;
import io.duibiao.streaming.fixture.FreePorts;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sink does with every kind of answer, in a real job against a server of our own. */
class ElasticsearchSinkAnswersTest {
  private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  static final MiniClusterExtension FLINK =
      FlinkCluster.ofSlots(1, REPORTER.addToConfiguration(new Configuration()));

  private static IndexWrite write(String id) {
    return new IndexWrite("x", id, 7, "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
  }

  private static List<IndexWrite> writes(int count) {
    return IntStream.range(0, count).mapToObj(i -> write("d" + i)).toList();
  }

  private static long counter(SinkRun.Result result, String name) {
    return REPORTER.findMetrics(result.job(), ".*elasticsearch." + name).values().stream()
        .mapToLong(metric -> ((org.apache.flink.metrics.Counter) metric).getCount())
        .sum();
  }

  @Test
  void writesWholeDocumentsWithIdAndExternalVersionThroughTheAlias() throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(bulk -> FakeElasticsearch.items(bulk, id -> 201))) {
      SinkRun.run(server.options(), List.of(write("d1")));

      assertThat(server.bulks()).hasSize(1);
      Bulk bulk = server.bulks().get(0);
      assertThat(bulk.path()).startsWith("/_bulk");
      assertThat(bulk.accept()).contains("compatible-with=7");
      var action = bulk.actions().get(0).path("index");
      assertThat(action.path("_index").asText()).isEqualTo("x");
      assertThat(action.path("_id").asText()).isEqualTo("d1");
      assertThat(action.path("version").asLong()).isEqualTo(7);
      assertThat(action.path("version_type").asText()).isEqualTo("external_gte");
      assertThat(bulk.path()).contains("require_alias=true");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void aRequestThatIsRefusedForNowIsSentAgain(int status) throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(
            bulk ->
                bulk.number() <= 3
                    ? FakeElasticsearch.error(status)
                    : FakeElasticsearch.items(bulk, id -> 201))) {
      // One, since a busy machine may part several into requests of their own.
      SinkRun.Result result = SinkRun.run(server.options(), writes(1));

      assertThat(server.bulks()).hasSize(4);
      assertThat(server.bulks().get(3).ids()).containsExactly("d0");
      assertThat(result.letters()).isEmpty();
    }
  }

  @Test
  void onlyTheDocumentsThatWereRefusedForNowAreSentAgain() throws Exception {
    Map<String, Integer> seen = new HashMap<>();
    try (FakeElasticsearch server =
        new FakeElasticsearch(
            bulk ->
                FakeElasticsearch.items(
                    bulk,
                    id -> {
                      int times = seen.merge(id, 1, Integer::sum);
                      return id.equals("d1") && times < 3 ? 429 : 201;
                    }))) {
      SinkRun.Result result = SinkRun.run(server.options(), writes(3));

      assertThat(server.bulks())
          .extracting(Bulk::ids)
          .containsExactly(List.of("d0", "d1", "d2"), List.of("d1"), List.of("d1"));
      assertThat(counter(result, "retries")).isEqualTo(2);
    }
  }

  @Test
  void attemptsAreBounded() throws Exception {
    try (FakeElasticsearch server = new FakeElasticsearch(bulk -> FakeElasticsearch.error(503))) {
      JobOptions options = server.options().with(ElasticsearchOptions.MAX_ATTEMPTS, "4");

      assertThatThrownBy(() -> SinkRun.run(options, writes(2)))
          .satisfies(
              e ->
                  assertThat(ExceptionUtils.stringifyException(e))
                      .contains("did not take 2 documents in 4 attempts")
                      .contains("status 503"));
      assertThat(server.bulks()).hasSize(4);
    }
  }

  @Test
  void anOutageThatOutlastsTheAttemptsIsLeftToTheRestartStrategyAndNothingIsLost()
      throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(
            bulk ->
                bulk.number() <= 7
                    ? FakeElasticsearch.error(503)
                    : FakeElasticsearch.items(bulk, id -> 201))) {
      JobOptions options =
          server
              .options()
              .with(ElasticsearchOptions.MAX_ATTEMPTS, "2")
              .with(ElasticsearchOptions.BULK_MAX_RECORDS, "3")
              .with(ElasticsearchOptions.MAX_IN_FLIGHT, "1")
              .with(ProcessingOptions.RESTART_INITIAL_BACKOFF, "50 ms")
              .with(ProcessingOptions.RESTART_MAX_BACKOFF, "200 ms");
      CollectingDeadLetter dead = new CollectingDeadLetter();
      SinkRun.run(
          options,
          writes(10),
          dead,
          flink -> {
            flink.addAll(options.flinkConfiguration());
            return flink;
          });

      Set<String> taken = new TreeSet<>();
      server.bulks().stream()
          .filter(bulk -> bulk.number() > 7)
          .forEach(bulk -> taken.addAll(bulk.ids()));
      assertThat(taken).hasSize(10);
      assertThat(dead.letters()).isEmpty();
    }
  }

  @Test
  void aWrongKeyIsOneClearErrorWithoutTheKey() throws Exception {
    try (FakeElasticsearch server = new FakeElasticsearch(bulk -> FakeElasticsearch.error(401))) {
      JobOptions options = server.options().with(ElasticsearchOptions.API_KEY, "s3cret");
      assertThatThrownBy(() -> SinkRun.run(options, writes(1)))
          .satisfies(
              e ->
                  assertThat(ExceptionUtils.stringifyException(e))
                      .contains("accepts nothing: status 401")
                      .doesNotContain("s3cret"));
      assertThat(server.bulks().get(0).authorization()).isEqualTo("ApiKey s3cret");
    }
  }

  @Test
  void aConflictIsSuccess() throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(
            bulk -> FakeElasticsearch.items(bulk, id -> id.equals("d1") ? 409 : 200))) {
      SinkRun.Result result = SinkRun.run(server.options(), writes(3));

      assertThat(server.bulks()).hasSize(1);
      assertThat(result.letters()).isEmpty();
      assertThat(counter(result, "conflicts")).isEqualTo(1);
      assertThat(counter(result, "written")).isEqualTo(2);
    }
  }

  @Test
  void aDocumentThatCanNotBeIndexedIsADeadLetterAndTheOthersAreWritten() throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(
            bulk -> FakeElasticsearch.items(bulk, id -> id.equals("d1") ? 400 : 201))) {
      SinkRun.Result result = SinkRun.run(server.options(), writes(3));

      assertThat(server.bulks()).hasSize(1);
      assertThat(result.letters()).hasSize(1);
      assertThat(result.letters().get(0).write()).isEqualTo(write("d1"));
      assertThat(result.letters().get(0).detail()).contains("status 400").contains("because of d1");
      assertThat(counter(result, "poison")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413})
  void aRequestThatIsRefusedAsAWholeIsSplitDownToTheDocumentAtFault(int status) throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(
            bulk ->
                bulk.ids().contains("d5")
                    ? FakeElasticsearch.error(status)
                    : FakeElasticsearch.items(bulk, id -> 201))) {
      SinkRun.Result result = SinkRun.run(server.options(), writes(8));

      assertThat(result.letters()).extracting(letter -> letter.write().id()).containsExactly("d5");
      assertThat(
              server.bulks().stream()
                  .filter(bulk -> !bulk.ids().contains("d5"))
                  .flatMap(bulk -> bulk.ids().stream()))
          .containsExactlyInAnyOrder("d0", "d1", "d2", "d3", "d4", "d6", "d7");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void aRequestThatNobodyWillEverAcceptFailsTheJobAtOnce(int status) throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(bulk -> FakeElasticsearch.error(status))) {
      assertThatThrownBy(() -> SinkRun.run(server.options(), writes(2)))
          .satisfies(
              e ->
                  assertThat(ExceptionUtils.stringifyException(e))
                      .contains("accepts nothing: status " + status));
      assertThat(server.bulks()).hasSize(1);
    }
  }

  @Test
  void aMissingAliasFailsTheJobAtOnce() throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(bulk -> FakeElasticsearch.items(bulk, id -> 404))) {
      assertThatThrownBy(() -> SinkRun.run(server.options(), writes(2)))
          .satisfies(
              e ->
                  assertThat(ExceptionUtils.stringifyException(e))
                      .contains("accepts nothing for x: status 404"));
    }
  }

  @Test
  void aServerThatIsNotThereYetIsWaitedFor() throws Exception {
    int port = FreePorts.one();
    AtomicReference<FakeElasticsearch> server = new AtomicReference<>();
    ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    try {
      later.schedule(
          () -> {
            server.set(
                new FakeElasticsearch(port, bulk -> FakeElasticsearch.items(bulk, id -> 201)));
            return null;
          },
          1500,
          TimeUnit.MILLISECONDS);
      JobOptions options =
          JobOptions.defaults()
              .with(ElasticsearchOptions.HOSTS, "http://127.0.0.1:" + port)
              .with(ElasticsearchOptions.INITIAL_BACKOFF, "100 ms")
              .with(ElasticsearchOptions.MAX_BACKOFF, "500 ms")
              .with(ElasticsearchOptions.MAX_ATTEMPTS, "100");

      SinkRun.run(options, writes(2));

      assertThat(server.get().bulks()).hasSize(1);
    } finally {
      later.shutdownNow();
      if (server.get() != null) {
        server.get().close();
      }
    }
  }

  @Test
  void aDocumentLargerThanARequestIsADeadLetter() throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(bulk -> FakeElasticsearch.items(bulk, id -> 201))) {
      JobOptions options = server.options().with(ElasticsearchOptions.BULK_MAX_SIZE, "1 kb");
      IndexWrite large = new IndexWrite("x", "large", 1, new byte[2000]);

      SinkRun.Result result = SinkRun.run(options, List.of(write("d0"), large, write("d1")));

      assertThat(result.letters())
          .extracting(CollectingDeadLetter.Letter::write)
          .containsExactly(large);
      assertThat(result.letters().get(0).detail())
          .isEqualTo("the document has 2000 bytes, a request may have 1024");
      assertThat(server.bulks().stream().flatMap(bulk -> bulk.ids().stream()))
          .containsExactlyInAnyOrder("d0", "d1");
    }
  }

  @Test
  void aDeletionLargerThanARequestIsADeadLetter() throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(bulk -> FakeElasticsearch.items(bulk, id -> 201))) {
      JobOptions options = server.options().with(ElasticsearchOptions.BULK_MAX_SIZE, "1 kb");
      IndexWrite large = IndexWrite.delete("x", "i".repeat(400), 1);

      SinkRun.Result result = SinkRun.run(options, List.of(large, write("d0")));

      assertThat(result.letters())
          .extracting(CollectingDeadLetter.Letter::write)
          .containsExactly(large);
      assertThat(server.bulks().stream().flatMap(bulk -> bulk.ids().stream()))
          .containsExactly("d0");
    }
  }

  @Test
  void anIdThatElasticsearchWouldNotTakeIsADeadLetter() throws Exception {
    try (FakeElasticsearch server =
        new FakeElasticsearch(bulk -> FakeElasticsearch.items(bulk, id -> 201))) {
      IndexWrite bad = write("i".repeat(600));

      SinkRun.Result result = SinkRun.run(server.options(), List.of(write("d0"), bad));

      assertThat(result.letters())
          .extracting(CollectingDeadLetter.Letter::write)
          .containsExactly(bad);
      assertThat(server.bulks().stream().flatMap(bulk -> bulk.ids().stream()))
          .containsExactly("d0");
    }
  }

  @Test
  void credentialsComeFromFilesAndThePathPrefixIsKept(@TempDir Path directory) throws Exception {
    Path password = Files.writeString(directory.resolve("password"), "s3cret\n");
    try (FakeElasticsearch server =
        new FakeElasticsearch(bulk -> FakeElasticsearch.items(bulk, id -> 201))) {
      JobOptions options =
          server
              .options()
              .with(ElasticsearchOptions.PATH_PREFIX, "/search")
              .with(ElasticsearchOptions.API_KEY_FILE, password.toString());
      SinkRun.run(options, writes(1));

      assertThat(server.bulks().get(0).path()).startsWith("/search/_bulk");
      assertThat(server.bulks().get(0).authorization()).isEqualTo("ApiKey s3cret");
    }
  }
}
