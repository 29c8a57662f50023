"""Prints the C++ source that names the type of each method's params and result.

    registry.py DOCUMENTS > registry.cpp
"""

import sys
from pathlib import Path

from documents import Subject, read_subjects

HEAD = """\
#include "registry.hpp"

{includes}

#include <clamator/protocol/codec.hpp>

namespace {{

template <class T>
std::string read_then_write(std::string_view text) {{
  return clamator::to_json(clamator::from_json<T>(text));
}}

}}  // namespace

const std::map<std::string, read_and_write, std::less<>> registry{{
{entries}
}};
"""


def space_of(service: str) -> str:
    return service.replace("-", "_")


def entry(subject: Subject) -> str:
    cpp_type = subject.method[0].upper() + subject.method[1:] + subject.side.capitalize()
    return f'    {{"{subject.name}", read_then_write<{space_of(subject.service)}::{cpp_type}>}},'


def source(subjects: list[Subject]) -> str:
    services = sorted({subject.service for subject in subjects})
    return HEAD.format(
        includes="\n".join(f'#include "{space_of(service)}.hpp"' for service in services),
        entries="\n".join(map(entry, subjects)),
    )


if __name__ == "__main__":
    sys.stdout.write(source(read_subjects(Path(sys.argv[1]))))
