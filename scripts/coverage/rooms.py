"""Prints the line coverage of each room from gcovr's summary, and fails where one has less than it must.

    rooms.py SUMMARY.json [--least PERCENT]
"""

import argparse
import json
import sys

ROOMS = ("protocol", "rpc", "memory", "redis", "generated")


def room_of(filename):
    for room in ROOMS:
        if filename.startswith((f"include/clamator/{room}/", f"src/{room}/")):
            return room
    sys.exit(f"coverage: {filename} is in none of the rooms: {', '.join(ROOMS)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("summary")
    parser.add_argument("--least", type=float, default=90.0)
    arguments = parser.parse_args()
    with open(arguments.summary, encoding="utf-8") as source:
        files = json.load(source)["files"]

    totals = {room: [0, 0] for room in ROOMS}
    for file in files:
        total = totals[room_of(file["filename"])]
        total[0] += file["line_covered"]
        total[1] += file["line_total"]

    short = []
    print(f"{'room':<10}{'lines':>8}{'run':>8}{'':>10}")
    for room, (covered, lines) in totals.items():
        percent = 100 * covered / lines if lines else 0.0
        print(f"{room:<10}{lines:>8}{covered:>8}{percent:>8.1f} %")
        if percent < arguments.least:
            short.append(room)
    print("\nThe files with the most lines that no test runs:")
    for file in sorted(files, key=lambda each: each["line_covered"] - each["line_total"])[:10]:
        print(f"{file['line_total'] - file['line_covered']:>6}  {file['filename']}")
    if short:
        sys.exit(f"coverage: less than {arguments.least:g} % of the lines are run in {', '.join(short)}")


if __name__ == "__main__":
    main()
