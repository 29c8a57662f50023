// Types whose codecs are declared in one file and defined in another, as generated code has them, used by a
// program that sees the header only.

#include <gtest/gtest.h>

#include "inventory.hpp"
#include "unit/protocol/codec_support.hpp"
#include "unit/rpc/memory_peers.hpp"

namespace {

using inventory::Tree;
constexpr std::string_view whole =
    R"({"entries":[{"kind":"item","name":"A","tags":["x"]},{"entries":["abc"]}],"nothing":null})";

TEST(GeneratedCode, ReadsAndWrites) {
  EXPECT_EQ(to_json(from_json<Tree>(whole)), whole);
  const auto read = from_json<Tree>(R"({"entries":[{"name":"A","kind":"item","more":1}]})");
  EXPECT_EQ(to_json(read), R"({"entries":[{"kind":"item","name":"A","tags":["new"]}]})");
}

TEST(GeneratedCode, SaysWhatDoesNotFit) {
  EXPECT_EQ(issues_of<Tree>(R"({"entries":[{"kind":"item","name":"a","mail":"x","tags":[""]},"ab",7]})"),
            "/entries/0/name: in option 1 of 3: must match /^[A-Z]/, found \"a\"; "
            "/entries/0/mail: in option 1 of 3: must be an email address, found \"x\"; "
            "/entries/0/tags/0: in option 1 of 3: length must be at least 1, found \"\"; "
            "/entries/1: length must be at least 3, found \"ab\"; "
            "/entries/2: expected one of: a string, an object, found 7");
}

TEST(GeneratedCode, RefusesToWriteWhatFailsItsChecks) {
  Tree tree;
  tree.entries.emplace_back(inventory::Item("a"));
  EXPECT_EQ(issues_writing(tree), "/entries/0/name: must match /^[A-Z]/, found \"a\"");
}

struct Echoing final : inventory::InventoryService {
  Tree echo(Tree params) override { return params; }
};

using GeneratedContract = clamator::test::MemoryPeers;

TEST_F(GeneratedContract, IsServedAndCalled) {
  server.register_service(inventory::inventory_contract, std::make_shared<Echoing>());
  run_registered([this]() -> boost::asio::awaitable<void> {
    const auto sent = from_json<Tree>(whole);
    const Tree answer = co_await client.call(inventory::echo, sent);
    EXPECT_EQ(to_json(answer), whole);
  });
}

}  // namespace
