package io.duibiao.core.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * Words that can be looked for at a place of a text, forwards or backwards, in time proportional to
 * the length of the word found. Latin capitals and small letters are the same. Filled once, then
 * only read, by any number of threads.
 */
public final class WordTrie<V> {
  private final Node<V> forwards = new Node<>();
  private final Node<V> backwards = new Node<>();

  /** A word that was found. */
  public record Word<V>(String text, V value) {
    /** Number of characters. */
    public int length() {
      return text.length();
    }
  }

  private static final class Node<V> {
    private final Map<Character, Node<V>> next = new HashMap<>(4);
    private Word<V> word;
  }

  /** Adds a word unless it is there. */
  public void putIfAbsent(String word, V value) {
    if (word.isEmpty()) {
      throw new IllegalArgumentException("empty word");
    }
    Node<V> f = forwards;
    Node<V> b = backwards;
    for (int i = 0; i < word.length(); i++) {
      f = f.next.computeIfAbsent(lower(word.charAt(i)), c -> new Node<>());
      b = b.next.computeIfAbsent(lower(word.charAt(word.length() - 1 - i)), c -> new Node<>());
    }
    if (f.word == null) {
      f.word = new Word<>(word, value);
      b.word = f.word;
    }
  }

  /** The longest word that starts at {@code from} and ends at or before {@code to}, or null. */
  public Word<V> startingAt(CharSequence text, int from, int to) {
    Node<V> node = forwards;
    Word<V> best = null;
    for (int i = from; i < to; i++) {
      node = node.next.get(lower(text.charAt(i)));
      if (node == null) {
        break;
      }
      if (node.word != null) {
        best = node.word;
      }
    }
    return best;
  }

  /** The longest word that ends at {@code to} and starts at or after {@code from}, or null. */
  public Word<V> endingAt(CharSequence text, int from, int to) {
    Node<V> node = backwards;
    Word<V> best = null;
    for (int i = to - 1; i >= from; i--) {
      node = node.next.get(lower(text.charAt(i)));
      if (node == null) {
        break;
      }
      if (node.word != null) {
        best = node.word;
      }
    }
    return best;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /** Whether the stretch of text is exactly one of the words. */
  public boolean isWord(CharSequence text, int from, int to) {
    Word<V> word = startingAt(text, from, to);
    return word != null && word.length() == to - from;
  }
}
