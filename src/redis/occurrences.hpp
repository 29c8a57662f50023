// Telling an observer, where there is one, of what seldom happens.
#pragma once

#include <memory>
#include <string_view>

#include <clamator/rpc/observer.hpp>

#include "redis/refusal.hpp"

namespace clamator::redis::detail {

inline void tell(const std::shared_ptr<observer>& to, const occurrence& what) {
  if (to) to->happened(what);
}

// Redis answered with an error.
inline void tell_refused(const std::shared_ptr<observer>& to, std::string_view service,
                         std::string_view error) {
  tell(to,
       {.what = event::redis_refused, .service = service, .subject = refusal_code(error), .reason = error});
}

}  // namespace clamator::redis::detail
