// Each natural way to write a call and to take its result. g++ 12 miscompiles some of what looks like these,
// so what is tested is that the right bytes come, under AddressSanitizer, and that all compile.
#include <stdexcept>

#include <boost/json/parse.hpp>

#include "memory_peers.hpp"
#include "natural_contract.hpp"

namespace clamator::test {
namespace {

class NaturalCall : public MemoryPeers {
 protected:
  NaturalCall() {
    served.handle(add, [](add_params p) { return add_result{p.a + p.b}; });
    served.handle(greet, [](const greet_params& p) { return greet_result("hi " + p.name); });
    served.handle(order, [](const order_params& p) { return receipt{to_json(p), p.items}; });
    served.handle(note, [this](greet_params p) { noted.push_back(std::move(p.name)); });
  }

  // Runs the coroutine once with a short text and once with a long one.
  template <class Body>
  void with_each_text(Body body) {
    const auto both = [&]() -> asio::awaitable<void> {
      for (const std::string& text : texts) co_await body(text);
    };
    run(both, {.concurrency = 1});
  }

  std::vector<std::string> noted;
};

greet_params made_from(const std::string& text) {
  return greet_params(text);
}

TEST_F(NaturalCall, TakesParamsInBraces) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    const add_result sum = co_await client.call(add, {2, 3});
    EXPECT_EQ(sum.sum, 5);
    const add_result named_members = co_await client.call(add, {.a = 2, .b = 4});
    EXPECT_EQ(named_members.sum, 6);
    const greet_result braced = co_await client.call(greet, {text});
    EXPECT_EQ(braced.greeting, "hi " + text);
    const greet_result literal = co_await client.call(greet, {"short"});
    EXPECT_EQ(literal.greeting, "hi short");
    const greet_result added_up = co_await client.call(greet, {text + "!"});
    EXPECT_EQ(added_up.greeting, "hi " + text + "!");
    const receipt nested = co_await client.call(order, {text, card(text)});
    EXPECT_EQ(nested.text, to_json(order_params(text, card(text))));
  });
}

TEST_F(NaturalCall, TakesParamsThatHaveAName) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    const greet_result of_type = co_await client.call(greet, greet_params(text));
    EXPECT_EQ(of_type.greeting, "hi " + text);
    const greet_result of_type_in_braces = co_await client.call(greet, greet_params{text});
    EXPECT_EQ(of_type_in_braces.greeting, "hi " + text);
    const greet_result converted = co_await client.call(greet, text);
    EXPECT_EQ(converted.greeting, "hi " + text);

    greet_params variable(text);
    const greet_params& reference = variable;
    const greet_result by_variable = co_await client.call(greet, variable);
    EXPECT_EQ(by_variable.greeting, "hi " + text);
    const greet_result by_reference = co_await client.call(greet, reference);
    EXPECT_EQ(by_reference.greeting, "hi " + text);
    const greet_result by_move = co_await client.call(greet, std::move(variable));
    EXPECT_EQ(by_move.greeting, "hi " + text);
  });
}

TEST_F(NaturalCall, TakesParamsThatAnExpressionMakes) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    const auto lambda = [text] { return greet_params(text); };
    const greet_params short_one("short");
    const greet_params given(text);
    const greet_result by_function = co_await client.call(greet, made_from(text));
    EXPECT_EQ(by_function.greeting, "hi " + text);
    const greet_result by_lambda = co_await client.call(greet, lambda());
    EXPECT_EQ(by_lambda.greeting, "hi " + text);
    // Of two variables; a conditional that makes an object is what the compiler breaks, whatever its type.
    const greet_result chosen = co_await client.call(greet, text.size() > 5 ? given : short_one);
    EXPECT_EQ(chosen.greeting, "hi " + text);
    const add_result chosen_numbers = co_await client.call(add, {text.size() > 5 ? 10 : 1, 3});
    EXPECT_EQ(chosen_numbers.sum, text.size() > 5 ? 13 : 4);
    const greet_result by_await = co_await client.call(greet, (co_await client.call(greet, text)).greeting);
    EXPECT_EQ(by_await.greeting, "hi hi " + text);
    const greet_result by_await_made =
        co_await client.call(greet, made_from((co_await client.call(greet, text)).greeting));
    EXPECT_EQ(by_await_made.greeting, "hi hi " + text);
  });
}

TEST_F(NaturalCall, TakesParamsWithMembersOfAllKinds) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    const std::vector<std::string> items{text, "b", text};
    std::map<std::string, std::string> labels{{"k", text}, {text, "v"}};
    const order_params expected(text, transfer(text, text), items, labels, text);

    const receipt by_constructor =
        co_await client.call(order, order_params(text, transfer(text, text), items, labels, text));
    EXPECT_EQ(by_constructor.text, to_json(expected));
    EXPECT_EQ(by_constructor.items, items);
    const receipt by_braces = co_await client.call(order, {text, transfer{text, text}, items, labels, text});
    EXPECT_EQ(by_braces.text, to_json(expected));
    const receipt with_nested_braces = co_await client.call(
        order,
        {text, payment(transfer(text, text)), items, std::move(labels), std::optional<std::string>(text)});
    EXPECT_EQ(with_nested_braces.text, to_json(expected));
    const receipt with_empty_ones = co_await client.call(order, {text, card(text), {}, {}, {}});
    EXPECT_EQ(with_empty_ones.text, to_json(order_params(text, card(text))));
    const receipt with_nullopt =
        co_await client.call(order, order_params(text, card(text), items, {}, std::nullopt));
    EXPECT_EQ(with_nullopt.items, items);
  });
}

TEST_F(NaturalCall, TakesOptionsInBracesAndByName) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    const greet_result braced = co_await client.call(greet, {text}, {.timeout = 3s});
    EXPECT_EQ(braced.greeting, "hi " + text);
    const call_options options{.timeout = 3s};
    const greet_result named = co_await client.call(greet, greet_params(text), options);
    EXPECT_EQ(named.greeting, "hi " + text);
    const greet_result of_type = co_await client.call(greet, text, call_options{.timeout = 3s});
    EXPECT_EQ(of_type.greeting, "hi " + text);
    const greet_result chosen = co_await client.call(greet, text, text.empty() ? options : call_options{});
    EXPECT_EQ(chosen.greeting, "hi " + text);
  });
}

TEST_F(NaturalCall, EncodesParamsAtOnceSoThatTheyNeedNotLiveUntilTheAwait) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    auto params = std::make_unique<greet_params>(text);
    auto first = client.call(greet, *params);
    auto second = client.call(greet, {text + "2"});
    params.reset();
    const greet_result of_second = co_await std::move(second);
    const greet_result of_first = co_await std::move(first);
    EXPECT_EQ(of_first.greeting, "hi " + text);
    EXPECT_EQ(of_second.greeting, "hi " + text + "2");
  });
}

TEST_F(NaturalCall, GivesAResultForAnyExpression) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    const std::string expected = "hi " + text;
    const std::string member = (co_await client.call(greet, text)).greeting;
    EXPECT_EQ(member, expected);
    const std::string both =
        (co_await client.call(greet, text)).greeting + (co_await client.call(greet, text + "2")).greeting;
    EXPECT_EQ(both, expected + expected + "2");
    const auto length = (co_await client.call(greet, {text})).greeting.size();
    EXPECT_EQ(length, expected.size());
    const receipt of_order = co_await client.call(order, {text, card(text)});
    EXPECT_EQ(of_order.text, to_json(order_params(text, card(text))));

    std::string sum = "a ";
    sum += (co_await client.call(greet, text)).greeting;
    EXPECT_EQ(sum, "a " + expected);
    std::vector<greet_result> all;
    all.push_back(co_await client.call(greet, text));
    all.emplace_back((co_await client.call(greet, text)).greeting);
    std::map<std::string, greet_result> by_name;
    by_name[text] = co_await client.call(greet, text);
    std::optional<greet_result> maybe;
    maybe = co_await client.call(greet, text);
    const auto held = std::make_unique<receipt>(co_await client.call(order, {text, card(text)}));
    EXPECT_EQ(all[0].greeting + all[1].greeting, expected + expected);
    EXPECT_EQ(by_name[text].greeting + maybe->greeting, expected + expected);
    EXPECT_EQ(held->text, of_order.text);
    co_await client.call(greet, text);
  });
}

TEST_F(NaturalCall, GivesAResultForConditionsAndLoops) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    const std::string expected = "hi " + text;
    int right = 0;
    if ((co_await client.call(greet, text)).greeting == expected) ++right;
    if (const auto result = co_await client.call(greet, text); result.greeting == expected) ++right;
    if (text.empty() || (co_await client.call(greet, text)).greeting == expected) ++right;
    if (!text.empty() && (co_await client.call(greet, text)).greeting == expected) ++right;
    switch ((co_await client.call(add, {20, 22})).sum) {
      case 42:
        ++right;
        break;
      default:
        break;
    }
    EXPECT_EQ(right, 5);

    int rounds = 0;
    while ((co_await client.call(add, {rounds, 1})).sum < 4) ++rounds;
    for (; (co_await client.call(greet, text)).greeting == expected && rounds < 7; ++rounds) {
    }
    EXPECT_EQ(rounds, 7);

    std::string spelt;
    for (const char letter : (co_await client.call(greet, text)).greeting) spelt += letter;
    EXPECT_EQ(spelt, expected);
    const std::vector<std::string> items{text, "b"};
    std::vector<std::string> returned;
    for (std::string& item : (co_await client.call(order, {text, card(text), items, {}, {}})).items)
      returned.push_back(std::move(item));
    EXPECT_EQ(returned, items);
  });
}

TEST_F(NaturalCall, GivesAResultForBindings) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    const std::vector<std::string> items{text, "b"};
    const receipt expected{to_json(order_params(text, card(text), items, {}, {})), items};

    const auto& kept = co_await client.call(order, {text, card(text), items, {}, {}});
    EXPECT_EQ(kept.text, expected.text);
    receipt variable = co_await client.call(order, {text, card(text), items, {}, {}});
    auto& [variable_text, variable_items] = variable;
    EXPECT_EQ(variable_text, expected.text);
    EXPECT_EQ(variable_items, expected.items);
    const auto& [kept_text, kept_items] = co_await client.call(order, {text, card(text), items, {}, {}});
    EXPECT_EQ(kept_text, expected.text);
    EXPECT_EQ(kept_items, expected.items);
  });
}

TEST_F(NaturalCall, GivesItsErrorsToTryAndCatch) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    std::string caught;
    try {
      co_await client.call(method<greet_params, greet_result>{"test.unknown"}, {text});
    } catch (const rpc_error& error) {
      caught = error.message();
    }
    EXPECT_EQ(caught, "Method not found");
    try {
      const greet_result result = co_await client.call(greet, {text});
      throw std::runtime_error(result.greeting);
    } catch (const std::runtime_error& error) {
      caught = error.what();
    }
    EXPECT_EQ(caught, "hi " + text);
  });
}

// Coroutines of the user's around a call.
asio::awaitable<greet_result> greeted(clamator::client& client, std::string name) {
  co_return co_await client.call(greet, {std::move(name)});
}
asio::awaitable<receipt> ordered(clamator::client& client, const order_params& params) {
  co_return co_await client.call(order, params);
}
asio::awaitable<std::string> exclaimed(clamator::client& client, std::string name) {
  co_return (co_await client.call(greet, name)).greeting + "!";
}

TEST_F(NaturalCall, IsReturnedByCoroutines) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    const std::string direct = (co_await greeted(client, text)).greeting;
    EXPECT_EQ(direct, "hi " + text);
    const receipt returned = co_await ordered(client, order_params(text, card(text)));
    EXPECT_EQ(returned.text, to_json(order_params(text, card(text))));
    const std::string twice = co_await exclaimed(client, co_await exclaimed(client, text));
    EXPECT_EQ(twice, "hi hi " + text + "!!");
    const auto lambda = [this, text]() -> asio::awaitable<greet_result> {
      co_return co_await client.call(greet, text);
    };
    const greet_result of_lambda = co_await lambda();
    EXPECT_EQ(of_lambda.greeting, "hi " + text);
    const greet_result at_once =
        co_await [](clamator::client& c, std::string name) -> asio::awaitable<greet_result> {
      co_return co_await c.call(greet, {name});
    }(client, text);
    EXPECT_EQ(at_once.greeting, "hi " + text);
    const greet_result spawned = co_await asio::co_spawn(context, greeted(client, text), asio::use_awaitable);
    EXPECT_EQ(spawned.greeting, "hi " + text);
  });
}

TEST_F(NaturalCall, NotifiesWithParamsOfAnyForm) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    noted.clear();
    co_await client.notify(note, {text});
    co_await client.notify(note, greet_params(text), {.timeout = 3s});
    co_await client.notify(note, text);
    co_await client.notify(note, made_from((co_await client.call(greet, text)).greeting));
    // One service's requests run in order here, so all notes were taken when this is answered.
    co_await client.call(greet, text);
    EXPECT_EQ(noted, (std::vector<std::string>{text, text, text, "hi " + text}));
  });
}

TEST_F(NaturalCall, ByNameTakesJson) {
  with_each_text([this](std::string text) -> asio::awaitable<void> {
    const boost::json::value params = {{"name", text}};
    const boost::json::value named = co_await client.call("test", "greet", params);
    EXPECT_EQ(named.at("greeting").as_string(), "hi " + text);
    boost::json::object object;
    object["name"] = text;
    const std::string direct((co_await client.call("test", "greet", std::move(object), {.timeout = 3s}))
                                 .at("greeting")
                                 .as_string());
    EXPECT_EQ(direct, "hi " + text);
    const boost::json::value parsed =
        co_await client.call("test", "greet", boost::json::parse("{\"name\":\"" + text + "\"}"));
    EXPECT_EQ(parsed, named);
  });
}

}  // namespace
}  // namespace clamator::test
