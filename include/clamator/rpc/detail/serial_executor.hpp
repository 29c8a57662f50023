// A strand behind an any_io_executor, as cheap as Asio lets it be.
#pragma once

#include <boost/asio/any_io_executor.hpp>

#include <clamator/export.hpp>

namespace clamator::detail {

namespace asio = boost::asio;

// A new strand over `executor`. Over an io_context it is one of that type: it fits into an any_io_executor,
// while a strand over an any_io_executor is copied to the heap, and asks for properties there, several times
// each time that something is posted. With those a single call cost 56 allocations in a server and 27 in a
// client (Boost 1.81).
CLAMATOR_EXPORT asio::any_io_executor make_serial(const asio::any_io_executor& executor);

// Whether the calling thread runs something of `serial`, which make_serial() made.
CLAMATOR_EXPORT bool runs_here(const asio::any_io_executor& serial) noexcept;

}  // namespace clamator::detail
