// Made by clamator-codegen from the contract of objects; changes are lost.
#include "objects.hpp"

#include <clamator/generated/codecs.hpp>

namespace objects {

constexpr auto describe_fields(clamator::type<NestParamsAddressCity>) {
  return clamator::fields<NestParamsAddressCity>(
      clamator::field("name", &NestParamsAddressCity::name),
      clamator::field("zip", &NestParamsAddressCity::zip),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<NestParamsAddress>) {
  return clamator::fields<NestParamsAddress>(
      clamator::field("street", &NestParamsAddress::street),
      clamator::field("city", &NestParamsAddress::city),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<NestParams>) {
  return clamator::fields<NestParams>(
      clamator::field("name", &NestParams::name),
      clamator::field("address", &NestParams::address),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<NestResult>) {
  return clamator::fields<NestResult>(clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<StripParams>) {
  return clamator::fields<StripParams>(
      clamator::field("a", &StripParams::a),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<StripResult>) {
  return clamator::fields<StripResult>(
      clamator::field("a", &StripResult::a),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<StrictParams>) {
  return clamator::fields<StrictParams>(
      clamator::field("a", &StrictParams::a),
      clamator::unknown_keys::refuse);
}

constexpr auto describe_fields(clamator::type<StrictResult>) {
  return clamator::fields<StrictResult>(
      clamator::field("a", &StrictResult::a),
      clamator::unknown_keys::refuse);
}

constexpr auto describe_fields(clamator::type<PassParams>) {
  return clamator::fields<PassParams>(
      clamator::field("a", &PassParams::a),
      clamator::keep_unknown(&PassParams::rest));
}

constexpr auto describe_fields(clamator::type<PassResult>) {
  return clamator::fields<PassResult>(
      clamator::field("a", &PassResult::a),
      clamator::keep_unknown(&PassResult::rest));
}

constexpr auto describe_fields(clamator::type<CatchAllParams>) {
  return clamator::fields<CatchAllParams>(
      clamator::field("a", &CatchAllParams::a),
      clamator::keep_unknown(&CatchAllParams::rest));
}

constexpr auto describe_fields(clamator::type<CatchAllResult>) {
  return clamator::fields<CatchAllResult>(clamator::keep_unknown(&CatchAllResult::rest));
}

constexpr auto describe_fields(clamator::type<ExtendParams>) {
  return clamator::fields<ExtendParams>(
      clamator::field("name", &ExtendParams::name),
      clamator::field("address", &ExtendParams::address),
      clamator::field("company", &ExtendParams::company),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<ExtendResult>) {
  return clamator::fields<ExtendResult>(
      clamator::field("name", &ExtendResult::name),
      clamator::field("company", &ExtendResult::company),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<MergeParams>) {
  return clamator::fields<MergeParams>(
      clamator::field("name", &MergeParams::name),
      clamator::field("address", &MergeParams::address),
      clamator::field(
          "createdAt",
          &MergeParams::created_at,
          clamator::format::datetime(false, false, std::nullopt)),
      clamator::field(
          "updatedAt",
          &MergeParams::updated_at,
          clamator::format::datetime(false, false, std::nullopt)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<MergeResult>) {
  return clamator::fields<MergeResult>(
      clamator::field(
          "createdAt",
          &MergeResult::created_at,
          clamator::format::datetime(false, false, std::nullopt)),
      clamator::field(
          "updatedAt",
          &MergeResult::updated_at,
          clamator::format::datetime(false, false, std::nullopt)),
      clamator::unknown_keys::refuse);
}

constexpr auto describe_fields(clamator::type<PickParams>) {
  return clamator::fields<PickParams>(
      clamator::field("name", &PickParams::name),
      clamator::field("company", &PickParams::company),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<PickResult>) {
  return clamator::fields<PickResult>(
      clamator::field("ok", &PickResult::ok),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<PartialParams>) {
  return clamator::fields<PartialParams>(
      clamator::field("name", &PartialParams::name),
      clamator::field("address", &PartialParams::address),
      clamator::field("company", &PartialParams::company),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<PartialResult>) {
  return clamator::fields<PartialResult>(
      clamator::field("name", &PartialResult::name),
      clamator::field("address", &PartialResult::address),
      clamator::field("company", &PartialResult::company),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<DeepPartialParamsAddressCity>) {
  return clamator::fields<DeepPartialParamsAddressCity>(
      clamator::field("name", &DeepPartialParamsAddressCity::name),
      clamator::field("zip", &DeepPartialParamsAddressCity::zip),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<DeepPartialParamsAddress>) {
  return clamator::fields<DeepPartialParamsAddress>(
      clamator::field("street", &DeepPartialParamsAddress::street),
      clamator::field("city", &DeepPartialParamsAddress::city),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<DeepPartialParams>) {
  return clamator::fields<DeepPartialParams>(
      clamator::field("name", &DeepPartialParams::name),
      clamator::field("address", &DeepPartialParams::address),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<DeepPartialResult>) {
  return clamator::fields<DeepPartialResult>(
      clamator::field("name", &DeepPartialResult::name),
      clamator::field("address", &DeepPartialResult::address),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<IntersectParams>) {
  return clamator::fields<IntersectParams>(
      clamator::field("id", &IntersectParams::id),
      clamator::field(
          "createdAt",
          &IntersectParams::created_at,
          clamator::format::datetime(false, false, std::nullopt)),
      clamator::field(
          "updatedAt",
          &IntersectParams::updated_at,
          clamator::format::datetime(false, false, std::nullopt)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<IntersectResult>) {
  return clamator::fields<IntersectResult>(
      clamator::field("id", &IntersectResult::id),
      clamator::field("n", &IntersectResult::n),
      clamator::keep_unknown(&IntersectResult::rest));
}

NestParamsAddressCity::NestParamsAddressCity(std::string given_name, std::string given_zip)
    : name(std::move(given_name)),
      zip(std::move(given_zip)) {}

NestParamsAddress::NestParamsAddress(std::string given_street, NestParamsAddressCity given_city)
    : street(std::move(given_street)),
      city(std::move(given_city)) {}

NestParams::NestParams(std::string given_name, NestParamsAddress given_address)
    : name(std::move(given_name)),
      address(std::move(given_address)) {}

StripParams::StripParams(std::string given_a)
    : a(std::move(given_a)) {}

StripResult::StripResult(std::string given_a)
    : a(std::move(given_a)) {}

StrictParams::StrictParams(std::string given_a)
    : a(std::move(given_a)) {}

StrictResult::StrictResult(std::string given_a)
    : a(std::move(given_a)) {}

PassParams::PassParams(std::string given_a)
    : a(std::move(given_a)) {}

PassResult::PassResult(std::string given_a)
    : a(std::move(given_a)) {}

CatchAllParams::CatchAllParams(std::string given_a)
    : a(std::move(given_a)) {}

ExtendParams::ExtendParams(
    std::string given_name,
    NestParamsAddress given_address,
    std::string given_company)
    : name(std::move(given_name)),
      address(std::move(given_address)),
      company(std::move(given_company)) {}

ExtendResult::ExtendResult(std::string given_name, std::string given_company)
    : name(std::move(given_name)),
      company(std::move(given_company)) {}

MergeParams::MergeParams(
    std::string given_name,
    NestParamsAddress given_address,
    std::string given_created_at,
    std::string given_updated_at)
    : name(std::move(given_name)),
      address(std::move(given_address)),
      created_at(std::move(given_created_at)),
      updated_at(std::move(given_updated_at)) {}

MergeResult::MergeResult(std::string given_created_at, std::string given_updated_at)
    : created_at(std::move(given_created_at)),
      updated_at(std::move(given_updated_at)) {}

PickParams::PickParams(std::string given_name, std::string given_company)
    : name(std::move(given_name)),
      company(std::move(given_company)) {}

PickResult::PickResult(bool given_ok)
    : ok(given_ok) {}

PartialResult::PartialResult(std::string given_name, NestParamsAddress given_address)
    : name(std::move(given_name)),
      address(std::move(given_address)) {}

DeepPartialResult::DeepPartialResult(std::string given_name, NestParamsAddress given_address)
    : name(std::move(given_name)),
      address(std::move(given_address)) {}

IntersectParams::IntersectParams(
    std::string given_id,
    std::string given_created_at,
    std::string given_updated_at)
    : id(std::move(given_id)),
      created_at(std::move(given_created_at)),
      updated_at(std::move(given_updated_at)) {}

IntersectResult::IntersectResult(std::string given_id, double given_n)
    : id(std::move(given_id)),
      n(given_n) {}

ObjectsService::~ObjectsService() = default;

const clamator::contract<ObjectsService> objects_contract(
    "objects",
    clamator::handles(methods::nest, &ObjectsService::nest),
    clamator::handles(methods::strip, &ObjectsService::strip),
    clamator::handles(methods::strict, &ObjectsService::strict),
    clamator::handles(methods::pass, &ObjectsService::pass),
    clamator::handles(methods::catch_all, &ObjectsService::catch_all),
    clamator::handles(methods::extend, &ObjectsService::extend),
    clamator::handles(methods::merge, &ObjectsService::merge),
    clamator::handles(methods::pick, &ObjectsService::pick),
    clamator::handles(methods::partial, &ObjectsService::partial),
    clamator::handles(methods::deep_partial, &ObjectsService::deep_partial),
    clamator::handles(methods::intersect, &ObjectsService::intersect));

}  // namespace objects

CLAMATOR_GENERATED_CODEC_BODY(objects::NestParamsAddressCity)
CLAMATOR_GENERATED_CODEC_BODY(objects::NestParamsAddress)
CLAMATOR_GENERATED_CODEC_BODY(objects::NestParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::NestResult)
CLAMATOR_GENERATED_CODEC_BODY(objects::StripParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::StripResult)
CLAMATOR_GENERATED_CODEC_BODY(objects::StrictParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::StrictResult)
CLAMATOR_GENERATED_CODEC_BODY(objects::PassParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::PassResult)
CLAMATOR_GENERATED_CODEC_BODY(objects::CatchAllParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::CatchAllResult)
CLAMATOR_GENERATED_CODEC_BODY(objects::ExtendParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::ExtendResult)
CLAMATOR_GENERATED_CODEC_BODY(objects::MergeParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::MergeResult)
CLAMATOR_GENERATED_CODEC_BODY(objects::PickParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::PickResult)
CLAMATOR_GENERATED_CODEC_BODY(objects::PartialParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::PartialResult)
CLAMATOR_GENERATED_CODEC_BODY(objects::DeepPartialParamsAddressCity)
CLAMATOR_GENERATED_CODEC_BODY(objects::DeepPartialParamsAddress)
CLAMATOR_GENERATED_CODEC_BODY(objects::DeepPartialParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::DeepPartialResult)
CLAMATOR_GENERATED_CODEC_BODY(objects::IntersectParams)
CLAMATOR_GENERATED_CODEC_BODY(objects::IntersectResult)
