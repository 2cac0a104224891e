package io.duibiao.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class JobLauncherTest {
  @Test
  void theEnvironmentFollowsTheOptionsAndFixesTheKeyGroups() {
    JobOptions options = JobOptions.defaults().with(ProcessingOptions.PARALLELISM, "3");
    StreamExecutionEnvironment env =
        JobLauncher.environment(
            options, (e, o) -> {}, StreamExecutionEnvironment::getExecutionEnvironment);
    assertThat(env.getParallelism()).isEqualTo(3);
    assertThat(env.getMaxParallelism()).isEqualTo(JobLauncher.MAX_PARALLELISM);
    assertThat(env.getConfiguration().get(PipelineOptions.GENERIC_TYPES)).isFalse();
    assertThat(env.getConfiguration().get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
  }

  @Test
  void aBadOptionIsOneLineAndDoesNotEndTheClusterThatRunsTheMainMethod() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    FutureTask<Void> main =
        new FutureTask<>(
            () -> {
              JobLauncher.main("a-job", new String[] {"--parallelism", "many"}, (e, o) -> {});
              return null;
            });
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      Thread thread = new Thread(main, "a cluster's own");
      thread.start();
      thread.join(30_000);
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("a-job: ")
        .contains("parallelism")
        .contains("many");
    assertThatThrownBy(() -> main.get(1, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InvalidOptionException.class);
  }
}
