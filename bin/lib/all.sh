# shellcheck shell=bash
# Loads every file of bin/lib that only defines functions. PARLEY_REPO and PARLEY_LIB are set before.

# shellcheck source=bin/lib/say.sh
source "$PARLEY_LIB/say.sh"
# shellcheck source=bin/lib/settings.sh
source "$PARLEY_LIB/settings.sh"
# shellcheck source=bin/lib/home.sh
source "$PARLEY_LIB/home.sh"
# shellcheck source=bin/lib/process.sh
source "$PARLEY_LIB/process.sh"
# shellcheck source=bin/lib/packages.sh
source "$PARLEY_LIB/packages.sh"
# shellcheck source=bin/lib/engines.sh
source "$PARLEY_LIB/engines.sh"
# shellcheck source=bin/lib/java.sh
source "$PARLEY_LIB/java.sh"
# shellcheck source=bin/lib/parts.sh
source "$PARLEY_LIB/parts.sh"
# shellcheck source=bin/lib/mysql.sh
source "$PARLEY_LIB/mysql.sh"
# shellcheck source=bin/lib/kamailio.sh
source "$PARLEY_LIB/kamailio.sh"
# shellcheck source=bin/lib/tomcat.sh
source "$PARLEY_LIB/tomcat.sh"
# shellcheck source=bin/lib/edge.sh
source "$PARLEY_LIB/edge.sh"
# shellcheck source=bin/lib/mail.sh
source "$PARLEY_LIB/mail.sh"
# shellcheck source=bin/lib/database.sh
source "$PARLEY_LIB/database.sh"
# shellcheck source=bin/lib/build.sh
source "$PARLEY_LIB/build.sh"
# shellcheck source=bin/lib/people.sh
source "$PARLEY_LIB/people.sh"
# shellcheck source=bin/lib/up.sh
source "$PARLEY_LIB/up.sh"
# shellcheck source=bin/lib/status.sh
source "$PARLEY_LIB/status.sh"
