// Made by clamator-codegen from the contract of names-of-things; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace names_of_things {

// names-of-things.new params
class NewParams {
 public:
  NewParams() = default;
  NewParams(
      std::string class_,
      double default_,
      bool new_,
      std::string operator_,
      std::string template_,
      std::string namespace_,
      std::string def,
      std::string lambda,
      std::string none,
      std::string self,
      double errno_);

  std::string class_;
  double default_{};
  bool new_{};
  std::optional<std::string> import;
  std::string operator_;
  std::string template_;
  std::string namespace_;
  std::string def;
  std::string lambda;
  std::string none;
  std::string self;
  double errno_{};
};

// names-of-things.new result
class NewResult {
 public:
  NewResult() = default;
  NewResult(bool delete_);

  bool delete_{};
};

// names-of-things.delete params
class DeleteParams {
 public:
  DeleteParams() = default;
  DeleteParams(std::string user_id);

  std::string user_id;
};

// names-of-things.delete result
class DeleteResult {
 public:
  DeleteResult() = default;
  DeleteResult(std::string deleted_at);

  std::string deleted_at;
};

// names-of-things.getHTTPServer params
class GetHTTPServerParams {
 public:
  GetHTTPServerParams() = default;
  GetHTTPServerParams(
      std::string host_name,
      std::int64_t port_number,
      bool is_tls_enabled,
      std::string snake_case,
      std::string kebab_case,
      std::string with_space,
      std::string private_,
      std::string ref,
      std::string _2nd);

  std::string host_name;
  std::int64_t port_number{};
  bool is_tls_enabled{};
  std::string snake_case;
  std::string kebab_case;
  std::string with_space;
  std::string private_;
  std::string ref;
  std::string _2nd;
};

// names-of-things.getHTTPServer result.return
enum class GetHTTPServerResultReturn {
  class_,
  int_,
  not_found,
  _404,
  none,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(GetHTTPServerResultReturn value) noexcept;

// names-of-things.getHTTPServer result
class GetHTTPServerResult {
 public:
  GetHTTPServerResult() = default;
  GetHTTPServerResult(GetHTTPServerResultReturn return_);

  GetHTTPServerResultReturn return_{};
};

// names-of-things.import params.from
class ImportParamsFrom {
 public:
  ImportParamsFrom() = default;
  ImportParamsFrom(std::string class_);

  std::string class_;
};

// names-of-things.import params
class ImportParams {
 public:
  ImportParams() = default;
  ImportParams(ImportParamsFrom from);

  ImportParamsFrom from;
};

}  // namespace names_of_things

CLAMATOR_GENERATED_CODEC(names_of_things::NewParams);
CLAMATOR_GENERATED_CODEC(names_of_things::NewResult);
CLAMATOR_GENERATED_CODEC(names_of_things::DeleteParams);
CLAMATOR_GENERATED_CODEC(names_of_things::DeleteResult);
CLAMATOR_GENERATED_CODEC(names_of_things::GetHTTPServerParams);
CLAMATOR_GENERATED_CODEC(names_of_things::GetHTTPServerResultReturn);
CLAMATOR_GENERATED_CODEC(names_of_things::GetHTTPServerResult);
CLAMATOR_GENERATED_CODEC(names_of_things::ImportParamsFrom);
CLAMATOR_GENERATED_CODEC(names_of_things::ImportParams);

namespace names_of_things {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<NewParams, NewResult> new_{"names-of-things.new"};
inline constexpr clamator::method<DeleteParams, DeleteResult> delete_{"names-of-things.delete"};
inline constexpr clamator::method<GetHTTPServerParams, GetHTTPServerResult> get_http_server{"names-of-things.getHTTPServer"};
inline constexpr clamator::notification<ImportParams> import{"names-of-things.import"};
}  // namespace methods

// What a server of names-of-things implements; each may also be a plain coroutine of a derived class.
class NamesOfThingsService {
 public:
  NamesOfThingsService() = default;
  virtual ~NamesOfThingsService();

  virtual boost::asio::awaitable<NewResult> new_(NewParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<DeleteResult> delete_(
      DeleteParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<GetHTTPServerResult> get_http_server(
      GetHTTPServerParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<void> import(ImportParams params, clamator::call_context& context) = 0;

 protected:
  NamesOfThingsService(const NamesOfThingsService&) = default;
  NamesOfThingsService& operator=(const NamesOfThingsService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<NamesOfThingsService> names_of_things_contract;

// Calls names-of-things. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class NamesOfThingsClient {
 public:
  explicit NamesOfThingsClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto new_(const NewParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::new_, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto delete_(const DeleteParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::delete_, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto get_http_server(const GetHTTPServerParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::get_http_server, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto import(const ImportParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->notify(methods::import, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace names_of_things
