"""A name says what is in the room: Utils, Helpers, Manager, Common say nothing."""

import posixpath
import re

from tree import Fault

BANNED = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}
# The contracts' own words, which a reader looks for.
ALLOWED = {
    "RewardVaultManager": "a role in berachain/contracts, src/pol/rewards/RewardVault.sol",
    "VaultManager": "the same role as its events and errors spell it",
    "IncentiveManager": "a role in berachain/contracts, src/pol/rewards/RewardVault.sol",
    "RewardVaultHelper": "a contract of berachain/contracts",
    "GreatestCommonDivisor": "the name in mathematics",
    "FileManager": "Foundation's",
}
SOURCES = (".swift", ".c", ".h", ".cpp", ".py", ".mjs", ".sh")
DECLARATION = re.compile(
    r"\b(?:struct|class|enum|protocol|actor|typealias|associatedtype|extension|func|def)\s+(\w+)")
C_FUNCTION = re.compile(r"^[\w\s*]*?\b(\w+)\s*\([^;]*$")


def faults(tree):
    for path in tree.paths(*SOURCES):
        for part in path.split("/"):
            word = banned_word(posixpath.splitext(part)[0])
            if word:
                yield Fault(path, 1, f"\"{word}\" in the name {part}", "a name that says what it is")
                break
        pattern = C_FUNCTION if path.endswith((".c", ".h")) else DECLARATION
        lines = tree.lines(path) if path.endswith((".py", ".sh", ".mjs")) else tree.code(path)
        for number, line in enumerate(lines, 1):
            for match in pattern.finditer(line):
                word = banned_word(match[1])
                if word:
                    yield Fault(path, number, f"\"{word}\" in the name {match[1]}",
                                "a name that says what it is")


def banned_word(name):
    """The first banned word of a name in camel case or with separators, or None."""
    for allowed in ALLOWED:
        name = re.sub(f"(?i:{allowed[0]}){allowed[1:]}", "", name)
    for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name):
        if word.lower() in BANNED:
            return word
    return None
