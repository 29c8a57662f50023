// The two messages that all libraries read and write: A, a request's params of about 100 bytes, and C, about
// 4.7 KB of 40 nested objects.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

struct job {
  std::int64_t process_id = 0;
  std::string name;
  double ratio = 0;
  bool urgent = false;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(job, (), (process_id, name, ratio, urgent, note))

struct position {
  double x = 0;
  double y = 0;
};
BOOST_DESCRIBE_STRUCT(position, (), (x, y))

struct item {
  std::int64_t id = 0;
  std::string title;
  position at;
  std::vector<std::string> tags;
  bool active = false;
};
BOOST_DESCRIBE_STRUCT(item, (), (id, title, at, tags, active))

struct item_list {
  std::vector<item> items;
};
BOOST_DESCRIBE_STRUCT(item_list, (), (items))

inline job sample_job() {
  return {1234567, "resize-images", 0.75, true, "first of the \"new\" ones, for Tuesday"};
}

inline item_list sample_items() {
  item_list list;
  for (int i = 0; i < 40; ++i) {
    list.items.push_back({1000 + i * 37,
                          "item number " + std::to_string(i),
                          {i * 1.25, 100.5 - i},
                          {"red", "large", "tag-" + std::to_string(i)},
                          i % 3 == 0});
  }
  return list;
}

// The texts, as our writer puts them.
const std::string& job_text();
const std::string& items_text();

// What every reader must have found, so that none is measured doing less.
inline void require(bool right) {
  if (!right) throw std::runtime_error("the benchmark read something else than what was written");
}
template <class Job>
void require_same_job(const Job& read) {
  require(read.process_id == 1234567 && read.name == "resize-images" && read.ratio == 0.75 && read.urgent &&
          read.note);
}
template <class Items>
void require_same_items(const Items& read) {
  require(read.items.size() == 40 && read.items[39].tags.size() == 3 && read.items[39].at.y == 61.5);
}
inline void require_same(const job& read) {
  require_same_job(read);
}
inline void require_same(const item_list& read) {
  require_same_items(read);
}
