#include "document/read.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "document/checks.hpp"
#include "document/json_text.hpp"
#include "document/members.hpp"
#include "document/nodes.hpp"
#include "document/place.hpp"

namespace clamator::codegen {
namespace {

namespace json = boost::json;

constexpr std::uint64_t newest_version = 1;

bool read_version(members& of, report& to) {
  if (!of.require("clamatorContracts")) return false;
  const auto version = of.count("clamatorContracts");
  if (version == newest_version) return true;
  if (version && *version > newest_version) {
    to.error("", "the document is of version " + std::to_string(*version) +
                     " and this program reads version " + std::to_string(newest_version) +
                     ": update clamator");
  } else if (version) {
    to.error("", "\"clamatorContracts\" must be 1; run clamator-contracts again");
  }
  return false;
}

class document_reader {
 public:
  explicit document_reader(report& to) : to_(to), nodes_(to) {}

  contract read(members& of) {
    contract read;
    read.service = of.require_text("service");
    read.export_name = of.require_text("export");
    read.source = of.require_text("source");
    read.target = of.require_text("target");
    read_each(of.require_list("methods"), "methods", "a method",
              [&](members& each) { read.methods.push_back(read_method(each, read.service)); });
    read_each(of.list("types"), "types", "a type",
              [&](members& each) { read.types.push_back(read_type(each)); });
    of.finish();
    return read;
  }

 private:
  template <class Read>
  void read_each(const json::array* list, std::string_view name, std::string_view what, Read read) {
    if (!list) return;
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto place = place::tuple_item(std::string(name), i);
      const auto* object = require_object((*list)[i], place, what, to_);
      if (!object) continue;
      members each(*object, place, std::string(what), to_);
      read(each);
      each.finish();
    }
  }

  method read_method(members& of, const std::string& service) {
    method read;
    read.name = of.require_text("name");
    const auto place = read.name.empty() ? of.place() : place::method(service, read.name);
    if (const auto* params = of.require("params")) read.params = nodes_.read(*params, place + " params");
    if (const auto* result = of.any("result")) read.result = nodes_.read(*result, place + " result");
    const auto* hashes = of.require("hashes");
    const auto* object = hashes ? require_object(*hashes, place, "\"hashes\"", to_) : nullptr;
    if (!object) return read;
    members each(*object, place, "\"hashes\"", to_);
    read.params_hash = each.require_text("params");
    if (read.result) {
      read.result_hash = each.require_text("result");
    } else if (each.any("result")) {
      each.wrong("result", "left out of a notification's hashes");
    }
    each.finish();
    return read;
  }

  named_type read_type(members& of) {
    named_type read;
    read.name = of.require_text("name");
    const auto place = read.name.empty() ? of.place() : place::named_type(read.name);
    if (const auto* type = of.require("type")) read.type = nodes_.read(*type, place);
    return read;
  }

  report& to_;
  node_reader nodes_;
};

void check(const contract& of, bool references_hold, report& to) {
  check_names(of, to);
  check_bounds(of, to);
  check_enums(of, to);
  check_strings(of, to);
  check_unions(of, to);
  check_records(of, to);
  if (check_circles(of, to) && references_hold) check_defaults(of, to);
}

}  // namespace

std::optional<contract> read_document(const std::string& file, std::string_view text, diagnostics& problems) {
  const auto before = problems.errors();
  report to(file, problems);
  const auto parsed = parse_json(text, to);
  const auto* object = parsed ? require_object(*parsed, "", "a contract document", to) : nullptr;
  if (!object) return std::nullopt;
  members of(*object, "", "a contract document", to);
  if (!read_version(of, to)) return std::nullopt;

  auto read = document_reader(to).read(of);
  read.file = file;
  const auto unreferenced = problems.errors();
  check_references(read, to);
  check(read, problems.errors() == unreferenced, to);
  if (problems.errors() > before) return std::nullopt;
  return read;
}

}  // namespace clamator::codegen
