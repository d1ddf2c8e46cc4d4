#!/usr/bin/env bash
# bin/parley bench [name]: measurements, each beside a baseline run in the same minute (bench/README.md).
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
exec bench/run.sh "$@"
