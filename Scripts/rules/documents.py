"""What pages and comments name exists: files of this package, links and their anchors."""

import fnmatch
import posixpath
import re

from tree import Fault

FOLDERS = r"(?:Sources|Tests|Scripts|Benchmarks|data|docs|notebooks-exports)"
PATH = re.compile(rf"(?<![\w/.:$}}-])({FOLDERS}/[\w./*+-]*[\w*/])")
SWIFT_FILE = re.compile(r"(?<![\w/+.*-])([\w+]+\.swift)\b")
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^\s*```")
SOURCES = (".swift", ".c", ".h", ".py", ".sh")


def faults(tree):
    for path in tree.paths(".md"):
        yield from named_files(tree, path, tree.lines(path))
        yield from link_faults(tree, path)
    for path in tree.paths(*SOURCES) + [p for p in ("Makefile", "Package.swift") if tree.has(p)]:
        yield from named_files(tree, path, comments(tree, path))


def comments(tree, path):
    """The lines of a file with what is no comment blanked; all of a shell or Python file counts."""
    if not path.endswith((".swift", ".c", ".h")):
        return tree.lines(path)
    return [line[line.index("//"):] if "//" in line and "//" not in code else ""
            for line, code in zip(tree.lines(path), tree.code(path))]


def named_files(tree, path, lines):
    names = {posixpath.basename(known) for known in tree.known}
    for number, line in enumerate(lines, 1):
        for match in PATH.finditer(line):
            # What is hidden was made here and is not tracked.
            name = match[1].rstrip("/.")
            beside = posixpath.join(posixpath.dirname(path), name)
            if "/." not in name and not exists(tree, name) and not exists(tree, beside):
                yield Fault(path, number, f"{match[1]}, which does not exist",
                            "a path of this package")
        for match in SWIFT_FILE.finditer(line) if path.endswith(".md") else ():
            if match[1] not in names:
                yield Fault(path, number, f"{match[1]}, which does not exist",
                            "a file of this package")


def exists(tree, path):
    if "*" in path:
        return any(fnmatch.fnmatch(known, path) for known in tree.known)
    return tree.has(path)


def link_faults(tree, page):
    for number, line in outside_fences(tree.lines(page)):
        for match in LINK.finditer(line):
            target, _, anchor = match[1].partition("#")
            if re.match(r"[a-z]+:", target):
                continue
            file = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
            file = file if target else page
            if not tree.has(file):
                yield Fault(page, number, f"a link to {target}, which does not exist",
                            "a file of this package")
            elif anchor and file.endswith(".md") and anchor not in anchors(tree, file):
                yield Fault(page, number, f"a link to #{anchor}, which {file} has not",
                            "the anchor of a heading")


def outside_fences(lines):
    is_code = False
    for number, line in enumerate(lines, 1):
        if FENCE.match(line):
            is_code = not is_code
        elif not is_code:
            yield number, line


def anchors(tree, page):
    """Anchors of headings as repository sites make them; a second one of a name gets -1."""
    found = set()
    for _, line in outside_fences(tree.lines(page)):
        match = re.match(r"#+\s+(.*?)\s*#*$", line)
        if not match:
            continue
        base = re.sub(r"[^\w\- ]", "", match[1].lower()).replace(" ", "-")
        anchor, count = base, 0
        while anchor in found:
            count += 1
            anchor = f"{base}-{count}"
        found.add(anchor)
    return found
