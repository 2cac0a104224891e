package io.duibiao.local.bench;

import io.duibiao.core.document.Document;
import io.duibiao.local.CommandFailure;
import io.duibiao.local.kafka.DocumentPublisher;
import io.duibiao.local.kafka.TopicReader;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Measures the time from sending a document that makes a target missed until a consumer of
 * committed records of the topic {@code alerts} has the alert. Reports of invented towns: the first
 * of each sets a target, the second falls short of it.
 */
public final class AlertLatency {
  private static final Duration STEP = Duration.ofMillis(5);
  private static final Duration LAST = Duration.ofMinutes(2);
  private static final String SYLLABLES = "云溪澄湖柳浦青禾松岭桂塘兰渡梅坞荷泾竹埠";

  private final JobOptions options;
  private final int towns;
  private final Duration interval;

  /** The latencies of all alerts, sorted; those that never came are counted. */
  public record Latencies(List<Duration> sorted, int missing) {
    /** The smallest latency that the given part of all does not exceed, from 0 to 1. */
    public Duration quantile(double part) {
      int index = (int) Math.ceil(part * sorted.size()) - 1;
      return sorted.get(Math.max(0, Math.min(sorted.size() - 1, index)));
    }
  }

  /**
   * A measurement.
   *
   * @param options where the broker of the jobs is
   * @param towns how many alerts are measured
   * @param interval the time between two documents
   */
  public AlertLatency(JobOptions options, int towns, Duration interval) {
    this.options = options;
    this.towns = towns;
    this.interval = interval;
  }

  /** Publishes and measures; the jobs must run and have seen none of these documents. */
  public Latencies measure() throws CommandFailure, InterruptedException {
    try (TopicReader alerts = new TopicReader(options, Topic.ALERTS, TopicReader.From.END);
        TopicReader assessments =
            new TopicReader(options, Topic.ASSESSMENTS, TopicReader.From.BEGINNING);
        DocumentPublisher publisher = new DocumentPublisher(options, Clock.systemUTC())) {
      for (int i = 0; i < towns; i++) {
        send(publisher, plan(i));
      }
      publisher.settleAll();
      awaitTargets(assessments);
      return measure(publisher, alerts);
    }
  }

  private Latencies measure(DocumentPublisher publisher, TopicReader alerts)
      throws InterruptedException {
    Map<String, Long> sent = new HashMap<>();
    List<Duration> latencies = new ArrayList<>();
    long next = System.nanoTime();
    long end = next;
    int number = 0;
    while (latencies.size() < towns && (number < towns || System.nanoTime() - end < 0)) {
      if (number < towns && System.nanoTime() - next >= 0) {
        sent.put(region(number), System.nanoTime());
        send(publisher, review(number));
        publisher.settleAll();
        number++;
        next += interval.toNanos();
        end = System.nanoTime() + LAST.toNanos();
      }
      for (ConsumerRecord<byte[], byte[]> record : alerts.poll(STEP)) {
        long now = System.nanoTime();
        String id = new String(record.key(), StandardCharsets.UTF_8);
        Long start = id.endsWith("#missed") ? sent.remove(id.substring(0, id.indexOf('/'))) : null;
        if (start != null) {
          latencies.add(Duration.ofNanos(now - start));
        }
      }
    }
    Collections.sort(latencies);
    return new Latencies(List.copyOf(latencies), towns - latencies.size());
  }

  private void awaitTargets(TopicReader assessments) throws CommandFailure {
    Map<String, Boolean> seen = new HashMap<>();
    long end = System.nanoTime() + LAST.toNanos();
    while (seen.size() < towns) {
      if (System.nanoTime() - end > 0) {
        throw new CommandFailure(
            "only %d of %d targets were assessed within %d s"
                .formatted(seen.size(), towns, LAST.toSeconds()));
      }
      for (ConsumerRecord<byte[], byte[]> record : assessments.poll(STEP)) {
        String id = new String(record.key(), StandardCharsets.UTF_8);
        if (id.endsWith("/2023")) {
          seen.put(id, true);
        }
      }
    }
  }

  private static void send(DocumentPublisher publisher, Document document)
      throws InterruptedException {
    publisher.send(
        document,
        problem -> {
          if (problem != null) {
            throw new IllegalStateException(problem);
          }
        });
  }

  private static String town(int number) {
    int count = SYLLABLES.length();
    return ""
        + SYLLABLES.charAt(number % count)
        + SYLLABLES.charAt(number / count % count)
        + SYLLABLES.charAt(number / count / count % count)
        + "镇";
  }

  private static String region(int number) {
    return "~" + town(number);
  }

  private static Document plan(int number) {
    return report(number, 2023, "过去的一年，各项工作取得新成效。", "今年的主要预期目标是：地区生产总值增长6%以上。");
  }

  private static Document review(int number) {
    return report(number, 2024, "过去的一年，地区生产总值增长4.5%。", "今年要坚持稳中求进。");
  }

  private static Document report(int number, int year, String review, String plan) {
    String title = town(number) + year + "年政府工作报告";
    Instant published = Instant.parse(year + "-01-09T02:00:00Z");
    return new Document(
        "https://www.example.cn/bench/" + number + "/" + year,
        null,
        title,
        null,
        published,
        null,
        null,
        null,
        String.join(
            "\n",
            title,
            "各位代表：",
            "一、" + (year - 1) + "年工作回顾",
            review,
            "二、" + year + "年工作安排",
            plan));
  }
}
