#!/usr/bin/env python3
"""rayzan unknowns: whom the tables do not know, ranked, with drafts of rows that the compiler takes."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RAYZAN = os.environ.get("RAYZAN", str(ROOT / "build" / "rayzan"))
ONE = "به گزارش ایسنا، آقای هوشمند نمونه‌پور روز یکشنبه وارد تهران شد. وی گفت: سفر خوبی بود.\n"
TWO = "به گزارش ایرنا، آقای هوشمند نمونه‌پور با آقای بهداد آزمون‌فر دیدار کرد.\n"


def unknowns(*args):
    done = subprocess.run([RAYZAN, "unknowns", *map(str, args)], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


class Unknowns(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)
        self.files = [self.file(f"{i}.txt", text) for i, text in enumerate((ONE, TWO))]

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_the_most_frequent_first_with_an_example(self):
        status, out, err = unknowns(*self.files)
        self.assertEqual((status, err), (0, ""))
        self.assertRegex(out, r"(?m)^ +2 +\d+  هوشمند نمونه")
        self.assertLess(out.index("هوشمند"), out.index("بهداد آزمون"))
        self.assertIn("وارد تهران شد", out)
        self.assertEqual(len(unknowns("-n", "1", *self.files)[1].splitlines()), 3)

    def test_who_is_known_is_left_out(self):
        mine = self.folder / "mine"
        mine.mkdir()
        (mine / "people.txt").write_text("person hooshmand\n  fa هوشمند نمونه‌پور\n", encoding="utf-8")
        self.assertNotIn("هوشمند نمونه", unknowns("--data", mine, self.files[1])[1].split("\n               ")[0])

    def test_drafts_are_rows(self):
        status, out, _ = unknowns("--format", "rows", *self.files)
        self.assertEqual(status, 0)
        self.assertRegex(out, r"(?m)^person [a-z0-9-]+\n  fa هوشمند نمونه")
        mine = self.folder / "mine"
        mine.mkdir()
        first = re.search(r"(?ms)^person .*?^$", out)[0]
        (mine / "people.txt").write_text(first, encoding="utf-8")
        status, _, err = unknowns("--data", mine, self.files[0])
        self.assertEqual((status, err), (0, ""))

    def test_drafts_compile_when_they_are_completed(self):
        """Every draft, those of offices with a name written in, laid over the tables; ids are nobody else's."""
        samples = sorted((ROOT / "samples").glob("*.txt"))
        twice = self.file("twice.txt", "آقای علی لاریجانیان با آقای علی لاریجانین و وزیر خارجه تونگا دیدار کرد.\n")
        drafts = unknowns("--format", "rows", "--published", "1402-01-05", *self.files, *samples, twice)[1]
        number = 0

        def complete(match):
            nonlocal number
            number += 1
            return f"person draft-{number}\n  fa فلان{number} بهمان{number}\n"
        rows = re.sub(r"# person \n#   fa \n", complete, drafts)
        rows = re.sub(r"(?m)^#   ", "  ", rows)
        self.assertGreater(number, 0)
        ids = re.findall(r"(?m)^person (\S+)", rows)
        self.assertEqual(len(ids), len(set(ids)), ids)
        mine = self.folder / "mine"
        mine.mkdir()
        (mine / "people.txt").write_text(rows, encoding="utf-8")
        status, out, err = unknowns("--data", mine, *self.files)
        self.assertEqual((status, err, out), (0, "", ""))

    def test_a_draft_takes_the_id_of_nobody(self):
        mine = self.folder / "mine"
        mine.mkdir()
        drafts = unknowns("--format", "rows", self.files[0])[1]
        taken = re.search(r"(?m)^person (\S+)", drafts)[1]
        (mine / "people.txt").write_text(f"person {taken}\n  fa فلان بهمانی\n", encoding="utf-8")
        self.assertIn(f"person {taken}-2\n", unknowns("--format", "rows", "--data", mine, self.files[0])[1])

    def test_the_same_from_many_threads(self):
        self.assertEqual(unknowns("-j", "4", *self.files * 20), unknowns(*self.files * 20))

    def test_bad_input_is_named_and_the_rest_is_done(self):
        status, out, err = unknowns(self.folder / "missing.txt", *self.files)
        self.assertEqual(status, 1)
        self.assertIn("missing.txt", err)
        self.assertIn("هوشمند", out)
        self.assertEqual(unknowns()[0], 2)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        RAYZAN = sys.argv.pop(1)
    unittest.main()
