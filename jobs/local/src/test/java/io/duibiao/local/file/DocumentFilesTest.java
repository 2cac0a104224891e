package io.duibiao.local.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.core.document.Document;
import io.duibiao.local.file.DocumentFile.Readable;
import io.duibiao.local.file.DocumentFile.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentFilesTest {
  private static final int LIMIT = 4096;
  private static final String TEXT = "青石镇2023年工作总结。全年完成工业投资5.19亿元，同比增长6%，新增就业1200人。";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"UTF-8", "GBK", "GB18030", "UTF-16LE"})
  void readsTextOfAnyCharset(String charset) throws Exception {
    byte[] bytes = TEXT.getBytes(Charset.forName(charset));
    if (charset.startsWith("UTF-16")) {
      bytes = ("\uFEFF" + TEXT).getBytes(Charset.forName(charset));
    }
    Path file = Files.write(directory.resolve("a.txt"), bytes);

    assertThat(document(file).content()).isEqualTo(TEXT);
  }

  @Test
  void readsTraditionalTextInBig5() throws Exception {
    String text = "青石鎮二零二三年工作總結，全年完成工業投資五億元，較上年增長百分之六。";
    Path file = Files.write(directory.resolve("a.txt"), text.getBytes(Charset.forName("Big5")));

    assertThat(document(file).content()).isEqualTo(text);
  }

  @Test
  void identifiesByPathAsGiven() throws Exception {
    Path file = write("b/../a.txt", TEXT);

    assertThat(document(file).id()).isEqualTo(directory.resolve("a.txt").toString());
    assertThat(document(file).retrievedAt()).isNull();
  }

  @Test
  void identifiesByCanonicalLink() throws Exception {
    Path file =
        write(
            "a.html",
            "<html><head><LINK REL='Canonical' href=' https://www.example.gov.cn/a/1.html '></head>"
                + "<body>"
                + TEXT
                + "</body></html>");

    Document document = document(file);
    assertThat(document.id()).isEqualTo("https://www.example.gov.cn/a/1.html");
    assertThat(document.url()).isEqualTo("https://www.example.gov.cn/a/1.html");
    assertThat(document.contentType()).isEqualTo("text/html");
  }

  @ParameterizedTest
  @CsvSource({"/a/1.html", "javascript:alert(1)", "ftp://example.org/a"})
  void takesNoOtherLinkForCanonical(String href) throws Exception {
    Path file = write("a.html", "<link rel=canonical href='" + href + "'>" + TEXT);

    assertThat(document(file).id()).isEqualTo(file.toString());
  }

  @Test
  void givenIdGoesFirst() throws Exception {
    Path file = write("a.html", "<link rel=canonical href='https://example.org/1'>" + TEXT);

    List<DocumentFile> read = read(Optional.of("mine"), "", file.toString());

    assertThat(((Readable) read.get(0)).document().id()).isEqualTo("mine");
  }

  @Test
  void readsDirectoriesInTheOrderOfNames() throws Exception {
    write("2021/b.txt", TEXT);
    write("2021/a.txt", TEXT);
    write("2020.txt", TEXT);
    write(".hidden.txt", TEXT);
    write("2021/.git/c.txt", TEXT);

    assertThat(read(directory.toString()))
        .extracting(file -> directory.relativize(Path.of(file.source())).toString())
        .containsExactly("2020.txt", "2021/a.txt", "2021/b.txt");
  }

  @Test
  void followsLinksButNotInCircles() throws Exception {
    write("a.txt", TEXT);
    Files.createSymbolicLink(directory.resolve("loop"), directory);

    List<DocumentFile> read = read(directory.toString());

    assertThat(read).filteredOn(file -> file instanceof Readable).hasSize(1);
    assertThat(read).filteredOn(file -> file instanceof Unreadable).hasSize(1);
  }

  @Test
  void tellsOfEachFileWhyItIsNotRead() throws Exception {
    write("1.doc", "x");
    Files.write(directory.resolve("2.txt"), "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII));
    Files.write(directory.resolve("3.txt"), new byte[] {'P', 'K', 3, 4, 0, 0, 0});
    Files.write(directory.resolve("4.txt"), new byte[200]);
    write("5.txt", " \n ");
    write("6.txt", "字".repeat(LIMIT));
    write("7.txt", TEXT);

    assertThat(read(directory.toString(), directory.resolve("8.txt").toString()))
        .extracting(file -> file instanceof Unreadable unreadable ? unreadable.reason() : "read")
        .containsExactly(
            "is not .txt, .html, .htm or .json",
            "is a PDF, not text",
            "is a ZIP archive or an Office document, not text",
            "is binary, not text",
            "is empty",
            "is larger than 4 kB",
            "read",
            "there is no such file");
  }

  @Test
  void readsOneRecord() throws Exception {
    Path file =
        write(
            "a.json",
            "{\n \"id\": \"x\",\n \"content\": \"y\",\n \"retrievedAt\": \"2024-01-31\"\n}\n");

    Document document = document(file);
    assertThat(document.id()).isEqualTo("x");
    assertThat(document.retrievedAt()).isEqualTo(Instant.parse("2024-01-30T16:00:00Z"));
  }

  @Test
  void readsArraysAndLinesOfRecords() throws Exception {
    Path array =
        write("a.json", "[{\"id\":\"1\",\"content\":\"x\"}, {\"id\":\"2\",\"content\":\"y\"}]");
    Path lines =
        write("b.json", "{\"id\":\"3\",\"content\":\"x\"}\n\n{\"id\":\"4\",\"content\":\"y\"}");

    assertThat(read(array.toString(), lines.toString()))
        .extracting(file -> ((Readable) file).document().id())
        .containsExactly("1", "2", "3", "4");
  }

  @Test
  void goesOnAfterABadLine() throws Exception {
    Path file =
        write(
            "a.json",
            "{\"id\":\"1\",\"content\":\"x\"}\n"
                + "{\"id\": oops}\n"
                + "{\"content\":\"x\"}\n"
                + "[1]\n"
                + "{\"id\":\"5\",\"content\":\"x\",\"retrievedAt\":\"soon\"}\n"
                + "{\"id\":\"6\",\"content\":\"x\"}\n");

    List<DocumentFile> read = read(file.toString());

    assertThat(read).filteredOn(f -> f instanceof Readable).hasSize(2);
    assertThat(read)
        .filteredOn(f -> f instanceof Unreadable)
        .extracting(f -> ((Unreadable) f).reason())
        .hasSize(4)
        .anyMatch(reason -> reason.contains("is no JSON at line 2"))
        .anyMatch(reason -> reason.contains("id"))
        .anyMatch(reason -> reason.contains("retrievedAt"));
  }

  @Test
  void goesOnAfterAnyNumberOfBadLines() throws Exception {
    Path file = write("a.json", "oops\n".repeat(30_000) + "{\"id\":\"1\",\"content\":\"x\"}\n");

    List<DocumentFile> read = read(file.toString());

    assertThat(read).hasSize(30_001);
    assertThat(((Unreadable) read.get(29_999)).reason()).isEqualTo("is no JSON at line 30000");
    assertThat(((Readable) read.get(30_000)).document().id()).isEqualTo("1");
  }

  @Test
  void tellsWhatItDoesNotRead() throws Exception {
    String record = "{\"id\":\"1\",\"content\":\"x\"}";
    Path arrays = write("a.json", "[" + record + "]\n[" + record + "]\n");
    Path number = write("b.json", "{\"id\":\"2\",\"content\":\"x\",\"n\":1e99999}\n" + record);

    assertThat(read(arrays.toString(), number.toString()))
        .extracting(file -> file instanceof Unreadable unreadable ? unreadable.reason() : "read")
        .containsExactly(
            "read",
            "has more behind its array; the rest is not read",
            "holds a number that can not be written",
            "read");
  }

  @Test
  void readsStandardInput() throws Exception {
    List<DocumentFile> text = read(Optional.of("x"), TEXT, "-");
    List<DocumentFile> record = read(Optional.empty(), " {\"id\":\"1\",\"content\":\"x\"}", "-");
    List<DocumentFile> nameless = read(Optional.empty(), TEXT, "-");

    assertThat(((Readable) text.get(0)).document().id()).isEqualTo("x");
    assertThat(((Readable) record.get(0)).document().id()).isEqualTo("1");
    assertThat(((Unreadable) nameless.get(0)).reason()).contains("--id");
  }

  private Document document(Path file) throws Exception {
    List<DocumentFile> read = read(file.toString());
    assertThat(read).hasSize(1).first().isInstanceOf(Readable.class);
    return ((Readable) read.get(0)).document();
  }

  private List<DocumentFile> read(String... paths) throws Exception {
    return read(Optional.empty(), "", paths);
  }

  private static List<DocumentFile> read(Optional<String> id, String input, String... paths)
      throws Exception {
    List<DocumentFile> read = new ArrayList<>();
    new DocumentFiles(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), LIMIT, id)
        .read(List.of(paths), read::add);
    return read;
  }

  private Path write(String name, String content) throws IOException {
    Path file = directory.resolve(name).normalize();
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
