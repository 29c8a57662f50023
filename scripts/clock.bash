# Elapsed time for people: start=$(now); ...; seconds_since "$start" prints "1.2 s".

now() { echo "${EPOCHREALTIME/[.,]/}"; }

seconds_since() {
  local hundredths=$((($(now) - $1) / 10000))
  printf '%d.%02d s\n' $((hundredths / 100)) $((hundredths % 100))
}
