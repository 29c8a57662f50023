#include <cstdio>
#include <cstdlib>

#include <unistd.h>

#include "arith.hpp"
#include "connection.hpp"

namespace bench::over_nats {
namespace {

void answer(natsConnection* connection, natsSubscription*, natsMsg* message, void*) {
  const owned<natsMsg> request(message);
  try {
    const auto params = content_of<add_params>(*request);
    const add_result result{params.a + params.b};
    check(natsConnection_Publish(connection, natsMsg_GetReply(message), &result, sizeof result), "answering");
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_nats: %s\n", e.what());
  }
}

}  // namespace

void serve(const peer& at) {
  const owned<natsConnection> connection = connect(at);
  const owned<natsSubscription> subscription = subscribe(*connection, subject_of(at), answer, nullptr);
  say_ready(std::string("cnats ") + nats_GetVersion());
  for (;;) ::pause();
}

}  // namespace bench::over_nats
