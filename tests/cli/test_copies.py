#!/usr/bin/env python3
"""Copies of articles as the command line tells of them: tests/cli/test_copies.py RAYZAN"""
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

BODY = """حسین امیرعبداللهیان وزیر امور خارجه ایران روز سه‌شنبه ۲۵ بهمن ۱۴۰۱ در بغداد با فؤاد حسین وزیر خارجه عراق دیدار و گفت‌وگو کرد.
دو طرف در این دیدار درباره اجرای توافق امنیتی، گذرگاه‌های مرزی و رفت‌وآمد زائران در ماه‌های آینده رایزنی کردند.
وزیر خارجه عراق گفت که بغداد به همه تعهدهای خود در مرزهای شمالی پایبند است و گروه مشترک هر ماه گزارش می‌دهد.
"""
MORE = "امیرعبداللهیان پس از این دیدار به نجف رفت و با مقام‌های محلی آن شهر درباره خدمات مرزی صحبت کرد.\n"
LESS = "سفارت ایران در بغداد تصویرهایی از این نشست را بر روی تارنمای خود در دسترس همگان گذاشته است.\n"
FIRST = "ایرنا: دیدار وزیران خارجه ایران و عراق در بغداد\n۱۴۰۱/۱۱/۲۵\n" + BODY + LESS
COPY = "مهر: وزیران خارجه ایران و عراق دیدار کردند\n۱۴۰۱/۱۱/۲۶\nبه گزارش خبرگزاری مهر به نقل از ایرنا، " + BODY + MORE
OWN = """تسنیم: گفت‌وگوی وزیر خارجه با همتای عراقی
۱۴۰۱/۱۱/۲۵
وزیر امور خارجه کشورمان که به دعوت رسمی به عراق رفته است عصر امروز در بغداد میهمان فؤاد حسین بود.
امیرعبداللهیان در آغاز این نشست از میهمان‌نوازی مردم عراق سپاسگزاری کرد و همکاری دو همسایه را سودمند خواند.
قرار است دو وزیر فردا در نشست خبری مشترکی به پرسش‌های رسانه‌ها درباره مرز پاسخ دهند.
"""


class Copies(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for name, text in (("first", FIRST), ("copy", COPY), ("own", OWN)):
            (self.folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def rayzan(self, *args):
        done = subprocess.run([RAYZAN, *args], capture_output=True, text=True, cwd=self.folder, env={"LC_ALL": "C.UTF-8"})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def ids(self, record):
        return {path: id for id, path in sqlite3.connect(self.folder / record).execute("SELECT id, path FROM article")}

    def test_whatever_the_order(self):
        told = []
        for order in (("first", "copy", "own"), ("own", "copy", "first")):
            record = f"{order[0]}.rayzan"
            self.rayzan("add", "-q", "-r", record, *(f"{name}.txt" for name in order))
            told.append(self.rayzan("timeline", "-r", record, "-f", "json"))
        self.assertEqual(*told)
        [meeting] = [e for e in map(json.loads, told[0].splitlines()) if e["kind"] == "meeting"]
        ids = self.ids("first.rayzan")
        self.assertEqual({s["article"]: s["copy_of"] for s in meeting["sources"]},
                         {ids["first.txt"]: None, ids["copy.txt"]: ids["first.txt"], ids["own.txt"]: None})
        self.assertIn("(3 reports, 1 of them a copy)", self.rayzan("timeline", "-r", "first.rayzan", "--lang", "en"))
        self.assertIn("۱ رونوشت", self.rayzan("timeline", "-r", "first.rayzan", "--lang", "fa"))

    def test_add_says_it(self):
        self.rayzan("add", "-q", "-r", "r", "first.txt")
        out = self.rayzan("add", "-r", "r", "copy.txt", "own.txt").splitlines()
        self.assertTrue(out[0].endswith(f"; a copy of {self.ids('r')['first.txt']}"), out[0])
        self.assertNotIn("copy of", out[1])
        self.assertIn("1 of them a copy of another", out[2])

    def test_what_is_more_and_less(self):
        self.rayzan("add", "-q", "-r", "r", "first.txt", "copy.txt", "own.txt")
        shown = json.loads(self.rayzan("show", "-r", "r", "-f", "json", self.ids("r")["copy.txt"]))
        [copy] = shown["copies"]
        self.assertTrue(copy["original"])
        self.assertEqual([s["text"] for s in copy["extra"]], [MORE.strip()])
        self.assertEqual([s["text"] for s in copy["missing"]], [LESS.strip()])
        shown = json.loads(self.rayzan("show", "-r", "r", "-f", "json", self.ids("r")["first.txt"]))
        self.assertEqual([c["original"] for c in shown["copies"]], [False])
        self.assertEqual(json.loads(self.rayzan("show", "-r", "r", "-f", "json", self.ids("r")["own.txt"]))["copies"], [])
        text = self.rayzan("show", "-r", "r", "--lang", "en", self.ids("r")["copy.txt"])
        for words in ("Copies", "original", "extra", "missing", MORE[:20], LESS[:20]):
            self.assertIn(words, text)

    def test_an_older_record(self):
        self.rayzan("add", "-q", "-r", "r", "first.txt", "copy.txt")
        new = self.rayzan("timeline", "-r", "r", "-f", "json")
        with sqlite3.connect(self.folder / "r") as con:
            con.executescript("DROP TABLE prints; DROP TABLE shingle; DROP TABLE copy; PRAGMA user_version = 1")
        con.close()
        (self.folder / "r").chmod(0o444)
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o755)
        self.assertNotIn('"copy_of":"', self.rayzan("timeline", "-r", "r", "-f", "json"))
        self.folder.chmod(0o755)
        (self.folder / "r").chmod(0o644)
        self.rayzan("add", "-q", "-r", "r", "own.txt")
        with sqlite3.connect(self.folder / "r") as con:
            self.assertEqual(con.execute("SELECT count(*) FROM copy").fetchone()[0], 2)
            self.assertEqual(con.execute("PRAGMA user_version").fetchone()[0], 2)
        self.assertIn('"copy_of":"', self.rayzan("timeline", "-r", "r", "-f", "json"))
        self.assertIn('"copy_of":"', new)


if __name__ == "__main__":
    RAYZAN = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
