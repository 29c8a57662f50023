"""Whether check_quotes.py finds what is wrong, and nothing else."""

import tempfile
import unittest
from pathlib import Path

from check_quotes import check

EXAMPLE = """\
#include <iostream>

int main() {
  int sum = 2;

  sum += 3;
  if (sum == 5) {
    std::cout << sum << '\\n';
  }
}
"""


class CheckQuotes(unittest.TestCase):
    def setUp(self) -> None:
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.root = Path(directory.name)
        self.write("examples/CMakeLists.txt", "example(sum SOURCES sum.cpp) run(python/client.py)")
        self.write("examples/sum.cpp", EXAMPLE)
        self.write("examples/unbuilt.cpp", "int never_built;\n")
        self.write("examples/python/client.py", "import asyncio\n")
        self.write("tests/consume/add_subdirectory/CMakeLists.txt", "project(app)\n")
        self.write("scripts/commands/build", "")
        self.write("docs/other.md", "# Other `things`, in short\n")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def problems(self, text: str) -> list[str]:
        self.write("README.md", text)
        return check(self.root)

    def assert_right(self, text: str) -> None:
        self.assertEqual(self.problems(text), [])

    def assert_wrong(self, text: str, *words: str) -> None:
        problems = self.problems(text)
        self.assertEqual(len(problems), 1, problems)
        for word in words:
            self.assertIn(word, problems[0])

    def test_takes_an_excerpt_without_its_indentation(self) -> None:
        self.assert_right("```cpp\nint sum = 2;\n\nsum += 3;\nif (sum == 5) {\n```\n")

    def test_takes_parts_in_their_order(self) -> None:
        self.assert_right("```cpp\nint main() {\n  // ...\n  sum += 3;\n  // ...\n}\n```\n")

    def test_names_the_first_line_that_is_not_there(self) -> None:
        self.assert_wrong("one\n\n```cpp\nint sum = 2;\n\nsum += 4;\n```\n", "README.md:6:", "sum += 4;")

    def test_refuses_parts_in_another_order(self) -> None:
        self.assert_wrong("```cpp\nsum += 3;\n// ...\nint sum = 2;\n```\n", "README.md:4:", "int sum = 2;")

    def test_refuses_lines_left_out_without_a_mark(self) -> None:
        self.assert_wrong("```cpp\nint main() {\n  sum += 3;\n```\n", "README.md:3:")

    def test_refuses_other_indentation_within(self) -> None:
        self.assert_wrong("```cpp\nif (sum == 5) {\nstd::cout << sum << '\\n';\n```\n", "README.md:3:")

    def test_refuses_what_no_test_builds(self) -> None:
        self.assert_wrong("```cpp\nint never_built;\n```\n", "never_built")

    def test_refuses_languages_that_it_does_not_know(self) -> None:
        self.assert_wrong("```c++\nint anything;\n```\n", "c++")
        self.assert_right("```text\nanything\n```\n\n```json\n{}\n```\n")

    def test_knows_python_and_cmake(self) -> None:
        self.assert_right("```python\nimport asyncio\n```\n\n```cmake\nproject(app)\n```\n")
        self.assert_wrong("```python\nimport trio\n```\n", "import trio")
        self.assert_wrong("```cmake\nproject(other)\n```\n", "project(other)")

    def test_knows_the_projects_that_are_built_as_users_would(self) -> None:
        self.write("examples/greeter/CMakeLists.txt", "project(greeter)\nadd_executable(server server.cpp)\n")
        self.write("examples/greeter/server.cpp", "int served;\n")
        self.write("examples/greeter/unbuilt.cpp", "int not_served;\n")
        self.assert_wrong("```cmake\nproject(greeter)\n```\n", "project(greeter)")
        self.assert_wrong("```cpp\nint served;\n```\n", "int served;")
        self.write("tests/consume/CMakeLists.txt", "consume(greeter ${PROJECT_SOURCE_DIR}/examples/greeter)\n")
        self.assert_right("```cmake\nproject(greeter)\n```\n\n```cpp\nint served;\n```\n")
        self.assert_wrong("```cpp\nint not_served;\n```\n", "int not_served;")

    def test_follows_links(self) -> None:
        self.assert_right("[a](docs/other.md) [b](docs/other.md#other-things-in-short) [c](https://example.com/x)\n")
        self.assert_wrong("[a](docs/missing.md)\n", "README.md:1:", "docs/missing.md")
        self.assert_wrong("[a](docs/other.md#elsewhere)\n", "#elsewhere")
        self.assert_wrong("[a](../outside)\n", "../outside")

    def test_knows_the_commands(self) -> None:
        self.assert_right("```\n./dev build --debug\n./dev help build\n```\n`./dev` says more.\n")
        self.assert_wrong("Run `./dev fly`.\n", "README.md:1:", "./dev fly")
        self.assert_wrong("```\n./dev fly\n```\n", "README.md:2:", "./dev fly")

    def test_wants_blocks_closed(self) -> None:
        self.assert_wrong("```cpp\nint sum = 2;\n", "never closed")


if __name__ == "__main__":
    unittest.main()
