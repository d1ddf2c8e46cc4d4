# shellcheck shell=bash
# The JDK: JAVA_HOME if it is set, else the one on the path; 17 or newer, with a compiler.

java_find() {
  if [ -n "${JAVA_HOME-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    JAVA=$JAVA_HOME/bin/java
  else
    JAVA=$(command -v java) || return 1
    JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$JAVA")")")
  fi
  export JAVA_HOME
}

java_good() {
  java_find && [ -x "$JAVA_HOME/bin/javac" ] && [ "$(java_version)" -ge 17 ]
}

# The release file spares the half second that `java -version` may take.
java_version() {
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$JAVA_HOME/release" 2>/dev/null) || true
  printf '%s' "${version:-0}"
}

# cli <command…>: the portal's own command-line program, from the deployed WAR; Tomcat's
# libraries are what the WAR expects around it.
cli() {
  local root=$PARLEY_HOME/tomcat/webapps/ROOT/WEB-INF
  java_find
  env -i "PATH=$PATH" LANG=C.UTF-8 PARLEY_LOG_LEVEL=ERROR "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Dparley.cli=true \
    -cp "$root/classes:$root/lib/*:$ENGINES/tomcat-$TOMCAT_VERSION/lib/*" org.parley.cli.Parley -c "$PARLEY_HOME/conf/portal.properties" "$@"
}
