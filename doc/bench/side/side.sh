#!/bin/sh
# Side by side: recoupe, fr-compromise and wink-nlp on the same sentences, one after
# the other. Wants Node and npm; installs into the folder given.
#
#	sh doc/bench/side/side.sh /tmp/side
set -e
dir=${1:?say where to install the npm packages}
mkdir -p "$dir"
(cd "$dir" && npm install --no-fund --no-audit fr-compromise@0.2.8 wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1 >/dev/null)
node doc/bench/side/side.mjs "$dir/node_modules"
go test ./lang -count 1 -run 'TestNames$' -v | grep apart
go test ./lang -run xxx -bench 'Side' -cpu 1 -benchtime 2s | grep words/cpu-s
