#include "soak/record.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <functional>
#include <limits>
#include <stdexcept>

namespace clamator::soak {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
constexpr std::string_view suffix = ".journal";

std::int64_t number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::runtime_error("\"" + std::string(text) + "\" is no number");
  return value;
}

process_kind kind_named(std::string_view name) {
  if (name == "cpp_server") return process_kind::cpp_server;
  if (name == "python_server") return process_kind::python_server;
  if (name == "client") return process_kind::client;
  throw std::runtime_error("there is no kind of process \"" + std::string(name) + "\"");
}

// Calls `take` with each whole line of each journal of the directory.
void for_each_line(const std::filesystem::path& directory,
                   const std::function<void(const std::string& process, const std::string& line)>& take) {
  for (const auto& each : std::filesystem::directory_iterator(directory)) {
    if (each.path().extension() != suffix) continue;
    std::ifstream in(each.path());
    if (!in) throw std::runtime_error("cannot read " + each.path().string());
    const std::string process = each.path().stem();
    std::string line;
    // The last one counts only with its end: what is cut off had not happened yet, see journal.
    while (std::getline(in, line) && !in.eof()) take(process, line);
  }
}

}  // namespace

// The first words of a line; what it has not is empty.
struct record::words {
  explicit words(std::string_view line) {
    for (std::string_view& word : all) {
      word = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(line.size(), word.size() + 1));
    }
    time = number(all[0]);
  }
  std::string_view what() const { return all[1]; }
  std::string_view operator[](std::size_t argument) const { return all.at(argument + 2); }

  std::array<std::string_view, 5> all;
  std::int64_t time = 0;
};

record record::read(const std::filesystem::path& directory) {
  record made;
  for_each_line(directory,
                [&](const std::string& process, const std::string& line) { made.add(process, line); });
  return made;
}

void record::add(const std::string& name, std::string_view line) try {
  const words said(line);
  if (said.what() == "said" || add_of_driver(said) || add_of_witness(said)) return;
  const std::size_t number = process(name);
  if (said.what() == "launched" || said.what() == "ended") return add_of_client(number, said);
  add_of_server(number, said);
} catch (const std::runtime_error& error) {
  throw std::runtime_error("the journal of " + name + " has a line that is none, \"" + std::string(line) +
                           "\": " + error.what());
}

void record::add_of_client(std::size_t process, const words& line) {
  call_record& made = calls_[call(line[0])];
  made.caller = process;
  if (line.what() == "launched") {
    ++made.launches;
    made.notification = line[1] == "note";
  } else if (++made.ends == 1) {
    made.outcome = outcomes_.try_emplace(std::string(line[1])).first->first;
  }
}

void record::add_of_server(std::size_t process, const words& line) {
  const std::size_t which = call(line[0]);
  if (line.what() == "begin") {
    open_[process][which].push_back(runs_.size());
    runs_.push_back({which, process, line.time, {}, static_cast<unsigned>(number(line[1]))});
    if (line[2] == "-") return;
    const std::size_t id = std::hash<std::string_view>()(line[2]) | 1;
    call_record& called = calls_[which];
    if (called.request_id == 0) called.request_id = id;
    called.other_id = called.other_id || called.request_id != id;
  } else if (line.what() == "end") {
    const auto open = open_[process].find(which);
    if (open == open_[process].end()) throw std::runtime_error("it was not begun there");
    runs_[open->second.front()].end = line.time;
    open->second.pop_front();
    if (open->second.empty()) open_[process].erase(open);
  } else {
    throw std::runtime_error("nothing is known of \"" + std::string(line.what()) + "\"");
  }
}

bool record::add_of_driver(const words& line) {
  const std::string_view what = line.what();
  if (what == "figure") {
    figures_[std::string(line[0])] = number(line[1]);
  } else if (what == "measured") {
    measures_.push_back({std::string(line[0]), number(line[1]), number(line[2])});
  } else if (what == "fault") {
    ++faults_[std::string(line[0])];
  } else if (what == "started") {
    processes_[process(line[0])].kind = kind_named(line[1]);
  } else if (what == "killed") {
    processes_[process(line[0])].killed = line.time;
  } else if (what == "died") {
    processes_[process(line[0])].died = line[1];
  } else if (what == "frozen") {
    processes_[process(line[0])].frozen.push_back({line.time, never});
  } else if (what == "thawed") {
    processes_[process(line[0])].frozen.back().end = line.time;
  } else if (what == "redis_killed") {
    outages_.push_back({line.time, never});
  } else if (what == "redis_back") {
    outages_.back().end = line.time;
  } else {
    return false;
  }
  return true;
}

bool record::add_of_witness(const words& line) {
  if (line.what() == "stored") {
    ++calls_[call(line[0])].stored;
  } else if (line.what() == "replied") {
    ++calls_[call(line[0])].replies;
  } else if (line.what() == "dead") {
    calls_[call(line[0])].dead_letter = true;
  } else {
    return false;
  }
  return true;
}

std::size_t record::process(std::string_view name) {
  const auto [found, fresh] = process_numbers_.try_emplace(std::string(name), processes_.size());
  if (fresh) {
    processes_.push_back({found->first});
    open_.emplace_back();
  }
  return found->second;
}

std::size_t record::call(std::string_view key) {
  const auto [found, fresh] = call_numbers_.try_emplace(std::string(key), calls_.size());
  if (fresh) calls_.emplace_back().key = found->first;
  return found->second;
}

std::optional<std::int64_t> record::figure(const std::string& name) const {
  const auto found = figures_.find(name);
  if (found == figures_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> lines_about(const std::filesystem::path& directory, std::string_view key,
                                     std::size_t most) {
  const std::string with_space = " " + std::string(key) + " ", at_end = " " + std::string(key);
  std::vector<std::string> found;
  for_each_line(directory, [&](const std::string& process, const std::string& line) {
    if (line.find(with_space) != std::string::npos || line.ends_with(at_end))
      found.push_back(line + "   (" + process + ")");
  });
  std::sort(found.begin(), found.end(), [](const std::string& one, const std::string& other) {
    return std::stoll(one) < std::stoll(other);
  });
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace clamator::soak
