#!/usr/bin/env bash
# Brings a bare Debian 12 to where `make run` or `make test` works; safe to repeat, quick the second time.
# Usage: tools/setup.sh run|test|trial
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-run}
python=${PYTHON:-python3.11}

run_packages=(
    # The virtual environment, and pyscard, which is compiled here.
    python3.11-venv python3.11-dev gcc swig libpcsclite-dev
    # Time zones: a due date is the library's own.
    tzdata
    # Qt on any platform, then on X, then on Wayland.
    libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3 libglib2.0-0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
    libwayland-client0 libwayland-cursor0 libwayland-egl1
    # The letters of screens and slips.
    fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho fonts-noto-cjk
    # A screen for a machine without one.
    tigervnc-standalone-server
)
test_packages=(
    # A real pcscd with a virtual reader, in a network of its own.
    pcscd vsmartcard-vpcd iproute2
    # Others' programs for the My Number card: they judge the virtual one.
    opensc
    # Lets a phone ring, and the phone that rings.
    baresip sip-tester
    # Reads bars and QR codes back from slips.
    zbar-tools
    # A browser for the staff's pages, and what drives it.
    chromium chromium-driver
    # A throw-away database for each run of the tests.
    postgresql-15
    # Tells a trial which processes a kiosk has.
    procps
)
trial_packages=(
    # Three databases that replace each other; Patroni speaks TLS only with the last one.
    patroni etcd-server etcd-client haproxy python3-idna
    # A whole machine with USB and udev: its Debian, its disk, and what it runs in.
    debootstrap e2fsprogs qemu-system-x86
)

stop() {
    echo "setup: $*" >&2
    exit 1
}

wanted=("${run_packages[@]}")
extras=panel,central
case $purpose in
    run) ;;
    test)
        wanted+=("${test_packages[@]}")
        extras+=,dev
        ;;
    trial)
        wanted+=("${test_packages[@]}" "${trial_packages[@]}")
        extras+=,dev
        purpose=test # the same Python
        ;;
    *) stop "what for? Usage: tools/setup.sh run|test|trial" ;;
esac

# A foreign architecture's line bears the same name, so only the name counts, once.
installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for package in "${wanted[@]}"; do
    [[ $'\n'$installed$'\n' == *$'\n'"installed $package"$'\n'* ]] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
    command -v apt-get >/dev/null || stop "these are Debian's names of what is missing: ${missing[*]}"
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null ||
            stop "neither root nor sudo is here to install what is missing: ${missing[*]}"
        as_root=(sudo)
    fi
    echo "setup: installing Debian packages: ${missing[*]}"
    # Debian starts a database for all to use as soon as it is installed; the tests bring their own.
    if [[ " ${missing[*]} " == *" postgresql-15 "* ]]; then
        "${as_root[@]}" install -D -m 644 /dev/stdin \
            /etc/postgresql-common/createcluster.d/no-main-cluster.conf \
            <<<"create_main_cluster = false"
    fi
    # Nor shall these start, now or later: a trial starts its own, as ordinary processes.
    for unit in etcd haproxy patroni; do
        if [[ " ${missing[*]} " =~ " $unit"(-server)?" " ]] && command -v systemctl >/dev/null; then
            echo "setup: $unit is not to start by itself (systemctl unmask $unit)"
            "${as_root[@]}" systemctl mask --quiet "$unit"
        fi
    done
    "${as_root[@]}" apt-get update -qq
    # A fresh machine often updates itself just now: wait for it.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        -o DPkg::Lock::Timeout=300 --no-install-recommends "${missing[@]}" >/dev/null
fi

# Two at once would spoil each other's work.
exec 9<tools/setup.sh
flock --nonblock 9 || {
    echo "setup: waiting for another set-up"
    flock 9
}

# The place counts too: the programs in .venv/bin know where they were made.
stamp=$({ pwd; cat constraints.txt pyproject.toml; } | sha256sum | cut -d' ' -f1)
made=$(cat .venv/.made-from 2>/dev/null || true)
# What was made for the tests serves a run too.
if [ "$made" = "$stamp-$purpose" ] || [ "$made" = "$stamp-test" ]; then
    exit 0
fi

command -v "$python" >/dev/null || stop "$python is not installed"
echo "setup: filling .venv with $extras"
# One that was left half filled, or whose Python is gone, is made anew.
if [ -e .venv/.half-filled ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    "$python" -m venv --clear .venv
fi
touch .venv/.half-filled
pip=(.venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt)
"${pip[@]}" setuptools
"${pip[@]}" --no-build-isolation -e ".[$extras]"
rm .venv/.half-filled
echo "$stamp-$purpose" >.venv/.made-from
