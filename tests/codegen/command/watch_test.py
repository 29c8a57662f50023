"""--watch over documents, and over contracts that a stand-in for clamator-contracts reads in its own time."""

import os
import signal
import time
import unittest

from generator import PROGRAM, GeneratorCase, document
from watching import Watching


class WatchCase(GeneratorCase):
    def watch(self, *arguments: str, **env: str) -> Watching:
        return Watching(self, PROGRAM, *arguments, cwd=self.folder, env=self.environment(**env))

    def replace(self, path: str, text: str):
        """As editors save: another file takes the place of the old one."""
        os.rename(self.write(path + "~", text), self.folder / path)


class Documents(WatchCase):
    def setUp(self):
        super().setUp()
        self.write("contracts/arith.json", document())
        self.command = ["--src", "contracts", "--out-cpp", "out"]

    def test_generates_again_after_a_save(self):
        running = self.watch(*self.command)
        self.assertIn("stdout: wrote out/arith.hpp", running.wait_for("stdout: watching"))
        began = time.monotonic()
        self.write("contracts/arith.json", document(field="renamed"))
        self.assertIn("stdout: wrote out/arith.hpp", running.wait_for("stdout: up to date"))
        took = time.monotonic() - began
        self.assertIn("double renamed", self.text("out/arith.hpp"))
        print(f"documents: up to date {took:.3f} s after the save")
        self.assertLess(took, 1)

    def test_a_file_that_is_replaced_by_a_rename(self):
        running = self.watch(*self.command)
        running.wait_for("stdout: watching")
        self.replace("contracts/arith.json", document(field="b"))
        running.wait_for("stdout: up to date")
        self.assertIn("double b", self.text("out/arith.hpp"))

    def test_a_replacement_of_the_same_size_and_time(self):
        running = self.watch(*self.command)
        running.wait_for("stdout: watching")
        was = (self.folder / "contracts/arith.json").stat()
        fresh = self.write("fresh", document(field="b"))
        os.utime(fresh, ns=(was.st_atime_ns, was.st_mtime_ns))
        os.rename(fresh, self.folder / "contracts/arith.json")
        running.wait_for("stdout: up to date")
        self.assertIn("double b", self.text("out/arith.hpp"))

    def test_files_that_come_and_go(self):
        running = self.watch(*self.command)
        running.wait_for("stdout: watching")
        self.replace("contracts/shop.json", document("shop"))
        self.assertIn("stdout: wrote out/shop.hpp", running.wait_for("stdout: up to date"))
        (self.folder / "contracts/shop.json").unlink()
        running.wait_for("stdout: up to date")

    def test_a_broken_document_is_told_and_so_is_that_all_is_well_again(self):
        running = self.watch(*self.command)
        running.wait_for("stdout: watching")
        before = self.files("out")
        self.replace("contracts/arith.json", '{\n"service" 1}')
        self.assertRegex(running.wait_for("")[0], r"^stderr: contracts/arith\.json:2:1\d: ")
        self.assertEqual(self.files("out"), before)
        self.replace("contracts/arith.json", document(field="b"))
        running.wait_for("stdout: well again")
        self.assertIn("double b", self.text("out/arith.hpp"))

    def test_one_that_begins_broken_waits_to_be_mended(self):
        self.write("contracts/arith.json", "{")
        running = self.watch(*self.command)
        running.wait_for("stdout: watching; waiting for a change that mends it")
        self.replace("contracts/arith.json", document())
        running.wait_for("stdout: well again")

    def test_a_folder_that_goes_and_comes_back(self):
        running = self.watch(*self.command)
        running.wait_for("stdout: watching")
        os.rename(self.folder / "contracts", self.folder / "away")
        running.wait_for("--src contracts: no such file or folder")
        os.rename(self.folder / "away", self.folder / "contracts")
        running.wait_for("stdout: well again")

    def test_signals_end_it_with_status_0(self):
        for each in [signal.SIGINT, signal.SIGTERM]:
            with self.subTest(each):
                running = self.watch(*self.command)
                running.wait_for("stdout: watching")
                self.assertEqual(running.signal(each), 0)
                self.assertEqual(running.seen[-1], "stdout: watching")


class SlowTool(WatchCase):
    """A tool that says when it has read the contract, and gives the document when the test lets it."""

    def setUp(self):
        super().setUp()
        self.write("contracts/arith.ts", "first")
        self.write("field_first.json", document(field="first"))
        self.write("field_second.json", document(field="second"))
        (self.folder / "tmp").mkdir()
        self.gate = self.folder / "gate"
        os.mkfifo(self.gate)
        self.tool = self.write("tool", '#!/bin/sh\n'
                               'contract=$(cat contracts/arith.ts)\n'
                               'echo "$$ has read $contract" >&2\n'
                               'read -r go < gate\n'
                               'mkdir -p "$4" && cp "field_$contract.json" "$4/arith.json"\n')
        self.tool.chmod(0o755)

    def start(self) -> Watching:
        return self.watch("--src", "contracts", "--out-cpp", "out", "--contracts-tool", str(self.tool),
                          TMPDIR=str(self.folder / "tmp"))

    def let_go(self):
        self.gate.write_text("go\n")

    def test_a_save_while_a_run_goes_on_is_not_lost(self):
        running = self.start()
        running.wait_for("has read first")
        self.replace("contracts/arith.ts", "second")
        self.let_go()
        running.wait_for("has read second")
        self.assertIn("double first", self.text("out/arith.hpp"))
        self.let_go()
        running.wait_for("stdout: up to date")
        self.assertIn("double second", self.text("out/arith.hpp"))

    def test_a_signal_ends_the_child_too_and_leaves_nothing_behind(self):
        for which in [signal.SIGINT, signal.SIGTERM]:
            with self.subTest(which):
                running = self.start()
                child = int(running.wait_for("has read first")[-1].split()[1])
                self.assertEqual(running.signal(which), 0)
                self.assertRaises(ProcessLookupError, os.kill, child, 0)
                self.assertEqual(list((self.folder / "tmp").iterdir()), [])
                self.assertEqual(running.seen, [f"stderr: {child} has read first"])


if __name__ == "__main__":
    unittest.main()
