#!/usr/bin/env bash
# Imports the data views, searches, panels and dashboards into Kibana. Safe to repeat: what is there under the same id
# is replaced by the same.
#
#   KIBANA_URL             where Kibana is, with its base path if it has one (http://localhost:5601)
#   KIBANA_SPACE           the space to import into (the default space)
#   KIBANA_USERNAME        with KIBANA_PASSWORD_FILE or KIBANA_PASSWORD: basic authentication
#   KIBANA_API_KEY_FILE    or KIBANA_API_KEY: an API key instead
#   KIBANA_CA_FILE         the certificate of the authority that signed Kibana's, as PEM
#   KIBANA_TIMEOUT         how many seconds to wait until Kibana is available (300)
#   KIBANA_OBJECTS         the file to import (duibiao.ndjson beside this script)
#   KIBANA_LENIENT_FILTERS false leaves Kibana's setting courier:ignoreFilterIfFieldNotInIndex as it is; otherwise it
#                          is switched on, so that a filter on a field that an index lacks does not empty its panels
#
# Exit codes: 0 done, 1 failed, 2 wrong usage.
set -euo pipefail

here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly here
url=${KIBANA_URL:-http://localhost:5601}
url=${url%/}
objects=${KIBANA_OBJECTS:-$here/duibiao.ndjson}
timeout=${KIBANA_TIMEOUT:-300}

fail() {
  printf 'import: %s\n' "$2" >&2
  exit "$1"
}

[[ $# -eq 0 ]] || fail 2 "takes no arguments; see the comment at its beginning for the environment variables"
[[ $url =~ ^https?://[^[:space:]\"\\]+$ ]] || fail 2 "KIBANA_URL must be an http or https address"
[[ $timeout =~ ^[0-9]+$ ]] || fail 2 "KIBANA_TIMEOUT must be a number of seconds"
[[ -r $objects ]] || fail 2 "$objects can not be read"
space=${KIBANA_SPACE:-}
[[ $space =~ ^[a-z0-9_-]*$ ]] || fail 2 "KIBANA_SPACE may hold a to z, 0 to 9, _ and - only"
[[ -z $space || $space == default ]] || url=$url/s/$space

secret() { # secret VARIABLE: its value, or the first line of the file that VARIABLE_FILE names
  local file_variable=$1_FILE
  local file=${!file_variable:-} value=${!1:-}
  if [[ -n $file ]]; then
    [[ -r $file ]] || fail 2 "$file_variable names $file, which can not be read"
    IFS= read -r value <"$file" || [[ -n $value ]] || fail 2 "$file, which $file_variable names, is empty"
  fi
  printf '%s' "$value"
}

# Written for curl's configuration, where \ and " are special. Never on a command line, where others see it.
quoted() {
  local value=${1//\\/\\\\}
  printf '"%s"' "${value//\"/\\\"}"
}

api_key=$(secret KIBANA_API_KEY)
password=$(secret KIBANA_PASSWORD)
username=${KIBANA_USERNAME:-}

configuration() {
  if [[ -n $api_key ]]; then
    printf 'header = %s\n' "$(quoted "Authorization: ApiKey $api_key")"
  elif [[ -n $username ]]; then
    printf 'user = %s\n' "$(quoted "$username:$password")"
  fi
  if [[ -n ${KIBANA_CA_FILE:-} ]]; then
    printf 'cacert = %s\n' "$(quoted "$KIBANA_CA_FILE")"
  fi
}

answer=$(mktemp)
trap 'rm -f -- "$answer"' EXIT

# Prints the HTTP status, 000 when there is no answer; the body goes to $answer.
request() {
  configuration | curl --silent --max-time 120 --config - --output "$answer" --write-out '%{http_code}' \
    --header 'kbn-xsrf: duibiao' "$@" || true
}

wait_until_available() {
  local deadline=$((SECONDS + timeout)) status
  while true; do
    status=$(request "$url/api/status")
    case $status in
      200)
        # Without a right to see more it says just this; a Kibana that still starts answers 503.
        grep -Eq '"level" *: *"(available|degraded)"' "$answer" && return
        ;;
      401 | 403) fail 1 "Kibana at $url refuses the credentials (status $status)" ;;
    esac
    ((SECONDS < deadline)) || fail 1 "Kibana at $url is not available after $timeout seconds (status $status)"
    sleep 2
  done
}

import_objects() {
  local status
  status=$(request --form "file=@$objects;filename=duibiao.ndjson;type=application/ndjson" \
    "$url/api/saved_objects/_import?overwrite=true")
  case $status in
    200) ;;
    401 | 403) fail 1 "Kibana at $url refuses the credentials (status $status)" ;;
    *) fail 1 "Kibana answers with status $status: $(head -c 2000 "$answer")" ;;
  esac
  grep -Eq '"success" *: *true' "$answer" || fail 1 "not everything was imported: $(head -c 2000 "$answer")"
  printf 'import: %s objects imported into %s\n' "$(grep -c . "$objects")" "$url"
}

ignore_filters_on_fields_that_an_index_lacks() {
  local status
  status=$(request --header 'content-type: application/json' \
    --data '{"changes":{"courier:ignoreFilterIfFieldNotInIndex":true}}' "$url/api/kibana/settings")
  [[ $status == 200 ]] || printf \
    'import: courier:ignoreFilterIfFieldNotInIndex can not be switched on (status %s); do it in Advanced Settings\n' \
    "$status" >&2
}

wait_until_available
import_objects
[[ ${KIBANA_LENIENT_FILTERS:-true} == false ]] || ignore_filters_on_fields_that_an_index_lacks
