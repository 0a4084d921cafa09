#!/bin/sh
# Times side by side: recoupe, chrono-node and go-dateparser on the same French
# text, one after the other. Wants Node and npm; installs into the folder given.
#
#	sh doc/bench/side/times.sh /tmp/times
set -e
dir=${1:?say where to install chrono-node}
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
(cd "$dir" && npm install --no-fund --no-audit chrono-node@2.10.3 >/dev/null)
RECOUPE_SIDE=$dir go test ./eval -count 1 -run SideTimes >/dev/null
TZ=UTC node doc/bench/side/times.mjs "$dir/node_modules" "$dir"
(cd doc/bench/side/dateparser && GOMAXPROCS=1 go run . "$dir")
RECOUPE_SIDE=$dir go test ./eval -count 1 -cpu 1 -run SideTimes -v | grep -E 'recoupe|chrono|dateparser'
