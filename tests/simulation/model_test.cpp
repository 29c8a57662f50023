// The model is held against a real Redis: the same random commands, and the same answers.
#include <random>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "simulation/key_space.hpp"
#include "simulation/script_engine.hpp"
#include "support/redis_cli.hpp"
#include "support/redis_server.hpp"

namespace clamator::simulation {
namespace {

namespace json = boost::json;

json::value as_json(const value& what) {
  switch (what.what) {
    case value::kind::nil:
    case value::kind::nil_array:
      return nullptr;
    case value::kind::integer:
      return what.number;
    case value::kind::error:
      return json::string("(error) " + what.text);
    case value::kind::status:
    case value::kind::text:
      return json::string(what.text);
    case value::kind::array:
      break;
  }
  json::array list;
  for (const value& each : what.items) list.push_back(as_json(each));
  return list;
}

// Names with their values, of which only these are modelled.
json::value modelled(const json::value& answer) {
  if (!answer.is_array()) return answer;
  const json::array& list = answer.as_array();
  json::array kept;
  for (std::size_t i = 0; i + 1 < list.size(); i += 2) {
    for (const std::string_view name :
         {"name", "consumers", "pending", "last-delivered-id", "length", "last-generated-id", "groups"}) {
      if (list[i].is_string() && list[i].as_string() == name) kept.insert(kept.end(), {list[i], list[i + 1]});
    }
  }
  return kept;
}

// Without what depends on time or is not modelled.
json::value comparable(const command_line& line, json::value answer) {
  if (!answer.is_array()) return answer;
  if (line[0] == "XINFO" && line[1] == "STREAM") return modelled(answer);
  for (json::value& each : answer.as_array()) {
    if (line[0] == "XINFO") each = modelled(each);
    if (line[0] == "XPENDING" && line.size() > 3) each.as_array().at(2) = nullptr;
  }
  return answer;
}

class commands {
 public:
  explicit commands(std::uint64_t seed) : random_(seed) {}

  command_line next() {
    switch (random_() % 20) {
      case 0:
        return {"XGROUP", "CREATE", key(), group(), pick({"0", "$", "3-0"}), "MKSTREAM"};
      case 1:
        return {"XGROUP", "CREATE", key(), group(), "0"};
      case 2:
        return random_() % 8 == 0 ? command_line{"DEL", key()} : command_line{"XLEN", key()};
      case 3:
        return random_() % 4 == 0 ? command_line{"XGROUP", "DESTROY", key(), group()}
                                  : command_line{"XGROUP", "DELCONSUMER", key(), group(), consumer()};
      case 4:
        return {"XGROUP", "SETID", key(), group(), id()};
      case 5:
      case 6:
      case 7:
        return {"XREADGROUP", "GROUP", group(), consumer(), "COUNT", pick({"1", "2"}), "STREAMS", key(), ">"};
      case 8:
        return {"XACK", key(), group(), id(), id()};
      case 9:
        return {"XDEL", key(), id()};
      case 10:
        return {"XPENDING", key(), group()};
      case 11:
        return {"XPENDING", key(),     group(), pick({"-", "2", "(3-1"}), pick({"+", "5", "(7-2"}),
                "3",        consumer()};
      case 12:
        return {"XPENDING", key(), group(), "IDLE", pick({"0", "500000"}), "-", "+", "5"};
      case 13:
        return claim();
      case 14:
        return {"XRANGE", key(), pick({"-", "2", "(3-1"}), pick({"+", "5", "(7-2"}), "COUNT", "2"};
      case 15:
        return {"XINFO", "STREAM", key()};
      case 16:
        return {"XINFO", pick({"GROUPS", "GROUPS"}), key()};
      case 17:
        return {"XTRIM", key(), pick({"MAXLEN", "MINID"}), "=", pick({"2", "4"})};
      case 18:
        return {"XREAD", "COUNT", "2", "STREAMS", key(), id()};
      default:
        return add();
    }
  }

  // On keys that are no streams.
  command_line other() {
    switch (random_() % 10) {
      case 0:
        return {"SET", "t", pick({"1", "2"}), pick({"NX", "XX"})};
      case 1:
        return {"GET", pick({"t", "z"})};
      case 2:
        return {"ZADD", pick({"z", "t"}), pick({"1", "2.5"}), pick({"a", "b"})};
      case 3:
        return {"ZADD", "z", "XX", "7", pick({"a", "c"})};
      case 4:
        return {"ZRANGEBYSCORE", "z", pick({"-inf", "(1", "1"}), pick({"+inf", "(7"}), "LIMIT", "0", "1"};
      case 5:
        return {"ZREM", "z", pick({"a", "b"})};
      case 6:
        return {"EXISTS", "t", "z", "none"};
      case 7:
        return {"UNLINK", pick({"t", "z"})};
      case 8:
        return {"XADD", "t", "NOMKSTREAM", "*", "f", "v"};
      default:
        return {"SET", "t", "1", "NX", "XX"};
    }
  }

 private:
  std::string pick(std::initializer_list<const char*> words) {
    return *(words.begin() + random_() % words.size());
  }
  std::string key() { return pick({"s1", "s2"}); }
  std::string group() { return pick({"g", "h"}); }
  std::string consumer() { return pick({"a", "b"}); }
  std::string id() { return std::to_string(random_() % next_) + "-" + pick({"1", "2"}); }

  command_line add() {
    command_line line{"XADD", key()};
    if (random_() % 4 == 0) line.emplace_back("NOMKSTREAM");
    line.push_back(random_() % 8 == 0 ? id() : std::to_string(++next_) + "-" + pick({"1", "2"}));
    line.insert(line.end(), {"field", std::to_string(random_() % 100)});
    return line;
  }

  command_line claim() {
    command_line line{"XCLAIM", key(), group(), consumer(), pick({"0", "500000"}), id(), id()};
    if (random_() % 2 == 0) line.insert(line.end(), {"IDLE", pick({"0", "900000"})});
    if (random_() % 2 == 0) line.insert(line.end(), {"RETRYCOUNT", pick({"0", "5"})});
    if (random_() % 4 == 0) line.emplace_back("FORCE");
    if (random_() % 2 == 0) line.emplace_back("JUSTID");
    return line;
  }

  std::mt19937_64 random_;
  std::uint64_t next_ = 1;
};

class model : public ::testing::Test {
 protected:
  json::value real(const command_line& line) {
    try {
      return comparable(line, cli.text(line));
    } catch (const test::redis_cli_error& error) {
      return json::string(std::string("(error) ") + error.what());
    }
  }
  json::value modelled(const command_line& line) { return comparable(line, as_json(keys.execute(line))); }

  test::redis_server redis;
  test::redis_cli cli{redis};
  key_space keys{[] { return std::int64_t{1'700'000'000'000}; }};
};

// redis_cli puts the command in front of what Redis said.
bool same(const json::value& real, const json::value& modelled) {
  if (real == modelled) return true;
  if (!real.is_string() || !modelled.is_string()) return false;
  const std::string_view said = real.as_string(), expected = modelled.as_string();
  return expected.starts_with("(error) ") && said.find(expected.substr(8)) != std::string_view::npos;
}

TEST_F(model, answers_like_redis_to_commands_on_streams) {
  commands random(1);
  for (int i = 0; i < 20'000; ++i) {
    const command_line line = random.next();
    const json::value expected = real(line), found = modelled(line);
    ASSERT_TRUE(same(expected, found))
        << "after " << i << ": " << json::serialize(json::value_from(line))
        << "\nRedis: " << json::serialize(expected) << "\nmodel: " << json::serialize(found);
  }
}

TEST_F(model, answers_like_redis_to_other_commands) {
  commands random(2);
  for (int i = 0; i < 3'000; ++i) {
    const command_line line = random.other();
    const json::value expected = real(line), found = modelled(line);
    ASSERT_TRUE(same(expected, found))
        << "after " << i << ": " << json::serialize(json::value_from(line))
        << "\nRedis: " << json::serialize(expected) << "\nmodel: " << json::serialize(found);
  }
}

// What scripts see of answers, and what is seen of theirs.
TEST_F(model, runs_scripts_like_redis) {
  script_engine engine;
  const std::vector<std::string> scripts{
      "return {1, 2.9, 'three', false, 5}",
      "return {true, 'x', {ok = 'fine'}, {err = 'BAD thing'}}",
      "return redis.call('XADD', KEYS[1], ARGV[1], 'f', 'v')",
      "return redis.call('XRANGE', KEYS[1], '-', '+')",
      "return redis.pcall('XGROUP', 'CREATE', KEYS[1], 'g', '0')",
      "return type(redis.pcall('XPENDING', KEYS[1], 'none')) == 'table'",
      "return redis.call('XPENDING', KEYS[1], 'g')[2] == false",
      "return redis.pcall('XINFO', 'GROUPS', 'none').err",
      "return {redis.call('GET', 'none') == false, redis.call('EXISTS', KEYS[1])}",
      "return #redis.call('XREADGROUP', 'GROUP', 'g', 'c', 'STREAMS', KEYS[1], '>')[1][2]",
  };
  for (const std::string& text : scripts) {
    const json::value expected = real({"EVAL", text, "1", "s", "5-1"});
    const value found = engine.run(engine.learn(text), {"s"}, {"5-1"},
                                   [this](const command_line& line) { return keys.execute(line); });
    EXPECT_TRUE(same(expected, as_json(found)))
        << text << "\nRedis: " << json::serialize(expected) << "\nmodel: " << json::serialize(as_json(found));
  }
}

}  // namespace
}  // namespace clamator::simulation
