#!/bin/sh
# Fetches the distribution's packages of MariaDB and Galera, and the libraries that are missing, and unpacks them into a folder.
# Needs apt-get and dpkg, but no rights: everything that they write lies in that folder.
set -eu
root=$1
state=$root/apt
mkdir -p "$state/lists/partial" "$state/cache/archives/partial"

# Fetched even if they are installed; what else is installed is used as it is.
awk -v RS= -v ORS='\n\n' '!/^Package: (mariadb-[a-z-]*|galera-4|rsync|lsof)\n/' /var/lib/dpkg/status > "$state/status"

apt() {
    apt-get -q -y -o Debug::NoLocking=true -o APT::Sandbox::User= -o Dir::State="$state" -o Dir::State::lists="$state/lists" \
        -o Dir::State::status="$state/status" -o Dir::Cache="$state/cache" "$@"
}

apt update
apt install --download-only --no-install-recommends mariadb-server-core mariadb-client-core galera-4 rsync lsof
cd "$state/cache/archives"
apt download mariadb-server
for package in ./*.deb; do
    dpkg -x "$package" "$root"
done
