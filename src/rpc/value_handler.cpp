#include <clamator/rpc/detail/value_handler.hpp>

namespace clamator::detail {
namespace {

// Reads back what a handler wrote, since that is what the caller will see.
void check_written(std::string_view json, const json_check& check, issue_list& issues) {
  boost::json::value result;
  json::reader in(json);
  clamator::decode(in, result, issues);
  if (issues.empty()) check(result, issues);
}

// Looks ahead at the params with the user's check. What cannot be read is reported by who reads it next.
void check_ahead(json::reader& in, const json_check& check, issue_list& issues) {
  const json::reader::place here = in.save();
  boost::json::value params;
  issue_list unreadable;
  clamator::decode(in, params, unreadable);
  if (in.failed()) return;
  in.restore(here);
  if (unreadable.empty()) check(params, issues);
}

}  // namespace

void checked_invocation::run(call_context& context, json::writer& out, issue_list& issues) {
  buffer written;
  json::writer inner_out(written);
  inner_->run(context, inner_out, issues);
  if (issues.empty()) check_written(written.view(), check_, issues);
  out.raw(written.view());
}

asio::awaitable<void> checked_invocation::run_suspending(call_context& context, json::writer& out,
                                                         issue_list& issues) {
  buffer written;
  json::writer inner_out(written);
  co_await inner_->run_suspending(context, inner_out, issues);
  if (issues.empty()) check_written(written.view(), check_, issues);
  out.raw(written.view());
}

void checked_handler::decode(json::reader& in, issue_list& issues, invocation_slot& to) const {
  if (params_) check_ahead(in, params_, issues);
  invocation_slot& inner = result_ ? to.emplace<checked_invocation>(result_).inner() : to;
  inner_->decode(in, issues, inner);
}

}  // namespace clamator::detail
