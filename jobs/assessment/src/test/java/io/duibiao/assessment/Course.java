package io.duibiao.assessment;

import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.catalog.CatalogUpdate;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A random course of events around the series operator, and sinks as Flink's are: under
 * exactly-once a topic gets what was sent before a checkpoint when that completes, under
 * at-least-once a failure may lose the end of what no checkpoint has flushed; an index gets the
 * documents in any order, and what waits is part of the checkpoint.
 */
final class Course {
  private static final int PARTITIONS = 3;
  private static final int MOST_FAILURES = 3;
  private static final int STEPS_PER_FAILURE = 60;
  private static final Instant BEGIN = Instant.parse("2023-01-15T00:00:00Z");

  /** What one topic is sent: an id, and JSON or null to take it away. */
  private record Sent(String id, String json) {}

  /** What a job goes back to. */
  private record Checkpoint(
      PooledHarness.State state, int[] positions, int catalogs, List<IndexWrite> waiting) {}

  private final List<List<Statement>> partitions = new ArrayList<>();
  private final List<CatalogUpdate> updates;
  private final Instant end;
  private final Random random;
  private final boolean exactlyOnce;
  private final StringBuilder story = new StringBuilder();
  private final Set<String> happened = new TreeSet<>();

  private final Map<String, String> topics = new TreeMap<>();
  private final Map<String, IndexWrite> indices = new HashMap<>();

  private PooledHarness both;
  private SeriesHarness harness;
  private int[] positions = new int[PARTITIONS];
  private int catalogs;
  private Instant clock = BEGIN;

  /** Sent since the last checkpoint began, and before it but not committed. */
  private List<Sent> open = new ArrayList<>();

  private List<Sent> prepared = new ArrayList<>();
  private List<IndexWrite> waiting = new ArrayList<>();

  /** The last one that completed, and one that has begun. */
  private Checkpoint completed;

  private Checkpoint begun;

  /** Whether the operator was not told yet that the last one has completed. */
  private boolean toTell;

  Course(List<Statement> records, List<CatalogUpdate> updates, Instant end, Random random) {
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(new ArrayList<>());
    }
    for (Statement record : records) {
      partitions.get(Math.floorMod(record.series().hashCode(), PARTITIONS)).add(record);
    }
    this.updates = updates;
    this.end = end;
    this.random = random;
    this.exactlyOnce = random.nextBoolean();
  }

  void run() throws Exception {
    int failures = random.nextInt(MOST_FAILURES + 1);
    try {
      start();
      while (failures > 0 || !consumed()) {
        step();
        if (failures > 0 && (consumed() || random.nextInt(STEPS_PER_FAILURE) == 0)) {
          failures--;
          fail();
        }
      }
      begun = null;
      for (int i = 1; i <= 2; i++) {
        both.quietUntil(end.plusMillis(i));
        begin();
        complete();
        tell();
      }
      begin();
      complete();
      write(waiting.size());
    } finally {
      both.close();
    }
  }

  /** What readers of the topics hold in the end. */
  Map<String, String> topics() {
    return topics;
  }

  /** What the indices hold in the end. */
  Map<String, String> indices() {
    Map<String, String> held = new TreeMap<>();
    indices.forEach(
        (id, write) -> {
          if (!write.deletes()) {
            String json = new String(write.json(), StandardCharsets.UTF_8);
            held.put(id, ConvergenceTest.withoutVersion(json));
          }
        });
    return held;
  }

  /** What kinds of things happened. */
  Set<String> happened() {
    return happened;
  }

  @Override
  public String toString() {
    return (exactlyOnce ? "exactly-once:" : "at-least-once:") + story;
  }

  private void start() throws Exception {
    // No attempt begins before the one that it follows has ended.
    Instant now = both == null ? SeriesHarness.BEGIN : both.now();
    PooledHarness.State state = completed == null ? null : completed.state();
    both = PooledHarness.of(state, now, exactlyOnce, random);
    harness = both.series;
    take();
  }

  private boolean consumed() {
    for (int i = 0; i < PARTITIONS; i++) {
      if (positions[i] < partitions.get(i).size()) {
        return false;
      }
    }
    return catalogs == updates.size();
  }

  private void step() throws Exception {
    switch (random.nextInt(13)) {
      case 0, 1, 2, 3, 4 -> statement();
      case 5 -> catalog();
      case 6, 7 -> {
        clock = clock.plus(Duration.ofDays(random.nextInt(120)));
        clock = clock.isAfter(end) ? end : clock;
        note("quiet until " + clock);
        both.quietUntil(clock);
      }
      case 8, 9 -> {
        if (begun == null) {
          begin();
        } else if (random.nextInt(4) == 0) {
          note("aborted");
          begun = null;
        } else {
          complete();
          if (random.nextBoolean()) {
            tell();
          }
        }
      }
      case 10 -> {
        if (toTell) {
          happened.add("told late");
          tell();
        }
      }
      case 11 -> match();
      default -> write(random.nextInt(waiting.size() + 1));
    }
    take();
  }

  private void statement() throws Exception {
    int partition = random.nextInt(PARTITIONS);
    if (positions[partition] == partitions.get(partition).size()) {
      return;
    }
    Statement record = partitions.get(partition).get(positions[partition]++);
    note("statement " + record.series() + " " + record.kind() + " " + record.period());
    boolean amid = toTell && random.nextBoolean();
    if (amid) {
      harness.completeWhileSending(1 + random.nextInt(3));
    }
    // The timestamp belongs to the record and is the same in every attempt.
    both.process(record, 1_700_000_000_000L + record.hashCode() % 1000);
    if (amid) {
      if (harness.stillToComplete()) {
        harness.completeWhileSending(Integer.MAX_VALUE);
      } else {
        note("told amid");
        happened.add("told amid");
        toTell = false;
        harness.elapse(Duration.ZERO);
      }
    }
  }

  private void match() throws Exception {
    note("match");
    both.match();
  }

  private void catalog() throws Exception {
    if (catalogs < updates.size()) {
      note("catalog " + catalogs);
      happened.add("catalog");
      harness.catalog(updates.get(catalogs++));
    }
  }

  private void begin() throws Exception {
    note("checkpoint");
    take();
    // A flush of the sinks.
    prepared.addAll(open);
    open = new ArrayList<>();
    if (!exactlyOnce) {
      commit();
    }
    begun = new Checkpoint(both.snapshot(), positions.clone(), catalogs, new ArrayList<>(waiting));
    toTell = false;
  }

  /** The checkpoint has completed, and whatever happens now the job goes back to it. */
  private void complete() {
    note("completed");
    completed = begun;
    begun = null;
    toTell = true;
    commit();
  }

  private void tell() throws Exception {
    note("told");
    toTell = false;
    harness.complete();
    take();
  }

  private void fail() throws Exception {
    note("failure");
    happened.add("failure");
    if (toTell) {
      happened.add("never told");
    }
    take();
    both.close();
    if (!exactlyOnce) {
      prepared.addAll(open.subList(0, random.nextInt(open.size() + 1)));
      commit();
    }
    prepared.clear();
    open.clear();
    write(random.nextInt(waiting.size() + 1));
    begun = null;
    toTell = false;
    if (completed == null) {
      positions = new int[PARTITIONS];
      catalogs = 0;
      waiting = new ArrayList<>();
    } else {
      positions = completed.positions().clone();
      catalogs = completed.catalogs();
      waiting = new ArrayList<>(completed.waiting());
    }
    start();
  }

  private void take() {
    // The order between the two topics does not matter; no id is in both.
    harness
        .assessments()
        .forEach(
            assessment -> open.add(new Sent(assessment.id(), ConvergenceTest.json(assessment))));
    harness
        .alertChanges()
        .forEach(
            change -> {
              boolean gone = change.alert() == null;
              if (gone) {
                happened.add("taken back");
              }
              open.add(new Sent(change.id(), gone ? null : ConvergenceTest.json(change.alert())));
            });
    waiting.addAll(harness.writes());
    harness.clear();
  }

  private void commit() {
    for (Sent sent : prepared) {
      if (sent.json() == null) {
        topics.remove(sent.id());
      } else {
        topics.put(sent.id(), sent.json());
      }
    }
    prepared.clear();
  }

  /** Some of what waits comes to the indices. */
  private void write(int many) {
    Collections.shuffle(waiting, random);
    List<IndexWrite> batch = waiting.subList(0, many);
    for (IndexWrite write : batch) {
      indices.merge(write.id(), write, (a, b) -> b.version() >= a.version() ? b : a);
    }
    batch.clear();
  }

  private void note(String event) {
    story.append("\n  ").append(event);
  }
}
