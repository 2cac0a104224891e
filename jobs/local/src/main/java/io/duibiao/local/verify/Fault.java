package io.duibiao.local.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** What can be made to go wrong. */
public enum Fault {
  /** A subtask fails while a checkpoint waits for it. */
  TASK_FAILURE(4),

  /** One task manager, or both, are gone while a checkpoint is under way. */
  TASKMANAGER_LOSS(4),

  /** Elasticsearch breaks connections, before it has taken a request or before it answers. */
  ELASTICSEARCH_UNREACHABLE(3),

  /** Elasticsearch is killed, and back after some seconds. */
  ELASTICSEARCH_DOWN(2),

  /** Elasticsearch answers 429, for a whole request or for some of its documents. */
  ELASTICSEARCH_BUSY(4),

  /** The broker is stopped or killed, and started again. */
  BROKER_RESTART(2),

  /** Both jobs are stopped with a savepoint and go on from it with another parallelism. */
  SAVEPOINT_RESTORE(4);

  /** How often it is drawn, in relation to the others. Those that take seconds are rarer. */
  private final int weight;

  Fault(int weight) {
    this.weight = weight;
  }

  /** The name on the command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fault of a name, or nothing. */
  public static Optional<Fault> of(String code) {
    return Arrays.stream(values()).filter(fault -> fault.code().equals(code)).findFirst();
  }

  /** All names, for a message. */
  public static String codes() {
    return Arrays.stream(values()).map(Fault::code).collect(Collectors.joining(", "));
  }

  /** One of those wanted, by weight. */
  static Fault draw(List<Fault> wanted, Random random) {
    int at = random.nextInt(wanted.stream().mapToInt(fault -> fault.weight).sum());
    for (Fault fault : wanted) {
      at -= fault.weight;
      if (at < 0) {
        return fault;
      }
    }
    throw new AssertionError(at);
  }
}
