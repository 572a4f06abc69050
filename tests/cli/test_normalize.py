#!/usr/bin/env python3
"""rayzan normalize: each step by itself, bad bytes by position, blocks, long lines in constant memory."""
import os
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RAYZAN = os.environ.get("RAYZAN", str(ROOT / "build" / "rayzan"))
STEPS = {"letters": ("كي", "کی"), "digits": ("٣", "۳"), "marks": ("مُـد", "مد"), "quotes": ("“ن”", "«ن»"), "spaces": ("ا\u00a0ب", "ا ب"),
         "controls": ("ا\u200f", "ا"), "entities": ("&laquo;", "«"), "tags": ("<b>ا</b>", "ا")}


def normalize(*args, data=b""):
    done = subprocess.run([RAYZAN, "normalize", *args], input=data, capture_output=True)
    return done.returncode, done.stdout, done.stderr.decode()


def positions(err):
    return [int(line.split(" byte ")[1].split()[0]) for line in err.splitlines() if " byte " in line]


class Normalize(unittest.TestCase):
    def test_each_step_can_be_left_out(self):
        for step, (dirty, clean) in STEPS.items():
            self.assertEqual(normalize(data=dirty.encode()), (0, clean.encode(), ""))
            self.assertEqual(normalize("--keep", step, data=dirty.encode()), (0, dirty.encode(), ""), step)
        every = " ".join(dirty for dirty, _ in STEPS.values()).encode()
        self.assertEqual(normalize("--keep", ",".join(STEPS), "--no-joiners", data=every), (0, every, ""))
        self.assertEqual(normalize("--keep", "accents")[0], 2)

    def test_bad_bytes_are_told_by_position(self):
        status, out, err = normalize(data="آب\n".encode() + b"\xff\xd8 " + "نان".encode() + b"\xe2\x80")
        self.assertEqual((status, positions(err)), (1, [5, 6, 14, 15]))
        self.assertEqual(out.decode(), "آب\n\ufffd\ufffd نان\ufffd\ufffd")

    def test_positions_over_blocks(self):
        size = 300_000
        data = ("ب" * 99 + "\n").encode() * (size // 199) + b"\xff"
        self.assertEqual(positions(normalize(data=data)[2]), [len(data) - 1])

    def test_many_bad_bytes_are_counted(self):
        status, out, err = normalize(data=b"\xff" * 1000)
        self.assertEqual((status, out.decode()), (1, "\ufffd" * 1000))
        self.assertEqual(positions(err), list(range(20)))
        self.assertIn("1000 bytes in all", err)

    def test_lines_end_as_they_did(self):
        self.assertEqual(normalize(data="یک\r\nدو\n\nسه".encode()), (0, "یک\nدو\n\nسه".encode(), ""))
        self.assertEqual(normalize(data=b"\0a\0\n\0"), (0, b"a\n", ""))

    def used(self, command, data):
        """the most memory, in MB"""
        child = subprocess.Popen([RAYZAN, command], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        for _ in range(100):
            child.stdin.write(data)
        child.stdin.close()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(child.returncode, 0)
        return used.ru_maxrss / 1024

    def test_a_line_of_any_length_takes_constant_memory(self):
        sentence = "وزير خارجه منطقهای گفت که می خواهد برود و کتاب ها را ببرد "
        self.assertLess(self.used("normalize", (sentence * 4000).encode()), 64)  # a line of 40 MB
        self.assertLess(self.used("normalize", "ا".encode() * 200_000), 64)
        self.assertLess(self.used("tokens", (sentence * 1000).encode()), 200)
        self.assertLess(self.used("tokens", "ا".encode() * 50_000), 200)


if __name__ == "__main__":
    if len(sys.argv) > 1 and os.path.isfile(sys.argv[1]):
        RAYZAN = os.path.abspath(sys.argv.pop(1))
    unittest.main()
