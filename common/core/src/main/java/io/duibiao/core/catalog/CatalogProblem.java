package io.duibiao.core.catalog;

/**
 * Something that is wrong in a catalog.
 *
 * @param line the line in which it is, from 1
 * @param column the column at which it begins, from 1
 * @param message what is wrong, in one line, with what is allowed instead
 */
public record CatalogProblem(int line, int column, String message) {
  @Override
  public String toString() {
    return "line " + line + ": " + message;
  }
}
