"""Runs the rules on their fixtures, so that none of them can pass by finding nothing.

`fixtures/RULE.fails.txt` and `fixtures/RULE.passes.txt` are trees of files in one: a line `-- PATH --`
begins a file, `%repeat 300 LINE` stands for that many lines. In the tree that fails the file `FAULTS`
has what the rule must find, word for word; in the other it must find nothing. `MANIFEST` is the package's
manifest as SwiftPM dumps it. `%%` stands for nothing: it parts what no file of the package may have.
"""

import json
import re

from tree import Tree, describe


def faults(rules, folder):
    found = []
    known = {f"{rule}.{kind}.txt" for rule in rules for kind in ("fails", "passes")}
    for path in sorted(folder.iterdir()):
        if path.name not in known:
            found.append(f"{path.name}:1: found a fixture of no rule; expected {', '.join(rules)}")
    for name, rule in rules.items():
        for kind in ("fails", "passes"):
            fixture = f"{name}.{kind}.txt"
            tree, expected = read(folder / fixture)
            actual = [describe(fault) for fault in rule(tree)]
            if bool(expected) != (kind == "fails"):
                found.append(f"{fixture}:1: found {len(expected)} faults listed; expected "
                             + ("one or more" if kind == "fails" else "none"))
            found += [f"{fixture}:1: found no fault {fault!r}; expected it"
                      for fault in expected if fault not in actual]
            found += [f"{fixture}:1: found the fault {fault!r}; expected none such"
                      for fault in actual if fault not in expected]
    return found


def read(path):
    """The tree in a fixture, and the faults that it lists."""
    texts, lines = {}, []
    for line in path.read_text().replace("%%", "").splitlines() if path.exists() else ():
        header = re.fullmatch(r"-- (\S+) --", line)
        repeated = re.fullmatch(r"%repeat (\d+) (.*)", line)
        if header:
            lines = texts.setdefault(header[1], [])
        else:
            lines += [repeated[2]] * int(repeated[1]) if repeated else [line]
    expected = texts.pop("FAULTS", [])
    manifest = json.loads("\n".join(texts.pop("MANIFEST", ["null"])))
    texts = {name: "\n".join(content) + "\n" for name, content in texts.items()}
    return Tree(texts, manifest), expected
