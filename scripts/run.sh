#!/bin/sh
# Opens the app; where there is no display, the app shows its work in files instead. Usage: run.sh APP
set -eu
app=$1

if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then exec "$app"; fi

echo "There is no display here, so the tour runs on a virtual one. It writes:"
rm -rf out
"$app" --tour out
