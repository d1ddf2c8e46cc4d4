# shellcheck shell=bash
# Servers that the distribution lacks. Their packages are fetched from a newer suite of Debian into a
# folder, checked by apt (signature of the suite, checksum of each package), unpacked and started
# through their own dynamic linker. The host's packages, and its libc, are never touched.

ENGINE_SUITES=(forky sid)

# engine_ensure <name> <program inside, to check> <package…>
engine_ensure() {
  local name=$1 program=$2
  shift 2
  engine_present "$name" && return
  mkdir -p "$ENGINES"
  # A copy that shares the folder may be fetching the same engine.
  (
    flock 7
    engine_present "$name" ||
      progress "Fetching $name into $ENGINES" engine_fetch "$name" "$program" "$@"
  ) 7>"$ENGINES/.lock" || die "$name could not be fetched; running the command again goes on where it stopped."
}

engine_present() { [ -f "$ENGINES/$1/.packages" ]; }

# engine_command <name> <program inside>: the words that start it, in ENGINE.
engine_command() {
  local root=$ENGINES/$1 linker
  for linker in "$root"/usr/lib/*/ld-linux*.so.*; do
    [ -x "$linker" ] || die "$root holds no dynamic linker: remove the folder and run the command again."
    ENGINE=("$linker" --library-path "$(dirname "$linker")" "$root/$2")
  done
}

engine_run() {
  engine_command "$1" "$2"
  shift 2
  "${ENGINE[@]}" "$@"
}

engine_fetch() {
  local name=$1 program=$2 work=$ENGINES/.fetch-$1 suite
  shift 2
  mkdir -p "$work"/{etc,empty/partial,state/lists/partial,cache/archives/partial}
  : >"$work/state/status"
  for suite in "${ENGINE_SUITES[@]}"; do
    engine_apt_setup "$work" "$suite"
    engine_apt "$work" -q update || continue
    engine_apt "$work" -qq --print-uris -o "Dir::Cache::archives=$work/empty/" install "$@" >"$work/wanted" || continue
    engine_apt "$work" -q -y --download-only install "$@"
    (cd "$work/cache/archives" && engine_checksums "$work/wanted" | sha256sum --check --quiet)
    engine_unpack "$work" "$ENGINES/$name" "$program"
    rm -rf "$work"
    return
  done
  echo "None of the suites ${ENGINE_SUITES[*]} offers: $*"
  return 1
}

engine_apt() {
  local work=$1
  shift
  apt-get -c "$work/apt.conf" "$@"
}

# A package manager of its own: nothing installed, one source, no hooks of the host.
engine_apt_setup() {
  local work=$1 suite=$2 mirror key
  IFS='|' read -r mirror key < <(engine_mirror)
  {
    printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\n' "$mirror" "$suite"
    [ -z "$key" ] || printf 'Signed-By: %s\n' "$key"
  } >"$work/etc/engine.sources"
  cat >"$work/apt.conf" <<END
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Pre-Install-Pkgs;
Dir::State "$work/state";
Dir::State::status "$work/state/status";
Dir::Cache "$work/cache";
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$work/etc";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
APT::Install-Recommends "false";
APT::Get::AllowUnauthenticated "false";
APT::Sandbox::User "";
Acquire::ForceHash "SHA256";
Acquire::Languages "none";
Acquire::Retries "3";
Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
END
}

# "mirror|keyring": the setting, or what the machine's own apt sources say of Debian, or Debian's name.
engine_mirror() {
  local uri origin label entry key=/usr/share/keyrings/debian-archive-keyring.gpg found=''
  while IFS='|' read -r uri origin label entry; do
    [ "$origin" = Debian ] || [[ $uri =~ /debian/?$ ]] || continue
    [[ $uri$label != *[Ss]ecurity* ]] || continue
    found=$uri
    key=$(engine_source_key "${entry%:*}")
    break
    # shellcheck disable=SC2016 # apt replaces the names, not the shell
  done < <(apt-get indextargets --format '$(REPO_URI)|$(ORIGIN)|$(LABEL)|$(SOURCESENTRY)' 'Created-By: Packages')
  uri=$(setting parley.engine-mirror)
  uri=${uri:-${found:-http://deb.debian.org/debian}}
  printf '%s|%s\n' "$uri" "$key"
}

# The key a source is signed by; none means the keys that apt trusts for every source.
engine_source_key() {
  sed -n -E 's/^Signed-By:[[:space:]]*(\/[^ ]+).*/\1/p; s/^deb .*signed-by=([^] ]+).*/\1/p' "$1" | head -n 1
}

# From apt's list ('address' file size SHA256:sum) to what sha256sum reads.
engine_checksums() { sed -n -E "s/^'[^']*' ([^ ]+) [0-9]+ SHA256:([0-9a-f]{64})$/\2  \1/p" "$1"; }

engine_unpack() {
  local work=$1 target=$2 program=$3 file count=0
  rm -rf "$work/root"
  mkdir -p "$work/root"
  while read -r file; do
    dpkg-deb -x "$work/cache/archives/$file" "$work/root"
    echo "$file" >>"$work/packages"
    count=$((count + 1))
  done < <(engine_checksums "$work/wanted" | cut -c67-)
  if [ "$count" -eq 0 ] || [ ! -x "$work/root/$program" ]; then
    echo "$program did not arrive."
    return 1
  fi
  mv "$work/packages" "$work/root/.packages"
  rm -rf "$target"
  mv "$work/root" "$target"
}
