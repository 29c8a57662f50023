# What clamator is measured beside: gRPC, NATS, and the Python original.
source scripts/peers.bash

need_neighbours() {
  need_peers newest
  if is_debian; then
    install_missing libgrpc++-dev libprotobuf-dev protobuf-compiler protobuf-compiler-grpc nats-server libnats-dev libevent-dev
    return
  fi
  local tool
  for tool in protoc grpc_cpp_plugin nats-server; do need_tool "$tool"; done
  pkg-config --exists grpc++ libnats libevent_pthreads || fail "gRPC C++, libevent, and cnats, the C client of NATS, are needed, and pkg-config must find them as grpc++, libevent_pthreads and libnats: install them and run this again"
}
