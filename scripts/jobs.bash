# How many compilations may run at once.

# Memory that is free for us, in KiB; nothing where the system does not say.
available_kib() {
  [[ -r /proc/meminfo ]] || return 0
  local free limit used
  free=$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo)
  if [[ -r /sys/fs/cgroup/memory.max ]]; then # a container's limit
    limit=$(</sys/fs/cgroup/memory.max)
    used=$(</sys/fs/cgroup/memory.current)
    if [[ $limit != max ]] && (((limit - used) / 1024 < free)); then free=$(((limit - used) / 1024)); fi
  fi
  echo "$free"
}

# One a core, but no more than fit in memory: a translation unit of ours takes up to 1.5 GiB.
jobs_that_fit() {
  if [[ -n ${CLAMATOR_JOBS:-} ]]; then
    echo "$CLAMATOR_JOBS"
    return
  fi
  local jobs free
  jobs=$(getconf _NPROCESSORS_ONLN)
  if command -v nproc >/dev/null; then jobs=$(nproc); fi # counts only the cores that this process may use
  free=$(available_kib)
  if [[ -n $free ]] && ((free / 1572864 < jobs)); then jobs=$((free / 1572864)); fi
  echo $((jobs > 0 ? jobs : 1))
}
