"""No floating point decides anything, and an error is never turned into a plausible number."""

import re

from tree import Fault, matches, says_why

SWIFT_FLOAT = re.compile(
    r"\b(?:Double|Float(?:16|32|64|80)?|CGFloat|NSDecimalNumber)\b"
    r"|(?<![\w.$])\d[\d_]*(?:\.\d[\d_]*(?:[eE][+-]?\d+)?|[eE][+-]?\d+)\b")
C_FLOAT = re.compile(
    r"\b(?:double|float)\b|(?<![\w.])\d+(?:\.\d*(?:[eE][+-]?\d+)?|[eE][+-]?\d+)f?\b")
NEVER = re.compile(r"Throws: never", re.IGNORECASE)


def floating_point(tree):
    for path in tree.paths(".swift", ".c", ".h", under="Sources/"):
        if says_why(tree, path, "Floating point"):
            continue
        pattern = SWIFT_FLOAT if path.endswith(".swift") else C_FLOAT
        for number, match in matches(tree, path, pattern):
            yield Fault(path, number, match[0],
                        "exact numbers, or a comment \"// Floating point: ...\" that says why")


def swallowed_errors(tree):
    for path in tree.paths(".swift", under="Sources/"):
        text = "\n".join(tree.code(path))
        for match in re.finditer(r"\(\s*try\?", text):
            default = re.match(r"\s*\?\?\s*([^\s,)}]+)", text[closing(text, match.start()):])
            if default and default[1] != "nil":
                yield Fault(path, text.count("\n", 0, match.start()) + 1,
                            f"an error turned into {default[1]}",
                            "the error, or a precondition that says why it cannot be")
        for number, line in enumerate(tree.lines(path), 1):
            if NEVER.search(line):
                yield Fault(path, number, "\"Throws: never\"", "a signature that does not throw")


def closing(text, opening):
    """The offset behind the parenthesis that closes the one at `opening`."""
    depth = 0
    for offset in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[offset], 0)
        if depth == 0:
            return offset + 1
    return len(text)
