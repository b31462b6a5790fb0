#!/bin/sh
# Installs the system packages that are missing. Usage: system-packages.sh build [test]
set -eu

build_packages="build-essential pkg-config libwebkit2gtk-4.1-dev libclang-dev"
# The tour of `make run` needs a virtual display and a session bus where there is none.
display_packages="xvfb xauth dbus imagemagick"
test_packages="webkit2gtk-driver xclip xdotool iproute2 libreoffice-calc python3-openpyxl"

wanted="$build_packages"
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then wanted="$wanted $display_packages"; fi
case " $* " in *" test "*) wanted="$build_packages $display_packages $test_packages" ;; esac

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

case "$(uname -s)" in
Linux) ;;
Darwin)
    xcode-select -p >/dev/null 2>&1 ||
        stop "Trilane needs Apple's command line tools. Install them with: xcode-select --install"
    case " $* " in *" test "*) stop "The journeys run on Linux. On macOS use: make lint; cargo test --workspace" ;; esac
    exit 0
    ;;
*)
    echo "On Windows, Trilane needs the Visual Studio C++ build tools, LLVM (for libclang) and the WebView2 runtime." >&2
    case " $* " in *" test "*) stop "The journeys run on Linux. On Windows use: cargo test --workspace" ;; esac
    exit 0
    ;;
esac

if ! command -v apt-get >/dev/null; then
    if pkg-config --exists webkit2gtk-4.1 2>/dev/null; then exit 0; fi
    stop "Trilane needs these packages, and only Debian and Ubuntu are installed for you:" \
        "  Fedora: dnf install webkit2gtk4.1-devel clang-devel gcc gcc-c++ make pkgconf" \
        "  Arch:   pacman -S webkit2gtk-4.1 clang base-devel pkgconf" \
        "Then run make again."
fi

is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=""
for package in $wanted; do
    is_installed "$package" || missing="$missing $package"
done
if [ -z "$missing" ]; then exit 0; fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop "These system packages are missing; install them as root:" "  apt-get install$missing"
    as_root=sudo
fi

echo "These system packages are missing and will now be installed:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
install_missing() { $as_root apt-get install --yes --no-install-recommends $missing </dev/null; }
# The package lists may be absent or old: refresh them when the first try fails.
install_missing || { $as_root apt-get update && install_missing; }
