#include "connection.hpp"

#include <thread>

#include <nats/adapters/libevent.h>

namespace bench::over_nats {
namespace {

event_base* make_event_loop() {
  natsLibevent_Init();
  event_base* const loop = event_base_new();
  if (loop == nullptr) throw std::runtime_error("libevent cannot make an event loop");
  return loop;
}

}  // namespace

owned<natsConnection> connect(const peer& at) {
  natsOptions* made = nullptr;
  check(natsOptions_Create(&made), "making options");
  const owned<natsOptions> options(made);
  const std::string url = "nats://127.0.0.1:" + std::to_string(at.port);
  check(natsOptions_SetURL(made, url.c_str()), "setting the URL");

  event_base* loop = nullptr;
  if (at.setting != "gathered") check(natsOptions_SetSendAsap(made, true), "sending at once");
  if (at.setting == "loop") {
    loop = make_event_loop();
    check(natsOptions_SetEventLoop(made, loop, natsLibevent_Attach, natsLibevent_Read, natsLibevent_Write,
                                   natsLibevent_Detach),
          "setting the event loop");
  }
  natsConnection* connected = nullptr;
  check(natsConnection_Connect(&connected, made), ("connecting to " + url).c_str());
  // It ends with the process.
  if (loop != nullptr) std::thread([loop] { event_base_dispatch(loop); }).detach();
  return owned<natsConnection>(connected);
}

owned<natsSubscription> subscribe(natsConnection& connection, const std::string& subject,
                                  natsMsgHandler handler, void* closure) {
  natsSubscription* made = nullptr;
  check(natsConnection_Subscribe(&made, &connection, subject.c_str(), handler, closure), "subscribing");
  owned<natsSubscription> subscription(made);
  check(natsConnection_Flush(&connection), "waiting for the subscription");
  return subscription;
}

}  // namespace bench::over_nats
