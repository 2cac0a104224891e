package io.duibiao.local.verify;

import io.duibiao.core.document.Document;
import io.duibiao.streaming.options.KafkaOptions.Guarantee;
import java.time.Duration;
import java.util.List;

/**
 * What to verify.
 *
 * @param rounds how many rounds
 * @param seed the seed of the first round; each further one has the next number
 * @param documents documents in each round, not counting duplicates
 * @param faults what may go wrong, each once; empty for nothing
 * @param faultsPerRound how much goes wrong in each round, the same only after all others
 * @param guarantees how the jobs may deliver, one of them in each round; not empty
 * @param catalogs how many catalogs are published in each round at most
 * @param sources real documents to take excerpts of; empty to invent all
 * @param patience how long nothing may change until a difference counts as one
 */
public record Settings(
    int rounds,
    long seed,
    int documents,
    List<Fault> faults,
    int faultsPerRound,
    List<Guarantee> guarantees,
    int catalogs,
    List<Document> sources,
    Duration patience) {}
