package io.duibiao.assessment;

/**
 * What a series is told: a statement, or what results of other names have to say to its targets.
 *
 * @param series the key of the series
 * @param statement the statement, or null
 * @param view what a pool has to say, or null
 */
public record SeriesInput(String series, ParsedStatement statement, PoolView view) {
  static SeriesInput of(ParsedStatement statement) {
    return new SeriesInput(statement.series(), statement, null);
  }

  static SeriesInput of(String series, PoolView view) {
    return new SeriesInput(series, null, view);
  }
}
