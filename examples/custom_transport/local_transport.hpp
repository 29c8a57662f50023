// A transport of one's own: clamator over a local (Unix domain) stream socket, with one server behind it.
//
//   clamator::server server{executor, custom_transport::local_server("/run/arith.sock")};
//   clamator::client client{executor, custom_transport::local_client("/run/arith.sock", "me")};
//
// A client's frame is five lines: service, call id, caller, milliseconds that the caller waits, and the
// request. A server's frame is two: "reply" and the reply, or "refused <call id>" and why.
//
// What is left out: it does not reconnect. A client that has lost its server says so in the errors of its
// calls.
#pragma once

#include <memory>
#include <string>

#include <clamator/rpc/client_transport.hpp>
#include <clamator/rpc/server_transport.hpp>

namespace custom_transport {

// `caller` is what handlers see as call_context::caller(); without a line break.
std::unique_ptr<clamator::client_transport> local_client(std::string path, std::string caller = {});

// Makes the socket at `path`, which must not exist, and removes it when it stops.
std::unique_ptr<clamator::server_transport> local_server(std::string path);

}  // namespace custom_transport
