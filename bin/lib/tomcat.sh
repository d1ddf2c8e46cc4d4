# shellcheck shell=bash
# Tomcat: its program from Maven Central in the engines' folder, CATALINA_BASE in $PARLEY_HOME/tomcat
# with tomcat-conf as its conf, the portal as the exploded ROOT.

TOMCAT_VERSION=11.0.25
TOMCAT_SHA512=81339c046dff1b363a80a3bccf80cb391660a6828dd8ae042180ceb11c8b1614317143e60b311b9e791dab585bb046b777234667acce7dca2203a74b37bf20f2
DEPENDENCY_PLUGIN=org.apache.maven.plugins:maven-dependency-plugin:3.8.1

tomcat_prepare() {
  tomcat_ensure
  local base=$PARLEY_HOME/tomcat
  mkdir -p "$base"/{bin,conf,lib,temp,webapps,work}
  rsync -a --checksum --delete "$PARLEY_REPO/tomcat-conf/" "$base/conf/"
  cp "$PARLEY_REPO/tomcat-conf/setenv.sh" "$base/bin/setenv.sh"
  portal_write_properties
}

tomcat_ensure() {
  [ ! -f "$ENGINES/tomcat-$TOMCAT_VERSION/bin/catalina.sh" ] || return 0
  mkdir -p "$ENGINES"
  (
    flock 7
    [ -f "$ENGINES/tomcat-$TOMCAT_VERSION/bin/catalina.sh" ] ||
      progress "Fetching Tomcat $TOMCAT_VERSION" tomcat_fetch
  ) 7>"$ENGINES/.lock" || die "Tomcat could not be fetched; running the command again tries once more."
}

# Not every mirror of Central carries checksums, so what arrives is compared with the one above.
tomcat_fetch() {
  local work=$ENGINES/.fetch-tomcat
  rm -rf "$work"
  mkdir -p "$work"
  mvn -B -q "$DEPENDENCY_PLUGIN:copy" "-Dartifact=org.apache.tomcat:tomcat:$TOMCAT_VERSION:tar.gz" \
    "-DoutputDirectory=$work" -f "$PARLEY_LIB/no-project.xml" || return
  echo "$TOMCAT_SHA512  $work/tomcat-$TOMCAT_VERSION.tar.gz" | sha512sum --check --quiet || return
  tar -xzf "$work/tomcat-$TOMCAT_VERSION.tar.gz" -C "$work" || return
  # Only the container: no sample applications, no second configuration.
  rm -rf "$work/apache-tomcat-$TOMCAT_VERSION"/{webapps,conf,logs,temp,work}
  rm -rf "$ENGINES/tomcat-$TOMCAT_VERSION"
  mv "$work/apache-tomcat-$TOMCAT_VERSION" "$ENGINES/tomcat-$TOMCAT_VERSION"
  rm -rf "$work"
}

# What the portal reads; it names files that hold secrets, and holds none.
portal_write_properties() {
  local key
  {
    echo "# Made by bin/parley from parley.properties; change that file."
    for key in domain public-url registration ring-seconds message-max-bytes credential-minutes \
      session-hours language sip-name-grace-hours offline-mail-seconds organisation mail.host mail.port mail.tls mail.user mail.password-file mail.from \
      oauth.{google,facebook,oidc}.{client-id,client-secret-file} oauth.{google,oidc}.issuer oauth.oidc.name \
      oauth.{facebook,oidc}.{authorization-uri,token-uri,user-info-uri} oauth.oidc.jwk-set-uri \
      oauth.allowed-domains second-factor map.{tiles,attribution,geoip-file}; do
      printf 'parley.%s=%s\n' "$key" "$(properties_escape "$(setting "parley.$key")")"
    done
    printf 'parley.mail.fixed=%s\n' "$(portal_mail_fixed)"
    cat <<END
parley.db.url=$(portal_jdbc_url parley)
parley.db.user=parley
parley.db.password-file=$(secret db-portal)
parley.sip-secret-file=$(secret sip-ephemeral 32)
parley.sip-server=$(bracketed "$(setting parley.sip-address)"):$PORT_SIP
parley.factor-key-file=$(secret factor-key 32)
END
  } | write_private "$PARLEY_HOME/conf/portal.properties"
}

# Whether the operator has said anything about mail: then nobody changes it in the portal.
portal_mail_fixed() {
  local key
  for key in "${!SETTING_FROM[@]}"; do
    [[ $key != parley.mail.* || ${SETTING_FROM[$key]} == default ]] || { echo true; return; }
  done
  echo false
}

# The password travels encrypted with the server's own key, which is read from its data.
portal_jdbc_url() {
  printf 'jdbc:mysql://127.0.0.1:%s/%s?sslMode=DISABLED&serverRSAPublicKeyFile=%s&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true' \
    "$PORT_MYSQL" "$1" "$PARLEY_HOME/data/mysql/public_key.pem"
}

properties_escape() { printf '%s' "${1//\\/\\\\}"; }

tomcat_start() {
  local clean=()
  tomcat_class_archive
  # The portal would let a variable win over the file that bin/parley wrote for it.
  mapfile -t clean < <(compgen -e | sed -n 's/^PARLEY_/--unset=&/p')
  process_spawn tomcat env "${clean[@]}" \
    "JAVA_HOME=$JAVA_HOME" \
    "CATALINA_HOME=$ENGINES/tomcat-$TOMCAT_VERSION" \
    "CATALINA_BASE=$PARLEY_HOME/tomcat" \
    "CATALINA_TMPDIR=$PARLEY_HOME/tomcat/temp" \
    "PARLEY_CONFIG=$PARLEY_HOME/conf/portal.properties" \
    "PARLEY_TOMCAT_PORT=$PORT_TOMCAT" \
    "PARLEY_TOMCAT_CLASSES=$TOMCAT_CLASSES" \
    "PARLEY_TOMCAT_HEAP=$(setting parley.tomcat-heap)" \
    "PARLEY_JAVA_OPTS=$(setting parley.java-opts)" \
    "$ENGINES/tomcat-$TOMCAT_VERSION/bin/catalina.sh" run
}

# The archive of parsed classes fits one build and one JDK; those of others are removed.
tomcat_class_archive() {
  local old
  java_find
  TOMCAT_CLASSES=$PARLEY_HOME/tomcat/classes-$({
    sed -n 1p "$PARLEY_HOME/tomcat/deployed"
    cat "$JAVA_HOME/release"
    printf '%s' "$JAVA_HOME $TOMCAT_VERSION"
  } | fingerprint).jsa
  for old in "$PARLEY_HOME"/tomcat/classes-*.jsa; do
    [ "$old" = "$TOMCAT_CLASSES" ] || rm -f "$old"
  done
}

# Before the last stop of a build that has none yet. It costs seconds in which the portal stands still,
# so a restart does without.
tomcat_archive_classes() {
  local pid
  tomcat_class_archive
  pid=$(process_pid tomcat) || return 0
  if [ -f "$TOMCAT_CLASSES" ] || [ ! -x "$JAVA_HOME/bin/jcmd" ]; then return 0; fi
  if timeout 30 "$JAVA_HOME/bin/jcmd" "$pid" VM.cds dynamic_dump "$TOMCAT_CLASSES.new" >/dev/null 2>&1; then
    mv -f "$TOMCAT_CLASSES.new" "$TOMCAT_CLASSES"
  else
    rm -f "$TOMCAT_CLASSES.new"
  fi
}

tomcat_ready() { curl -fs -m 5 "http://127.0.0.1:$PORT_TOMCAT/health" | grep -q '"UP"'; }
tomcat_health() { tomcat_ready; }
tomcat_version() { echo "$TOMCAT_VERSION"; }
tomcat_stop_seconds() { echo 20; }
tomcat_wait_seconds() { echo 90; }
tomcat_fingerprint() {
  {
    fingerprint_files "$PARLEY_HOME/tomcat/conf" "$PARLEY_HOME/conf/portal.properties" \
      "$PARLEY_HOME/secrets/db-portal" "$PARLEY_HOME/secrets/sip-ephemeral" "$PARLEY_HOME/secrets/factor-key"
    cat "$PARLEY_HOME/tomcat/deployed" 2>/dev/null || true
    setting parley.tomcat-heap
    setting parley.java-opts
  } | fingerprint
}
