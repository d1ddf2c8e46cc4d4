# shellcheck shell=bash
# The distribution's packages. As root they are installed in one apt-get call in which no service
# starts; anybody else is told the one line to run.

APT_LOCK=/run/lock/parley-apt
POLICY=/usr/sbin/policy-rc.d
POLICY_MARK='# Parley: no service starts while packages are installed.'

# What must be there, as <test> <argument> <package>.
packages_wanted() {
  cat <<'END'
command haproxy haproxy
command kamailio kamailio
module db_mysql kamailio-mysql-modules
module websocket kamailio-websocket-modules
module auth_ephemeral kamailio-autheph-modules
module presence kamailio-presence-modules
command curl curl
command openssl openssl
command jq jq
command node nodejs
command npm npm
command mvn maven
command unzip unzip
command rsync rsync
command flock util-linux
command ps procps
file /etc/ssl/certs/ca-certificates.crt ca-certificates
END
  if [ "${1-}" = test ]; then
    cat <<'END'
command shellcheck shellcheck
command sipp sip-tester
command baresip baresip-core
command chromium chromium
command chromedriver chromium-driver
command firefox-esr firefox-esr
file /usr/sbin/mariadbd mariadb-server-core
command mariadb mariadb-client-core
file /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core
file /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf fonts-noto-color-emoji
END
  fi
}

package_present() {
  local found
  case $1 in
    command) command -v "$2" >/dev/null || [ -x "/usr/sbin/$2" ] ;;
    file) [ -e "$2" ] ;;
    module) for found in /usr/lib/*/kamailio/modules/"$2".so; do [ -e "$found" ] && return; done; return 1 ;;
  esac
}

# packages_missing [test]: names, one a line.
packages_missing() {
  local kind what package
  while read -r kind what package; do
    package_present "$kind" "$what" || echo "$package"
  done < <(packages_wanted "${1-}")
  java_good || java_package
}

# The floor is 17; a newer distribution offers its own.
java_package() {
  if apt-cache show openjdk-17-jdk-headless >/dev/null 2>&1; then
    echo openjdk-17-jdk-headless
  else
    echo default-jdk-headless
  fi
}

packages_ensure() {
  local missing
  mapfile -t missing < <(packages_missing "${1-}" | sort -u)
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || die "These packages are missing: ${missing[*]}. Install them with your system's own tools."
  if [ "$(id -u)" -ne 0 ]; then
    say "Some packages are missing. Run this line once, then this command again:"
    say ""
    say "  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}"
    exit 3
  fi
  progress "Installing ${#missing[@]} packages (${missing[*]})" packages_install "${1-}" ||
    die "The packages could not be installed."
  java_find
}

# Runs in a subshell of its own (progress), so the trap ends with it.
packages_install() {
  local missing
  mkdir -p "$(dirname "$APT_LOCK")"
  exec 8>"$APT_LOCK"
  flock 8
  # Somebody who held the lock may have installed them.
  mapfile -t missing < <(packages_missing "${1-}" | sort -u)
  [ ${#missing[@]} -gt 0 ] || return 0
  trap policy_guard_off EXIT
  trap 'exit 130' INT TERM HUP
  policy_guard_on
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q update 8>&- || warn "apt-get update failed; going on with the package lists there are."
  mapfile -t missing < <(packages_missing "${1-}" | sort -u)
  apt-get -q -y -o DPkg::Lock::Timeout=900 install --no-install-recommends "${missing[@]}" 8>&-
}

# invoke-rc.d asks this file and obeys exit code 101: start nothing. A guard that a killed run left
# behind is ours to replace; a file of the machine's owner is put back afterwards.
policy_guard_on() {
  if [ -e "$POLICY" ] && ! grep -qF "$POLICY_MARK" "$POLICY"; then
    mv -f "$POLICY" "$POLICY.before-parley"
  fi
  printf '#!/bin/sh\n%s\nexit 101\n' "$POLICY_MARK" >"$POLICY"
  chmod 755 "$POLICY"
}

policy_guard_off() {
  if grep -qsF "$POLICY_MARK" "$POLICY"; then rm -f "$POLICY"; fi
  [ ! -e "$POLICY.before-parley" ] || mv -f "$POLICY.before-parley" "$POLICY"
}
