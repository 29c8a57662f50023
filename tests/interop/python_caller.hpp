#pragma once

#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include "interop/caller.hpp"

namespace clamator::interop {

/// Calls through peers/arith_client.py.
class python_caller final : public caller {
 public:
  python_caller(const peer& which, const std::string& prefix, const std::string& instance);

  std::function<outcomes()> begin(const std::vector<request>& calls) override;
  void notify(const std::string& method, const std::string& params) override;
  void stop() override;

  /// One call, with more said of it: R"("id":7)" sends that id and has the whole reply as its result;
  /// R"("typed":true)" goes through the contract's Pydantic models.
  outcome call_with(const request& what, std::string_view more);
  void kill() { process_.kill(); }

 private:
  int send(const std::string& op, const std::string& arguments);
  boost::json::value answer(int tag);

  test::child_process& process_;
};

}  // namespace clamator::interop
