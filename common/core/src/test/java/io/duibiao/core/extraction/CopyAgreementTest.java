package io.duibiao.core.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.DocumentDecoder;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.fixture.RealReports;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.text.CharacterFolding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Copies of one report from several places make the same statements, whatever their layout, and a
 * copy that is garbled makes those of its readable part.
 *
 * <p>The copies at hand are not alike word for word: some give the version that was read out and
 * some the printed one (亿斤 against 万吨), one lacks a passage. So two things are asked for: of the
 * statements whose sentence stands in both copies of a year, and, over all years, of all statements
 * without any such allowance.
 */
class CopyAgreementTest {
  private static final double LEAST_AGREEING = 0.98;
  private static final String CLEAN = "national";
  private static final String FULL_WIDTH = "national-fullwidth";
  private static final String ONE_LINE = "national-wiki";
  private static final String GARBLED = "national-mojibake";

  private static final ReportExtractor EXTRACTOR = ReportExtractor.bundled();

  /** What of a statement must be alike in all copies, and the sentence that says it. */
  private record Said(
      String indicatorId, String period, String measure, String value, String sentence) {
    String claim() {
      return String.join(" ", indicatorId, period, measure, value);
    }
  }

  private record Copy(String text, List<Said> said) {
    List<String> claims() {
      return said.stream().map(Said::claim).toList();
    }

    /** The claims that are made by sentences that this other copy holds too. */
    List<String> claimsSharedWith(Copy other) {
      return said.stream().filter(s -> other.text.contains(s.sentence)).map(Said::claim).toList();
    }
  }

  /** How many of so many claims the other copy makes. */
  private static final class Tally {
    private final List<String> wrong = new ArrayList<>();
    private int pairs;
    private int all;
    private int alike;

    void compare(String year, String of, Copy one, String in, Copy other) {
      pairs++;
      List<String> claims = one.claims();
      List<String> shared = one.claimsSharedWith(other);
      int same = claims.size() - Bags.minus(claims, other.claims()).size();
      List<String> missing = Bags.minus(shared, other.claims());
      all += claims.size();
      alike += same;
      String row = year + " " + of + " in " + in + ": ";
      System.out.printf(
          "%s%d of %d statements; %d of %d with a sentence that both hold%n",
          row, same, claims.size(), shared.size() - missing.size(), shared.size());
      if (shared.isEmpty() || missing.size() > (1 - LEAST_AGREEING) * shared.size()) {
        wrong.add(row + shared.size() + " shared, missing " + missing);
      }
    }

    double share() {
      return alike / (double) all;
    }
  }

  @Test
  void copyInFullWidthFormsMakesTheSameStatements() throws IOException {
    assertSame(FULL_WIDTH);
  }

  @Test
  void copyFromAWikiMakesTheSameStatements() throws IOException {
    assertSame(ONE_LINE);
  }

  @Test
  void readablePartOfGarbledCopyMakesTheStatementsOfTheCleanOne() throws IOException {
    Agreement agreement = Agreement.of(GARBLED);
    assertThat(agreement.copyInClean.share()).isGreaterThanOrEqualTo(LEAST_AGREEING);
  }

  private static void assertSame(String place) throws IOException {
    Agreement agreement = Agreement.of(place);
    assertThat(agreement.cleanInCopy.share()).isGreaterThanOrEqualTo(LEAST_AGREEING);
    assertThat(agreement.copyInClean.share()).isGreaterThanOrEqualTo(LEAST_AGREEING);
  }

  /** How the copies of one place and the clean ones agree, each looked for in the other. */
  private record Agreement(Tally cleanInCopy, Tally copyInClean) {
    /** Compares them year by year; what both hold must be read alike. */
    static Agreement of(String place) throws IOException {
      Agreement agreement = new Agreement(new Tally(), new Tally());
      for (String year : years(place)) {
        Copy clean = copy(CLEAN, year);
        Copy other = copy(place, year);
        agreement.cleanInCopy.compare(year, CLEAN, clean, place, other);
        agreement.copyInClean.compare(year, place, other, CLEAN, clean);
      }
      assertThat(agreement.cleanInCopy.pairs).isPositive();
      assertThat(agreement.cleanInCopy.wrong).isEmpty();
      assertThat(agreement.copyInClean.wrong).isEmpty();
      return agreement;
    }
  }

  /** The years that this place and the clean one hold. */
  private static List<String> years(String place) throws IOException {
    Path corpus = RealReports.require("corpus", CLEAN);
    try (Stream<Path> files = Files.list(corpus.resolve(place))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(year -> Files.exists(corpus.resolve(CLEAN).resolve(year)))
          .sorted()
          .toList();
    }
  }

  private static Copy copy(String place, String year) throws IOException {
    byte[] bytes =
        Files.readAllBytes(RealReports.require("corpus", CLEAN).resolve(place).resolve(year));
    Document document = Document.of("report", DocumentDecoder.decode(bytes, null).text());
    try {
      Extraction extraction = EXTRACTOR.extract(document, TimeBudget.unlimited());
      List<Said> said = new ArrayList<>();
      for (Statement s : extraction.statements()) {
        String value = s.value().toPlainString();
        said.add(
            new Said(
                s.indicatorId(), s.period(), s.measure().code(), value, compact(s.sentence())));
      }
      return new Copy(compact(extraction.document().text()), said);
    } catch (RejectedDocumentException e) {
      throw new AssertionError(place + "/" + year + " was rejected: " + e.getMessage(), e);
    }
  }

  private static String compact(String text) {
    return CharacterFolding.fold(text).replaceAll("\\s+", "").replaceAll("[“”\"]", "");
  }
}
