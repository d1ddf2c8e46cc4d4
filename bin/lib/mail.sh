# shellcheck shell=bash
# The mail sink of a demo: maildev catches every mail and shows it in the browser. Loopback only; it
# sends nothing on.

mail_prepare() {
  local sink=$ENGINES/mail-sink
  if ! cmp -s "$PARLEY_LIB/mail-sink/package-lock.json" "$sink/.installed-lock"; then
    mkdir -p "$ENGINES"
    (
      flock 7
      cmp -s "$PARLEY_LIB/mail-sink/package-lock.json" "$sink/.installed-lock" ||
        progress "Fetching the demo's mail page" mail_fetch "$sink"
    ) 7>"$ENGINES/.lock" || die "The mail page could not be fetched; running the command again tries once more."
  fi
  mkdir -p "$PARLEY_HOME/data/mails"
}

mail_fetch() {
  mkdir -p "$1"
  cp "$PARLEY_LIB"/mail-sink/package*.json "$1/"
  (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || return
  cp "$1/package-lock.json" "$1/.installed-lock"
}

mail_start() {
  process_spawn mail node "$ENGINES/mail-sink/node_modules/maildev/bin/maildev" \
    --ip 127.0.0.1 --smtp "$PORT_SMTP" --web-ip 127.0.0.1 --web "$PORT_MAIL" \
    --mail-directory "$PARLEY_HOME/data/mails"
}

mail_ready() { port_open "$PORT_SMTP" && curl -fs -m 2 -o /dev/null "http://127.0.0.1:$PORT_MAIL/healthz"; }
mail_health() { mail_ready; }
mail_version() { jq -r .version "$ENGINES/mail-sink/node_modules/maildev/package.json"; }
mail_stop_seconds() { echo 5; }
mail_wait_seconds() { echo 20; }
mail_fingerprint() { printf '%s %s' "$PORT_SMTP" "$PORT_MAIL"; }
