package io.duibiao.local.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.reindex.ReindexPlugin;
import org.elasticsearch.transport.Netty4Plugin;

/**
 * One Elasticsearch node; its properties are Elasticsearch's own settings. It has two plugins, for
 * HTTP and for rebuilding an index from another.
 */
final class ElasticsearchService implements Service {
  private static final long STOP_SECONDS = 15;

  private final Properties properties;
  private final CountDownLatch never = new CountDownLatch(1);
  private Node node;

  ElasticsearchService(Properties properties) {
    this.properties = properties;
  }

  @Override
  public void start() throws Exception {
    Settings.Builder settings = Settings.builder();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    Path home = Path.of(properties.getProperty("path.home"));
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings.build(), Map.of(), home.resolve("config"), () -> "duibiao");
    node = new PluginNode(environment);
    node.start();
    // A restarted node answers before its shards are open; whoever asks then would see nothing.
    node.client()
        .admin()
        .cluster()
        .prepareHealth()
        .setWaitForYellowStatus()
        .setTimeout("60s")
        .get();
  }

  @Override
  public void await() throws InterruptedException {
    never.await();
  }

  @Override
  public void stop() throws Exception {
    if (node != null) {
      node.close();
      node.awaitClose(STOP_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** The constructor that takes plugins from the class path is protected. */
  private static final class PluginNode extends Node {
    private static final List<Class<? extends Plugin>> PLUGINS =
        List.of(Netty4Plugin.class, ReindexPlugin.class);

    PluginNode(Environment environment) {
      super(environment, PLUGINS, false);
    }
  }
}
