#!/usr/bin/env bash
# Runs the SQL on standard input as the portal's database user in the copy that PARLEY_HOME names.
set -euo pipefail
PARLEY_REPO=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
PARLEY_LIB=$PARLEY_REPO/bin/lib
# shellcheck source=bin/lib/all.sh
source "$PARLEY_LIB/all.sh"
settings_load
mysql_as parley parley
