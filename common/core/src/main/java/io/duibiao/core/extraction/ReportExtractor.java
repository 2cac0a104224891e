package io.duibiao.core.extraction;

import io.duibiao.core.catalog.Indicator;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.document.CleanedDocument;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.DocumentCleaner;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.RejectionReason;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.statement.StatementKind;
import io.duibiao.core.text.CharacterFolding;
import io.duibiao.core.text.Sha256;
import io.duibiao.core.text.SimHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads reports into statements: cleans, splits into parts, sentences and clauses, reads the
 * numbers and binds them. Immutable and thread-safe; create it once.
 */
public final class ReportExtractor implements StatementExtractor {
  private static final int ID_LENGTH = 24;
  private static final double ALIKE = 0.8;
  private static final int ABBREVIATION = 128;
  private static final char SEPARATOR = '\u001F';

  /** Many times what a long report makes; each carries its sentence, so they need a bound. */
  private static final int MOST_STATEMENTS = 10_000;

  private final DocumentCleaner cleaner;
  private final RegionDirectory regions;
  private final SeriesNames seriesNames;
  private final StatementReader reader = new StatementReader();
  private final WordedReader wordedReader;

  /** An extractor that names indicators and regions by these. */
  public ReportExtractor(RegionDirectory regions, IndicatorCatalog catalog) {
    this.cleaner = new DocumentCleaner(regions);
    this.regions = regions;
    this.seriesNames = new SeriesNames(catalog);
    this.wordedReader =
        new WordedReader(
            (name, measure) -> seriesNames.known(name, measure, "%").map(Indicator::id));
  }

  /** The extractor with the catalogs that come with the program; it is made once. */
  public static ReportExtractor bundled() {
    return Bundled.EXTRACTOR;
  }

  private static final class Bundled {
    static final ReportExtractor EXTRACTOR =
        new ReportExtractor(RegionDirectory.bundled(), IndicatorCatalog.bundled());
  }

  @Override
  public Extraction extract(Document document, TimeBudget budget) throws RejectedDocumentException {
    CleanedDocument cleaned = cleaner.clean(document, budget);
    List<Statement> worded = new ArrayList<>();
    List<AccountedNumber> numbers = read(document, cleaned, worded, budget);
    List<Statement> statements = new ArrayList<>();
    for (AccountedNumber number : numbers) {
      statements.addAll(number.statements());
    }
    statements.addAll(worded);
    return new Extraction(cleaned, fingerprint(cleaned), List.copyOf(statements));
  }

  /**
   * Says of every number of a document which statements it makes or why it makes none.
   *
   * @throws RejectedDocumentException when the document can not be used
   */
  public List<AccountedNumber> explain(Document document, TimeBudget budget)
      throws RejectedDocumentException {
    return read(document, cleaner.clean(document, budget), new ArrayList<>(), budget);
  }

  private List<AccountedNumber> read(
      Document document, CleanedDocument cleaned, List<Statement> worded, TimeBudget budget)
      throws RejectedDocumentException {
    List<AccountedNumber> numbers = new ArrayList<>();
    int made = 0;
    Map<String, Integer> equals = new HashMap<>();
    String simHash = SimHash.of(cleaned.text());
    Memory memory = new Memory();
    if (SentenceSplitter.isSpeech(CharacterFolding.fold(cleaned.text()))) {
      memory.thisYear = cleaned.planYear();
    }
    memory.reported = cleaned.reviewedPart();
    List<String> own = ownNames(cleaned);
    for (Sentence sentence : SentenceSplitter.split(cleaned, budget)) {
      budget.check();
      for (StatementReader.Outcome outcome : reader.read(sentence, memory, own)) {
        List<Statement> statements = new ArrayList<>();
        for (Claim claim : outcome.claims()) {
          if (++made > MOST_STATEMENTS) {
            throw new RejectedDocumentException(
                RejectionReason.TOO_LARGE,
                "the document makes more than " + MOST_STATEMENTS + " statements");
          }
          statements.add(statement(document, cleaned, simHash, sentence, claim, null, equals));
        }
        int[] at = sentence.at();
        int start = at[outcome.reading().start()];
        int end = at[outcome.reading().end() - 1] + 1;
        numbers.add(
            new AccountedNumber(
                cleaned.text().substring(start, end),
                start,
                end,
                List.copyOf(statements),
                statements.isEmpty() ? outcome.reason() : null));
      }
      for (WordedReader.Worded words : wordedReader.read(sentence, memory.lookingBack)) {
        if (worded.size() < MOST_STATEMENTS) {
          worded.add(
              statement(
                  document, cleaned, simHash, sentence, words.claim(), words.comparand(), equals));
        }
      }
    }
    return numbers;
  }

  private List<String> ownNames(CleanedDocument cleaned) {
    List<String> own = new ArrayList<>();
    own.add(cleaned.region());
    String name = cleaned.region();
    if (name.length() > 2) {
      own.add(name.substring(0, name.length() - 1));
    }
    regions.byCode(cleaned.regionCode()).ifPresent(region -> own.addAll(regions.namesOf(region)));
    return own.stream()
        .filter(n -> n.length() > 1)
        .distinct()
        .sorted((a, b) -> b.length() - a.length())
        .toList();
  }

  private Statement statement(
      Document document,
      CleanedDocument cleaned,
      String simHash,
      Sentence sentence,
      Claim claim,
      String comparand,
      Map<String, Integer> equals) {
    String text = cleaned.text();
    int[] at = sentence.at();
    String name = seriesNames.counted(claim.name(), claim.measure(), claim.unit());
    // The percentage of a claim is of the target and tells nothing of what the indicator is
    // measured in.
    Measure measured = claim.kind() == StatementKind.CLAIM ? Measure.INCREMENT : claim.measure();
    Optional<Indicator> known = seriesNames.known(name, measured, claim.unit());
    String indicator = known.map(i -> displayName(i, cleaned.regionCode(), name)).orElse(name);
    String indicatorId = known.map(Indicator::id).orElseGet(() -> "~" + seriesNames.key(name));
    String series = cleaned.regionCode() + "/" + indicatorId;
    String key =
        String.join(
            String.valueOf(SEPARATOR),
            document.id(),
            series,
            claim.kind().code(),
            claim.period(),
            claim.measure().code(),
            // What a statement counts is part of which one it is: a correction from 31个 to 31公顷
            // takes
            // the one back and makes the other.
            String.valueOf(claim.unit()));
    if (comparand != null) {
      key += SEPARATOR + comparand;
    }
    int ordinal = equals.merge(key, 1, Integer::sum);
    int start = at[claim.numberStart()];
    int end = at[claim.numberEnd() - 1] + 1;
    return new Statement(
        Sha256.hex(key + SEPARATOR + ordinal).substring(0, ID_LENGTH),
        document.id(),
        1,
        cleaned.title(),
        cleaned.publishedAt(),
        document.retrievedAt(),
        cleaned.regionCode(),
        cleaned.region(),
        cleaned.regionPath(),
        indicatorId,
        indicator,
        name,
        claim.kind(),
        claim.period(),
        claim.measure(),
        claim.op(),
        claim.value(),
        claim.high(),
        claim.unit(),
        text.substring(start, end),
        text.substring(at[claim.quoteStart()], at[claim.quoteEnd() - 1] + 1),
        text.substring(at[0], at[at.length - 1] + 1),
        start,
        end,
        claim.flags(),
        comparand,
        document.url(),
        simHash,
        false);
  }

  /**
   * The catalog's name where the report's own words are close to it, else those words: an alias
   * such as 进出口额增速 leads to the series of 进出口总额 but must not be shown as if the report said so.
   */
  private static String displayName(Indicator known, String regionCode, String written) {
    String name = known.nameIn(regionCode);
    boolean abbreviated = written.chars().allMatch(c -> c < ABBREVIATION);
    boolean elsewhere = written.equals(known.name());
    return abbreviated || elsewhere || Likeness.of(name, written) >= ALIKE ? name : written;
  }

  private static String fingerprint(CleanedDocument cleaned) {
    return Sha256.hex(
        String.join(
            String.valueOf(SEPARATOR),
            cleaned.title(),
            String.valueOf(cleaned.publisher()),
            String.valueOf(cleaned.publishedAt()),
            cleaned.regionCode(),
            cleaned.region(),
            String.valueOf(cleaned.reviewYear()),
            String.valueOf(cleaned.planYear()),
            CharacterFolding.fold(cleaned.text())));
  }
}
