"""A file is one room: 300 lines. A function fits on a screen or two: 70 lines."""

import re

from tree import Fault

FILE_LINES = 300
FUNCTION_LINES = 70
SWIFT_FUNCTION = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*"
    r"(?:(?:public|package|internal|fileprivate|private|static|class|final|override|mutating|"
    r"nonmutating|consuming|borrowing|convenience|required|nonisolated|indirect)\s+)*"
    r"(func\s+(?P<name>\S+?)\s*[(<]|init\b|deinit\b|subscript\b)")


def faults(tree):
    for path in tree.paths(".swift", ".c", ".h", ".py", ".sh"):
        count = len(tree.lines(path))
        if count > FILE_LINES:
            yield Fault(path, FILE_LINES + 1, f"{count} lines", f"at most {FILE_LINES}")
    for path in tree.paths(".swift", ".c", ".h"):
        functions = swift_functions if path.endswith(".swift") else c_functions
        for number, name, count in functions(tree.code(path)):
            if count > FUNCTION_LINES:
                yield Fault(path, number, f"{count} lines of {name}", f"at most {FUNCTION_LINES}")


def swift_functions(lines):
    """First line, name and number of lines of each function with a body."""
    for index, line in enumerate(lines):
        match = SWIFT_FUNCTION.match(line)
        if not match:
            continue
        end = body_end(lines, index, match.end(1) - 1)
        if end is not None:
            yield index + 1, match["name"] or match[1], end - index + 1


def body_end(lines, first, column):
    """The index of the line where the body that begins after a signature ends; None without a body."""
    parentheses = braces = 0
    for index in range(first, len(lines)):
        if index > first and braces == 0 and parentheses == 0 and SWIFT_FUNCTION.match(lines[index]):
            return None
        for character in lines[index][column if index == first else 0:]:
            if character in "([":
                parentheses += 1
            elif character in ")]":
                parentheses -= 1
            elif character == "{" and (braces or parentheses == 0):
                braces += 1
            elif character == "}" and braces:
                braces -= 1
                if braces == 0:
                    return index
            elif character == "}" and parentheses == 0:
                return None
    return None


def c_functions(lines):
    """The same for C: a brace at the outermost level behind a parenthesis."""
    depth, first, signature = 0, 0, ""
    is_directive = False
    for index, line in enumerate(lines):
        was_directive, is_directive = is_directive, line.endswith("\\") and (
            is_directive or line.lstrip().startswith("#"))
        if was_directive or line.lstrip().startswith("#"):
            continue
        for character in line + " ":
            if depth == 0 and character not in "{};":
                if not signature.strip():
                    first = index
                signature += character
            elif character == "{":
                if depth == 0:
                    is_function = signature.rstrip().endswith(")")
                    name = (re.findall(r"(\w+)\s*\(", signature) or ["a function"])[-1]
                depth += 1
            elif character == "}":
                depth -= 1
                if depth == 0:
                    if is_function:
                        yield first + 1, name, index - first + 1
                    signature = ""
            elif depth == 0:
                signature = ""
