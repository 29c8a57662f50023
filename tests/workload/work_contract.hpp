// The services that these tests call: two that do as the test says.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/describe/class.hpp>

#include <clamator/rpc/method.hpp>
#include <clamator/rpc/service.hpp>

namespace clamator::test {

namespace asio = boost::asio;

class job {
 public:
  job() = default;
  explicit job(std::int64_t its_number) : number(its_number) {}
  std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(job, (), (number))

class job_result {
 public:
  job_result() = default;
  job_result(std::int64_t its_number, std::string its_server)
      : number(its_number), server(std::move(its_server)) {}
  std::int64_t number = 0;
  std::string server;
};
BOOST_DESCRIBE_STRUCT(job_result, (), (number, server))

inline constexpr method<job, job_result> work_run{"work.run"};
inline constexpr notification<job> work_note{"work.note"};
inline constexpr method<job, job_result> other_run{"other.run"};

using job_handler = std::function<asio::awaitable<job_result>(job, call_context&)>;

// "work" with run and note, "other" with run.
service work_service(job_handler handler);
service other_service(job_handler handler);

}  // namespace clamator::test
