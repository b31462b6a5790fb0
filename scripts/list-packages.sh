#!/bin/sh
# Prints the packages that the bundler made, with their checksums.
set -eu
cd target/dist/bundle
find . -type f \( -name '*.deb' -o -name '*.dmg' -o -name '*-setup.exe' \) -exec sha256sum {} +
