// What the client and the server need of cnats: a connection whose failures are exceptions.
#pragma once

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

#include <nats/nats.h>

#include "program.hpp"

namespace bench::over_nats {

struct deleter {
  void operator()(natsOptions* each) const noexcept { natsOptions_Destroy(each); }
  void operator()(natsConnection* each) const noexcept { natsConnection_Destroy(each); }
  void operator()(natsSubscription* each) const noexcept { natsSubscription_Destroy(each); }
  void operator()(natsMsg* each) const noexcept { natsMsg_Destroy(each); }
};

template <class T>
using owned = std::unique_ptr<T, deleter>;

inline void check(natsStatus status, const char* what) {
  if (status != NATS_OK) throw std::runtime_error(std::string(what) + ": " + natsStatus_GetText(status));
}

// The settings are three ways to send. "at_once": whoever publishes writes to the socket. "gathered", the
// library's default: a thread writes what there is once a millisecond. "loop": an event loop is told at once,
// and writes what there is when it gets to it.
owned<natsConnection> connect(const peer& at);

// `handler` is called by one thread, which the subscription has of its own, and takes the message.
owned<natsSubscription> subscribe(natsConnection& connection, const std::string& subject,
                                  natsMsgHandler handler, void* closure);

// The message's content, if it has the size of a T.
template <class T>
T content_of(const natsMsg& message) {
  T content;
  if (natsMsg_GetDataLength(&message) != sizeof content)
    throw std::runtime_error("a message has the wrong size");
  std::memcpy(&content, natsMsg_GetData(&message), sizeof content);
  return content;
}

}  // namespace bench::over_nats
