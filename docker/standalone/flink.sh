#!/usr/bin/env bash
# A standalone Flink cluster without Flink's distribution: its processes, started from the artifacts on Maven Central.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: flink.sh install                       fetch Flink from Maven Central, once
       flink.sh jobmanager  [-D KEY=VALUE …]  run a JobManager that takes jobs
       flink.sh taskmanager [-D KEY=VALUE …]  run a TaskManager
       flink.sh client COMMAND …              Flink's own command line: run, list, stop, savepoint …

Every process runs in the foreground and writes its log to standard output.
  FLINK_CONF_DIR   directory of config.yaml (default: docker/flink)
  FLINK_LIB_DIR    directory of Flink's jars (default: docker/standalone/target/lib)
  FLINK_JVM_OPTS   more options for the JVM, separated by spaces
TEXT
}

fail() {
  printf 'flink.sh: %s\n' "$1" >&2
  exit "${2:-1}"
}

here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly conf=${FLINK_CONF_DIR:-$here/../flink}
readonly lib=${FLINK_LIB_DIR:-$here/target/lib}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
read -r -a jvm_options <<<"${FLINK_JVM_OPTS:-}"

# Flink looks into these packages by reflection; the configuration of its distribution opens them in the same way.
for package in lang lang.reflect net io nio text time util util.concurrent util.concurrent.atomic util.concurrent.locks; do
  jvm_options+=("--add-opens=java.base/java.$package=ALL-UNNAMED")
done

install() {
  if [[ -f $lib/.complete ]]; then
    return
  fi
  command -v mvn >/dev/null || fail "mvn is missing: install Maven 3.8 or later"
  mkdir -p "$lib"
  mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$lib" >&2 </dev/null
  touch "$lib/.complete"
}

# Replaces this shell, so that a signal to this process reaches Flink and nothing in between.
run() {
  exec "$java" "${jvm_options[@]}" -Dlog4j.configurationFile="$here/log4j2.properties" "$@"
}

# Flink sizes the JVM and the pools of a process from its configuration: two lines, options of the JVM and properties.
resources() {
  "$java" -Dlog4j.configurationFile="$here/log4j2.properties" -cp "$lib/*" \
    org.apache.flink.runtime.util.bash.BashJavaUtils "$1" --configDir "$conf" "${@:2}" |
    sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p'
}

jobmanager() {
  local sizes jvm properties
  sizes=$(resources GET_JM_RESOURCE_PARAMS "$@")
  {
    read -r -a jvm
    read -r -a properties
  } <<<"$sizes"
  run "${jvm[@]}" -cp "$lib/*" org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint \
    --configDir "$conf" "$@" "${properties[@]}"
}

taskmanager() {
  local sizes jvm properties
  sizes=$(resources GET_TM_RESOURCE_PARAMS "$@")
  {
    read -r -a jvm
    read -r -a properties
  } <<<"$sizes"
  run "${jvm[@]}" -cp "$lib/*" org.apache.flink.runtime.taskexecutor.TaskManagerRunner \
    --configDir "$conf" "$@" "${properties[@]}"
}

client() {
  FLINK_CONF_DIR=$conf FLINK_LIB_DIR=$lib \
    run -cp "$lib/*" org.apache.flink.client.cli.CliFrontend "$@"
}

case ${1:-} in
install)
  install
  ;;
jobmanager | taskmanager | client)
  install
  "$@"
  ;;
-h | --help | help)
  usage
  ;;
*)
  usage >&2
  exit 2
  ;;
esac
