"""The same with make, which compares times of files and nothing else."""

import unittest

from project import ProjectCase


class Makefiles(ProjectCase):
    project = "arguments"
    generator = "Unix Makefiles"

    def test_a_document_that_changes_is_followed_and_nothing_else(self):
        self.configure()
        self.build("--target", "api")
        self.assertNotRegex(self.build("--target", "api"), "Generating|Building|Linking")
        self.edit("contracts/till.json", '"kind": "string"', '"kind": "boolean"')
        self.assertRegex(self.build("--target", "api"), r"(?s)Generating till.*Building.*till\.cpp")
        self.assertIn("bool amount", self.generated("generated/api/till.hpp"))
        self.assertNotRegex(self.build("--target", "api"), "Generating|Building|Linking")


if __name__ == "__main__":
    unittest.main()
