#!/bin/sh
# Opens the app; where there is no display, shows its work on a virtual one. Usage: run.sh APP
set -eu
app=$1

case "$(uname -s)" in
Linux) ;;
*) exec "$app" ;;
esac
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then exec "$app"; fi

echo "There is no display here, so the tour runs on a virtual one and writes into out/."
rm -rf out
mkdir -p out
xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24 -nolisten tcp" \
    dbus-run-session -- "$app" --tour out/
echo "The tour wrote:"
find "$PWD/out" -type f | sort
