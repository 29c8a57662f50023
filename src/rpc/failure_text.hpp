// What an exception says, for whoever asks later.
#pragma once

#include <exception>
#include <string>

namespace clamator::detail {

inline std::string failure_text(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "an exception that is no std::exception";
  }
}

}  // namespace clamator::detail
