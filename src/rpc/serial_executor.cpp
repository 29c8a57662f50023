#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>

#include <clamator/rpc/detail/serial_executor.hpp>

namespace clamator::detail {
namespace {

using of_io_context = asio::io_context::executor_type;

}  // namespace

asio::any_io_executor make_serial(const asio::any_io_executor& executor) {
  if (const auto* const known = executor.target<of_io_context>()) return asio::make_strand(*known);
  return asio::make_strand(executor);
}

asio::any_io_executor beneath(const asio::any_io_executor& serial) {
  if (const auto* const known = serial.target<asio::strand<of_io_context>>())
    return known->get_inner_executor();
  if (const auto* const other = serial.target<asio::strand<asio::any_io_executor>>())
    return other->get_inner_executor();
  return serial;
}

bool runs_here(const asio::any_io_executor& serial) noexcept {
  if (const auto* const known = serial.target<asio::strand<of_io_context>>())
    return known->running_in_this_thread();
  const auto* const other = serial.target<asio::strand<asio::any_io_executor>>();
  return other != nullptr && other->running_in_this_thread();
}

}  // namespace clamator::detail
