#!/usr/bin/env bash
# Prints the missed targets of a region (a name, code or path).
# Input: the records of the topic assessments, one a line, with read_committed:
#   kafka-console-consumer.sh --bootstrap-server localhost:9092 --topic assessments \
#     --from-beginning --isolation-level read_committed --timeout-ms 10000 | examples/missed-targets.sh 云漪区
#   kcat -b localhost:9092 -t assessments -C -e -q -X isolation.level=read_committed | examples/missed-targets.sh 云漪区
#   ./duibiao tail assessments --no-follow | examples/missed-targets.sh 云漪区
set -euo pipefail
exec jq -nr --arg region "${1:?a region is missing}" '
  reduce (inputs | objects) as $a ({}; .[$a.id] = $a)
  | .[]
  | select(.status == "missed" and ([.region, .regionCode, .regionPath] | index($region)))
  | .explanation'
