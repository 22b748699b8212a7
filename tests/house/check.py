#!/usr/bin/env python3
"""Checks one rule of the house over the source tree and names every breach.

usage: check.py RULE SOURCE_DIR [ARGUMENT]   RULE is the name of a function in rules.py
"""

import pathlib
import sys

import rules


def main():
    name, root, *arguments = sys.argv[1:]
    breaches = list(getattr(rules, name)(pathlib.Path(root).resolve(), *map(pathlib.Path, arguments)))
    for breach in breaches:
        print(breach)
    print(f"{name}: {len(breaches)} breaches" if breaches else f"{name}: kept")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
