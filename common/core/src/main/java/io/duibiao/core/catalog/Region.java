package io.duibiao.core.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An administrative unit.
 *
 * @param code two to six levels of the official code without trailing zeros beyond GB/T 2260's six
 *     digits: 320000 (province), 320500 (prefecture), 320506 (county), 320506110 (township, GB/T
 *     10114), {@code 000000} for the nation, or {@code ~NAME} for one that the official list lacks
 * @param name its official name: 临湖镇
 * @param path names from province to itself joined by {@code /}: 江苏省/苏州市/吴中区/临湖镇
 */
public record Region(String code, String name, String path) {
  /** The whole country: the region of the national report. */
  public static final Region NATION = new Region("000000", "全国", "全国");

  /** Every component is needed. */
  public Region {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
  }

  /** A region that the official list lacks: it is known by its name only. */
  public static Region open(String name) {
    return new Region("~" + name, name, name);
  }

  /** Whether the official list lacks it. */
  public boolean isOpen() {
    return code.startsWith("~");
  }

  /**
   * A path and the paths of the regions above it, the widest first: 江苏省, 江苏省/苏州市, … So that whoever
   * looks for a city finds its districts and towns too.
   */
  public static List<String> paths(String path) {
    List<String> paths = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      paths.add(path.substring(0, slash));
    }
    paths.add(path);
    return List.copyOf(paths);
  }

  /** 0 nation, 1 province, 2 prefecture, 3 county, 4 township; 4 for an open region. */
  public int level() {
    if (isOpen() || code.length() > 6) {
      return 4;
    }
    if (code.equals(NATION.code)) {
      return 0;
    }
    if (code.endsWith("0000")) {
      return 1;
    }
    return code.endsWith("00") ? 2 : 3;
  }
}
