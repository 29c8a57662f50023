#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "interop/caller.hpp"
#include "interop/running_server.hpp"

namespace clamator::interop {

struct pairing {
  peer server;
  peer client;

  std::string name() const { return server.name() + "_server_" + client.name() + "_client"; }
};

/// C++ with itself and with each Python both ways; each Python with itself, so that what a test expects is
/// known to be what the original does, too.
std::vector<pairing> all_pairings();

/// Used by no other test of this program.
std::string fresh_prefix();

/// A server and a client of it, for tests that must come out the same in every pairing.
class paired : public testing::TestWithParam<pairing> {
 protected:
  paired();
  void TearDown() override;

  bool cpp_server() const { return GetParam().server.cpp(); }
  bool cpp_client() const { return GetParam().client.cpp(); }

  const std::string prefix_ = fresh_prefix();
  running_server server_;
  std::unique_ptr<caller> client_;
};

/// What a test with a parameter is called after its slash.
struct parameter_name {
  template <class Parameter>
  std::string operator()(const testing::TestParamInfo<Parameter>& info) const {
    return info.param.name();
  }
};

}  // namespace clamator::interop
