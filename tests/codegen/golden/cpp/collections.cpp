// Made by clamator-codegen from the contract of collections; changes are lost.
#include "collections.hpp"

#include <clamator/generated/codecs.hpp>

namespace collections {

constexpr auto describe_fields(clamator::type<ArraysParamsLinesItem>) {
  return clamator::fields<ArraysParamsLinesItem>(
      clamator::field("sku", &ArraysParamsLinesItem::sku),
      clamator::field("count", &ArraysParamsLinesItem::count),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<ArraysParams>) {
  return clamator::fields<ArraysParams>(
      clamator::field("names", &ArraysParams::names),
      clamator::field("nonempty", &ArraysParams::nonempty, clamator::min_length(1)),
      clamator::field("few", &ArraysParams::few, clamator::min_length(1), clamator::max_length(3)),
      clamator::field(
          "three",
          &ArraysParams::three,
          clamator::min_length(3),
          clamator::max_length(3)),
      clamator::field("matrix", &ArraysParams::matrix),
      clamator::field("lines", &ArraysParams::lines),
      clamator::field("gaps", &ArraysParams::gaps),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<ArraysResult>) {
  return clamator::wraps(&ArraysResult::value);
}

constexpr auto describe_fields(clamator::type<TuplesParamsNamedItem2>) {
  return clamator::fields<TuplesParamsNamedItem2>(
      clamator::field("weight", &TuplesParamsNamedItem2::weight),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<TuplesParams>) {
  return clamator::fields<TuplesParams>(
      clamator::field("point", &TuplesParams::point),
      clamator::field("named", &TuplesParams::named),
      clamator::field("command", &TuplesParams::command),
      clamator::field("none", &TuplesParams::none),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<TuplesResult>) {
  return clamator::wraps(&TuplesResult::value);
}

constexpr auto describe_fields(clamator::type<RecordsParamsPeopleValue>) {
  return clamator::fields<RecordsParamsPeopleValue>(
      clamator::field("name", &RecordsParamsPeopleValue::name),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<RecordsParams>) {
  return clamator::fields<RecordsParams>(
      clamator::field("counts", &RecordsParams::counts),
      clamator::field(
          "byCode",
          &RecordsParams::by_code,
          clamator::keys(clamator::pattern<"\\A[a-z]{2}\\z">("^[a-z]{2}$"))),
      clamator::field(
          "byColor",
          &RecordsParams::by_color,
          clamator::keys(clamator::one_of("red", "green"))),
      clamator::field("people", &RecordsParams::people),
      clamator::field("anything", &RecordsParams::anything),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<RecordsResult>) {
  return clamator::wraps(&RecordsResult::value);
}

constexpr auto describe_wrapped(clamator::type<RecordParamsParams>) {
  return clamator::wraps(&RecordParamsParams::value);
}

constexpr auto describe_fields(clamator::type<RecordParamsResultItem>) {
  return clamator::fields<RecordParamsResultItem>(
      clamator::field("key", &RecordParamsResultItem::key),
      clamator::field("value", &RecordParamsResultItem::value),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<RecordParamsResult>) {
  return clamator::wraps(&RecordParamsResult::value);
}

ArraysParamsLinesItem::ArraysParamsLinesItem(std::string given_sku, std::int64_t given_count)
    : sku(std::move(given_sku)),
      count(given_count) {}

ArraysParams::ArraysParams(
    std::vector<std::string> given_names,
    std::vector<double> given_nonempty,
    std::vector<bool> given_few,
    std::vector<double> given_three,
    std::vector<std::vector<double>> given_matrix,
    std::vector<ArraysParamsLinesItem> given_lines,
    std::vector<std::optional<std::string>> given_gaps)
    : names(std::move(given_names)),
      nonempty(std::move(given_nonempty)),
      few(std::move(given_few)),
      three(std::move(given_three)),
      matrix(std::move(given_matrix)),
      lines(std::move(given_lines)),
      gaps(std::move(given_gaps)) {}

ArraysResult::ArraysResult(std::vector<std::string> given) : value(std::move(given)) {}

TuplesParamsNamedItem2::TuplesParamsNamedItem2(double given_weight)
    : weight(given_weight) {}

TuplesParams::TuplesParams(
    std::tuple<double, double> given_point,
    std::tuple<std::string, TuplesParamsNamedItem2> given_named,
    clamator::open_tuple<double, std::string> given_command,
    std::tuple<> given_none)
    : point(std::move(given_point)),
      named(std::move(given_named)),
      command(std::move(given_command)),
      none(std::move(given_none)) {}

TuplesResult::TuplesResult(std::tuple<std::string, double> given) : value(std::move(given)) {}

RecordsParamsPeopleValue::RecordsParamsPeopleValue(std::string given_name)
    : name(std::move(given_name)) {}

RecordsParams::RecordsParams(
    std::map<std::string, double> given_counts,
    std::map<std::string, std::string> given_by_code,
    std::map<std::string, double> given_by_color,
    std::map<std::string, RecordsParamsPeopleValue> given_people,
    std::map<std::string, boost::json::value> given_anything)
    : counts(std::move(given_counts)),
      by_code(std::move(given_by_code)),
      by_color(std::move(given_by_color)),
      people(std::move(given_people)),
      anything(std::move(given_anything)) {}

RecordsResult::RecordsResult(std::map<std::string, std::string> given) : value(std::move(given)) {}

RecordParamsParams::RecordParamsParams(std::map<std::string, double> given) : value(std::move(given)) {}

RecordParamsResultItem::RecordParamsResultItem(std::string given_key, double given_value)
    : key(std::move(given_key)),
      value(given_value) {}

RecordParamsResult::RecordParamsResult(std::vector<RecordParamsResultItem> given) : value(std::move(given)) {}

CollectionsService::~CollectionsService() = default;

const clamator::contract<CollectionsService> collections_contract(
    "collections",
    clamator::handles(methods::arrays, &CollectionsService::arrays),
    clamator::handles(methods::tuples, &CollectionsService::tuples),
    clamator::handles(methods::records, &CollectionsService::records),
    clamator::handles(methods::record_params, &CollectionsService::record_params));

}  // namespace collections

CLAMATOR_GENERATED_CODEC_BODY(collections::ArraysParamsLinesItem)
CLAMATOR_GENERATED_CODEC_BODY(collections::ArraysParams)
CLAMATOR_GENERATED_CODEC_BODY(collections::ArraysResult)
CLAMATOR_GENERATED_CODEC_BODY(collections::TuplesParamsNamedItem2)
CLAMATOR_GENERATED_CODEC_BODY(collections::TuplesParams)
CLAMATOR_GENERATED_CODEC_BODY(collections::TuplesResult)
CLAMATOR_GENERATED_CODEC_BODY(collections::RecordsParamsPeopleValue)
CLAMATOR_GENERATED_CODEC_BODY(collections::RecordsParams)
CLAMATOR_GENERATED_CODEC_BODY(collections::RecordsResult)
CLAMATOR_GENERATED_CODEC_BODY(collections::RecordParamsParams)
CLAMATOR_GENERATED_CODEC_BODY(collections::RecordParamsResultItem)
CLAMATOR_GENERATED_CODEC_BODY(collections::RecordParamsResult)
