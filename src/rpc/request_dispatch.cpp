#include <typeinfo>

#include <boost/core/demangle.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <clamator/protocol/reply.hpp>
#include <clamator/rpc/detail/request_dispatch.hpp>

namespace clamator::detail {
namespace {

// The `data` of an error about params or a result: {"errors":[{"path":...,"message":...,"found":...}]}.
boost::json::value errors_data(const issue_list& issues) {
  boost::json::array errors;
  for (const issue& item : issues.items()) {
    errors.push_back({{"path", item.path}, {"message", item.message}, {"found", item.found}});
  }
  return boost::json::object{{"errors", std::move(errors)}};
}

}  // namespace

request_dispatch::next request_dispatch::read(std::string_view envelope) {
  out_.recycle();
  failed_ = false;
  issues_.clear();
  call_.reset();
  handler_ = nullptr;
  thrown_ = nullptr;
  rejected_ = false;
  request_ = {};
  request_ = parse_request(envelope, max_depth_, *this);
  if (request_.status != request_envelope::state::valid || !handler_ || thrown_ || !issues_.empty()) {
    return refuse();
  }
  return call_->suspends() ? next::run_suspending : next::run;
}

request_dispatch::next request_dispatch::skip() {
  out_.recycle();
  failed_ = false;
  rejected_ = false;
  return next::done;
}

// An envelope's service that is not the one of the stream it came on is unknown there.
void request_dispatch::take(const method_name& method, json::reader& in) {
  if (method.service == service_.name()) handler_ = service_.find(method.method);
  if (handler_ == nullptr) {
    in.skip();
    return;
  }
  const json::reader::place params = in.save();
  try {
    handler_->decode(in, issues_, call_);
  } catch (...) {
    // A check or a codec of the user's: the rest of the envelope is still to be read, for the id.
    thrown_ = std::current_exception();
    in.restore(params);
    in.skip();
  }
}

request_dispatch::next request_dispatch::refuse() {
  if (request_.status == request_envelope::state::not_json) {
    note_failure("not JSON: " + request_.problem);
    write_error(out_, request_.id, error_code::parse_error, "Parse error: " + request_.problem, nullptr);
  } else if (request_.status == request_envelope::state::invalid) {
    note_failure("no valid request: " + request_.problem);
    write_error(out_, request_.id, error_code::invalid_request, "Invalid Request: " + request_.problem,
                nullptr);
  } else if (handler_ == nullptr) {
    if (request_.notification()) note_failure("Method not found");
    answer_error(error_code::method_not_found, "Method not found", nullptr);
  } else if (thrown_) {
    answer_exception(thrown_);
  } else {
    if (request_.notification()) note_failure("Invalid params: " + issues_.text());
    answer_error(error_code::invalid_params, "Invalid params", errors_data(issues_));
  }
  return next::done;
}

void request_dispatch::begin(call_context& context) {
  const method_name name = request_.method();
  context.set_request(name.service, name.method, request_.id);
  if (!request_.notification()) begin_result(out_, request_.id);
}

void request_dispatch::run(call_context& context) {
  std::exception_ptr thrown;
  try {
    begin(context);
    json::writer writer(out_);
    call_->run(context, writer, issues_);
  } catch (...) {
    thrown = std::current_exception();
  }
  conclude(thrown);
}

asio::awaitable<void> request_dispatch::run_suspending(call_context& context) {
  std::exception_ptr thrown;
  try {
    begin(context);
    json::writer writer(out_);
    co_await call_->run_suspending(context, writer, issues_);
  } catch (...) {
    thrown = std::current_exception();
  }
  conclude(thrown);
}

void request_dispatch::conclude(const std::exception_ptr& thrown) {
  call_.reset();
  if (thrown) {
    answer_exception(thrown);
  } else if (!issues_.empty()) {
    note_failure("Result validation failed: " + issues_.text());
    answer_error(error_code::internal_error, "Result validation failed", errors_data(issues_));
  } else if (request_.notification()) {
    out_.clear();
  } else {
    try {
      end_result(out_);
    } catch (const std::bad_alloc&) {
      answer_exception(std::current_exception());
    }
  }
  bound_reply();
}

// What Redis would not take would never be acknowledged either.
void request_dispatch::bound_reply() {
  const std::size_t bytes = out_.size();
  if (bytes <= max_message_bytes_) return;
  note_failure("its reply of " + std::to_string(bytes) + " bytes is over option max_message_bytes, " +
               std::to_string(max_message_bytes_));
  answer_error(error_code::internal_error, "Reply too large",
               {{"bytes", bytes}, {"max_message_bytes", max_message_bytes_}});
}

void request_dispatch::answer_exception(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const rpc_error& error) {
    if (request_.notification()) note_failure(error.what());
    answer_error(error.code(), error.message(), error.data());
  } catch (const std::exception& error) {
    note_failure(std::string("the handler threw: ") + error.what());
    answer_error(error_code::internal_error, "Internal error",
                 {{"name", boost::core::demangle(typeid(error).name())}, {"message", error.what()}});
  } catch (...) {
    note_failure("the handler threw something that is no std::exception");
    answer_error(error_code::internal_error, "Internal error",
                 {{"name", "unknown"}, {"message", "the handler threw something that is no std::exception"}});
  }
}

void request_dispatch::answer_error(std::int64_t code, std::string_view message,
                                    const boost::json::value& data) {
  failed_ = true;
  out_.clear();
  if (!request_.notification()) write_error(out_, request_.id, code, message, data);
}

void request_dispatch::note_failure(std::string_view what) {
  if (request_.status != request_envelope::state::valid || request_.notification()) {
    reason_ = what;
    rejected_ = true;
  }
  if (!log_) return;
  const std::string name = request_.full_method.empty() ? service_.name() : request_.full_method;
  log_(log_level::warning, name + (request_.notification() ? " (notification): " : ": ") + std::string(what));
}

}  // namespace clamator::detail
