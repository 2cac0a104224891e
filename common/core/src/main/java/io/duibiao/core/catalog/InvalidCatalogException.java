package io.duibiao.core.catalog;

import java.util.List;

/** A catalog can not be used; knows everything that is wrong with it. */
public final class InvalidCatalogException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<CatalogProblem> problems;

  /**
   * @param problems all that is wrong, at least one, in the order of the lines
   */
  InvalidCatalogException(List<CatalogProblem> problems) {
    super(summary(problems));
    this.problems = List.copyOf(problems);
  }

  private static String summary(List<CatalogProblem> problems) {
    String first = problems.get(0).toString();
    return problems.size() == 1
        ? first
        : first + " (the first of " + problems.size() + " problems)";
  }

  /** All that is wrong, in the order of the lines. */
  public List<CatalogProblem> problems() {
    return problems;
  }
}
