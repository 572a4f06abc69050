#!/usr/bin/env python3
"""The command line as its users meet it: help, wrong uses, bad input, many threads."""
import contextlib
import json
import os
import pathlib
import pty
import resource
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RAYZAN = os.environ.get("RAYZAN", str(ROOT / "build" / "rayzan"))
ARTICLE = "به گزارش ایسنا، وزیر امور خارجه ایران روز یکشنبه در مسکو با همتای روس خود دیدار کرد."


def rayzan(*args, data=b"", env=None):
    done = subprocess.run([RAYZAN, *map(str, args)], input=data, capture_output=True, env={**os.environ, **(env or {})})
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")


class Case(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.held.name)
        self.addCleanup(self.held.cleanup)

    def file(self, name, content=ARTICLE):
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


class Roles(Case):
    def test_who_tells_of_an_attack_suffers_it_unless_he_says_whose_it_is(self):
        for words, role in (("", "object"), (" اوکراین", "subject")):
            path = self.file("attack.txt", f"سخنگوی ارتش اوکراین از حمله{words} به یک انبار مهمات در خارکیف خبر داد.")
            event = json.loads(rayzan("read", path)[1])["events"][0]
            self.assertEqual(event["participants"], [{"actor": "ukraine", "role": role}], words)


class Help(Case):
    def test_each_command_tells_itself_with_an_example(self):
        status, overview, _ = rayzan("--help")
        self.assertEqual(status, 0)
        commands = [line.split()[0] for line in overview.splitlines() if line.startswith("  ")]
        self.assertIn("read", commands)
        for command in commands:
            for args in ([command, "--help"], ["help", command], [command, "-h"]):
                status, out, err = rayzan(*args)
                self.assertEqual((status, err), (0, ""), args)
                self.assertTrue(out.startswith(f"Usage: rayzan {command}"), args)
                self.assertIn("Example", out)

    def test_version(self):
        status, out, _ = rayzan("--version")
        self.assertEqual(status, 0)
        self.assertRegex(out, r"^rayzan \d+\.\d+\.\d+ \(language data [0-9a-f]{16}\)$")

    def test_wrong_use_is_2_and_points_to_the_help(self):
        for args in ([], ["foo"], ["help", "foo"], ["read"], ["read", "--fromat", "json", "x"], ["read", "--format", "xml", "x"],
                     ["read", "--published", "soon", "x"], ["read", "-j", "0", "x"], ["read", "-j"], ["read", "-j", "two", "x"]):
            status, out, err = rayzan(*args)
            self.assertEqual((status, out), (2, ""), args)
            self.assertIn("--help", err, args)


class BadInput(Case):
    def complains(self, path, *words):
        """The bad file is named, with what to do; the good ones around it are read."""
        good = self.file("good.txt")
        status, out, err = rayzan("read", good, path, good)
        self.assertEqual(status, 1)
        self.assertEqual(len(out.splitlines()), 2)
        self.assertEqual(len(err.splitlines()), 1, err)
        for word in (str(path), *words):
            self.assertIn(word, err)

    def test_missing(self):
        self.complains(self.folder / "missing.txt", "No such file")

    def test_folder(self):
        with tempfile.TemporaryDirectory() as empty:
            self.complains(empty, "has no files in it")

    def test_binary(self):
        self.complains(self.file("binary", bytes(range(256)) * 8), "binary")

    def test_not_utf8(self):
        self.complains(self.file("latin.txt", "سلام ".encode() + b"\xff\xfe"), "byte 9", "UTF-8", "iconv")

    def test_empty(self):
        self.complains(self.file("empty.txt", ""), "empty")

    def test_white_space_alone(self):
        self.complains(self.file("blank.txt", " \n\n\t"), "nothing to read")

    def test_too_long(self):
        self.complains(self.file("long.txt", "ا" * (2 << 20) + "."), "4194304", "split")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_no_permission(self):
        path = self.file("closed.txt")
        path.chmod(0)
        self.complains(path, "Permission denied")

    def test_a_gigabyte_on_one_line_takes_little_memory(self):
        for begin in (b"", b"<html><body><p>"):
            child = subprocess.Popen([RAYZAN, "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            with contextlib.suppress(BrokenPipeError):
                child.stdin.write(begin)
                for _ in range(1024):
                    child.stdin.write(b"x" * (1 << 20))
            with contextlib.suppress(BrokenPipeError):
                child.stdin.close()
            err = child.stderr.read().decode()
            child.stdout.close()
            child.stderr.close()
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(child.returncode, 1)
            self.assertIn("standard input", err)
            self.assertLess(used.ru_maxrss, 100_000)

    def test_a_long_article_takes_little_memory(self):
        meeting = "لاوروف و وزیر خارجه ترکیه در مسکو دیدار کردند. وی گفت: «این دیدار مهم بود». ".encode()
        child = subprocess.Popen([RAYZAN, "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        child.stdin.write(meeting * (4_000_000 // len(meeting)))
        child.stdin.close()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(child.returncode, 0)
        self.assertLess(used.ru_maxrss, 150_000)

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([RAYZAN, "read", self.file("a.txt")], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"cannot write", done.stderr)


class Read(Case):
    def test_one_object_a_line_in_the_order_of_the_files(self):
        names = ["c.txt", "a.txt", "b.txt"]
        status, out, err = rayzan("read", *[self.file(n, ARTICLE + n) for n in names])
        self.assertEqual((status, err), (0, ""))
        readings = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([pathlib.Path(r["source"]["path"]).name for r in readings], names)
        self.assertEqual({r["schema"] for r in readings}, {"rayzan/1"})

    def test_standard_input(self):
        status, out, _ = rayzan("read", "-", data=ARTICLE.encode())
        self.assertEqual(status, 0)
        self.assertEqual(json.loads(out)["source"]["path"], "-")

    def test_the_day_is_taken_in_either_calendar(self):
        days = {json.dumps(json.loads(rayzan("read", "--published", day, self.file("a.txt"))[1])["published"])
                for day in ("2023-12-24", "1402-10-03", "۱۴۰۲/۱۰/۰۳")}
        self.assertEqual(len(days), 1, days)
        self.assertIn("2023-12-24", days.pop())

    def test_a_file_whose_name_begins_with_a_dash(self):
        path = self.file("-a.txt")
        done = subprocess.run([RAYZAN, "read", "--", path.name], cwd=self.folder, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_text_in_both_languages(self):
        path = self.file("a.txt")
        _, fa, _ = rayzan("read", "--format", "text", "--lang", "fa", path)
        _, en, _ = rayzan("read", "--format", "text", "--lang", "en", path)
        self.assertIn("دیدار", fa)
        self.assertIn("eeting", en)
        self.assertEqual(rayzan("read", "-f", "text", path, env={"LC_ALL": "fa_IR.UTF-8"})[1], fa)

    def test_who_has_no_name_is_told_in_the_words_of_the_report(self):
        crowd = self.file("crowd.txt", "هزاران نفر در بانکوک علیه دولت تظاهرات کردند.\n")
        self.assertIn("who        \u2068هزاران نفر\u2069\n", rayzan("read", "-f", "text", crowd)[1])
        self.assertIsNone(json.loads(rayzan("read", crowd)[1])["actors"][0]["en"])
        self.assertEqual(rayzan("unknowns", crowd)[1].count("هزاران"), 0)

    def test_what_the_title_tells_is_the_event_of_the_body(self):
        visit = "به گزارش ایسنا، حنا ربانی کهر، وزیر دولت در امور خارجه پاکستان، فردا به کابل سفر می‌کند."
        met = "به گزارش ایسنا، سرگئی لاوروف درباره دیدار خود در بغداد با فؤاد حسین، وزیر خارجه عراق، سخن گفت."
        for title, body, kind in (("سفر وزیر خارجه پاکستان به کابل", visit, "visit"),
                                  ("سفر وزیر خارجه پاکستان به کابل؛ اسلام‌آباد امیدوار است روابط بهتر شود", visit, "visit"),
                                  ("لاوروف: مذاکرات سختی در بغداد داشتیم", met, "meeting")):
            _, out, _ = rayzan("read", self.file("a.txt", f"{title}\n\n{body}\n"))
            events = json.loads(out)["events"]
            self.assertEqual([(e["kind"], len(e["evidence"])) for e in events], [(kind, 2)], title)

    def test_a_folder_of_tables_is_laid_over(self):
        (self.folder / "more").mkdir()
        (self.folder / "more" / "a.txt").write_text("label kind-meeting\n  fa ملاقات\n  en rendezvous\n", encoding="utf-8")
        status, out, err = rayzan("read", "-f", "text", "--lang", "en", "--data", self.folder / "more", self.file("a.txt"))
        self.assertEqual((status, err), (0, ""))
        self.assertIn("endezvous", out)

    def test_a_wrong_table_is_named_by_file_and_line(self):
        (self.folder / "more").mkdir()
        (self.folder / "more" / "a.txt").write_text("label x\n  fa ملاقات\n  en y\n\nnonsense z\n", encoding="utf-8")
        status, _, err = rayzan("read", "--data", self.folder / "more", self.file("a.txt"))
        self.assertEqual(status, 1)
        self.assertRegex(err, r"a\.txt:5")

    def test_the_same_bytes_from_many_threads(self):
        files = [self.file(f"{i}.txt", ARTICLE * (1 + i % 7) + str(i)) for i in range(200)]
        files[50:50] = [self.folder / "missing"]
        alone, spread = rayzan("read", "-j", "1", *files), rayzan("read", "-j", "8", *files)
        self.assertEqual(alone, spread)
        self.assertEqual(len(alone[1].splitlines()), 200)

    def test_no_progress_in_a_pipe(self):
        files = [self.file(f"{i}.txt", ARTICLE * 200) for i in range(60)]
        self.assertEqual(rayzan("read", *files)[2], "")

    def test_progress_on_a_terminal_when_it_takes_long(self):
        mine, theirs = pty.openpty()
        files = [self.file(f"{i}.txt", ARTICLE + str(i)) for i in range(3)]
        slow = self.folder / "slow.txt"
        os.mkfifo(slow)
        child = subprocess.Popen([RAYZAN, "read", *files[:2], slow, files[2]], stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        with open(slow, "wb") as pipe:
            try:
                child.wait(1.5)
            except subprocess.TimeoutExpired:
                pipe.write(ARTICLE.encode())
        self.assertEqual(child.wait(10), 0)
        shown = os.read(mine, 1000).decode()
        os.close(mine)
        self.assertIn("3 of 4", shown)
        self.assertTrue(shown.endswith("\r\x1b[K"), "the line is taken away at the end")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if len(sys.argv) > 1 and os.path.isfile(sys.argv[1]):
        RAYZAN = os.path.abspath(sys.argv.pop(1))
    unittest.main()
