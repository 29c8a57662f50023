#include <optional>
#include <string>
#include <vector>

#include <grpcpp/grpcpp.h>

#include "arith.grpc.pb.h"
#include "arith.hpp"

namespace bench::over_grpc {
namespace {

class client {
 public:
  client(const peer& at, closed_loop& load)
      : stub_(Arith::NewStub(
            grpc::CreateChannel("127.0.0.1:" + std::to_string(at.port), grpc::InsecureChannelCredentials()))),
        load_(load),
        calls_(load.window()) {}

  void start(std::size_t slot) {
    one_call& call = calls_[slot];
    call.context.emplace();
    call.params.set_a(2);
    call.params.set_b(3);
    stub_->async()->Add(&*call.context, &call.params, &call.result,
                        [this, slot](const grpc::Status& status) { complete(slot, status); });
  }

 private:
  // Messages are used again by the slot's next call; a context is good for one call only.
  struct one_call {
    std::optional<grpc::ClientContext> context;
    AddParams params;
    AddResult result;
  };

  void complete(std::size_t slot, const grpc::Status& status) {
    if (!status.ok()) return load_.failed("a call failed: " + status.error_message());
    if (calls_[slot].result.sum() != 5) return load_.failed("2 + 3 is not 5 here");
    load_.completed(slot);
  }

  std::unique_ptr<Arith::Stub> stub_;
  closed_loop& load_;
  std::vector<one_call> calls_;
};

}  // namespace

figures call(const peer& at, closed_loop& load) {
  client c(at, load);
  return load.run([&c](std::size_t slot) { c.start(slot); });
}

}  // namespace bench::over_grpc
