"""Remakes notebooks-exports/: each analysis' export, its executed notebook, and the notebook as HTML.

An analysis is a folder here with the exact command that makes its export (`command.sh`) and the notebook's
text (`analysis.py`: `# %%` starts a code cell, `# %% [markdown]` a text cell).

Usage: notebooks-exports/make.py FOLDER, where FOLDER holds the `berayield` to run (Scripts/notebooks.sh)
"""
import html
import os
import subprocess
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter

EXPORTS = Path(__file__).resolve().parent
ROOT = EXPORTS.parent
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; }}
pre {{ padding: .5rem; overflow-x: auto; background: #f4f4f4; font-size: .85rem; }}
table {{ border-collapse: collapse; font-size: .85rem; }}
th, td {{ padding: .2rem .6rem; text-align: right; border-bottom: 1px solid #ddd; }}
img {{ max-width: 100%; }}
.prompt, .anchor-link {{ display: none; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def export(folder, tools):
    """Runs the analysis' command and keeps what it prints."""
    environment = dict(os.environ, PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")
    result = subprocess.run(
        ["sh", str(folder / "command.sh")], cwd=ROOT, env=environment, capture_output=True,
        check=True)
    (folder / "export.csv").write_bytes(result.stdout)


def cells(source):
    """The cells of a text file."""
    for index, part in enumerate(source.split("# %%")[1:]):
        header, _, body = part.partition("\n")
        if "[markdown]" in header:
            lines = [line[2:] for line in body.strip().split("\n")]
            cell = nbformat.v4.new_markdown_cell("\n".join(lines))
        else:
            cell = nbformat.v4.new_code_cell(body.strip())
        # Stable, so that a remake without changes changes nothing.
        cell["id"] = f"cell-{index}"
        yield cell


def page(notebook, title):
    """The notebook as one file that loads nothing: its cells, and a style of a few lines."""
    body, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    return PAGE.format(title=html.escape(title, quote=False), body=body)


def main(tools):
    for source in sorted(EXPORTS.glob("*/analysis.py")):
        folder = source.parent
        print(f"== {folder.name}", file=sys.stderr)
        export(folder, tools)
        notebook = nbformat.v4.new_notebook(cells=list(cells(source.read_text())))
        notebook.metadata["kernelspec"] = {
            "name": "python3", "display_name": "Python 3", "language": "python"}
        client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}})
        client.execute()
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)
        notebook.metadata.pop("language_info", None)
        nbformat.write(notebook, folder / "analysis.ipynb")
        title = notebook.cells[0].source.partition("\n")[0].removeprefix("# ")
        (folder / "analysis.html").write_text(page(notebook, title))


if __name__ == "__main__":
    main(sys.argv[1])
