package io.duibiao.local.file;

import io.duibiao.core.document.DecodedText;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.DocumentDecoder;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads documents from files, directories and standard input, one at a time in the order of the
 * arguments; a directory is read with everything below it, in the order of the names. What can not
 * be read is reported in its place and never stops the others.
 */
public final class DocumentFiles {
  /** The name of standard input among the arguments. */
  public static final String STANDARD_INPUT = "-";

  private static final Set<String> TEXT = Set.of("txt");
  private static final Set<String> HTML = Set.of("html", "htm", "xhtml", "shtml");
  private static final Set<String> JSON = Set.of("json", "jsonl", "ndjson");
  private static final String ALLOWED = ".txt, .html, .htm or .json";

  private final InputStream standardInput;
  private final int maxBytes;
  private final Optional<String> id;

  /**
   * @param standardInput read where an argument is {@code -}
   * @param maxBytes the largest file, and the largest record of a JSON file
   * @param id the id of the one document that is read, empty to find it out
   */
  public DocumentFiles(InputStream standardInput, int maxBytes, Optional<String> id) {
    this.standardInput = standardInput;
    this.maxBytes = maxBytes;
    this.id = id;
  }

  /** Takes one document, or the reason why there is none. */
  public interface Visitor {
    /**
     * Takes it.
     *
     * @throws IOException ends the reading
     * @throws InterruptedException ends the reading
     */
    void visit(DocumentFile file) throws IOException, InterruptedException;
  }

  /**
   * Reads everything that the arguments name.
   *
   * @throws IOException only what the visitor throws
   */
  public void read(List<String> arguments, Visitor visitor)
      throws IOException, InterruptedException {
    for (String argument : arguments) {
      if (argument.equals(STANDARD_INPUT)) {
        readStandardInput(visitor);
      } else {
        readArgument(argument, visitor);
      }
    }
  }

  private void readArgument(String argument, Visitor visitor)
      throws IOException, InterruptedException {
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException problem) {
      // Java reads arguments in the charset of the locale.
      visitor.visit(
          new DocumentFile.Unreadable(argument, "is no name of a file in the locale's charset"));
      return;
    }
    readPath(path, visitor);
  }

  private void readPath(Path path, Visitor visitor) throws IOException, InterruptedException {
    if (!Files.isDirectory(path)) {
      readFile(path, visitor);
      return;
    }
    for (Path file : below(path, visitor)) {
      readFile(file, visitor);
    }
  }

  /** Every file below a directory but hidden ones, in the order of the names. */
  private List<Path> below(Path directory, Visitor visitor)
      throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    List<DocumentFile> problems = new ArrayList<>();
    collect(directory, files, problems, Set.of());
    for (DocumentFile problem : problems) {
      visitor.visit(problem);
    }
    return files;
  }

  /**
   * @param above the real paths of the directories that this one was reached through
   */
  private void collect(
      Path directory, List<Path> files, List<DocumentFile> problems, Set<Path> above) {
    Set<Path> through = new HashSet<>(above);
    try {
      if (!through.add(directory.toRealPath())) {
        problems.add(unreadable(directory, "leads back to a directory above it"));
        return;
      }
    } catch (IOException problem) {
      problems.add(unreadable(directory, describe(problem)));
      return;
    }
    List<Path> entries;
    try (Stream<Path> stream = Files.list(directory)) {
      entries =
          stream
              .filter(entry -> !entry.getFileName().toString().startsWith("."))
              .sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
              .toList();
    } catch (IOException problem) {
      problems.add(unreadable(directory, describe(problem)));
      return;
    }
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        collect(entry, files, problems, through);
      } else {
        files.add(entry);
      }
    }
  }

  private void readFile(Path path, Visitor visitor) throws IOException, InterruptedException {
    InputStream stream;
    try {
      stream = Files.newInputStream(path);
    } catch (IOException problem) {
      visitor.visit(unreadable(path, describe(problem)));
      return;
    }
    try (stream) {
      read(name(path), stream, visitor);
    }
  }

  /**
   * Reads what a file of the given name holds.
   *
   * @param name its path; says what it holds, and identifies it when nothing better does
   * @param stream its content, left open
   * @throws IOException only what the visitor throws
   */
  public void read(String name, InputStream stream, Visitor visitor)
      throws IOException, InterruptedException {
    String extension = extension(name);
    if (JSON.contains(extension)) {
      new DocumentRecordReader(name, maxBytes, id).read(stream, visitor);
      return;
    }
    if (!TEXT.contains(extension) && !HTML.contains(extension)) {
      visitor.visit(new DocumentFile.Unreadable(name, "is not " + ALLOWED));
      return;
    }
    byte[] bytes;
    try {
      bytes = stream.readNBytes(maxBytes + 1);
    } catch (IOException problem) {
      visitor.visit(new DocumentFile.Unreadable(name, describe(problem)));
      return;
    }
    visitor.visit(page(name, bytes, HTML.contains(extension) ? "text/html" : null, name));
  }

  /** What it holds is told by its first character, for it has no name. */
  private void readStandardInput(Visitor visitor) throws IOException, InterruptedException {
    BufferedInputStream stream = new BufferedInputStream(standardInput);
    int first = firstCharacter(stream);
    if (first == '{' || first == '[') {
      new DocumentRecordReader(STANDARD_INPUT, maxBytes, id).read(stream, visitor);
      return;
    }
    byte[] bytes = stream.readNBytes(maxBytes + 1);
    visitor.visit(page("standard input", bytes, null, null));
  }

  private static int firstCharacter(BufferedInputStream stream) throws IOException {
    int limit = 4096;
    stream.mark(limit);
    int c = stream.read();
    for (int i = 1; i < limit && c >= 0 && (Character.isWhitespace(c) || isMark(c)); i++) {
      c = stream.read();
    }
    stream.reset();
    return c;
  }

  private static boolean isMark(int c) {
    return c == 0xEF || c == 0xBB || c == 0xBF;
  }

  /**
   * One text or page.
   *
   * @param path what identifies it when nothing better does, or null
   */
  private DocumentFile page(String source, byte[] bytes, String contentType, String path) {
    if (bytes.length > maxBytes) {
      return new DocumentFile.Unreadable(source, tooLarge(maxBytes));
    }
    Optional<String> binary = BinaryContent.describe(bytes);
    if (binary.isPresent()) {
      return new DocumentFile.Unreadable(source, "is " + binary.get() + ", not text");
    }
    DecodedText decoded = DocumentDecoder.decode(bytes, contentType);
    if (decoded.text().isBlank()) {
      return new DocumentFile.Unreadable(source, "is empty");
    }
    Optional<String> canonical =
        id.isPresent() ? Optional.empty() : CanonicalLink.find(decoded.text());
    String known = id.or(() -> canonical).orElse(path);
    if (known == null) {
      return new DocumentFile.Unreadable(
          source, "names no canonical link to identify it; give it one with --id");
    }
    Document document =
        new Document(
            known,
            canonical.orElse(null),
            null,
            null,
            null,
            null,
            contentType,
            null,
            decoded.text());
    return new DocumentFile.Readable(source, document, decoded.charset());
  }

  static String tooLarge(int maxBytes) {
    int kilobytes = maxBytes / 1024;
    return "is larger than "
        + (kilobytes % 1024 == 0 ? kilobytes / 1024 + " MB" : kilobytes + " kB");
  }

  private static DocumentFile unreadable(Path path, String reason) {
    return new DocumentFile.Unreadable(name(path), reason);
  }

  /** The path as the user wrote it, with the separators of an address on every system. */
  private static String name(Path path) {
    return path.normalize().toString().replace(File.separatorChar, '/');
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= name.lastIndexOf('/') ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String describe(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = problem.getMessage();
    return "can not be read" + (message == null ? "" : ": " + message);
  }
}
