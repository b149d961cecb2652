#!/bin/sh
# Runs one command from start to end, whether or not the service that asked for it is still there, and writes down how
# it ended. Everything comes as arguments or files, and nothing of it is ever read as shell.
#   state log out seconds grace output memory reserve fence -- command...
# state: a folder of our own, with `fence` (arguments of bubblewrap, ended by NUL) when fence is "fenced"; `stop` made
# there ends the command. seconds, grace: how long it may take, and how long to obey. output, memory, reserve: bytes it
# may leave and take, and bytes that must stay free on the disk. We write `begun` (once, whoever asks how often), `why`
# when we ended it, and `ended`.
set -u
state=$1 log=$2 out=$3 seconds=$4 grace=$5 output=$6 memory=$7 reserve=$8 fence=$9
shift 10
cd "$state" || exit 70
umask 022
trap : TERM HUP INT
MOST_FILES=100000

now() { date -u +%Y-%m-%dT%H:%M:%S.%3NZ; }

# What tells a process from a later one with its number: when it started, in ticks since the machine did.
born() {
  read -r line <"/proc/$1/stat"
  set -- ${line##*) }
  shift 19
  echo "$1"
}

uptime() {
  read -r up rest </proc/uptime
  up=${up%%.*}
}

# All processes below the command's first one, into $found.
below() {
  found=
  queue=$child
  while [ -n "$queue" ]; do
    next=
    for pid in $queue; do
      for list in "/proc/$pid/task/"*/children; do
        kids=
        { read -r kids <"$list"; } 2>/dev/null
        next="$next $kids"
      done
    done
    set -- $next
    queue=$*
    found="$found $queue"
  done
}

# Bubblewrap itself is left out: with it the whole inside would go at once, and nothing could end decently.
signal() {
  below
  [ "$fence" = fenced ] || kill -s "$1" "$child" 2>/dev/null
  [ -z "${found# }" ] || kill -s "$1" $found 2>/dev/null
}

end() {
  echo "$1" >why.part && mv why.part why
  signal TERM
  uptime
  patience=$((up + grace))
  while kill -0 "$child" 2>/dev/null && [ "$up" -lt "$patience" ]; do
    sleep 0.1
    uptime
  done
  while kill -0 "$child" 2>/dev/null; do
    signal KILL
    sleep 0.1
    # Nothing below it is left: only now is it the fence itself that does not go.
    [ -n "${found# }" ] || kill -s KILL "$child" 2>/dev/null
  done
  [ "$fence" = fenced ] || kill -s KILL -- "-$child" 2>/dev/null
  exit 0
}

size() {
  left=$(du -s -B1 "$out" 2>/dev/null)
  printed=$(stat -c %s "$log" 2>/dev/null)
  [ "$(( ${left%%[!0-9]*} + 0 ))" -gt "$output" ] || [ "${printed:-0}" -gt "$output" ]
}

flood() {
  files=$(du -s --inodes "$out" 2>/dev/null)
  [ "$(( ${files%%[!0-9]*} + 0 ))" -gt "$MOST_FILES" ] && return 0
  free=$(df -B1 --output=avail "$out" 2>/dev/null)
  free=${free##*[!0-9]}
  [ "${free:-$reserve}" -lt "$reserve" ]
}

# The resident pages are counted first, which costs nothing and counts shared ones often; only when they are too many,
# the exact sum.
greedy() {
  below
  pages=0
  for pid in $found; do
    resident=0
    { read -r all resident rest <"/proc/$pid/statm"; } 2>/dev/null
    pages=$((pages + resident))
  done
  [ "$((pages * page))" -gt "$memory" ] || return 1
  sum=0
  for pid in $found; do
    while read -r name value unit; do
      [ "$name" != Pss: ] || sum=$((sum + value))
    done <"/proc/$pid/smaps_rollup"
  done 2>/dev/null
  [ "$((sum * 1024))" -gt "$memory" ]
}

watch() {
  turn=0
  while kill -0 "$child" 2>/dev/null; do
    sleep 0.3
    [ ! -e stop ] || end CANCELLED
    uptime
    [ "$up" -lt "$deadline" ] || end TIME_LIMIT
    greedy && end MEMORY_LIMIT
    turn=$((1 - turn))
    if [ "$turn" = 0 ]; then
      size && end OUTPUT_LIMIT
      flood && end OUTPUT_LIMIT
    fi
  done
}

read -r boot </proc/sys/kernel/random/boot_id
started=$(now)
echo "$$ $(born $$) $boot $started ${SLURM_JOB_ID:--}" >"begun.$$"
# A link is made or is not: of all who were asked to start this, one does.
ln "begun.$$" begun 2>/dev/null || { rm -f "begun.$$"; exit 0; }
rm -f "begun.$$"
page=$(getconf PAGESIZE)
uptime
deadline=$((up + seconds))
: >up
[ -e fence ] || : >fence
"$@" 3<fence 4>up </dev/null >>"$log" 2>&1 &
child=$!
echo "$child" >child.part && mv child.part child
watch </dev/null >/dev/null 2>&1 &
watcher=$!
while :; do
  wait "$child"
  status=$?
  kill -0 "$child" 2>/dev/null || break
done
# Before anything else of ours is waited for: what its children took is all the command's.
times >spent
ended=$(now)
why=EXITED
if [ -e why ]; then
  read -r why <why
  # It goes once nothing is left to be ended.
  wait "$watcher"
else
  kill "$watcher" 2>/dev/null
  if [ -e stop ]; then
    # A cluster that was told to end it may have been faster, and have ended our watcher first.
    why=CANCELLED
  elif [ ! -s up ] && [ "$fence" = fenced ]; then
    why=EXECUTOR_FAILED
  elif size; then
    why=OUTPUT_LIMIT
  fi
fi
{ read -r mine; read -r theirs; } <spent
printf '%s\n' "why=$why" "status=$status" "started=$started" "ended=$ended" "spent=$theirs" >ended.part
mv ended.part ended
exit "$status"
