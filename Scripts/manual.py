#!/usr/bin/env python3
"""Writes man pages from what the program itself says of its commands.

    Scripts/manual.py BERAYIELD FOLDER

One page a command, berayield.1, berayield-apr.1, berayield-pool-price.1, ...
"""

import json
import pathlib
import re
import subprocess
import sys


def run(tool, *arguments):
    """What the tool prints."""
    return subprocess.run([tool, *arguments], check=True, capture_output=True, text=True).stdout


def roff(text):
    """Text as roff takes it: no escape, no request, hyphens as typed."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("~", "\\(ti")
    text = text.replace("^", "\\(ha").replace("`", "\\(ga")
    return "\\&" + text if text.startswith(".") else text


def paragraphs(discussion):
    """Its parts: a heading in capitals with the lines under it, or None with a paragraph."""
    parts = []
    for block in discussion.split("\n\n"):
        lines = block.split("\n")
        if re.fullmatch(r"[A-Z][A-Z ]+", lines[0]):
            parts.append((lines[0], lines[1:]))
        else:
            parts.append((None, lines))
    return parts


def names(argument):
    """How an argument is written: `-o, --output <file>`."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return f"\\fI{roff(value)}\\fR"
    words = []
    for name in argument["names"]:
        dashes = "-" if name["kind"] == "short" else "--"
        words.append(f"\\fB{roff(dashes + name['name'])}\\fR")
    text = ", ".join(words)
    return text if argument["kind"] == "flag" else f"{text} \\fI{roff(value)}\\fR"


def help_of(argument):
    """What an argument is, with its default where the text does not say it."""
    text = argument.get("abstract", "")
    default = argument.get("defaultValue")
    if default and "(default" not in text and argument["kind"] != "flag":
        text += f" (default: {default})"
    return roff(text)


def arguments(command):
    """The lines of all arguments, by the sections of the help."""
    lines = []
    shown = [a for a in command.get("arguments", []) if a["shouldDisplay"]]
    sections = {}
    for argument in shown:
        usual = "Arguments" if argument["kind"] == "positional" else "Options"
        sections.setdefault(argument.get("sectionTitle") or usual, []).append(argument)
    for title, members in sections.items():
        lines.append(f'.SS "{roff(title)}"')
        for argument in members:
            lines += [".TP", names(argument), help_of(argument)]
    return lines


def page(command, path, usage, version, exits, others):
    """A page as roff."""
    name = "-".join(path)
    lines = [
        f'.TH "{roff(name.upper())}" 1 "" "berayield {version}" "BeraYield"',
        ".nh", ".ad l", ".SH NAME", f"{roff(name)} \\- {roff(command['abstract'].rstrip('.'))}",
        ".SH SYNOPSIS", f".B {roff(usage)}",
    ]
    examples = []
    parts = paragraphs(command.get("discussion", ""))
    if any(title is None for title, _ in parts):
        lines.append(".SH DESCRIPTION")
    is_first = True
    for title, body in parts:
        if title == "EXAMPLES":
            examples = body
        elif title is None:
            if not is_first:
                lines.append(".PP")
            is_first = False
            lines += [roff(line.strip()) for line in body if line.strip()]
    subcommands = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
    if subcommands:
        lines.append(".SH COMMANDS")
        for child in subcommands:
            child_page = "-".join([*path, child["commandName"]])
            lines += [".TP", f"\\fB{roff(child_page)}\\fR(1)", roff(child["abstract"])]
    lines += [".SH OPTIONS", *arguments(command)]
    lines.append(".SH EXIT STATUS")
    for code, meaning in exits:
        lines += [".TP", f"\\fB{code}\\fR", roff(meaning)]
    if examples:
        indent = min(len(line) - len(line.lstrip()) for line in examples if line.strip())
        lines += [".SH EXAMPLES", ".in 4n", ".nf", *[roff(line[indent:]) for line in examples], ".fi", ".in"]
    lines += [".SH SEE ALSO", ",\n".join(f"\\fB{roff(other)}\\fR(1)" for other in others)]
    return "\n".join(lines) + "\n"


def main():
    """Writes all pages."""
    tool, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    root = json.loads(run(tool, "--experimental-dump-help"))["command"]
    version = run(tool, "--version").strip()
    exits = []
    for title, body in paragraphs(root["discussion"]):
        if title == "EXIT CODES":
            exits = [line.split(maxsplit=1) for line in body]

    def write(command, path, parent):
        words = path[1:]
        usage = run(tool, *words, "--help").split("USAGE: ", 1)[1].split("\n\n", 1)[0]
        usage = " ".join(usage.split())
        children = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
        pages = ["-".join([*path, child["commandName"]]) for child in children]
        others = ([parent] if parent else []) + (pages or [])
        (folder / ("-".join(path) + ".1")).write_text(
            page(command, path, usage, version, exits, others or ["berayield"]))
        for child in children:
            write(child, [*path, child["commandName"]], "-".join(path))

    write(root, ["berayield"], None)


if __name__ == "__main__":
    main()
