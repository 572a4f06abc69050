#!/usr/bin/env python3
"""Hard uses: odd files, names, options and surroundings. Each is one clear line on standard error; the other input is still read."""
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RAYZAN = os.environ.get("RAYZAN", str(ROOT / "build" / "rayzan"))
ARTICLE = "به گزارش ایسنا، وزیر امور خارجه ایران روز یکشنبه در مسکو با همتای روس خود دیدار کرد.\n"
BYTES = ARTICLE.encode()
NOBODY = 65534


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rayzan-hard-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.good = self.file("good.txt", BYTES)
        self.env = {**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        for name in ("RAYZAN_RECORD", "XDG_DATA_HOME"):
            self.env.pop(name, None)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def run_it(self, *args, env=None, **how):
        how = {"stdin": subprocess.DEVNULL, **how} if "input" not in how else how
        return subprocess.run([how.pop("program", RAYZAN), *map(os.fsencode, args)], env={**self.env, **(env or {})}, capture_output=True,
                              timeout=60, cwd=self.folder, **how)

    def says(self, done, status, *words):
        """The status, and one line on standard error with the words (two for a wrong use)."""
        err = done.stderr.decode("utf-8", "replace")
        self.assertEqual(done.returncode, status, err)
        self.assertEqual(len(err.splitlines()), 2 if status == 2 else 1, err)
        self.assertTrue(err.startswith("rayzan"), err)
        for word in words:
            self.assertIn(word, err)

    def refused_between_good_ones(self, path, *words):
        done = self.run_it("read", self.good, path, self.good)
        self.says(done, 1, *words)
        self.assertEqual(len(done.stdout.splitlines()), 2)


class Bytes(Case):
    def test_not_utf8_names_the_first_bad_byte(self):
        bad = [(b"\xff" + BYTES, 0), (BYTES[:20] + b"\x80" + BYTES[20:], 20), (BYTES + b"\xd9", len(BYTES)), (BYTES[:1], 0),
               (BYTES + b"\xed\xa0\x80", len(BYTES)), (BYTES + b"\xc0\x80", len(BYTES)), (BYTES + b"\xf4\x90\x80\x80", len(BYTES))]
        for number, (content, byte) in enumerate(bad):
            path = self.file(f"bad{number}", content)
            self.refused_between_good_ones(path, str(path), f"byte {byte} is not UTF-8", "iconv")

    def test_other_encodings_are_told_by_looking(self):
        for encoding, named in (("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE"), ("cp1256", "windows-1256"), ("iso8859-6", "ISO-8859-6")):
            text = ARTICLE.replace("ی", "ي").replace("ک", "ك").replace("گ", "ك").replace("پ", "ب")
            path = self.file(encoding, text.encode(encoding, "ignore"))
            done = self.run_it("read", path)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertIn(f'"encoding":"{named}"', done.stdout.decode())
        for encoding in ("utf-16-le", "utf-16-be"):
            path = self.file(encoding + "-marked", ("\ufeff" + ARTICLE).encode(encoding))
            self.assertEqual(self.run_it("read", path).returncode, 0)

    def test_devices_and_long_files_are_given_up_early(self):
        sparse = self.folder / "sparse"
        with open(sparse, "wb") as out:
            out.truncate(1 << 34)
        for path in (sparse, "/dev/zero"):
            self.refused_between_good_ones(path, str(path), "longer than 4194304")
        self.refused_between_good_ones("/dev/null", "is empty")
        page = self.folder / "page.html"
        with open(page, "wb") as out:
            out.write(b"<html><body><!--")
            out.truncate((64 << 20) + 1)
        self.refused_between_good_ones(page, "longer than 67108864", "page")

    def test_a_pipe_is_read(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        child = subprocess.Popen([RAYZAN, "read", self.good, pipe], stdout=subprocess.PIPE, env=self.env)
        pipe.write_bytes(BYTES)
        self.assertEqual(len(child.communicate(timeout=30)[0].splitlines()), 2)
        self.assertEqual(child.returncode, 0)

    def test_signs_that_steer_a_terminal_are_not_passed_on(self):
        path = self.file("steer.txt", ("\x1b[31mدیدار\x1b[0m\n" + ARTICLE.replace("مسکو", "\x1b]0;x\x07مسکو\x9b2J")).encode())
        for args in (["read", "-f", "text", path], ["unknowns", path], ["add", "-r", "r.rayzan", path], ["search", "-r", "r.rayzan", "مسکو"],
                     ["timeline", "-r", "r.rayzan"], ["show", "-r", "r.rayzan", "iran"], ["timeline", "-r", "r.rayzan", "-f", "html"]):
            out = self.run_it(*args).stdout.decode()
            self.assertFalse([c for c in out if c in "\x1b\x07\x9b"], args)


class Names(Case):
    def test_odd_names_of_files(self):
        for name in (b"new\nline.txt", b"in\xff\xfevalid.txt", b"-dash.txt", b"\x1b[31m.txt", b"'quote\".txt", " ‮.txt".encode()):
            path = os.path.join(os.fsencode(self.folder), name)
            pathlib.Path(os.fsdecode(path)).write_bytes(BYTES)
            done = self.run_it("read", "--", name)
            self.assertEqual((done.returncode, done.stderr), (0, b""), name)
            self.assertEqual(json.loads(done.stdout)["source"]["path"], name.decode("utf-8", "replace"))
            said = self.run_it("add", "-r", "r.rayzan", "--", name)
            self.assertEqual((said.returncode, len(said.stdout.splitlines())), (0, 2), said)
            self.says(self.run_it("read", "--", name + b".not"), 1, "cannot be opened")
            self.says(self.run_it("timeline", "-r", b"./" + name + b".not"), 1, "there is no record")
        self.says(self.run_it("read", ""), 1, "''")

    def test_odd_words_to_a_record(self):
        self.run_it("add", "-r", "r.rayzan", self.good)
        for word in (b"\xff\xfe", b"\n", b"x" * 100000, b"'\"; DROP TABLE event", b"%s%n", "آ" * 5000):
            for args in (["search", word], ["show", word], ["timeline", "--actor", word], ["timeline", "--topic", word]):
                done = self.run_it(args[0], "-r", "r.rayzan", *args[1:])
                self.assertIn(done.returncode, (0, 1, 2), (args, done))
                self.assertTrue(done.returncode == 0 or done.stderr.startswith(b"rayzan "), (args, done))


LED = "دور دوم مذاکرات ایران و آمریکا با میانجی‌گری عمان برگزار شد.\n"
REPEATED = (
    ("", "*"), ("", "🔹"),
    ("وزیر امور خارجه ایران با همتای روس خود دیدار کرد.\n", "دو طرف و آنها و حاضران در این نشست و "),
    (LED, "وزیر خارجه عمان گفت دو طرف "),
    (LED, "وزارت خارجه عمان گفت آنها "),
    ("", "قطعنامه دوم با رأی مثبت ۱۴۵ کشور تصویب شد. "),
    ("دولت ژاپن ", "و پارلمان و وزارت "),
    ("۲۴ فروردین ۱۴۰۴\n", "انتصاب سفیر ایران در روسیه اعلام شد. "),
    ("", "این خبر را درست ندانست، "),
    ("", "سخنان را بی‌پایه خواند "),
    ("", "تأیید کرد، دیدار با نماینده و "),
    ("", "به اینترفکس گفت احتمال دارد نخستین تبادل و "),
    ("", "با امضای بیانیه مشترک و "),
    ("", "سفر رئیس‌جمهور ایران به مسکو "),
    ("", "خواستار ابراز امیدواری "),
    ("", "صالح موتلو شن به عنوان سفیر ترکیه در قاهره و رضا امیری به عنوان سفیر ترکیه در مسکو تعیین شدند؛ "),
    ("", "و گفت و افزود که "),
    ("", "رویترز به نقل از یک "),
    ("", "به گزارش ایسنا به نقل از "),
    ("خبر\n", "این قطعنامه تصویب شد و این قطعنامه رد شد. "),
    ("", "جنگ در ایران "),
    ("", "به دیدار وزیر ایران "),
    ("", "حمله به ایران "),
    ("", "مذاکرات متوقف شد و "),
    ("", "قرار بود این سفر انجام شود ولی نشد و "),
    ("", "این سفر لغو شد و "),
    ("", "قطعنامه را تصویب کرد که "),
    ("", "یکشنبه به قطعنامه رأی داده شد و "),
    ("", "حمله اسرائیل به باکو در تهران و "),
    ("خبر\n", "اجلاس گروه ۲۰ یکشنبه در مسکو برگزار شد. اجلاس گروه ۲۰ دوشنبه در باکو برگزار شد. "),
    ("", "هیأتی که به رهبری ایران "),
    ("خبر\n", "ایران و روسیه یکشنبه در مسکو دیدار کردند. توافقنامه همکاری انرژی امضا شد. ایران و روسیه دوشنبه در تهران دیدار کردند. قرارداد گاز امضا شد. "),
)
ENDED = (("جنگ در ایران ", "تظاهرات کردند."), ("به دیدار وزیر ایران ", "نزدیک شد."), ("حمله به ایران ", "افزایش یافته است."), ("به دیدار ایران ", "کرد."))


class Length(Case):
    def seconds(self, lead, piece, size, end=""):
        path = self.file("long.txt", (lead + piece * (size // len(piece.encode())) + end).encode())
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertEqual(self.run_it("read", path).returncode, 0, piece)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime

    def test_what_is_said_over_and_over_takes_linear_time(self):
        for lead, piece, end in [(lead, piece, "") for lead, piece in REPEATED] + [("", *both) for both in ENDED]:
            short, long = self.seconds(lead, piece, 300_000, end), self.seconds(lead, piece, 1_200_000, end)
            self.assertTrue(long < 2 or long < 8 * short, f"{piece}: {short:.2f} s, four times of it {long:.2f} s")

    def test_the_last_of_many_events_lend_each_other_what_the_first_do(self):
        people = ["سرگئی لاوروف", "هاکان فیدان", "وانگ یی", "بدر البوسعیدی", "فؤاد حسین", "پیتر سیارتو", "آرارات میرزویان", "ایمن صفدی", "مائورو ویرا",
                  "اسحاق دار", "جیحون بایراموف", "فیصل بن فرحان"]
        pairs = [(one, other) for i, one in enumerate(people) for other in people[i + 1:]]
        for told in ("تحولات یمن مورد بررسی قرار گرفت.", "دو وزیر بر گسترش تجارت تأکید کردند."):
            path = self.file("many.txt", "\n\n".join(f"{one} با {other} دیدار کرد. {told}" for one, other in pairs).encode())
            events = json.loads(self.run_it("read", path).stdout)["events"]
            self.assertEqual((len(events), sum(bool(e["topics"]) for e in events)), (len(pairs), len(pairs)), told)


class Options(Case):
    def test_wrong_uses(self):
        for args in (["read", "-j", "-1"], ["read", "-j", "abc"], ["read", "-j", ""], ["read", "-j", "1.5"], ["read", "-j", "9" * 30],
                     ["read", "--published", "1402-12-30"], ["read", "--published", "2023-02-29"], ["read", "--published", "1402-00-10"],
                     ["read", "--published", "3000-01-01"], ["read", "--published="], ["read", "--published", "9" * 40],
                     ["read", "--lang", "xx"], ["read", "--lang", "fa en"], ["read", "--format", "xx"], ["read", "--format", ""],
                     ["read", "-"], ["add", "-"], ["unknowns", "-"], ["add", "-r", ""], ["read", "--data", ""], ["read", b"-\xff"],
                     ["read", "--=3"], ["timeline"], ["search", "-n", "0"], ["show", "--lang", "de"]):
            self.says(self.run_it(*args, "-" if args[-1] == "-" else self.good), 2, "--help")
        self.says(self.run_it("timeline", "--from", "2024", "--to", "1402-01"), 2, "--from is later than --to")
        for command in ("read", "add", "unknowns", "search", "show"):
            self.says(self.run_it(command), 2, "name ", "--help")

    def test_more_threads_than_there_is_work_or_room_for(self):
        for n in ("1000", "1000000"):
            done = self.run_it("read", "-j", n, *[self.good] * 30)
            self.assertEqual((done.returncode, len(done.stdout.splitlines())), (0, 30))

    def test_folders_of_tables_that_are_none(self):
        for path in ("not-there", self.good):
            self.says(self.run_it("read", "--data", path, self.good), 1, str(path))


class Output(Case):
    def test_a_full_disk(self):
        self.run_it("add", "-r", "r.rayzan", self.good)
        event = json.loads(self.run_it("timeline", "-r", "r.rayzan", "-f", "json").stdout)["id"]
        for args in (["read", self.good], ["--help"], ["read", "--help"], ["--version"], ["timeline", "-r", "r.rayzan"],
                     ["search", "-r", "r.rayzan", "مسکو"], ["show", "-r", "r.rayzan", event], ["add", "-r", "s.rayzan", self.good]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([RAYZAN, *map(str, args)], stdout=full, stderr=subprocess.PIPE, env=self.env, cwd=self.folder)
            self.says(done, 1, "cannot write the output", "No space left")

    def test_a_reader_that_goes_away(self):
        child = subprocess.Popen([RAYZAN, "read", *[self.good] * 2000], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.env)
        child.stdout.readline()
        child.stdout.close()
        self.assertEqual(child.stderr.read(), b"")
        child.stderr.close()
        self.assertEqual(child.wait(30), -signal.SIGPIPE)

    def test_closed_streams(self):
        for close, args, status in (("<&-", "read -", 1), (">&-", "read good.txt", 1), (">&- 2>&-", "read good.txt", 1),
                                    ("<&- >&- 2>&-", "add -r closed.rayzan good.txt", 1)):
            self.assertEqual(self.run_it("-c", f"'{RAYZAN}' {args} {close}", program="bash").returncode, status, close)
        self.assertEqual(self.run_it("timeline", "-r", "closed.rayzan").returncode, 0)


class Records(Case):
    def test_places_where_there_can_be_none(self):
        (self.folder / "folder").mkdir()
        os.mkfifo(self.folder / "pipe")
        for path, *words in (("folder", "a folder"), ("pipe", "a pipe"), ("/dev/null", "a device"), ("good.txt/r", "Not a directory"),
                             ("no/such/r.rayzan", "make it first"), ("good.txt", "no record of rayzan")):
            self.says(self.run_it("add", "-r", path, self.good), 1, path, *words)
        for path in ("folder", "pipe", "/dev/null", "not-there", "good.txt"):
            self.says(self.run_it("timeline", "-r", path), 1, path)
        self.assertEqual(self.good.read_bytes(), BYTES)

    def test_names_that_mean_something_to_sqlite(self):
        for name in (":memory:", "file:x?mode=memory", "a?b%20c#d.rayzan", "-r"):
            self.assertEqual(self.run_it("add", "-r", name, self.good).returncode, 0)
            self.assertTrue((self.folder / name).is_file(), name)
            self.assertEqual(len(self.run_it("timeline", "-r", name, "-f", "json").stdout.splitlines()), 1, name)

    def test_the_default_place(self):
        def place(**env):
            done = self.run_it("add", self.good, env=env)
            self.assertEqual(done.returncode, 0, done.stderr)
            return done.stdout.decode().splitlines()[-1].split(" added to ")[1].split(": ")[0].split(", ")[0]
        home = str(self.folder)
        self.assertEqual(place(), f"{home}/.local/share/rayzan/record.rayzan")
        self.assertEqual(place(XDG_DATA_HOME=f"{home}/xdg"), f"{home}/xdg/rayzan/record.rayzan")
        self.assertEqual(place(XDG_DATA_HOME="relative"), f"{home}/.local/share/rayzan/record.rayzan")
        self.assertEqual(place(RAYZAN_RECORD="made/for/it.rayzan", XDG_DATA_HOME=f"{home}/xdg"), "made/for/it.rayzan")
        for env in ({"HOME": ""}, {"HOME": "relative"}):
            self.says(self.run_it("timeline", env=env), 1, "$HOME", "-r")
        self.says(self.run_it("timeline", env={"XDG_DATA_HOME": "/dev/null"}), 1, "/dev/null/rayzan")
        self.says(self.run_it("add", self.good, env={"XDG_DATA_HOME": "/dev/null"}), 1, "folder cannot be made")

    def test_a_limit_on_the_size_of_files(self):
        more = [self.file(f"{i}.txt", BYTES + b"%d\n" % i) for i in range(40)]
        for limit in (20_000, 200_000):
            name = f"limit{limit}.rayzan"
            done = self.run_it("add", "-r", name, *more, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
            self.says(done, 1, name, "limit", "is safe")
            self.assertEqual(self.run_it("add", "-q", "-r", name, *more).returncode, 0)
            self.assertEqual(len(self.run_it("search", "-n", "100", "-r", name, "-f", "json", "مسکو").stdout.splitlines()), 40)

    @unittest.skipUnless(os.geteuid() == 0, "needs root, to be somebody else")
    def test_rights(self):
        program = self.folder / "rayzan"
        shutil.copy(RAYZAN, program)
        self.folder.chmod(0o755)
        self.run_it("add", "-r", "r.rayzan", self.good)
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": [], "program": str(program)}
        closed = self.file("closed.txt", BYTES)
        closed.chmod(0)
        done = self.run_it("read", "good.txt", "closed.txt", "good.txt", **as_nobody)
        self.says(done, 1, "closed.txt", "Permission denied")
        self.assertEqual(len(done.stdout.splitlines()), 2)
        for args in (["timeline", "-f", "json"], ["search", "-f", "json", "مسکو"]):
            done = self.run_it(*args, "-r", "r.rayzan", **as_nobody)
            self.assertEqual((done.returncode, len(done.stdout.splitlines())), (0, 1), done)
        self.says(self.run_it("add", "-r", "r.rayzan", "good.txt", **as_nobody), 1, "r.rayzan", "may not be written to")
        self.says(self.run_it("add", "-r", "new.rayzan", "good.txt", **as_nobody), 1, "new.rayzan", "rights")
        self.assertEqual([p.name for p in self.folder.glob("*.rayzan*")], ["r.rayzan"])
        (self.folder / "r.rayzan").chmod(0)
        self.says(self.run_it("timeline", "-r", "r.rayzan", **as_nobody), 1, "Permission denied")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if len(sys.argv) > 1 and os.path.isfile(sys.argv[1]):
        RAYZAN = os.path.abspath(sys.argv.pop(1))
    unittest.main()
