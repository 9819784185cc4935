"""The files that the rules look at, and the words for what they find."""

import json
import re
import subprocess
from collections import namedtuple

Fault = namedtuple("Fault", "path line found expected")


def describe(fault):
    return f"{fault.path}:{fault.line}: found {fault.found}; expected {fault.expected}"


class Tree:
    """Texts by path, all paths and folders, and the manifest as SwiftPM dumps it."""

    def __init__(self, texts, manifest=None, others=()):
        self.texts = texts
        self.manifest = manifest
        self.known = {*texts, *others}
        self.known |= {"/".join(path.split("/")[:depth]) for path in self.known
                       for depth in range(1, path.count("/") + 1)}
        self._code = {}

    @classmethod
    def of_package(cls, root):
        """Everything that git tracks in the package at `root`.

        The rules' own fixtures, which break them, and pictures are known by name only.
        """
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True)
        paths = [path for path in listed.stdout.decode().split("\0") if (root / path).is_file()]
        texts = {}
        for path in paths:
            if path.startswith("Scripts/rules/fixtures/"):
                continue
            try:
                texts[path] = (root / path).read_text()
            except UnicodeDecodeError:
                continue
        dump = subprocess.run(["swift", "package", "dump-package"], cwd=root, check=True,
                              capture_output=True)
        return cls(texts, json.loads(dump.stdout), paths)

    def paths(self, *endings, under=""):
        """The paths in a folder that end in one of the endings, in order."""
        return [path for path in sorted(self.texts)
                if path.startswith(under) and path.endswith(endings or ("",))]

    def lines(self, path):
        return self.texts[path].splitlines()

    def code(self, path):
        """The lines of a Swift or C file with comments and the insides of texts blanked."""
        if path not in self._code:
            blank = lambda match: re.sub(r"[^\n]", " ", match[0])
            self._code[path] = NO_CODE.sub(blank, self.texts[path]).splitlines()
        return self._code[path]

    def has(self, path):
        return path in self.known


NO_CODE = re.compile(r'''
      //[^\n]*                                      # comments
    | /\*.*?\*/
    | (?P<hashes>\#+)" .*? "(?P=hashes)             # raw texts
    | """ (?: \\. | [^\\] )*? """                   # texts of several lines
    | " (?: \\. | [^"\\\n] )* "                     # texts
    | ' (?: \\. | [^'\\\n] )+ '                     # characters of C
    | ` [^`\n]* [ ] [^`\n]* `                       # sentences that name tests
''', re.VERBOSE | re.DOTALL)


def says_why(tree, path, word):
    """Whether a comment near the top begins with `word`, as in `// Unsafe: ...`."""
    return any(line.lstrip().startswith(f"// {word}: ") for line in tree.lines(path)[:40])


def matches(tree, path, pattern):
    """Line numbers and matches of a pattern in a file's code."""
    for number, line in enumerate(tree.code(path), 1):
        for match in pattern.finditer(line):
            yield number, match
