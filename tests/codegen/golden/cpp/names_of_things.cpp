// Made by clamator-codegen from the contract of names-of-things; changes are lost.
#include "names_of_things.hpp"

#include <clamator/generated/codecs.hpp>

namespace names_of_things {

constexpr auto describe_fields(clamator::type<NewParams>) {
  return clamator::fields<NewParams>(
      clamator::field("class", &NewParams::class_),
      clamator::field("default", &NewParams::default_),
      clamator::field("new", &NewParams::new_),
      clamator::field("import", &NewParams::import),
      clamator::field("operator", &NewParams::operator_),
      clamator::field("template", &NewParams::template_),
      clamator::field("namespace", &NewParams::namespace_),
      clamator::field("def", &NewParams::def),
      clamator::field("lambda", &NewParams::lambda),
      clamator::field("None", &NewParams::none),
      clamator::field("self", &NewParams::self),
      clamator::field("errno", &NewParams::errno_),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<NewResult>) {
  return clamator::fields<NewResult>(
      clamator::field("delete", &NewResult::delete_),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<DeleteParams>) {
  return clamator::fields<DeleteParams>(
      clamator::field("userId", &DeleteParams::user_id),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<DeleteResult>) {
  return clamator::fields<DeleteResult>(
      clamator::field("deletedAt", &DeleteResult::deleted_at),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<GetHTTPServerParams>) {
  return clamator::fields<GetHTTPServerParams>(
      clamator::field("hostName", &GetHTTPServerParams::host_name),
      clamator::field("portNumber", &GetHTTPServerParams::port_number),
      clamator::field("isTLSEnabled", &GetHTTPServerParams::is_tls_enabled),
      clamator::field("snake_case", &GetHTTPServerParams::snake_case),
      clamator::field("kebab-case", &GetHTTPServerParams::kebab_case),
      clamator::field("with space", &GetHTTPServerParams::with_space),
      clamator::field("_private", &GetHTTPServerParams::private_),
      clamator::field("$ref", &GetHTTPServerParams::ref),
      clamator::field("2nd", &GetHTTPServerParams::_2nd),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_enum(clamator::type<GetHTTPServerResultReturn>) {
  return clamator::enumerators<GetHTTPServerResultReturn>({
      {GetHTTPServerResultReturn::class_, "class"},
      {GetHTTPServerResultReturn::int_, "int"},
      {GetHTTPServerResultReturn::not_found, "not-found"},
      {GetHTTPServerResultReturn::_404, "404"},
      {GetHTTPServerResultReturn::none, "None"},
  });
}

constexpr auto describe_fields(clamator::type<GetHTTPServerResult>) {
  return clamator::fields<GetHTTPServerResult>(
      clamator::field("return", &GetHTTPServerResult::return_),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<ImportParamsFrom>) {
  return clamator::fields<ImportParamsFrom>(
      clamator::field("class", &ImportParamsFrom::class_),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<ImportParams>) {
  return clamator::fields<ImportParams>(
      clamator::field("from", &ImportParams::from),
      clamator::unknown_keys::ignore);
}

NewParams::NewParams(
    std::string given_class_,
    double given_default_,
    bool given_new_,
    std::string given_operator_,
    std::string given_template_,
    std::string given_namespace_,
    std::string given_def,
    std::string given_lambda,
    std::string given_none,
    std::string given_self,
    double given_errno_)
    : class_(std::move(given_class_)),
      default_(given_default_),
      new_(given_new_),
      operator_(std::move(given_operator_)),
      template_(std::move(given_template_)),
      namespace_(std::move(given_namespace_)),
      def(std::move(given_def)),
      lambda(std::move(given_lambda)),
      none(std::move(given_none)),
      self(std::move(given_self)),
      errno_(given_errno_) {}

NewResult::NewResult(bool given_delete_)
    : delete_(given_delete_) {}

DeleteParams::DeleteParams(std::string given_user_id)
    : user_id(std::move(given_user_id)) {}

DeleteResult::DeleteResult(std::string given_deleted_at)
    : deleted_at(std::move(given_deleted_at)) {}

GetHTTPServerParams::GetHTTPServerParams(
    std::string given_host_name,
    std::int64_t given_port_number,
    bool given_is_tls_enabled,
    std::string given_snake_case,
    std::string given_kebab_case,
    std::string given_with_space,
    std::string given_private_,
    std::string given_ref,
    std::string given__2nd)
    : host_name(std::move(given_host_name)),
      port_number(given_port_number),
      is_tls_enabled(given_is_tls_enabled),
      snake_case(std::move(given_snake_case)),
      kebab_case(std::move(given_kebab_case)),
      with_space(std::move(given_with_space)),
      private_(std::move(given_private_)),
      ref(std::move(given_ref)),
      _2nd(std::move(given__2nd)) {}

std::string_view to_string(GetHTTPServerResultReturn value) noexcept {
  switch (value) {
    case GetHTTPServerResultReturn::class_: return "class";
    case GetHTTPServerResultReturn::int_: return "int";
    case GetHTTPServerResultReturn::not_found: return "not-found";
    case GetHTTPServerResultReturn::_404: return "404";
    case GetHTTPServerResultReturn::none: return "None";
  }
  return {};
}

GetHTTPServerResult::GetHTTPServerResult(GetHTTPServerResultReturn given_return_)
    : return_(given_return_) {}

ImportParamsFrom::ImportParamsFrom(std::string given_class_)
    : class_(std::move(given_class_)) {}

ImportParams::ImportParams(ImportParamsFrom given_from)
    : from(std::move(given_from)) {}

NamesOfThingsService::~NamesOfThingsService() = default;

const clamator::contract<NamesOfThingsService> names_of_things_contract(
    "names-of-things",
    clamator::handles(methods::new_, &NamesOfThingsService::new_),
    clamator::handles(methods::delete_, &NamesOfThingsService::delete_),
    clamator::handles(methods::get_http_server, &NamesOfThingsService::get_http_server),
    clamator::handles(methods::import, &NamesOfThingsService::import));

}  // namespace names_of_things

CLAMATOR_GENERATED_CODEC_BODY(names_of_things::NewParams)
CLAMATOR_GENERATED_CODEC_BODY(names_of_things::NewResult)
CLAMATOR_GENERATED_CODEC_BODY(names_of_things::DeleteParams)
CLAMATOR_GENERATED_CODEC_BODY(names_of_things::DeleteResult)
CLAMATOR_GENERATED_CODEC_BODY(names_of_things::GetHTTPServerParams)
CLAMATOR_GENERATED_CODEC_BODY(names_of_things::GetHTTPServerResultReturn)
CLAMATOR_GENERATED_CODEC_BODY(names_of_things::GetHTTPServerResult)
CLAMATOR_GENERATED_CODEC_BODY(names_of_things::ImportParamsFrom)
CLAMATOR_GENERATED_CODEC_BODY(names_of_things::ImportParams)
