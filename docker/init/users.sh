#!/usr/bin/env bash
# Sets Kibana's password and makes the role and the user of the jobs; safe to run again. Passwords come from the environment
# and reach curl and Elasticsearch through pipes, never through a command line.
#   ELASTICSEARCH_URL, ELASTIC_PASSWORD, KIBANA_SYSTEM_PASSWORD, DUIBIAO_PASSWORD; CA_FILE for https with an authority of one's own
set -euo pipefail

: "${ELASTICSEARCH_URL:?}" "${ELASTIC_PASSWORD:?}" "${KIBANA_SYSTEM_PASSWORD:?}" "${DUIBIAO_PASSWORD:?}"
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly here

for name in ELASTIC_PASSWORD KIBANA_SYSTEM_PASSWORD DUIBIAO_PASSWORD; do
  if [[ ! ${!name} =~ ^[A-Za-z0-9]{6,}$ ]]; then
    echo "users.sh: $name must have at least 6 characters, letters and digits only" >&2
    exit 2
  fi
done

# call METHOD PATH, the body on standard input.
call() {
  local status
  local options=(--silent --show-error --request "$1" --header 'Content-Type: application/json'
    --data-binary @- --output "$answer" --write-out '%{http_code}')
  if [[ -n ${CA_FILE:-} ]]; then
    options+=(--cacert "$CA_FILE")
  fi
  if ! status=$(curl "${options[@]}" --config <(printf 'user = "elastic:%s"\n' "$ELASTIC_PASSWORD") \
    "$ELASTICSEARCH_URL$2"); then
    echo "users.sh: Elasticsearch at $ELASTICSEARCH_URL does not answer" >&2
    return 1
  fi
  if [[ $status != 2* ]]; then
    echo "users.sh: $1 $2: Elasticsearch answers $status" >&2
    if [[ $status == 401 ]]; then
      echo "users.sh: is ELASTIC_PASSWORD the one that its data was first started with?" >&2
    else
      head -c 1000 "$answer" >&2
      echo >&2
    fi
    return 1
  fi
}

answer=$(mktemp)
trap 'rm -f -- "$answer"' EXIT

printf '{"password":"%s"}' "$KIBANA_SYSTEM_PASSWORD" | call POST /_security/user/kibana_system/_password
call PUT /_security/role/duibiao_jobs <"$here/duibiao-role.json"
printf '{"password":"%s","roles":["duibiao_jobs"],"full_name":"Duibiao jobs"}' "$DUIBIAO_PASSWORD" |
  call PUT /_security/user/duibiao
echo 'users.sh: kibana_system and duibiao are set up'
