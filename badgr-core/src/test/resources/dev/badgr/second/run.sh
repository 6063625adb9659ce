#!/bin/sh
# Lets a verifier that is not ours judge the credentials that badgr issues. Usage: run.sh [folder of samples]
# Needs Node 20, npm and its registry. Without a folder it takes the samples that the module's tests have written. Ends with 1 if a verdict
# is not as it must be.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
core=$(cd "$here/../../../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

samples=${1:-$core/target/issued-samples}

cp "$here/package.json" "$here/verify.mjs" "$work"
(cd "$work" && npm install --no-package-lock --no-audit --no-fund --ignore-scripts --silent)
(cd "$work" && node verify.mjs "$samples"/*v3-eddsa-rdfc-2022.json) > "$work/verdicts"

failed=0
while read -r name verdict; do
    case $name in
        tampered-*) expected=INVALID ;;
        *) expected=VALID ;;
    esac
    if [ "$verdict" != "$expected" ]; then
        echo "$name is $verdict, and must be $expected" >&2
        failed=1
    fi
done < "$work/verdicts"
good=$(grep -c ' VALID$' "$work/verdicts")
bad=$(grep -c ' INVALID$' "$work/verdicts")
echo "$good valid, $bad invalid"
# One is as it was issued; of the others, 64 have another byte in the signature.
if [ "$good" -ne 1 ] || [ "$bad" -lt 80 ]; then
    echo "there must be 1 and over 80" >&2
    failed=1
fi
exit $failed
