#include "simulation/redis_model.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace clamator::simulation {
namespace {

// A number behind a '*' or '$', with its line's end; nothing while it is not all there.
std::optional<std::size_t> header(std::string_view in, std::size_t& at) {
  const std::size_t end = in.find("\r\n", at);
  if (end == std::string_view::npos) return std::nullopt;
  std::size_t number = 0;
  std::from_chars(in.data() + at + 1, in.data() + end, number);
  at = end + 2;
  return number;
}

// Takes one command off the front; nothing while it is not all there.
std::optional<command_line> take_command(std::string& in) {
  std::size_t at = 0;
  const auto count = header(in, at);
  if (!count) return std::nullopt;
  command_line line;
  line.reserve(*count);
  for (std::size_t i = 0; i < *count; ++i) {
    const auto size = header(in, at);
    if (!size || in.size() < at + *size + 2) return std::nullopt;
    line.emplace_back(in, at, *size);
    at += *size + 2;
  }
  in.erase(0, at);
  return line;
}

}  // namespace

redis_model::redis_model() : keys_(&virtual_time::wall) {
  keys_.on_added([this](const std::string& key) { changed_.insert(key); });
  keys_.on_gone([this](const std::string& key) { changed_.insert(key); });
}

redis_model::~redis_model() {
  for (const peer who : peers()) erase(who);
}

std::vector<redis_model::peer> redis_model::look(int owner) {
  for (std::shared_ptr<far_end>& link : kernel::accept())
    connections_.emplace(++last_, connection{.link = std::move(link), .owner = owner});
  std::vector<peer> found = std::exchange(more_, {});
  const std::vector<far_end*> heard = kernel::heard();
  for (const auto& [who, each] : connections_)
    if (std::find(heard.begin(), heard.end(), each.link.get()) != heard.end()) found.push_back(who);
  return found;
}

std::vector<redis_model::peer> redis_model::peers() const {
  std::vector<peer> all;
  for (const auto& [who, each] : connections_) all.push_back(who);
  return all;
}

std::vector<redis_model::peer> redis_model::peers(int owner) const {
  std::vector<peer> found;
  for (const auto& [who, each] : connections_)
    if (each.owner == owner) found.push_back(who);
  return found;
}

void redis_model::erase(peer who) {
  const auto found = connections_.find(who);
  if (found == connections_.end()) return;
  touched_.insert(found->second.owner);
  found->second.link->close();
  connections_.erase(found);
}

void redis_model::send(connection& to) {
  if (to.out.empty()) return;
  touched_.insert(to.owner);
  to.link->send(to.out);
  to.out.clear();
}

void redis_model::serve(peer who) {
  const auto found = connections_.find(who);
  if (found == connections_.end()) return;
  found->second.in += found->second.link->take();
  run_all(who);
  const auto still = connections_.find(who);
  if (still == connections_.end()) return;
  send(still->second);
  if (still->second.link->over()) erase(who);
}

void redis_model::serve_and_break(peer who, breakage how, std::size_t bytes) {
  const auto found = connections_.find(who);
  if (found == connections_.end()) return;
  if (how == breakage::late) {
    touched_.insert(found->second.owner);
    return found->second.link->close();
  }
  if (how != breakage::before) {
    found->second.in += found->second.link->take();
    run_all(who);
  }
  const auto still = connections_.find(who);
  if (still == connections_.end()) return;
  std::string& out = still->second.out;
  out.resize(how == breakage::midway ? std::min(bytes, out.size()) : 0);
  send(still->second);
  erase(who);
}

void redis_model::close_all(int owner) {
  for (const peer who : peers(owner)) erase(who);
}

void redis_model::down() {
  kernel::listen(false);
  for (const peer who : peers()) erase(who);
}

value redis_model::operate(const command_line& line) {
  value result = keys_.execute(line);
  wake();
  return result;
}

void redis_model::run_all(peer who) {
  for (;;) {
    const auto found = connections_.find(who);
    if (found == connections_.end() || found->second.wait) return;
    const std::optional<command_line> line = take_command(found->second.in);
    if (!line) return;
    if (told_) told_(found->second.owner, *line);
    run(who, found->second, *line);
    wake();
  }
}

void redis_model::run(peer who, connection& by, const command_line& line) {
  const std::string& name = line.front();
  if (by.queueing && name != "EXEC") {
    append_resp(by.out, queue(by, line)
                            ? value::status("QUEUED")
                            : value::error("OOM command not allowed when used memory > 'maxmemory'."));
    return;
  }
  if (name == "SUBSCRIBE") return subscribe(by, line);
  if (name == "XREAD" || name == "XREADGROUP") return read(by, line);
  append_resp(by.out, answer(who, by, line));
}

// A transaction whose commands cannot all be queued is not done at all.
bool redis_model::queue(connection& by, const command_line& line) {
  const bool refused = keys_.is_full() && key_space::needs_memory(line.front());
  by.broken_transaction = by.broken_transaction || refused;
  by.queued.push_back(line);
  return !refused;
}

value redis_model::answer(peer who, connection& by, const command_line& line) {
  const std::string& name = line.front();
  if (name == "CLIENT") return client(who, by, line);
  if (name == "INFO") return value::of(std::string("# Server\r\nredis_version:7.0.15\r\n"));
  if (name == "EVAL" || name == "EVALSHA") return script(line);
  if (name == "PUBLISH") return publish(line.at(1), line.at(2));
  if (name == "EXEC") return transaction(who, by);
  if (name == "MULTI") {
    by.queueing = true;
    return value::ok();
  }
  return keys_.execute(line);
}

value redis_model::client(peer who, connection& by, const command_line& line) {
  const std::string& what = line.at(1);
  if (what == "ID") return value::of(static_cast<std::int64_t>(who));
  if (what == "INFO")
    return value::of("id=" + std::to_string(who) + " addr=peer:" + std::to_string(who) + " name=" + by.name +
                     "\n");
  if (what == "SETNAME") {
    by.name = line.at(2);
    return value::ok();
  }
  if (what == "UNBLOCK") {
    const auto found = connections_.find(std::stoull(line.at(2)));
    if (found == connections_.end() || !found->second.wait) return value::of(std::int64_t{0});
    end_wait(found->first, found->second, value::nil_array());
    return value::of(std::int64_t{1});
  }
  if (what == "KILL" && line.size() == 6) {
    const peer victim = std::stoull(line[3]);
    const auto found = connections_.find(victim);
    if (found == connections_.end() || line[5] != "peer:" + line[3]) return value::of(std::int64_t{0});
    erase(victim);
    return value::of(std::int64_t{1});
  }
  return value::error("ERR unknown subcommand '" + what + "'. Try CLIENT HELP.");
}

value redis_model::script(const command_line& line) {
  std::string digest = line.at(1);
  if (line.front() == "EVAL") {
    digest = scripts_.learn(line[1]);
  } else if (!scripts_.knows(digest)) {
    return value::error("NOSCRIPT No matching script. Please use EVAL.");
  }
  const auto count = static_cast<std::ptrdiff_t>(std::stoul(line.at(2)));
  const auto first = line.begin() + 3;
  return scripts_.run(digest, {first, first + count}, {first + count, line.end()},
                      [this](const std::vector<std::string>& command) { return in_script(command); });
}

value redis_model::in_script(const std::vector<std::string>& command) {
  if (command.front() == "PUBLISH") return publish(command.at(1), command.at(2));
  if (!key_space::knows(command.front())) return value::error("ERR Unknown Redis command called from script");
  return keys_.execute(command);
}

value redis_model::publish(const std::string& channel, const std::string& text) {
  std::int64_t heard = 0;
  for (auto& [who, each] : connections_) {
    if (!each.channels.contains(channel)) continue;
    append_resp(each.out,
                value::array({value::of(std::string("message")), value::of(channel), value::of(text)}));
    send(each);
    ++heard;
  }
  return value::of(heard);
}

value redis_model::transaction(peer who, connection& by) {
  by.queueing = false;
  const std::vector<command_line> queued = std::exchange(by.queued, {});
  if (std::exchange(by.broken_transaction, false))
    return value::error("EXECABORT Transaction discarded because of previous errors.");
  std::vector<value> answers;
  for (const command_line& each : queued) answers.push_back(answer(who, by, each));
  return value::array(std::move(answers));
}

void redis_model::subscribe(connection& by, const command_line& line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    by.channels.insert(line[i]);
    append_resp(by.out, value::array({value::of(std::string("subscribe")), value::of(line[i]),
                                      value::of(static_cast<std::int64_t>(by.channels.size()))}));
  }
}

void redis_model::read(connection& by, const command_line& line) {
  value found = keys_.execute(line);
  const auto block = std::find(line.begin(), line.end(), "BLOCK");
  if (found.what != value::kind::nil_array || block == line.end()) return append_resp(by.out, found);
  const auto until = virtual_time::now() + std::chrono::milliseconds(std::stoll(*(block + 1)));
  by.wait = std::make_unique<waiting>(waiting{line, line[line.size() - 2], until, line[0] == "XREADGROUP"});
}

void redis_model::end_wait(peer who, connection& of, const value& result) {
  of.wait.reset();
  append_resp(of.out, result);
  send(of);
  if (!of.in.empty()) more_.push_back(who);
}

void redis_model::wake() {
  while (!changed_.empty()) {
    const std::string key = *changed_.begin();
    changed_.erase(changed_.begin());
    const bool gone = keys_.stream(key) == nullptr;
    for (auto& [who, each] : connections_) {
      if (!each.wait || each.wait->key != key || (gone && !each.wait->as_group)) continue;
      const value found =
          gone ? value::error("UNBLOCKED the stream key no longer exists") : keys_.execute(each.wait->line);
      if (found.what == value::kind::nil_array) continue;
      end_wait(who, each, found);
    }
  }
}

void redis_model::end_waits() {
  for (auto& [who, each] : connections_) {
    if (!each.wait || each.wait->until > virtual_time::now()) continue;
    end_wait(who, each, value::nil_array());
  }
}

time_point redis_model::next_end_of_wait() const {
  time_point first = time_point::max();
  for (const auto& [who, each] : connections_)
    if (each.wait) first = std::min(first, each.wait->until);
  return first;
}

}  // namespace clamator::simulation
