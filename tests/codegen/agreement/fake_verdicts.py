"""Verdicts of a language that takes any JSON, or is wrong in a way that a test asks for.

    fake_verdicts.py [--refuse PART] [--change PART] [--end-at PART]

What has PART in its text is refused, read as another value, or ends the process.
"""

import argparse
import json
import sys


def main() -> None:
    parser = argparse.ArgumentParser()
    for wrong in ("--refuse", "--change", "--end-at"):
        parser.add_argument(wrong, default=None)
    options = parser.parse_args()

    def has(part: str | None, text: str) -> bool:
        return part is not None and part in text

    for line in sys.stdin:
        text = json.loads(line)["text"]
        if has(options.end_at, text):
            sys.exit(3)
        if has(options.refuse, text):
            answer = {"ok": False, "why": f"it has {options.refuse}"}
        else:
            answer = {"ok": True, "text": "0" if has(options.change, text) else text}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
