"""What the reference makes of the headers' comments."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts/docs"))
from comments import converted  # noqa: E402


class comments_test(unittest.TestCase):
    def assert_becomes(self, source: str, expected: str) -> None:
        lines = converted(source.splitlines(), "clamator/some.hpp")
        self.assertEqual("\n".join(lines), expected.rstrip("\n"))
        self.assertEqual(len(lines), len(source.splitlines()))

    def test_names_the_file_at_its_top(self) -> None:
        self.assert_becomes("// About all of it.\n#pragma once\n",
                            "/// \\file clamator/some.hpp About all of it.\n#pragma once\n")

    def test_takes_what_stands_directly_above_a_declaration(self) -> None:
        self.assert_becomes("\n// Adds.\nint add(int a, int b);\n", "\n/// Adds.\nint add(int a, int b);\n")
        self.assert_becomes("\n// About nothing.\n\nint add();\n", "\n// About nothing.\n\nint add();\n")

    def test_takes_what_stands_behind_a_member(self) -> None:
        self.assert_becomes("struct s {\n  int size = 0;  // in bytes\n};\n",
                            "struct s {\n  int size = 0;  ///< in bytes\n};\n")
        self.assert_becomes("struct s {\n  std::string url = \"redis://\";\n};\n",
                            "struct s {\n  std::string url = \"redis://\";\n};\n")

    def test_leaves_functions_and_ends_of_namespaces_alone(self) -> None:
        inline = "template <class T>\nint f(T x) {\n  // Why.\n  return x;  // and why\n}\n\n}  // namespace a\n"
        self.assert_becomes("namespace a {\n" + inline, "namespace a {\n" + inline)

    def test_knows_declarations_in_templates_and_nested_types(self) -> None:
        self.assert_becomes("template <class T>\nclass a {\n public:\n  enum class b {\n    c,  // one\n  };\n};\n",
                            "template <class T>\nclass a {\n public:\n  enum class b {\n    c,  ///< one\n  };\n};\n")

    def test_is_not_confused_by_macros_of_several_lines(self) -> None:
        macro = "#define A(x) \\\n  B(x) {\n"
        self.assert_becomes(f"\n{macro}\n// Adds.\nint add();\n", f"\n{macro}\n/// Adds.\nint add();\n")

    def test_escapes_prose_and_neither_code_nor_quotes(self) -> None:
        self.assert_becomes('\n// <a> & #b: `<c>` "<d>"\nint e;\n', '\n/// \\<a\\> \\& \\#b: `<c>` "<d>"\nint e;\n')

    def test_shows_examples(self) -> None:
        self.assert_becomes("\n// So:\n//\n//   int a;\n//\n//   int b;\n//\n// Or not.\nint c;\n",
                            "\n/// So:\n/// \\code{.cpp}\n///   int a;\n///\n///   int b;\n/// \\endcode\n/// Or not.\nint c;\n")
        self.assert_becomes("\n// So:\n//\n//   text\nint c;\n",
                            "\n/// So:\n/// \\code{.txt}\n///   text \\endcode\nint c;\n")

    def test_says_what_defaults_do_where_nothing_is_said(self) -> None:
        self.assert_becomes("struct s {\n  s(const s&) = delete;\n};\n",
                            "struct s {\n  /** Cannot be copied. */ s(const s&) = delete;\n};\n")
        self.assert_becomes("struct s {\n  // Empty.\n  s() = default;\n};\n",
                            "struct s {\n  /// Empty.\n  s() = default;\n};\n")


if __name__ == "__main__":
    unittest.main()
