# The project's own source files.

# In a checkout that belongs to someone else, as in many containers, git answers only when told that it is safe.
git_here() { git -c safe.directory="$PWD" "$@"; }

need_checkout() {
  need_tool git
  git_here rev-parse --show-toplevel >/dev/null || fail "this needs a git checkout: git says which files are ours"
}

# tracked_files PATTERN...: those that git knows and that are in the tree, each ended by a zero byte.
tracked_files() {
  local file
  git_here ls-files -z -- "$@" | while IFS= read -r -d '' file; do
    if [[ -e $file ]]; then printf '%s\0' "$file"; fi
  done
}
