package io.duibiao.streaming.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.JobOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticsearchConnectionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:9200",
        "ftp://localhost:9200",
        "http://",
        "http://a b",
        "http://h/path"
      })
  void anAddressThatIsNoneIsNamed(String host) {
    assertThatThrownBy(
            () -> ElasticsearchConnection.of(JobOptions.of(Map.of("elasticsearch.hosts", host))))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith(
            "option elasticsearch.hosts can not hold '" + host + "', allowed: ");
  }

  @Test
  void credentialsInAnAddressAreNotShown() {
    assertThatThrownBy(
            () ->
                ElasticsearchConnection.of(
                    JobOptions.of(Map.of("elasticsearch.hosts", "http://me:s3cret@h:9200"))))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void severalHostsAreNamedInMessages() {
    assertThat(
            ElasticsearchConnection.of(
                    JobOptions.of(
                        Map.of(
                            "elasticsearch.hosts",
                            "http://a:9200,https://b:9243",
                            "elasticsearch.username",
                            "me",
                            "elasticsearch.password",
                            "s3cret")))
                .toString())
        .isEqualTo("http://a:9200, https://b:9243");
  }

  @Test
  void aMissingSecretFileIsNamed() {
    ElasticsearchConnection connection =
        ElasticsearchConnection.of(
            JobOptions.of(Map.of("elasticsearch.api-key-file", "/nowhere/key")));
    assertThatThrownBy(connection::openRestClient)
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("option elasticsearch.api-key-file: the file '/nowhere/key' can not be read");
  }

  @Test
  void aFileWithoutCertificatesIsNamed(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("ca.pem"), "nothing");
    ElasticsearchConnection connection =
        ElasticsearchConnection.of(JobOptions.of(Map.of("elasticsearch.ca-file", file.toString())));
    assertThatThrownBy(connection::openRestClient)
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("option elasticsearch.ca-file")
        .hasMessageContaining("no PEM certificates");
  }
}
