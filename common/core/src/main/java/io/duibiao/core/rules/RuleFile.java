package io.duibiao.core.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A resource file of rules. */
public final class RuleFile {
  private static final Map<String, RuleFile> READ = new ConcurrentHashMap<>();

  private final String name;
  private final List<Rule> rules;

  private RuleFile(String name, List<Rule> rules) {
    this.name = name;
    this.rules = List.copyOf(rules);
  }

  /**
   * A file that lies beside a class; it is read once.
   *
   * @param owner the class beside which the file lies
   * @param name the file's name
   * @throws IllegalArgumentException when the file is missing or a rule in it is not well formed
   */
  public static RuleFile bundled(Class<?> owner, String name) {
    URL resource = owner.getResource(name);
    if (resource == null) {
      throw new IllegalArgumentException("no rule file " + name + " beside " + owner.getName());
    }
    return READ.computeIfAbsent(resource.toString(), address -> read(resource, name));
  }

  private static RuleFile read(URL resource, String name) {
    ObjectMapper mapper =
        new ObjectMapper(new YAMLFactory())
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
    try (InputStream in = resource.openStream()) {
      List<Rule> rules = mapper.readValue(in, new TypeReference<ArrayList<Rule>>() {});
      Set<String> seen = new HashSet<>();
      for (Rule rule : rules) {
        if (!seen.add(rule.name())) {
          throw new IllegalArgumentException(name + ": two rules are named " + rule.name());
        }
      }
      return new RuleFile(name, rules);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's name. */
  public String name() {
    return name;
  }

  /** All rules in the order of the file. */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * The rule of that name.
   *
   * @throws NoSuchElementException when the file has none
   */
  public Rule rule(String rule) {
    return rules.stream()
        .filter(r -> r.name().equals(rule))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(name + " has no rule " + rule));
  }

  /** All words of all rules, each leading to its rule. A word of two rules leads to the first. */
  public WordTrie<Rule> trie() {
    WordTrie<Rule> trie = new WordTrie<>();
    for (Rule rule : rules) {
      rule.words().forEach(word -> trie.putIfAbsent(word, rule));
      rule.factors().keySet().forEach(word -> trie.putIfAbsent(word, rule));
    }
    return trie;
  }

  /** The words of some rules, each leading to its rule. A word of two rules leads to the first. */
  public WordTrie<Rule> trie(String... names) {
    WordTrie<Rule> trie = new WordTrie<>();
    for (String each : names) {
      Rule one = rule(each);
      one.words().forEach(word -> trie.putIfAbsent(word, one));
    }
    return trie;
  }
}
