#include "redis/request_resend.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <clamator/protocol/error.hpp>

#include "redis/keys.hpp"
#include "redis/script.hpp"

namespace clamator::redis::detail {
namespace {

// The value of `name` in what CLIENT INFO answers; empty where it has none.
std::string client_info(const std::string& text, const std::string& name) {
  const std::size_t at = (" " + text).find(" " + name + "=");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size() + 1;
  return text.substr(begin, text.find_first_of(" \n", begin) - begin);
}

// Keys: the requests, the replies. Arguments: the time on Redis's clock since when to look, the client's
// name, and for each message its id, its time to live and its envelope. Answers the entry id of each, nothing
// where it has been answered already.
const script& resend_script() {
  static const script made({}, R"lua(
local wanted, found = {}, {}
for i = 3, #ARGV, 3 do wanted[ARGV[i]] = true end
local function each_entry(key, visit)
  local from = ARGV[1]
  repeat
    local page = redis.call('XRANGE', key, from, '+', 'COUNT', 500)
    for _, entry in ipairs(page) do visit(entry[1], entry[2]) end
    if #page > 0 then from = '(' .. page[#page][1] end
  until #page < 500
end
each_entry(KEYS[1], function(id, fields)
  for i = 1, #fields, 2 do
    if fields[i] == 'x-id' and wanted[fields[i + 1]] then found[fields[i + 1]] = found[fields[i + 1]] or id end
  end
end)
each_entry(KEYS[2], function(_, fields)
  for i = 1, #fields, 2 do
    if fields[i] == 'envelope' then
      for id in string.gmatch(fields[i + 1], '"id"%s*:%s*"([^"]+)"') do
        if wanted[id] and not found[id] then found[id] = '' end
      end
    end
  end
end)
local outcomes = {}
for i = 3, #ARGV, 3 do
  local id = ARGV[i]
  if not found[id] then
    local entry = {'XADD', KEYS[1], '*', 'type', 'rpc', 'envelope', ARGV[i + 2]}
    local function put(name, value) entry[#entry + 1] = name; entry[#entry + 1] = value end
    if ARGV[i + 1] ~= '' then
      put('reply-to', KEYS[2])
      put('x-ttl', ARGV[i + 1])
    end
    if ARGV[2] ~= '' then put('x-from', ARGV[2]) end
    put('x-id', id)
    found[id] = redis.call(unpack(entry))
  end
  outcomes[#outcomes + 1] = found[id]
end
return outcomes
)lua");
  return made;
}

}  // namespace

request_resend::request_resend(std::shared_ptr<connection_core> connection, asio::any_io_executor strand,
                               client_sink& sink, std::string key_prefix, std::string reply_stream,
                               std::string name)
    : connection_(std::move(connection)),
      strand_(std::move(strand)),
      sink_(&sink),
      key_prefix_(std::move(key_prefix)),
      reply_stream_(std::move(reply_stream)),
      name_(std::move(name)) {}

void request_resend::connected(std::function<void()> introduced) {
  asio::co_spawn(strand_, introduce(shared_from_this(), std::move(introduced)), asio::detached);
}

asio::awaitable<void> request_resend::introduce(std::shared_ptr<request_resend> self,
                                                std::function<void()> introduced) {
  try {
    std::vector<std::string> who{"CLIENT", "INFO"};
    const answer info = co_await execute(self->connection_, std::move(who));
    std::vector<std::string> when{"TIME"};
    const answer time = co_await execute(self->connection_, std::move(when));
    if (!info.is_error()) {
      self->present_.id = client_info(info.text, "id");
      self->present_.address = client_info(info.text, "addr");
    }
    std::uint64_t seconds = 0;
    const std::string text = time.items.empty() ? std::string() : time.items[0].text;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    self->time_ = std::max(self->time_, seconds * 1000);
  } catch (const transport_error&) {
    // It broke before anything was sent, and the next one begins anew.
    co_return;
  }
  self->introduced_ = true;
  introduced();
}

void request_resend::disconnected() {
  if (!introduced_.exchange(false)) return;
  present_.since = time_;
  broken_.push_back(std::exchange(present_, {}));
}

void request_resend::send(const std::vector<outgoing>& messages) {
  std::vector<batch> batches;
  for (const outgoing& each : messages) {
    auto found = std::find_if(batches.begin(), batches.end(),
                              [&each](const batch& known) { return known.service == each.service; });
    if (found == batches.end()) found = batches.insert(found, batch{std::string(each.service), {}});
    found->messages.push_back({each.id, each.expects_reply ? std::to_string(each.time_left.count()) : "",
                               std::string(each.envelope)});
  }
  asio::co_spawn(strand_, run(shared_from_this(), std::move(batches)), asio::detached);
}

asio::awaitable<void> request_resend::run(std::shared_ptr<request_resend> self, std::vector<batch> batches) {
  std::string problem;
  try {
    co_await self->end_broken();
    while (!batches.empty()) {
      co_await self->add(batches.back());
      batches.pop_back();
    }
  } catch (const std::exception& error) {
    problem = error.what();
  }
  for (const batch& left : batches) self->doubtful(left, problem);
}

// Ids begin anew when Redis is started again, hence the address.
asio::awaitable<void> request_resend::end_broken() {
  while (!broken_.empty()) {
    const carrier& each = broken_.back();
    if (each.id.empty()) {
      throw transport_error(transport_errc::refused,
                            "not sent again: the client's user needs CLIENT, to end the old connection");
    }
    std::vector<std::string> end{"CLIENT", "KILL", "ID", each.id, "ADDR", each.address};
    const std::uint64_t since = each.since;
    const answer ended = co_await execute(connection_, std::move(end));
    if (ended.is_error()) {
      throw transport_error(transport_errc::refused,
                            "not sent again, the old connection could not be ended: " + ended.text);
    }
    since_ = since_ == 0 ? since : std::min(since_, since);
    broken_.pop_back();
  }
}

asio::awaitable<void> request_resend::add(const batch& what) {
  // A clock that is set back by less than that is not noticed.
  constexpr std::uint64_t margin = 2000;
  std::vector<std::string> arguments{std::to_string(since_ - std::min(since_, margin)), name_};
  for (const message& each : what.messages) {
    arguments.push_back(each.id.text());
    arguments.push_back(each.time_to_live);
    arguments.push_back(each.envelope);
  }
  std::vector<std::string> keys{command_stream(key_prefix_, what.service), reply_stream_};
  const answer outcomes = co_await resend_script().run(connection_, std::move(keys), std::move(arguments));
  if (outcomes.is_error()) throw transport_error(transport_errc::refused, "not sent again: " + outcomes.text);
  for (std::size_t i = 0; i < std::min(what.messages.size(), outcomes.items.size()); ++i) {
    const queue_place place = stream_id::parse(outcomes.items[i].text).place();
    if (sink_ != nullptr) sink_->accepted(what.messages[i].id, place);
  }
}

void request_resend::doubtful(const batch& what, const std::string& why) {
  for (const message& each : what.messages) {
    if (sink_ != nullptr) sink_->doubtful(each.id, why);
  }
}

}  // namespace clamator::redis::detail
