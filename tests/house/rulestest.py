#!/usr/bin/env python3
"""Proves that each rule of the house finds its breach, and only that."""

import pathlib
import sys
import tempfile
import unittest

import rules

LUPDATE = pathlib.Path()
QT_INCLUDES = pathlib.Path()

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="ko_KR"><context><name>Page</name>{}</context></TS>"""
TS_EN = TS.replace("ko_KR", "en_US").format("")


class RulesTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = pathlib.Path(scratch.name).resolve()
        for name in rules.TOP_LEVEL:
            if "." in name:
                (self.root / name).write_text("")
            else:
                (self.root / name).mkdir()

    def put(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def breaches(self, rule, *arguments):
        return list(rule(self.root, *arguments))

    def assert_one(self, rule, words, *arguments):
        found = self.breaches(rule, *arguments)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def assert_kept(self, rule, *arguments):
        self.assertEqual(self.breaches(rule, *arguments), [])

    def test_a_stray_file_at_the_top_is_found(self):
        self.put("build/anything", "")
        self.put(".hidden", "")
        self.assert_kept(rules.layout)
        self.put("notes.txt", "")
        self.assert_one(rules.layout, "notes.txt")

    def test_an_unplanned_folder_is_found(self):
        self.put("app/helpers/x.cpp", "")
        self.assert_one(rules.layout, "app/helpers")

    def test_a_missing_readme_is_found(self):
        (self.root / "README.md").unlink()
        self.assert_one(rules.layout, "README.md")

    def test_including_downwards_is_allowed(self):
        self.put("app/desk/a.cpp", '#include "cache/b.h"\n#include "desk/c.h"\n#include <QString>\n')
        self.put("ui/call/page.cpp", '#include "ui/common/theme.h"\n#include "desk/a.h"\n')
        self.put("ui/shell/window.cpp", '#include "ui/call/page.h"\n')
        self.assert_kept(rules.dependencies)

    def test_including_upwards_is_found_with_its_line(self):
        self.put("app/cache/a.cpp", '\n#include "desk/b.h"\n')
        self.assert_one(rules.dependencies, "app/cache/a.cpp:2: cache must not know desk")

    def test_the_domain_must_not_know_cryptography(self):
        self.put("app/domain/a.h", '#include "crypto/hash.h"\n')
        self.assert_one(rules.dependencies, "domain must not know crypto")

    def test_app_must_not_know_ui_but_main_may(self):
        self.put("app/main.cpp", '#include "ui/shell/desktop.h"\n')
        self.assert_kept(rules.dependencies)
        self.put("app/desk/a.cpp", '#include "ui/common/theme.h"\n')
        self.assert_one(rules.dependencies, "app must not know ui")

    def test_one_page_must_not_know_another(self):
        self.put("ui/call/page.cpp", '#include "ui/log/page.h"\n')
        self.assert_one(rules.dependencies, "only the shell knows the pages")

    def test_ui_must_not_know_the_vault_or_sql(self):
        self.put("ui/call/page.cpp", '#include "vault/database/sqlconnection.h"\n')
        self.put("ui/log/page.cpp", "#include <QSqlQuery>\n")
        self.assertEqual(len(self.breaches(rules.dependencies)), 2)

    def test_foreign_headers_stay_in_their_folder(self):
        self.put("app/crypto/a.cpp", "#include <openssl/evp.h>\n")
        self.put("app/vault/a.cpp", "#include <sqlite3.h>\n")
        self.put("app/central/a.cpp", "#include <libpq-fe.h>\n")
        self.assert_kept(rules.dependencies)
        self.put("app/ledger/a.cpp", "#include <openssl/evp.h>\n")
        self.put("app/cache/a.cpp", "#include <sqlite3.h>\n")
        self.put("app/sync/a.cpp", "#include <libpq-fe.h>\n")
        self.assertEqual(len(self.breaches(rules.dependencies)), 3)

    def test_widgets_in_app_are_found(self):
        self.put("app/main.cpp", "#include <QApplication>\n")
        self.put("app/desk/a.cpp", "#include <QImage>\n#include <QObject>\n")
        self.assert_kept(rules.qt_modules, QT_INCLUDES)
        self.put("app/desk/b.cpp", "#include <QPushButton>\n")
        self.assert_one(rules.qt_modules, "app has no widgets", QT_INCLUDES)

    def test_linking_widgets_in_app_is_found(self):
        self.put("app/desk/CMakeLists.txt", "# Qt6::Widgets is not for us\n")
        self.assert_kept(rules.qt_modules, QT_INCLUDES)
        self.put("app/desk/CMakeLists.txt", "target_link_libraries(consent_desk PUBLIC Qt6::Widgets)\n")
        self.assert_one(rules.qt_modules, "only ui links Qt Widgets", QT_INCLUDES)

    def test_the_domain_knows_qtcore_only(self):
        self.put("app/domain/a.cpp", "#include <QDate>\n#include <QtCore/QString>\n#include <vector>\n")
        self.assert_kept(rules.qt_modules, QT_INCLUDES)
        self.put("app/domain/b.cpp", "#include <QTcpSocket>\n")
        self.assert_one(rules.qt_modules, "QtCore only", QT_INCLUDES)

    def test_a_file_of_400_lines_is_allowed_and_one_more_is_not(self):
        self.put("app/desk/a.cpp", "\n" * 400)
        self.assert_kept(rules.file_sizes)
        self.put("ui/call/b.h", "\n" * 401)
        self.assert_one(rules.file_sizes, "401 lines")

    def test_a_skipped_test_is_found(self):
        for text in ('QSKIP("no");', 'QEXPECT_FAIL("", "later", Continue);'):
            self.put("tests/unit/a.cpp", text)
            self.assert_one(rules.unfinished_work, "tests/unit/a.cpp:1")
        self.put("tests/unit/a.cpp", "")
        self.put("tests/CMakeLists.txt", "set_tests_properties(a PROPERTIES DISABLED TRUE)")
        self.assert_one(rules.unfinished_work, "DISABLED TRUE")

    def test_a_place_left_for_later_is_found(self):
        self.put("app/desk/a.cpp", "// TODO: the rest\n")
        self.assert_one(rules.unfinished_work, "TODO")

    def test_a_source_file_that_nobody_builds_is_found(self):
        self.put("app/desk/CMakeLists.txt", "target_sources(consent_desk PRIVATE a.cpp)")
        self.put("app/desk/a.cpp", "")
        self.put("tests/unit/CMakeLists.txt", "consent_add_test(b SOURCES desk/btest.cpp)")
        self.put("tests/unit/desk/btest.cpp", "")
        self.put("tests/bench/CMakeLists.txt", "foreach(b log search)\nadd_executable(bench_${b} ${b}bench.cpp)\nendforeach()")
        self.put("tests/bench/logbench.cpp", "")
        self.assert_kept(rules.nothing_forgotten)
        self.put("app/desk/aa.cpp", "")
        self.assert_one(rules.nothing_forgotten, "app/desk/aa.cpp")

    def test_korean_in_the_source_of_the_screen_is_found(self):
        self.put("ui/call/a.cpp", '// 통화\nauto x = tr("Call"); /* "통화" */\n')
        self.assert_kept(rules.screen_words)
        self.put("ui/call/a.cpp", 'auto x = QStringLiteral("통화");\n')
        self.assert_one(rules.screen_words, "ui/call/a.cpp:1")

    def test_a_sentence_that_lupdate_does_not_see_is_found(self):
        self.put("app/central/a.cpp", 'auto x = inWords(QT_TRANSLATE_NOOP("A", "Saved."));\n')
        self.assert_kept(rules.screen_words)
        self.put("app/central/a.cpp", 'auto x = tr(QT_TRANSLATE_NOOP("A", "Saved."));\n')
        self.assert_one(rules.screen_words, "app/central/a.cpp:1")

    def test_a_sentence_without_korean_is_found(self):
        self.put("ui/call/page.h", "class Page : public QObject { Q_OBJECT void f(); };\n")
        self.put("ui/call/page.cpp", '#include "page.h"\nvoid Page::f() { tr("Save %1"); }\n')
        self.put("translations/consentdesk_en.ts", TS_EN)
        self.put("translations/consentdesk_ko.ts", TS.format(""))
        self.assert_one(rules.translations, '"Save %1" is not translated', LUPDATE)
        message = "<message><source>Save %1</source><translation>{}</translation></message>"
        self.put("translations/consentdesk_ko.ts", TS.format(message.format("%1 저장")))
        self.assert_kept(rules.translations, LUPDATE)
        self.put("translations/consentdesk_ko.ts", TS.format(message.format("저장")))
        self.assert_one(rules.translations, "differ in their placeholders", LUPDATE)

    def test_a_translation_that_nobody_asks_for_is_found(self):
        self.put("ui/call/page.cpp", "\n")
        self.put("translations/consentdesk_en.ts", TS_EN)
        self.put("translations/consentdesk_ko.ts",
                 TS.format("<message><source>Old</source><translation>옛것</translation></message>"))
        self.assert_one(rules.translations, "no longer in the source", LUPDATE)


if __name__ == "__main__":
    LUPDATE, QT_INCLUDES = map(pathlib.Path, sys.argv[1:3])
    unittest.main(argv=sys.argv[:1])
