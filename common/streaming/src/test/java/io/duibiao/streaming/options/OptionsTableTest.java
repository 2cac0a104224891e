package io.duibiao.streaming.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.streaming.options.internal.OptionsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The documentation of the options follows from their declarations. */
class OptionsTableTest {
  private static final Path DOCUMENTATION = Path.of("OPTIONS.md");

  @Test
  void theDocumentationIsUpToDate() throws Exception {
    String table = OptionsTable.markdown();
    if (Boolean.getBoolean("duibiao.update-documentation")) {
      String text = Files.readString(DOCUMENTATION);
      int start = text.indexOf("| option |");
      Files.writeString(DOCUMENTATION, text.substring(0, start) + table);
    }
    assertThat(Files.readString(DOCUMENTATION))
        .as(
            "update it with mvn -pl common/streaming -am test -Dtest=OptionsTableTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dduibiao.update-documentation=true")
        .endsWith(table);
  }
}
