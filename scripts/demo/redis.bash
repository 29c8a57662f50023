# The demo's own redis-server.
source scripts/demo/children.bash

# start_redis: sets redis_port. Ports that the kernel gives to outgoing connections (32768 upward) are left alone.
start_redis() {
  local attempt
  for attempt in {1..20}; do
    redis_port=$((10000 + RANDOM % 22768))
    start redis "${CLAMATOR_REDIS_SERVER:-redis-server}" --port "$redis_port" --bind 127.0.0.1 --save '' \
      --appendonly no --dir "$room" --daemonize no
    if await_line redis 'eady to accept connections'; then return; fi
    [[ ${child_said[redis]} == *'Address already in use'* ]] || broken redis "did not start"
  done
  broken redis "found $attempt ports taken one after another"
}
