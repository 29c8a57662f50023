# How the demo looks.
source scripts/messages.bash
source scripts/clock.bash

bar='|' mark='*'
if [[ ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} == *[Uu][Tt][Ff]*8* ]]; then bar='│' mark='✓'; fi

title() { printf '\n%s%s%s\n%s\n' "$bold" "$1" "$plain" "${1//?/=}"; }

chapter_number=0
chapter() {
  chapter_number=$((chapter_number + 1))
  printf '\n%s%s. %s%s\n' "$bold" "$chapter_number" "$1" "$plain"
}

indent='   ' # of what the other scripts say meanwhile
explain() { printf '   %s\n' "$@"; }

# fact NAME WHAT SINCE: one line of a chapter, with the time it took.
fact() { printf '   %-14s %-58s %s%s%s\n' "$1" "$2" "$dim" "$(seconds_since "$3")" "$plain"; }

# quote_line LINE: what a program said.
quote_line() { printf '   %s%s%s %s\n' "$dim" "$bar" "$plain" "$1"; }

# outcome WHAT SINCE: how a chapter ended.
outcome() {
  printf '   %s%s%s %-71s %s%s%s\n' "$green" "$mark" "$plain" "$1" "$dim" "$(seconds_since "$2")" "$plain"
}
