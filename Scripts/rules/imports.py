"""A target imports what it declares and declares what it imports; the page on architecture agrees.

The compiler does not see to that: a module that another target has built can be imported undeclared.
"""

import re

from tree import Fault

SYSTEM = {"Darwin", "Foundation", "FoundationXML", "Glibc", "Musl", "Synchronization", "Testing"}
IMPORT = re.compile(
    r"^\s*(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?(\w+)")
INCLUDE = re.compile(r"^\s*#\s*include\s*[<\"](\w+)\.h[>\"]")
C_NAMES = {"gmp": "CGMP"}
ARCHITECTURE = "docs/architecture.md"


def faults(tree):
    targets = tree.manifest["targets"]
    kinds = {target["name"]: target["type"] for target in targets}
    for target in targets:
        name = target["name"]
        if target["type"] == "system":
            continue
        home = target.get("path") or ("Tests/" if target["type"] == "test" else "Sources/") + name
        declared = dependencies(target)
        imported = {}
        for path in tree.paths(".swift", under=home + "/"):
            for number, line in enumerate(tree.code(path), 1):
                match = IMPORT.match(line)
                if match:
                    imported.setdefault(match[1], (path, number))
        for path in tree.paths(".c", ".h", under=home + "/"):
            for number, line in enumerate(tree.lines(path), 1):
                match = INCLUDE.match(line)
                module = C_NAMES.get(match[1], match[1]) if match else name
                if module in kinds and module != name:
                    imported.setdefault(module, (path, number))
        for module, (path, number) in sorted(imported.items()):
            if module not in declared and module not in SYSTEM:
                yield Fault(path, number, f"an import of {module}, which {name} does not declare",
                            f"\"{module}\" among the dependencies of {name} in Package.swift")
        for module in declared:
            # A test runs an executable that it cannot import.
            if module not in imported and kinds.get(module) != "executable":
                yield Fault("Package.swift", line_of(tree, name),
                            f"{name} depending on {module}, which none of its files imports",
                            "no such dependency")
        if not home.startswith("Tests/"):
            yield from architecture_faults(tree, name, declared)


def dependencies(target):
    return sorted(next(iter(kind.values()))[0] for kind in target["dependencies"])


def line_of(tree, name):
    for number, line in enumerate(tree.lines("Package.swift"), 1):
        if f'name: "{name}"' in line:
            return number
    return 1


def architecture_faults(tree, name, declared):
    """The page has an item "- `Module`: ... Imports `A`, `B`." for each module."""
    for number, text in items(tree.lines(ARCHITECTURE)):
        if not text.startswith(f"- `{name}`"):
            continue
        sentence = re.search(r"\bImports ([^.]*)\.", text)
        listed = sorted(re.findall(r"`(\w+)`", sentence[1])) if sentence else []
        if listed != declared:
            yield Fault(ARCHITECTURE, number,
                        f"{name} importing {', '.join(listed) or 'nothing'}",
                        ", ".join(declared) or "nothing")
        return
    yield Fault(ARCHITECTURE, 1, f"no item of {name}", "one in the list of modules")


def items(lines):
    """The items of lists, each in one line, with the number of the line where it begins."""
    found = []
    for number, line in enumerate(lines, 1):
        if line.startswith("- "):
            found.append([number, line])
        elif line.startswith("  ") and found:
            found[-1][1] += " " + line.strip()
    return found
