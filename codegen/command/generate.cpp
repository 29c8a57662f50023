#include "command/generate.hpp"

#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "command/contracts.hpp"
#include "command/sources.hpp"
#include "cpp/emitter.hpp"
#include "document/read.hpp"
#include "lift/lift.hpp"
#include "manifest/manifest.hpp"
#include "output/files.hpp"
#include "python/emitter.hpp"
#include "typescript/emitter.hpp"

namespace clamator::codegen {
namespace {

void print(const diagnostics& of) {
  for (const diagnostic& each : of.all()) {
    std::cerr << each.file << ": " << (each.how == severity::warning ? "warning: " : "") << each.place
              << (each.place.empty() ? "" : ": ") << each.message << '\n';
  }
}

// A document that is given twice, also as a file and in a folder, or that a contract has just been made into,
// is one.
void add_documents(const std::vector<std::filesystem::path>& given, std::vector<document_text>& documents) {
  std::set<std::filesystem::path> known;
  for (const document_text& each : documents) known.insert(std::filesystem::weakly_canonical(each.path));
  for (const std::filesystem::path& each : given) {
    if (known.insert(std::filesystem::weakly_canonical(each)).second)
      documents.push_back({each, read_file(each)});
  }
}

std::vector<contract> read_all(const std::vector<document_text>& documents, diagnostics& problems) {
  std::vector<contract> read;
  std::map<std::string, std::string> files;
  for (const document_text& each : documents) {
    std::optional<contract> one = read_document(each.path.string(), each.text, problems);
    if (!one) continue;
    const auto [first, fresh] = files.emplace(one->service, one->file);
    if (fresh) {
      read.push_back(std::move(*one));
    } else {
      problems.error(one->file, one->service,
                     "is the service of " + first->second + ", too; give one document only");
    }
  }
  return read;
}

struct language {
  std::unique_ptr<emitter> maker;
  std::filesystem::path folder;
};

std::vector<language> languages(const options& with) {
  std::vector<language> wanted;
  if (with.out_cpp) wanted.push_back({std::make_unique<cpp_emitter>(with.cpp_namespace), *with.out_cpp});
  if (with.out_py) wanted.push_back({std::make_unique<python_emitter>(), *with.out_py});
  if (with.out_ts)
    wanted.push_back({std::make_unique<typescript_emitter>(with.ts_contract_import), *with.out_ts});
  return wanted;
}

std::vector<generated_file> emit_all(const options& with, const std::vector<contract>& contracts,
                                     diagnostics& problems) {
  std::vector<generated_file> files;
  const auto add = [&](const std::filesystem::path& folder, std::vector<output_file> made) {
    for (output_file& each : made) files.push_back({folder / each.name, std::move(each.text)});
  };
  std::vector<module> modules;
  for (const contract& each : contracts) {
    if (std::optional<module> lifted = lift(each, problems)) modules.push_back(std::move(*lifted));
  }
  for (const language& each : languages(with)) {
    add(each.folder, each.maker->shared_files());
    for (const module& one : modules) add(each.folder, each.maker->emit(one, problems));
  }
  if (with.manifest) files.push_back({*with.manifest, manifest_text(contracts)});
  return files;
}

int check(const std::vector<generated_file>& files) {
  int status = 0;
  for (const generated_file& each : files) {
    if (is_current(each)) continue;
    std::cout << each.path.string() << " would change\n";
    status = 1;
  }
  return status;
}

void write(const std::vector<generated_file>& files) {
  for (const generated_file& each : files) {
    if (write_if_changed(each)) std::cout << "wrote " << each.path.string() << '\n';
  }
}

}  // namespace

int generate(const options& with) {
  const found_sources found = find_sources(with.sources);
  std::vector<document_text> documents;
  std::vector<generated_file> files;
  if (!found.contracts.empty()) {
    std::optional<std::vector<document_text>> made = documents_of(with, found.contracts);
    if (!made) return 1;
    documents = std::move(*made);
    for (const document_text& each : documents) files.push_back({each.path, each.text});
  }
  add_documents(found.documents, documents);

  diagnostics problems;
  const std::vector<contract> contracts = read_all(documents, problems);
  for (generated_file& each : emit_all(with, contracts, problems)) files.push_back(std::move(each));
  print(problems);
  if (problems.errors() != 0) return 1;
  if (with.check) return check(files);
  write(files);
  return 0;
}

}  // namespace clamator::codegen
