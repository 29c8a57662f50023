# What the commands tell their user. Colours only where a person is looking.

# shellcheck disable=SC2034 # for whoever sources this
if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
  bold=$'\e[1m' dim=$'\e[2m' green=$'\e[32m' red=$'\e[31m' plain=$'\e[0m'
else
  bold='' dim='' green='' red='' plain=''
fi

say() { printf '%s%s\n' "${indent:-}" "$*"; }

fail() {
  printf '%s\n' "${red}dev: $*${plain}" >&2
  exit 1
}

# quietly NAME COMMAND...: keeps the output in build/log/NAME.log and shows it only when the command fails.
quietly() {
  local log=build/log/$1.log
  shift
  mkdir -p build/log
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    printf '%s\n' "${red}dev: failed: $* (its output is above and in $log)${plain}" >&2
    return 1
  fi
}
