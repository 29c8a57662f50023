// Made by clamator-codegen from the contract of recursive; changes are lost.
#include "recursive.hpp"

#include <clamator/generated/codecs.hpp>

namespace recursive {

constexpr auto describe_fields(clamator::type<Category>) {
  return clamator::fields<Category>(
      clamator::field("name", &Category::name),
      clamator::field("children", &Category::children),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<EntryOption2>) {
  return clamator::fields<EntryOption2>(
      clamator::constant("kind", "file"),
      clamator::field("size", &EntryOption2::size),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<EntryOption1>) {
  return clamator::fields<EntryOption1>(
      clamator::constant("kind", "folder"),
      clamator::field("entries", &EntryOption1::entries),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_options(clamator::type<Entry>) {
  return clamator::first_match(
      clamator::option<clamator::box<EntryOption1>>(),
      clamator::option<EntryOption2>());
}

constexpr auto describe_options(clamator::type<Json>) {
  return clamator::first_match(
      clamator::option<std::string>(),
      clamator::option<double>(),
      clamator::option<bool>(),
      clamator::option<std::vector<std::optional<clamator::box<Json>>>>(),
      clamator::option<std::map<std::string, std::optional<clamator::box<Json>>>>());
}

constexpr auto describe_wrapped(clamator::type<NestedLists>) {
  return clamator::wraps(&NestedLists::value);
}

constexpr auto describe_fields(clamator::type<SumParams>) {
  return clamator::fields<SumParams>(
      clamator::field("value", &SumParams::value),
      clamator::field("next", &SumParams::next),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<TreeParams>) {
  return clamator::fields<TreeParams>(
      clamator::field("root", &TreeParams::root),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<StoreParams>) {
  return clamator::fields<StoreParams>(
      clamator::field("value", &StoreParams::value, clamator::nullable, clamator::required),
      clamator::field("before", &StoreParams::before),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<StoreResult>) {
  return clamator::wraps(&StoreResult::value);
}

constexpr auto describe_wrapped(clamator::type<SumResult>) {
  return clamator::wraps(&SumResult::value);
}

constexpr auto describe_fields(clamator::type<FlattenParams>) {
  return clamator::fields<FlattenParams>(
      clamator::field("lists", &FlattenParams::lists),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<ListParams>) {
  return clamator::fields<ListParams>(
      clamator::field("path", &ListParams::path),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<ForwardParams>) {
  return clamator::fields<ForwardParams>(
      clamator::field("later", &ForwardParams::later, clamator::min_length(1)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<ForwardResult>) {
  return clamator::fields<ForwardResult>(clamator::unknown_keys::ignore);
}

Category::Category(std::string given_name, std::vector<Category> given_children)
    : name(std::move(given_name)),
      children(std::move(given_children)) {}

EntryOption2::EntryOption2(std::int64_t given_size)
    : size(given_size) {}

EntryOption1::EntryOption1(std::vector<Entry> given_entries)
    : entries(std::move(given_entries)) {}

NestedLists::NestedLists(std::vector<NestedLists> given) : value(std::move(given)) {}

SumParams::SumParams(double given_value)
    : value(given_value) {}

TreeParams::TreeParams(Category given_root)
    : root(std::move(given_root)) {}

StoreParams::StoreParams(std::optional<Json> given_value)
    : value(std::move(given_value)) {}

StoreResult::StoreResult(std::optional<Json> given) : value(std::move(given)) {}

SumResult::SumResult(double given) : value(given) {}

FlattenParams::FlattenParams(NestedLists given_lists)
    : lists(std::move(given_lists)) {}

ListParams::ListParams(std::string given_path)
    : path(std::move(given_path)) {}

ForwardParams::ForwardParams(std::string given_later)
    : later(std::move(given_later)) {}

RecursiveService::~RecursiveService() = default;

const clamator::contract<RecursiveService> recursive_contract(
    "recursive",
    clamator::handles(methods::tree, &RecursiveService::tree),
    clamator::handles(methods::store, &RecursiveService::store),
    clamator::handles(methods::sum, &RecursiveService::sum),
    clamator::handles(methods::flatten, &RecursiveService::flatten),
    clamator::handles(methods::list, &RecursiveService::list),
    clamator::handles(methods::forward, &RecursiveService::forward));

}  // namespace recursive

CLAMATOR_GENERATED_CODEC_BODY(recursive::Category)
CLAMATOR_GENERATED_CODEC_BODY(recursive::EntryOption2)
CLAMATOR_GENERATED_CODEC_BODY(recursive::EntryOption1)
CLAMATOR_GENERATED_CODEC_BODY(recursive::Entry)
CLAMATOR_GENERATED_CODEC_BODY(recursive::Json)
CLAMATOR_GENERATED_CODEC_BODY(recursive::NestedLists)
CLAMATOR_GENERATED_CODEC_BODY(recursive::SumParams)
CLAMATOR_GENERATED_CODEC_BODY(recursive::TreeParams)
CLAMATOR_GENERATED_CODEC_BODY(recursive::StoreParams)
CLAMATOR_GENERATED_CODEC_BODY(recursive::StoreResult)
CLAMATOR_GENERATED_CODEC_BODY(recursive::SumResult)
CLAMATOR_GENERATED_CODEC_BODY(recursive::FlattenParams)
CLAMATOR_GENERATED_CODEC_BODY(recursive::ListParams)
CLAMATOR_GENERATED_CODEC_BODY(recursive::ForwardParams)
CLAMATOR_GENERATED_CODEC_BODY(recursive::ForwardResult)
