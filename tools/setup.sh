#!/usr/bin/env bash
# Brings a bare Debian 12 to where `make run` or `make test` works; safe to repeat, quick the second time.
# Usage: tools/setup.sh run|test
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-run}
python=${PYTHON:-python3.11}

run_packages=(
    python3.11-venv python3.11-dev gcc libc6-dev libpcsclite-dev
    libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3 libglib2.0-0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
    libxcb-image0 libxcb-render-util0 libxcb-randr0 libxcb-xinerama0
    fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho fonts-noto-cjk
    tigervnc-standalone-server
)
test_packages=(pcscd vsmartcard-vpcd opensc zbar-tools iproute2 util-linux)

wanted=("${run_packages[@]}")
[ "$purpose" = test ] && wanted+=("${test_packages[@]}")

missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
    echo "setup: installing Debian packages: ${missing[*]}"
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || {
            echo "setup: these packages are missing and neither root nor sudo is here to install them: ${missing[*]}" >&2
            exit 1
        }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

stamp=$(cat constraints.txt pyproject.toml | sha256sum | cut -d' ' -f1)-$purpose
if [ "$(cat .venv/.made-from 2>/dev/null || true)" = "$stamp" ]; then
    exit 0
fi
# What was made for the tests serves a run too.
if [ "$purpose" = run ] && [ "$(cat .venv/.made-from 2>/dev/null || true)" = "${stamp%-run}-test" ]; then
    exit 0
fi

extras=panel,central
[ "$purpose" = test ] && extras=panel,central,dev
echo "setup: filling .venv with $extras"
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt setuptools
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation \
    -c constraints.txt -e ".[$extras]"
echo "$stamp" > .venv/.made-from
