// How a call ended, or anything else that may fail.
#pragma once

#include <functional>
#include <future>
#include <string>

#include "workload/eventually.hpp"

namespace clamator::test {

// "result" where it ended well, else what the error says: the name of a transport_errc or protocol_errc,
// "rpc_error -32601", "usage_error", "operation_aborted". Whatever else is thrown goes through.
std::string ending(const std::function<void()>& action);

template <class T>
std::string end_of(std::future<T> begun) {
  return ending([&] { finished(std::move(begun)); });
}

// The error that it ended with, which must be of this type.
template <class Error, class T>
Error failure_of(std::future<T> begun) {
  try {
    finished(std::move(begun));
  } catch (const Error& error) {
    return error;
  }
  throw std::runtime_error("it ended well and was not to");
}

}  // namespace clamator::test
