package io.duibiao.local.verify;

import io.duibiao.core.document.Document;
import io.duibiao.streaming.options.KafkaOptions.Guarantee;
import io.duibiao.streaming.record.CatalogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens in one round: a function of the settings and a seed. How long it takes, and how far
 * the jobs have come when something goes wrong, is not planned.
 *
 * @param documents what is sent
 * @param guarantee how the jobs deliver
 * @param parts one after the other
 * @param lull after which part to wait until nothing comes any more and something is overdue
 * @param further the seed of pauses and the like
 */
record Plan(
    RoundDocuments documents, Guarantee guarantee, List<Part> parts, int lull, long further) {

  /**
   * Documents and what happens while they are sent.
   *
   * @param deliveries the documents, in order
   * @param catalogs catalogs that are published before them; null stands for going back to the one
   *     that the jobs were started with
   * @param fault what goes wrong meanwhile or shortly after, or null
   */
  record Part(List<Document> deliveries, List<CatalogRecord> catalogs, Fault fault) {}

  /** Draws one. */
  static Plan of(Settings settings, long seed) {
    Random random = new Random(seed);
    RoundDocuments documents = RoundDocuments.of(settings.sources(), settings.documents(), random);
    Guarantee guarantee = settings.guarantees().get(random.nextInt(settings.guarantees().size()));
    int count = settings.faultsPerRound() + 1;
    List<List<CatalogRecord>> catalogs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      catalogs.add(new ArrayList<>());
    }
    for (int left = random.nextInt(settings.catalogs() + 1); left > 0; left--) {
      catalogs.get(random.nextInt(count)).add(Catalogs.drawn(random));
    }
    List<Document> deliveries = documents.deliveries();
    List<Fault> faults = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Fault fault = null;
      if (i < count - 1 && !settings.faults().isEmpty()) {
        fault = draw(settings.faults(), faults, random);
        faults.add(fault);
      }
      parts.add(
          new Part(
              deliveries.subList(
                  i * deliveries.size() / count, (i + 1) * deliveries.size() / count),
              catalogs.get(i),
              fault));
    }
    return new Plan(
        documents, guarantee, List.copyOf(parts), random.nextInt(count), random.nextLong());
  }

  /** By weight, and none again before each was drawn. */
  private static Fault draw(List<Fault> wanted, List<Fault> before, Random random) {
    int turn = before.size() % wanted.size();
    List<Fault> drawn = before.subList(before.size() - turn, before.size());
    return Fault.draw(wanted.stream().filter(fault -> !drawn.contains(fault)).toList(), random);
  }

  /** What goes wrong, in order. */
  List<Fault> faults() {
    return parts.stream().map(Part::fault).filter(fault -> fault != null).toList();
  }

  /** Catalogs in the order in which they are published. */
  List<CatalogRecord> catalogs() {
    List<CatalogRecord> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.catalogs()));
    return all;
  }

  /** The last catalog; null for none, or to have gone back to the one that the jobs began with. */
  CatalogRecord lastCatalog() {
    List<CatalogRecord> all = catalogs();
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }
}
