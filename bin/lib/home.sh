# shellcheck shell=bash
# The folder of one copy: its layout, its lock, its secrets.

home_create() {
  mkdir -p "$PARLEY_HOME"/{conf/tls,data,logs,run,secrets,tomcat} "$ENGINES"
  # Engines that lie elsewhere are linked, so that later commands find them.
  [ "$ENGINES" = "$PARLEY_HOME/engines" ] || ln -sfn "$ENGINES" "$PARLEY_HOME/engines"
  if [ ! -f "$PARLEY_HOME/parley.properties" ]; then
    settings_write_sample >"$PARLEY_HOME/parley.properties.new"
    mv "$PARLEY_HOME/parley.properties.new" "$PARLEY_HOME/parley.properties"
  fi
}

# One command at a time changes a copy. What it runs holds the lock too, until it ends.
home_lock() {
  exec 9>"$PARLEY_HOME/run/lock"
  flock -n 9 && return
  say "Another bin/parley is at work on $PARLEY_HOME; waiting for it."
  flock -w 900 9 || die "It did not finish within 15 minutes."
}

# secret <name> [bytes]: path of a file with a random secret of hex characters, made when missing.
secret() {
  local file=$PARLEY_HOME/secrets/$1
  if [ ! -s "$file" ]; then
    (umask 077 && openssl rand -hex "${2:-24}" | tr -d '\n' >"$file.new" && mv "$file.new" "$file")
  fi
  printf '%s' "$file"
}

secret_value() { local file; file=$(secret "$@"); cat "$file"; }

# write_private <file>: standard input becomes the file, mode 0600, replaced in one step and only when
# it differs, so that its age tells when it changed.
write_private() {
  (umask 077 && cat >"$1.new")
  if cmp -s "$1.new" "$1"; then rm -f "$1.new"; else mv "$1.new" "$1"; fi
}

# fill_template <file> NAME=value…: replaces @NAME@ marks; an unknown mark is an error.
fill_template() {
  local text pair
  text=$(<"$1")
  for pair in "${@:2}"; do
    text=${text//"@${pair%%=*}@"/"${pair#*=}"}
  done
  if [[ $text =~ @[A-Z][A-Z0-9_]+@ ]]; then
    die "$1: nothing is known for the mark ${BASH_REMATCH[0]}."
  fi
  printf '%s\n' "$text"
}

fingerprint() { sha256sum | cut -c1-32; }

# fingerprint_files <path…>: of the names and contents of all files below the paths.
fingerprint_files() {
  local path
  for path in "$@"; do [ ! -e "$path" ] || printf '%s\0' "$path"; done |
    xargs -0 -r -I{} find {} -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum | fingerprint
}
