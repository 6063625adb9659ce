#!/bin/sh
# Fetches the distribution's packages of MariaDB and Galera, and the libraries that are missing, and unpacks them into a folder.
# Needs apt-get and dpkg, but no rights: everything that they write lies in that folder.
set -eu
root=$1
state=$root/apt
mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
options="-q -o Debug::NoLocking=true -o APT::Sandbox::User= -o Dir::State::lists=$state/lists -o Dir::Cache=$state/cache"

apt-get $options update

programs="mariadb-server-core mariadb-client-core galera-4 rsync lsof"
libraries=
for name in $(apt-cache $options depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
    --no-enhances $programs | grep '^lib' | grep -v '^libc6$\|-perl$' | sort -u); do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || libraries="$libraries $name"
done

# Of the whole server nothing is needed but its scripts for state transfers.
cd "$state/cache/archives"
apt-get $options download mariadb-server $programs $libraries
for package in ./*.deb; do
    dpkg -x "$package" "$root"
done
