// The services that the soak calls: "soak", which soak_server.py has as well, and "long", whose handlers take
// longer than a lease lasts. Python servers renew none, so that one is of C++ servers alone.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include <boost/describe/class.hpp>

#include <clamator/rpc/method.hpp>

namespace clamator::soak {

class job {
 public:
  job() = default;
  job(std::string its_key, std::int64_t its_ms) : key(std::move(its_key)), ms(its_ms) {}
  std::string key;      // no two calls of a run have the same
  std::int64_t ms = 0;  // how long its handler takes
};
BOOST_DESCRIBE_STRUCT(job, (), (key, ms))

class job_result {
 public:
  job_result() = default;
  job_result(std::string its_key, std::string its_server)
      : key(std::move(its_key)), server(std::move(its_server)) {}
  std::string key;
  std::string server;
};
BOOST_DESCRIBE_STRUCT(job_result, (), (key, server))

inline constexpr method<job, job_result> run_job{"soak.run"};
inline constexpr notification<job> note_job{"soak.note"};
inline constexpr method<job, job_result> run_long_job{"long.run"};

}  // namespace clamator::soak
