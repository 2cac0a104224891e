package io.duibiao.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a tree of its own, with a java and a mvn that only tell what they do. */
@Timeout(60)
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "dirname",
          "find",
          "grep",
          "head",
          "ls",
          "mkdir",
          "mv",
          "pwd",
          "readlink",
          "rm",
          "sed",
          "sh",
          "touch");

  @TempDir Path directory;

  private Path root;
  private Path tools;

  @BeforeEach
  void plant() throws IOException {
    root = Files.createDirectories(directory.resolve("a tree"));
    for (String module : List.of("common/core", "jobs/local")) {
      Files.createDirectories(root.resolve(module + "/src/main/java"));
      Files.writeString(root.resolve(module + "/pom.xml"), "<project/>");
      Files.writeString(root.resolve(module + "/src/main/java/A.java"), "class A {}");
    }
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.copy(projectRoot().resolve("duibiao"), root.resolve("duibiao"));
    root.resolve("duibiao").toFile().setExecutable(true);
    tools = Files.createDirectories(directory.resolve("bin"));
    for (String tool : TOOLS) {
      script(tool, "exec '" + find(tool) + "' \"$@\"");
    }
    script(
        "java",
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"17.0.1\" 2021-10-19' >&2; exit; fi",
        "echo \"in $(pwd)\"",
        "for argument in \"$@\"; do echo \"<$argument>\"; done");
    script(
        "mvn",
        "echo built >> '" + directory + "/builds'",
        "mkdir -p '" + root + "/jobs/local/target'",
        "echo jar > '" + root + "/jobs/local/target/duibiao.jar'");
    everythingIsOld();
  }

  @Test
  void buildsOnFirstUseAndNotAgain() throws Exception {
    Answer first = launch(directory, root.resolve("duibiao").toString(), "status");
    Answer second = launch(directory, root.resolve("duibiao").toString(), "status");

    assertThat(first.exitCode()).isZero();
    assertThat(first.errors()).hasLineCount(1).contains("building for the first time");
    assertThat(second.errors()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void handsOverArgumentsInTheDirectoryOfTheUser() throws Exception {
    Path elsewhere = Files.createDirectories(directory.resolve("else where"));
    Answer answer = launch(elsewhere, "../a tree/duibiao", "extract", "a b.txt", "", "*", "报告.txt");

    assertThat(answer.output())
        .contains("in " + elsewhere)
        .contains("<-jar>\n<" + root.resolve("jobs/local/target/duibiao.jar") + ">")
        .endsWith("<extract>\n<a b.txt>\n<>\n<*>\n<报告.txt>\n");
  }

  @Test
  void worksThroughLinks() throws Exception {
    Path elsewhere = Files.createDirectories(directory.resolve("links"));
    Files.createSymbolicLink(elsewhere.resolve("one"), Path.of("../a tree/duibiao"));
    Files.createSymbolicLink(directory.resolve("two"), elsewhere.resolve("one"));

    Answer answer = launch(directory, directory.resolve("two").toString(), "status");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.output()).contains(root.resolve("jobs/local/target/duibiao.jar").toString());
  }

  @Test
  void buildsAfterAChange() throws Exception {
    launch(directory, root.resolve("duibiao").toString());
    later(root.resolve("common/core/src/main/java/A.java"));
    Answer changed = launch(directory, root.resolve("duibiao").toString());
    assertThat(changed.errors()).contains("the sources have changed");
    assertThat(builds()).isEqualTo(2);

    everythingIsOld();
    Files.delete(root.resolve("jobs/local/src/main/java/A.java"));
    later(root.resolve("jobs/local/src/main/java"));
    launch(directory, root.resolve("duibiao").toString());
    assertThat(builds()).isEqualTo(3);

    everythingIsOld();
    Files.delete(root.resolve("jobs/local/target/duibiao.jar"));
    launch(directory, root.resolve("duibiao").toString());
    assertThat(builds()).isEqualTo(4);
  }

  @Test
  void tellsThatTheBuildFailed() throws Exception {
    script("mvn", "echo '[ERROR] A.java:[1,1] class expected'; exit 1");
    Answer answer = launch(directory, root.resolve("duibiao").toString());

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.output()).isEmpty();
    assertThat(answer.errors())
        .contains("class expected")
        .contains("duibiao: the build failed; its log is " + root.resolve("target/build.log"));
    assertThat(root.resolve("target/build.log")).content().contains("class expected");
  }

  @Test
  void buildsAgainAfterAFailedBuild() throws Exception {
    launch(directory, root.resolve("duibiao").toString());
    later(root.resolve("pom.xml"));
    script("mvn", "exit 1");
    assertThat(launch(directory, root.resolve("duibiao").toString()).exitCode()).isEqualTo(1);
    assertThat(launch(directory, root.resolve("duibiao").toString()).exitCode()).isEqualTo(1);
  }

  @Test
  void tellsWhatIsMissing() throws Exception {
    Files.delete(tools.resolve("mvn"));
    assertThat(launch(directory, root.resolve("duibiao").toString()).errors())
        .contains("mvn is missing: install Maven 3.8");

    Files.delete(tools.resolve("java"));
    Answer noJava = launch(directory, root.resolve("duibiao").toString());
    assertThat(noJava.exitCode()).isEqualTo(1);
    assertThat(noJava.errors()).isEqualTo("duibiao: java is missing: install a JDK 17 or later\n");
  }

  @Test
  void tellsThatJavaIsTooOld() throws Exception {
    for (String version : List.of("1.8.0_402", "11.0.22", "16")) {
      script("java", "echo 'java version \"" + version + "\"' >&2");
      Answer answer = launch(directory, root.resolve("duibiao").toString());
      assertThat(answer.exitCode()).isEqualTo(1);
      assertThat(answer.errors()).contains("a JDK 17 or later is needed");
    }
    script("java", "echo 'openjdk version \"25\" 2025-09-16' >&2");
    assertThat(launch(directory, root.resolve("duibiao").toString()).exitCode()).isZero();
  }

  @Test
  void prefersTheJavaThatTheUserNames() throws Exception {
    Path home = Files.createDirectories(directory.resolve("jdk/bin")).getParent();
    Files.copy(tools.resolve("java"), home.resolve("bin/java"));
    home.resolve("bin/java").toFile().setExecutable(true);
    script("java", "echo 'openjdk version \"11\"' >&2");

    assertThat(launch(directory, List.of("JAVA_HOME=" + home), "a tree/duibiao").exitCode())
        .isZero();
    assertThat(launch(directory, List.of("JAVA_HOME=/nowhere"), "a tree/duibiao").errors())
        .contains("JAVA_HOME is /nowhere");
  }

  private record Answer(int exitCode, String output, String errors) {}

  private Answer launch(Path from, String... command) throws Exception {
    return launch(from, List.of(), command);
  }

  private Answer launch(Path from, List<String> environment, String... command) throws Exception {
    Path output = directory.resolve("output");
    Path errors = directory.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(from.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.command().set(0, from.resolve(command[0]).toString());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    for (String variable : environment) {
      String[] parts = variable.split("=", 2);
      builder.environment().put(parts[0], parts[1]);
    }
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Answer(
        process.exitValue(),
        Files.readString(output, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8));
  }

  private long builds() throws IOException {
    return Files.readAllLines(directory.resolve("builds")).size();
  }

  private void script(String name, String... lines) throws IOException {
    List<String> content = new ArrayList<>(List.of("#!/bin/sh"));
    content.addAll(List.of(lines));
    Path file = Files.write(tools.resolve(name), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }

  /** As in a tree that was checked out some time ago; what is built is newer. */
  private void everythingIsOld() throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.toList()) {
        if (!file.toString().contains("target")) {
          Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        }
      }
    }
  }

  private static Path find(String tool) {
    for (String folder : System.getenv("PATH").split(":")) {
      Path candidate = Path.of(folder, tool);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    assumeTrue(false, "this machine has no " + tool + ", which the launcher needs");
    throw new IllegalStateException();
  }

  private static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
