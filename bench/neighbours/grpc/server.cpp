#include <cstdlib>
#include <stdexcept>
#include <string>

#include <grpcpp/grpcpp.h>

#include "arith.grpc.pb.h"
#include "arith.hpp"

namespace bench::over_grpc {
namespace {

class arith : public Arith::CallbackService {
  grpc::ServerUnaryReactor* Add(grpc::CallbackServerContext* context, const AddParams* params,
                                AddResult* result) override {
    result->set_sum(params->a() + params->b());
    grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

}  // namespace

void serve(const peer& at) {
  arith service;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:" + std::to_string(at.port), grpc::InsecureServerCredentials());
  builder.RegisterService(&service);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (!server) throw std::runtime_error("cannot listen on 127.0.0.1:" + std::to_string(at.port));
  say_ready("gRPC " + grpc::Version());
  server->Wait();
  std::abort();  // nobody shuts it down
}

}  // namespace bench::over_grpc
