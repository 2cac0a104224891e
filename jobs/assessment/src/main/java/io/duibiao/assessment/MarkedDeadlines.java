package io.duibiao.assessment;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which marks of deadlines which checkpoint holds, as far as this attempt knows: by series, and by
 * assessment within it. A mark that was made while a checkpoint was under way is in the next one
 * only, although its series may have others in this.
 */
final class MarkedDeadlines {
  private final TreeMap<Long, Map<String, Map<String, Instant>>> byCheckpoint = new TreeMap<>();
  private Map<String, Map<String, Instant>> since = new HashMap<>();
  private final Set<Long> savepoints = new HashSet<>();

  /** A deadline is marked. */
  void add(String series, String assessment, Instant deadline) {
    since.computeIfAbsent(series, key -> new HashMap<>()).put(assessment, deadline);
  }

  /** A checkpoint begins, which holds all marks so far. */
  void checkpointBegins(long id) {
    if (!since.isEmpty()) {
      byCheckpoint.put(id, since);
      since = new HashMap<>();
    }
  }

  /** A savepoint begins. A job that fails goes back to a checkpoint, never to it. */
  void savepointBegins(long id) {
    savepoints.add(id);
  }

  /**
   * A checkpoint or a savepoint has completed.
   *
   * @return the marks that are sure to be known to every later attempt now and were not before.
   *     None after a savepoint: what waits for a checkpoint before it, which may have failed, waits
   *     on, or is told by whoever starts from the savepoint
   */
  Map<String, Map<String, Instant>> completed(long id) {
    Map<String, Map<String, Instant>> known = new HashMap<>();
    if (savepoints.remove(id)) {
      return known;
    }
    Map<Long, Map<String, Map<String, Instant>>> contained = byCheckpoint.headMap(id, true);
    for (Map<String, Map<String, Instant>> marks : contained.values()) {
      marks.forEach(
          (series, deadlines) ->
              known.computeIfAbsent(series, key -> new HashMap<>()).putAll(deadlines));
    }
    contained.clear();
    return known;
  }
}
