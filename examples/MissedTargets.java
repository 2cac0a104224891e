import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Prints the missed targets of a region (a name, code or path), and then whatever changes. */
public class MissedTargets {
  public static void main(String[] args) throws Exception {
    String region = args[1];
    Map<String, Object> config =
        Map.of("bootstrap.servers", args[0], "isolation.level", "read_committed");
    ObjectMapper json = new ObjectMapper();
    Map<String, String> missed = new TreeMap<>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      var partitions = consumer.partitionsFor("assessments").stream()
          .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      boolean live = false;
      while (true) {
        for (var record : consumer.poll(Duration.ofMillis(500))) {
          var version = record.headers().lastHeader("schema-version");
          if (version == null || !new String(version.value()).startsWith("1.")) continue;
          JsonNode a = json.readTree(record.value() == null ? "{}" : record.value());
          boolean here = region.equals(a.path("region").asText())
              || region.equals(a.path("regionCode").asText())
              || region.equals(a.path("regionPath").asText());
          String text = here && a.path("status").asText().equals("missed")
              ? a.path("explanation").asText() : null;
          String before = text == null ? missed.remove(record.key()) : missed.put(record.key(), text);
          if (live && text != null && !text.equals(before)) System.out.println(text);
          if (live && text == null && before != null) System.out.println("no longer: " + before);
        }
        if (!live && partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p))) {
          missed.values().forEach(System.out::println);
          live = true;
        }
      }
    }
  }
}
