package io.duibiao.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogSourceTest {
  private static final String TEA =
      "- {id: tea, name: 茶叶产量, group: 农业, dimension: mass, examples: [茶叶产量5万吨]}\n";

  @TempDir Path directory;

  @Test
  void theBundledCatalogIsUsedWhereNoneIsGiven() {
    assertThat(CatalogSource.of(JobOptions.defaults()).get()).isSameAs(IndicatorCatalog.bundled());
  }

  @Test
  void theFileTravelsWithTheJobGraph() throws Exception {
    Path file = Files.writeString(directory.resolve("c.yaml"), TEA);
    CatalogSource source = CatalogSource.of(options(file));
    Files.delete(file);

    IndicatorCatalog catalog = InstantiationUtil.clone(source).get();

    assertThat(catalog.all()).hasSize(1);
    assertThat(catalog.find("茶叶产量")).isPresent();
  }

  @Test
  void aBadFileIsRefusedBeforeTheJobStarts() throws Exception {
    Path missing = directory.resolve("missing.yaml");
    assertThatThrownBy(() -> CatalogSource.of(options(missing)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("option catalog.file can not be '" + missing + "': there is no such file");
    Path bad = Files.writeString(directory.resolve("bad.yaml"), TEA + TEA);
    assertThatThrownBy(() -> CatalogSource.of(options(bad)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("line 2: the id 'tea' is already that of line 1")
        .hasMessageContaining("2 problems");
  }

  private static JobOptions options(Path file) {
    return JobOptions.defaults().with(ProcessingOptions.CATALOG_FILE, file.toString());
  }
}
