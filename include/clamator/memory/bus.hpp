// What connects memory servers and clients of one process.
//
//   clamator::memory::bus bus;
//   clamator::memory::server server{executor, bus};
//   clamator::memory::client client{executor, bus};
//
// Requests and replies cross it as the same JSON that would cross Redis, so validation and errors are the
// same; nothing else is: one server a service, and a service that nobody serves is answered at once with
// -32601.
#pragma once

#include <memory>

#include <clamator/export.hpp>

namespace clamator::memory {

namespace detail {
class exchange;
}

// A handle: copies are the same bus. Lives for as long as anybody uses it. Any thread.
class CLAMATOR_EXPORT bus {
 public:
  // A new one, without services.
  bus();

  // For the transports.
  const std::shared_ptr<detail::exchange>& exchange() const noexcept { return exchange_; }

 private:
  std::shared_ptr<detail::exchange> exchange_;
};

}  // namespace clamator::memory
