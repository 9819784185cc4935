"""Unsafe code stands in few files, and each of them states what makes it right."""

import re

from tree import Fault, matches, says_why

UNSAFE = re.compile(
    r"\bunsafe\b|\bUnsafe\w*Pointer\b|\bwithUnsafe\w*|@unsafe\b|\bUnmanaged\b|@unchecked\s+Sendable")


def faults(tree):
    for path in tree.paths(".swift", under="Sources/"):
        if says_why(tree, path, "Unsafe"):
            continue
        for number, match in matches(tree, path, UNSAFE):
            yield Fault(path, number, match[0],
                        "safe code, or a comment \"// Unsafe: ...\" that states the invariants")
            break
