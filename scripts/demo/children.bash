# The programs that the demo runs. Each writes to a named pipe of its own, so that waiting for what one says is
# reading, and each is ended by its id, in order or when the demo breaks off.

source scripts/demo/page.bash

declare -A child_pid child_output child_said

# Makes the directory for all that the programs need to keep, and sees to it that the end, however it comes, leaves
# nothing of it and of them.
open_room() {
  mkdir -p build
  room=$(mktemp -d "$PWD/build/demo-XXXXXX")
  trap clear_away EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

clear_away() {
  local pid IFS=$'\n' # a trap runs with whatever IFS the interrupted command had
  for pid in $(jobs -rp); do
    kill -KILL "$pid" || say "$pid had just ended"
  done
  wait 2>/dev/null # bash would announce each that was killed
  rm -rf "$room"
}

# start NAME COMMAND...
start() {
  local name=$1 pipe=$room/$1 fd
  shift
  rm -f "$pipe"
  mkfifo "$pipe"
  "$@" >"$pipe" 2>&1 </dev/null &
  child_pid[$name]=$!
  exec {fd}<"$pipe"
  child_output[$name]=$fd
  child_said[$name]=''
}

# next_line NAME DEADLINE: sets line; false once the program has closed its output.
next_line() {
  local left=$((($2 - $(now)) / 1000000)) status=0
  IFS= read -r -t "$((left > 0 ? left : 1))" -u "${child_output[$1]}" line || status=$?
  if ((status > 128)); then broken "$1" "said nothing more in time"; fi
  if ((status != 0)) && [[ -z $line ]]; then return 1; fi
  child_said[$1]+=$line$'\n'
}

seconds_from_now() { echo $(($(now) + $1 * 1000000)); }

# await_line NAME TEXT: false if the program ends before it says so.
await_line() {
  local deadline line
  deadline=$(seconds_from_now 30)
  while next_line "$1" "$deadline"; do
    if [[ $line == *"$2"* ]]; then return 0; fi
  done
  return 1
}

# relay NAME: quotes all that the program says until its end, which must be a good one.
relay() {
  local deadline line
  deadline=$(seconds_from_now 120)
  while next_line "$1" "$deadline"; do
    quote_line "$line"
    child_said[$1]=''
  done
  reap "$1"
}

# finish NAME: asks the program to end, and sets last_line to the last it says.
finish() {
  local deadline line
  last_line=''
  kill -TERM "${child_pid[$1]}"
  deadline=$(seconds_from_now 30)
  # shellcheck disable=SC2034 # for whoever shows it
  while next_line "$1" "$deadline"; do last_line=$line; done
  reap "$1"
}

reap() {
  local status=0 fd=${child_output[$1]}
  wait "${child_pid[$1]}" || status=$?
  exec {fd}<&-
  unset "child_output[$1]"
  if ((status != 0)); then broken "$1" "ended with status $status"; fi
}

# broken NAME WHY: ends the demo with what its programs said and was not shown yet.
broken() {
  local name line
  for name in "${!child_output[@]}"; do
    while IFS= read -r -t 0.1 -u "${child_output[$name]}" line; do child_said[$name]+=$line$'\n'; done
    if [[ -n ${child_said[$name]} ]]; then
      printf '\n%s--- %s said ---%s\n%s' "$dim" "$name" "$plain" "${child_said[$name]}" >&2
    fi
  done
  fail "$1 $2"
}
