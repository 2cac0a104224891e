package io.duibiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duibiao.streaming.job.JobLauncher;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.util.Collection;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class AssessmentJobTest {
  private static StreamGraph graph() {
    JobOptions options = JobOptions.defaults().with(ProcessingOptions.PARALLELISM, "3");
    return JobLauncher.environment(
            options, AssessmentJob::build, StreamExecutionEnvironment::getExecutionEnvironment)
        .getStreamGraph();
  }

  @Test
  void everyOperatorHasTheUidThatSavepointsKnowItBy() {
    StreamGraph graph = graph();
    assertThat(graph.getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .containsExactlyInAnyOrder(
            "read-catalog",
            "check-catalog",
            "read-statements",
            "parse-statements",
            "follow-publication-time",
            "route-statements",
            "match-names",
            "assess-series",
            "write-assessments",
            "Sink Committer: write-assessments",
            "write-alerts",
            "Sink Committer: write-alerts",
            "write-rejected-statements",
            "Sink Committer: write-rejected-statements",
            "index-assessments",
            "index-alerts");
    // Fails by itself where a uid is missing: generated ones are forbidden.
    assertThat(graph.getJobGraph().getNumberOfVertices()).isPositive();
  }

  @Test
  void theNumberOfKeyGroupsIsFixedAndParallelismFollowsTheOptions() {
    Collection<StreamNode> nodes = graph().getStreamNodes();
    assertThat(nodes)
        .allSatisfy(
            node -> assertThat(node.getMaxParallelism()).isEqualTo(JobLauncher.MAX_PARALLELISM));
    assertThat(nodes)
        .filteredOn(node -> "assess-series".equals(node.getTransformationUID()))
        .singleElement()
        .satisfies(node -> assertThat(node.getParallelism()).isEqualTo(3));
  }
}
