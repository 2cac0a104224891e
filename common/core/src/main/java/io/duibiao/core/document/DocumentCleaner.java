package io.duibiao.core.document;

import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.text.HiddenCharacters;
import java.util.List;
import java.util.Objects;

/**
 * Turns a page or file as retrieved into the text of the report and what is known about it.
 *
 * <p>The cleaned text keeps the script it was written in; one line is one paragraph. Every
 * paragraph stands in the original up to white space. Time and memory are linear in the length of
 * the content. Immutable and thread-safe.
 */
public final class DocumentCleaner {
  private static final int LONGEST_NAME = 300;

  private final RegionDirectory regions;

  /** A cleaner that knows these regions. */
  public DocumentCleaner(RegionDirectory regions) {
    this.regions = Objects.requireNonNull(regions, "regions");
  }

  /**
   * Cleans one document.
   *
   * @param document as retrieved
   * @param budget the time that may be spent
   * @throws RejectedDocumentException when it holds no text, can not be read, or tells neither its
   *     region nor its years
   */
  public CleanedDocument clean(Document document, TimeBudget budget)
      throws RejectedDocumentException {
    return cleanOpened(WrappedContent.open(document), budget);
  }

  private CleanedDocument cleanOpened(Document document, TimeBudget budget)
      throws RejectedDocumentException {
    budget.check();
    String content = document.content() == null ? "" : Mojibake.repair(document.content());
    MarkupReader.Markup markup = MarkupReader.read(content, document.contentType(), budget);
    List<String> readable = GarbledText.remove(markup.lines(), budget);
    Page page = PageReader.read(readable, markup.title(), budget);
    if (page.body().isEmpty()) {
      throw new RejectedDocumentException(
          RejectionReason.MISSING_CONTENT, "the content holds no text");
    }
    ReportRegion.Found region = new ReportRegion(regions).find(document, page, budget);
    ReportYears.Found years = ReportYears.find(document, page);
    String text = String.join("\n", page.body());
    return new CleanedDocument(
        bounded(firstOf(document.title(), page.title(), "")),
        bounded(firstOf(document.publisher(), page.publisher(), null)),
        PlausibleTimes.published(
            document.publishedAt(), page.publishedAt(), document.retrievedAt()),
        page.documentNumber(),
        region.region().code(),
        region.name(),
        region.region().path(),
        years.reviewYear(),
        years.planYear(),
        years.reviewedPart(),
        text);
  }

  /** Every statement repeats its document's title, so a hostile one would multiply. */
  private static String bounded(String written) {
    String name = written == null ? null : HiddenCharacters.remove(written).strip();
    if (name == null || name.codePointCount(0, name.length()) <= LONGEST_NAME) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  private static String firstOf(String first, String second, String otherwise) {
    if (first != null && !first.isBlank()) {
      return first.strip();
    }
    return second != null && !second.isBlank() ? second.strip() : otherwise;
  }
}
