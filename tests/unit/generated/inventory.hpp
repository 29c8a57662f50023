// Written as clamator-codegen writes headers: types, a service, a client, and codecs that are only declared.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1, "inventory.hpp was made for another version of the library");

namespace inventory {

class Item {
 public:
  Item() = default;
  explicit Item(std::string item_name) : name(std::move(item_name)) {}
  std::string name;
  std::optional<std::string> mail;
  std::vector<std::string> tags = {"new"};
};

class Tree;
class Nothing : public std::variant<std::nullptr_t, std::string> {
 public:
  using variant::variant;
};

class Entry : public std::variant<Item, clamator::box<Tree>, std::string> {
 public:
  using variant::variant;
};

class Tree {
 public:
  Tree() = default;
  explicit Tree(std::vector<Entry> tree_entries) : entries(std::move(tree_entries)) {}
  std::vector<Entry> entries;
  std::optional<Nothing> nothing;
};

class InventoryService {
 public:
  virtual ~InventoryService() = default;
  virtual Tree echo(Tree params) = 0;
};

extern const clamator::method<Tree, Tree> echo;
extern const clamator::contract<InventoryService> inventory_contract;

}  // namespace inventory

CLAMATOR_GENERATED_CODEC(inventory::Item);
CLAMATOR_GENERATED_CODEC(inventory::Entry);
CLAMATOR_GENERATED_CODEC(inventory::Tree);
CLAMATOR_GENERATED_NULLABLE_CODEC(inventory::Nothing);
