# shellcheck shell=bash
# The portal: Maven builds it when code or settings of the build changed; pages, scripts and styles are
# copied straight from the sources. A changed page needs no restart, a changed script a new version in
# its address (the portal reads it at start), changed code a build.

BUILD_CORE=(pom.xml package.json package-lock.json .mvn sql src/main)
WEBAPP=src/main/webapp

# build_locked <command…>: Maven's folder target/ serves one at a time. Maven inherits the lock, so that
# it holds even when the one who asked was killed.
build_locked() {
  mkdir -p "$PARLEY_REPO/var"
  (
    flock -n 6 || { say "  Waiting for another build to finish."; flock 6; }
    "$@"
  ) 6>"$PARLEY_REPO/var/build.lock"
}

build_core_fingerprint() {
  (
    cd "$PARLEY_REPO" || exit
    find "${BUILD_CORE[@]}" \( -path "$WEBAPP/js" -o -path "$WEBAPP/css" -o -path "$WEBAPP/img" -o -path "$WEBAPP/WEB-INF/jsp" \
      -o -path "$WEBAPP/WEB-INF/tags" -o -path sql/kamailio \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum | fingerprint
  )
}

# Scripts, styles and pictures: what browsers may keep for good: its fingerprint is the version in its address.
build_asset_version() {
  (cd "$PARLEY_REPO" && fingerprint_files "$WEBAPP/js" "$WEBAPP/css" "$WEBAPP/img" package-lock.json | cut -c1-12)
}

# tomcat/deployed holds what Tomcat must restart for: the core and the version of scripts and styles.
build_deploy() {
  local core assets root=$PARLEY_HOME/tomcat/webapps/ROOT deployed=$PARLEY_HOME/tomcat/deployed
  core=$(build_core_fingerprint)
  assets=$(build_asset_version)
  if [ "$(sed -n 1p "$deployed" 2>/dev/null)" != "$core" ]; then
    rm -f "$deployed"
    build_locked build_core "$core" "$root"
  fi
  build_copy_pages "$root" "$assets"
  printf '%s\n%s\n' "$core" "$assets" >"$deployed"
}

build_core() {
  local built=$PARLEY_REPO/target/.parley-built
  if [ "$(cat "$built" 2>/dev/null)" != "$1" ] || [ ! -d "$PARLEY_REPO/target/parley/WEB-INF" ]; then
    rm -f "$built"
    progress "Building the portal" build_war || die "The portal could not be built."
    printf '%s' "$1" >"$built"
  fi
  mkdir -p "$2"
  rsync -a --delete "$PARLEY_REPO/target/parley/" "$2/"
}

build_copy_pages() {
  local pair
  for pair in WEB-INF/jsp:WEB-INF/jsp WEB-INF/tags:WEB-INF/tags js:static/js css:static/css img:static/img; do
    [ -d "$PARLEY_REPO/$WEBAPP/${pair%%:*}" ] || continue
    mkdir -p "$1/${pair#*:}"
    rsync -a --delete "$PARLEY_REPO/$WEBAPP/${pair%%:*}/" "$1/${pair#*:}/"
  done
  printf 'version=%s\n' "$2" >"$1/WEB-INF/classes/build.properties"
}

# Offline when everything is there already: that spares seconds of asking for news.
build_war() {
  local options=(-B -q -f "$PARLEY_REPO/pom.xml" -Dmaven.test.skip=true -DskipTests=true -Dquick=true package)
  java_find
  # What sources no longer hold would stay there, and start with the rest.
  rm -rf "$PARLEY_REPO/target/classes" "$PARLEY_REPO/target/parley"
  mvn -o "${options[@]}" >"$PARLEY_REPO/var/build-offline.log" 2>&1 || mvn "${options[@]}"
}
