# Which of the project's files changed, and which translation units show what clang-tidy has to say of them.
source scripts/sources.bash

# change_base: the commit that changes are counted from; nothing where the history does not reach that far. It is where
# this branch left the main one (of origin, else the local one), and what came before HEAD on the main branch itself.
change_base() {
  local main base head
  head=$(git_here rev-parse HEAD)
  for main in origin/main origin/master main master; do
    git_here rev-parse --verify --quiet "$main^{commit}" >/dev/null || continue
    base=$(git_here merge-base "$main" HEAD) || continue
    if [[ $base == "$head" ]]; then break; fi
    echo "$base"
    return
  done
  git_here rev-parse --verify --quiet 'HEAD~1^{commit}' || true
}

# changed_files BASE PATTERN...: those that differ from the commit, committed or not, one a line.
changed_files() {
  local base=$1
  shift
  { git_here diff --name-only --diff-filter=d "$base" -- "$@" && git_here ls-files --others --exclude-standard -- "$@"; } | sort -u
}

# units_of HEADER: of the .cpp files that include it, itself or through other headers, those nearest: all of the same
# room where there are any, else one.
units_of() {
  local seen=" $1 " level=("$1") next header file units same
  while [[ ${#level[@]} -gt 0 ]]; do
    next=() units=()
    for header in "${level[@]}"; do
      while IFS= read -r file; do
        if [[ $file == *.cpp ]]; then
          units+=("$file")
        elif [[ $seen != *" $file "* ]]; then
          seen+="$file " next+=("$file")
        fi
      done < <(includers_of "$header")
    done
    if [[ ${#units[@]} -gt 0 ]]; then
      same=$(printf '%s\n' "${units[@]}" | grep "^$(room_of "$1")/" || true)
      printf '%s\n' "${same:-${units[0]}}"
      return
    fi
    level=("${next[@]}")
  done
}

# include/clamator/redis and src/redis are one room; elsewhere it is the folder.
room_of() {
  case $1 in
    include/clamator/*) echo "src/$(cut -d/ -f3 <<<"$1")" ;;
    src/*) cut -d/ -f1-2 <<<"$1" ;;
    *) dirname "$1" ;;
  esac
}

# includers_of HEADER: the files that include it under the name that its folder is included by, or from beside it.
includers_of() {
  local name=$1
  case $name in
    include/*) name=${name#include/} ;;
    src/*) name=${name#src/} ;;
    tests/support/* | tests/workload/*) name=${name#tests/} ;;
    *)
      git_here grep --files-with-matches "#include [<\"]\(.*/\)\?$(basename "$name")[\">]" -- "$(dirname "$name")" || true
      return
      ;;
  esac
  git_here grep --files-with-matches "#include [<\"]${name}[\">]" -- '*.hpp' '*.cpp' || true
}
