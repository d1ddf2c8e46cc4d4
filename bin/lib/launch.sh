#!/usr/bin/env bash
# launch.sh <run/part> <command…>: writes down who it is, then becomes the command, so that a part is on
# record before it exists, whatever happens to the one who starts it.
set -eu
read -r stat </proc/self/stat
stat=${stat##*) }
record=$1
shift
read -r -a fields <<<"$stat"
printf '%s %s' "${fields[19]}" "$(</proc/sys/kernel/random/boot_id)" >"$record.started"
printf '%s' "$$" >"$record.pid"
# Every signed-in browser holds a few sockets; more than this only makes tables larger.
limit=$(ulimit -Hn)
if [ "$limit" = unlimited ] || [ "$limit" -gt 65536 ]; then limit=65536; fi
ulimit -n "$limit"
# Locks of the one who starts it are not inherited: a part outlives the command.
for fd in "/proc/$$/fd"/*; do
  fd=${fd##*/}
  if [ "$fd" -gt 2 ] && [ "$fd" -ne 255 ]; then eval "exec $fd>&-"; fi
done
exec "$@"
