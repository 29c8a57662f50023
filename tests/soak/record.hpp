// What all journals of a run say, put together: each call with its ends, each request with its runs, and what
// was done to whom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clamator::soak {

enum class process_kind { unknown, cpp_server, python_server, client };

// From when to when, in microseconds of journal_time().
struct span {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

struct process_record {
  std::string name;
  process_kind kind = process_kind::unknown;
  std::optional<std::int64_t> killed{};
  std::optional<std::string> died{};  // by itself, with which status
  std::vector<span> frozen{};
};

struct call_record {
  std::string_view key{};      // of the map that finds it
  std::string_view outcome{};  // of its first end
  std::size_t caller = 0;      // which process
  std::size_t request_id = 0;  // a hash of the id that servers saw first; 0: none yet
  unsigned launches = 0;
  unsigned ends = 0;
  unsigned stored = 0;   // entries with it that were seen on the stream
  unsigned replies = 0;  // with its result, that were seen on a reply stream
  bool notification = false;
  bool dead_letter = false;
  bool other_id = false;  // another server saw another id
};

struct run_record {
  std::size_t call = 0;
  std::size_t server = 0;
  std::int64_t begin = 0;
  std::optional<std::int64_t> end{};
  unsigned delivery_count = 0;  // 0 where its server was not told
};

struct measure {
  std::string what;
  std::int64_t before = 0;  // bytes
  std::int64_t after = 0;
};

// Movable only: records refer to names that it owns.
class record {
 public:
  record() = default;
  record(record&&) = default;
  record& operator=(record&&) = default;

  // All files "<process>.journal" of a directory. Throws std::runtime_error for what cannot be read.
  static record read(const std::filesystem::path& directory);

  // One line of a process's journal, without its end; those of one process in their order. Throws
  // std::runtime_error for one that is none.
  void add(const std::string& process, std::string_view line);

  const std::vector<call_record>& calls() const noexcept { return calls_; }
  const std::vector<run_record>& runs() const noexcept { return runs_; }
  const std::vector<process_record>& processes() const noexcept { return processes_; }
  const std::vector<span>& outages() const noexcept { return outages_; }  // of Redis
  const std::vector<measure>& measures() const noexcept { return measures_; }
  // How often each kind of fault was.
  const std::map<std::string, std::size_t>& faults() const noexcept { return faults_; }
  // What the driver set or found, by name; nothing where it said nothing of it.
  std::optional<std::int64_t> figure(const std::string& name) const;

 private:
  struct words;

  void add_of_client(std::size_t process, const words& line);
  void add_of_server(std::size_t process, const words& line);
  bool add_of_driver(const words& line);
  bool add_of_witness(const words& line);
  std::size_t process(std::string_view name);
  std::size_t call(std::string_view key);

  std::unordered_map<std::string, std::size_t> process_numbers_;
  std::unordered_map<std::string, std::size_t> call_numbers_;
  std::map<std::string, std::size_t, std::less<>> outcomes_;
  // By process: the runs of a call, of which a Python server may have several at a time.
  std::vector<std::unordered_map<std::size_t, std::deque<std::size_t>>> open_;
  std::vector<process_record> processes_;
  std::vector<call_record> calls_;
  std::vector<run_record> runs_;
  std::vector<span> outages_;
  std::vector<measure> measures_;
  std::map<std::string, std::size_t> faults_;
  std::map<std::string, std::int64_t> figures_;
};

// The lines of a directory's journals that name a call, with their process, in the order of their times; no
// more than `most`.
std::vector<std::string> lines_about(const std::filesystem::path& directory, std::string_view key,
                                     std::size_t most = 20);

}  // namespace clamator::soak
