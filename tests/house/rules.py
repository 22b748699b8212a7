"""The rules of the house. Each takes the root of the source tree and yields one sentence a breach."""

import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "README.md", "app", "ui", "resources", "translations", "tests",
             "installer"}
BUILD_OUTPUT = {"build"}

# Which folders of app/ a folder may include. They stand in the order in which they may know each other, but the rules
# of the domain know no cryptography, and the vault knows nothing of consent.
APP = {
    "base": set(),
    "crypto": {"base"},
    "domain": {"base"},
    "ledger": {"base", "crypto", "domain"},
    "vault": {"base", "crypto"},
    "cache": {"base", "crypto", "domain", "ledger", "vault"},
    "evidence": {"base", "crypto", "domain", "ledger", "vault", "cache"},
    "central": {"base", "crypto", "domain", "ledger", "vault", "cache", "evidence"},
    "sync": {"base", "crypto", "domain", "ledger", "vault", "cache", "evidence", "central"},
    "desk": {"base", "crypto", "domain", "ledger", "vault", "cache", "evidence", "central", "sync"},
    "cli": {"base", "crypto", "domain", "ledger", "vault", "cache", "evidence", "central", "sync", "desk"},
}
# A widget runs no SQL and no cryptography.
UI = {"base", "domain", "ledger", "cache", "sync", "desk"}
UI_PAGES = {"call", "contacts", "log", "requests", "subjects", "sync"}
UI_FOLDERS = UI_PAGES | {"common", "shell"}

# Foreign headers and words, and the only folder that may have them.
OWNERS = [
    (re.compile(r'#\s*include\s*[<"]openssl/'), "OpenSSL", "app/crypto"),
    (re.compile(r'#\s*include\s*[<"]sqlite3(ext)?\.h'), "sqlite3.h", "app/vault"),
    (re.compile(r'#\s*include\s*[<"](postgresql/)?(libpq|pg_)|"QPSQL"'), "PostgreSQL", "app/central"),
]
INCLUDE = re.compile(r'^[ \t]*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
LINES_PER_FILE = 400


def sources(root, *folders, suffixes=(".cpp", ".h", ".c")):
    for folder in folders:
        yield from sorted(path for path in (root / folder).rglob("*") if path.suffix in suffixes)


def numbered(text, pattern):
    for match in pattern.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match


def without_comments(text):
    """C++ text whose comments are blank, so that lines keep their numbers and string literals stay."""
    token = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.DOTALL)
    return token.sub(lambda m: re.sub(r"[^\n]", " ", m.group()) if m.group().startswith("/") else m.group(), text)


def layout(root):
    for entry in sorted(root.iterdir()):
        if entry.name not in TOP_LEVEL | BUILD_OUTPUT and not entry.name.startswith("."):
            yield f"{entry.name}: the top level holds only {', '.join(sorted(TOP_LEVEL))} and dotfiles."
    for name in sorted(TOP_LEVEL):
        if not (root / name).exists():
            yield f"{name} is missing at the top level."
    for parent, known in (("app", set(APP)), ("ui", UI_FOLDERS)):
        for entry in sorted((root / parent).iterdir()):
            if entry.is_dir() and entry.name not in known:
                yield f"{parent}/{entry.name}: no such folder in the plan; {parent} holds {', '.join(sorted(known))}."


def dependencies(root):
    for path in sources(root, "app"):
        parts = path.relative_to(root).parts
        if parts == ("app", "main.cpp"):
            continue
        folder = parts[1]
        if folder not in APP:
            yield f"{path.relative_to(root)}: only main.cpp and the folders stand directly in app."
            continue
        for line, match in numbered(path.read_text(encoding="utf-8"), INCLUDE):
            target = match[2].split("/")[0]
            where = f"{path.relative_to(root)}:{line}"
            if target == "ui":
                yield f"{where}: app must not know ui ({match[2]})."
            elif match[1] == '"' and target in APP and target != folder and target not in APP[folder]:
                yield f"{where}: {folder} must not know {target} ({match[2]})."
    for path in sources(root, "ui"):
        folder = path.relative_to(root).parts[1]
        for line, match in numbered(path.read_text(encoding="utf-8"), INCLUDE):
            parts = match[2].split("/")
            where = f"{path.relative_to(root)}:{line}"
            if match[1] == '"' and parts[0] in APP and parts[0] not in UI:
                yield f"{where}: ui must not know {parts[0]} ({match[2]}); it asks app/desk."
            if parts[0] == "ui" and len(parts) > 2 and folder != "shell" and parts[1] not in {folder, "common"}:
                yield f"{where}: ui/{folder} must not know ui/{parts[1]}; only the shell knows the pages."
            if re.match(r"QtSql|QSql", match[2]):
                yield f"{where}: ui runs no SQL ({match[2]})."
    for path in sources(root, "app", "ui"):
        text = path.read_text(encoding="utf-8")
        for pattern, name, owner in OWNERS:
            if not str(path.relative_to(root)).startswith(owner + "/"):
                for line, _ in numbered(text, pattern):
                    yield f"{path.relative_to(root)}:{line}: only {owner} may know {name}."


def qt_modules(root, qt_include_dir):
    """No widget in app (main.cpp apart), and nothing but QtCore in the domain."""
    headers = {module: {entry.name for entry in (qt_include_dir / module).iterdir() if entry.name.startswith("Q")}
               for module in ("QtCore", "QtGui", "QtWidgets")}
    for path in sources(root, "app"):
        parts = path.relative_to(root).parts
        if parts == ("app", "main.cpp"):
            continue
        for line, match in numbered(path.read_text(encoding="utf-8"), INCLUDE):
            if match[1] != "<" or not match[2].startswith("Q"):
                continue
            module, _, header = match[2].rpartition("/")
            where = f"{path.relative_to(root)}:{line}"
            if module == "QtWidgets" or (header in headers["QtWidgets"] and header not in headers["QtGui"] |
                                         headers["QtCore"]):
                yield f"{where}: app has no widgets ({match[2]})."
            elif parts[1] == "domain" and module != "QtCore" and header not in headers["QtCore"]:
                yield f"{where}: the domain knows QtCore only ({match[2]})."
    for path in sorted((root / "app").glob("*/CMakeLists.txt")):
        text = re.sub(r"#[^\n]*", "", path.read_text(encoding="utf-8"))
        for line, _ in numbered(text, re.compile(r"Qt6::Widgets")):
            yield f"{path.relative_to(root)}:{line}: only ui links Qt Widgets."


def file_sizes(root):
    for path in sources(root, "app", "ui"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LINES_PER_FILE:
            yield f"{path.relative_to(root)}: {lines} lines; at {LINES_PER_FILE} look for the second class inside."


def unfinished_work(root):
    """No test is skipped or expected to fail, and no place is marked to be finished later."""
    skips = re.compile(r"\b(QSKIP|QEXPECT_FAIL|qSkip|qExpectFail|GTEST_SKIP)\b|@unittest\.(skip|expectedFailure)"
                       r"|\bskipTest\b|\bDISABLED\s+(TRUE|ON)\b|\bWILL_FAIL\b")
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    suffixes = {".cpp", ".h", ".c", ".py", ".sh", ".cmake", ".txt", ".sql", ".json", ".md", ".in", ".ps1"}
    for folder in ("app", "ui", "tests", "installer", "resources", "translations"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in suffixes or path.is_relative_to(root / "tests" / "house"):
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            for line, match in numbered(text, skips):
                yield f"{path.relative_to(root)}:{line}: {match.group()} lets a test not run; await the condition instead."
            for line, match in numbered(text, marks):
                yield f"{path.relative_to(root)}:{line}: {match.group()}: finish it, or name the gap in the README."


def with_loops_unrolled(listing):
    """The text of a CMakeLists.txt with what its foreach() blocks say, once an item."""
    loop = re.compile(r"foreach\((\w+)\s+([^)]*)\)(.*?)endforeach", re.DOTALL)
    return listing + "".join(body.replace("${" + name + "}", item)
                             for name, items, body in loop.findall(listing) for item in items.split())


def nothing_forgotten(root):
    """Every source file stands in a CMakeLists.txt at or above its folder: what is not built is not tested."""
    for path in sources(root, "app", "ui", "tests", suffixes=(".cpp",)):
        folder, name = path.parent, path.name
        while True:
            listing = folder / "CMakeLists.txt"
            relative = str(path.relative_to(folder))
            if listing.exists():
                text = with_loops_unrolled(listing.read_text(encoding="utf-8"))
                stem = re.escape(relative[:-len(".cpp")])
                if re.search(rf"(?<!\w)(?<!\w/){stem}(\.cpp)?(?![\w.])", text):
                    break
            if folder == root:
                yield f"{path.relative_to(root)}: no CMakeLists.txt builds {name}."
                break
            folder = folder.parent


def screen_words(root):
    """Text on screen is English in the source and Korean in translations/, so that both are complete."""
    hangul = re.compile(r'"[^"\n]*[\uac00-\ud7a3][^"\n]*"')
    # A language is named in itself; a width is measured by the syllables it must hold.
    not_wording = {'"한국어"', '"가나다라마바"'}
    for path in sources(root, "ui"):
        for line, match in numbered(without_comments(path.read_text(encoding="utf-8")), hangul):
            if match.group() not in not_wording:
                yield f"{path.relative_to(root)}:{line}: {match.group()} belongs into translations/."
    # lupdate reads tr(...) first and then passes over the sentence inside: it would be English for ever.
    unseen = re.compile(r"\btr\(\s*QT_TRANSLATE_NOOP")
    for path in sources(root, "app", "ui"):
        for line, match in numbered(without_comments(path.read_text(encoding="utf-8")), unseen):
            yield f"{path.relative_to(root)}:{line}: lupdate does not see a sentence in {match.group()}: name the function otherwise."


def unfinished_messages(ts_file, plural_only=False):
    for context in ElementTree.parse(ts_file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            source = message.findtext("source", "")
            state = translation.get("type") if translation is not None else "unfinished"
            if state in ("vanished", "obsolete"):
                yield f"{context.findtext('name')}: \"{source}\" is no longer in the source; remove it."
                continue
            forms = [translation.text or ""] if translation is not None else [""]
            if message.get("numerus") == "yes" and translation is not None:
                forms = [form.text or "" for form in translation.iter("numerusform")]
            elif plural_only:
                yield f"{context.findtext('name')}: \"{source}\" is no plural; English stands in the source."
                continue
            if state == "unfinished" or not forms or not all(forms):
                yield f"{context.findtext('name')}: \"{source}\" is not translated."
            placeholders = set(re.findall(r"%L?\d|%n", source)) - {"%n"}
            for form in forms:
                if form and placeholders != set(re.findall(r"%L?\d|%n", form)) - {"%n"}:
                    yield f"{context.findtext('name')}: \"{source}\" and \"{form}\" differ in their placeholders."


def translations(root, lupdate):
    """Whatever the source says on screen is translated: a fresh extraction finds nothing unfinished."""
    with tempfile.TemporaryDirectory() as scratch:
        for language, plural_only in (("ko", False), ("en", True)):
            name = f"consentdesk_{language}.ts"
            if not (root / "translations" / name).exists():
                yield f"translations/{name} is missing."
                continue
            copy = pathlib.Path(scratch) / name
            copy.write_bytes((root / "translations" / name).read_bytes())
            options = ["-silent", "-locations", "none"] + (["-pluralonly"] if plural_only else [])
            subprocess.run([lupdate, *options, str(root / "app"), str(root / "ui"),
                            "-I", str(root), "-I", str(root / "app"), "-ts", str(copy)], check=True)
            for breach in unfinished_messages(copy, plural_only):
                yield f"translations/{name}: {breach}"
