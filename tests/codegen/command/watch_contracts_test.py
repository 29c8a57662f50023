"""--watch over contracts, with clamator-contracts itself."""

import time
import unittest

from generator import contract
from watch_test import WatchCase

FIELD = "import { z } from 'zod';\nexport const field = z.%s();\n"


class Contracts(WatchCase):
    def setUp(self):
        super().setUp()
        self.write("project/contracts/arith.ts", contract(field="a: field", imported="import { field } from '../lib/field';"))
        self.write("project/lib/field.ts", "export * from './more.js';\n")
        self.write("project/lib/more.ts", FIELD % "number")

    def start(self, source: str = "project/contracts"):
        running = self.watch("--src", source, "--out-cpp", "out")
        running.wait_for("stdout: watching")
        return running

    def test_up_to_date_within_a_second_of_a_save(self):
        running = self.start()
        began = time.monotonic()
        self.generate("--src", "project/contracts", "--out-cpp", "out", "--check")
        machine = time.monotonic() - began  # what one run takes here, which on a busy machine is more than a second
        began = time.monotonic()
        self.write("project/contracts/arith.ts", contract(field="b: z.number()"))
        wrote = running.wait_for("stdout: up to date")
        took = time.monotonic() - began
        print(f"contracts: up to date {took:.3f} s after the save, of which a run takes {machine:.3f} s")
        self.assertIn("stdout: wrote project/contracts/arith.json", wrote)
        self.assertIn("double b", self.text("out/arith.hpp"))
        self.assertLess(took, max(1, machine + 0.5))

    def test_what_a_contract_imports_from_elsewhere_is_watched(self):
        for source in ["project/contracts", "project/contracts/arith.ts"]:
            with self.subTest(source):
                self.write("project/lib/more.ts", FIELD % "number")
                running = self.start(source)
                self.write("project/lib/more.ts", FIELD % "boolean")
                running.wait_for("stdout: up to date")
                self.assertIn("bool a", self.text("out/arith.hpp"))

    def test_an_import_that_is_missing_is_seen_to_come(self):
        (self.folder / "project/lib/more.ts").unlink()
        running = self.watch("--src", "project/contracts", "--out-cpp", "out")
        running.wait_for("stdout: watching; waiting for a change that mends it")
        self.replace("project/lib/more.ts", FIELD % "boolean")
        running.wait_for("stdout: well again")
        self.assertIn("bool a", self.text("out/arith.hpp"))

    def test_a_broken_contract_is_survived(self):
        running = self.start()
        before = self.files("out")
        self.replace("project/contracts/arith.ts", contract(field="a: z.date()"))
        running.wait_for("z.date() has no JSON form; use z.string().datetime()")
        self.replace("project/contracts/arith.ts", "export const = ;")
        running.wait_for('Expected identifier but found "="')
        self.assertEqual(self.files("out"), before)
        self.replace("project/contracts/arith.ts", contract(field="c: z.number()"))
        running.wait_for("stdout: well again")
        self.assertIn("double c", self.text("out/arith.hpp"))


if __name__ == "__main__":
    unittest.main()
