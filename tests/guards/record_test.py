"""Whether a figure that grew fails, one that shrank is said, and nothing is compared that cannot be."""

import unittest

from record import judge


def figures(client: int, server: int = 10_000, compiler: str = "g++ 12.2.0") -> dict:
    return {
        "compiler": compiler,
        "boost": "1.81",
        "libc": "glibc 2.36",
        "machine": "x86_64",
        "instructions_per_call": {"client": {"64": client}, "server": {"64": server}},
    }


class Judge(unittest.TestCase):
    def test_says_nothing_within_the_tolerance(self):
        for now in (9_501, 10_000, 10_499):
            self.assertEqual(judge(figures(now), figures(10_000)), ("", ""))

    def test_fails_where_one_has_grown(self):
        to_renew, failure = judge(figures(10_600), figures(10_000))
        self.assertEqual(to_renew, "")
        self.assertIn("client, 64 in flight: 10,600 instructions a call, +6.0% on 10,000", failure)
        self.assertIn("--record", failure)
        self.assertNotIn("server", failure)

    def test_asks_for_a_new_record_where_one_has_shrunk(self):
        to_renew, failure = judge(figures(9_000), figures(10_000))
        self.assertIn("client, 64 in flight: 9,000 instructions a call, -10.0% on 10,000", to_renew)
        self.assertIn("--record", to_renew)
        self.assertEqual(failure, "")

    def test_says_both(self):
        to_renew, failure = judge(figures(9_000, 11_000), figures(10_000))
        self.assertIn("client", to_renew)
        self.assertIn("server", failure)

    def test_compares_nothing_of_another_compiler(self):
        to_renew, failure = judge(figures(9_000, compiler="g++ 14.2.0"), figures(10_000))
        self.assertEqual(to_renew, "")
        self.assertIn("nothing was checked", failure)
        self.assertIn("g++ 14.2.0", failure)

    def test_fails_where_the_record_lacks_a_figure(self):
        record = figures(10_000)
        del record["instructions_per_call"]["server"]
        self.assertIn("no figure of the server", judge(figures(10_000), record)[1])


if __name__ == "__main__":
    unittest.main()
