#!/usr/bin/env python3
"""rayzan tokens: the two formats, spans over blocks, bad bytes, long lines."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RAYZAN = os.environ.get("RAYZAN", str(ROOT / "build" / "rayzan"))
TEXT = "وزیر خارجه با همتایش دیدار کرده است. او نمی خواهد برود.\nپدرم گفت: «۳+۳ خوب است».\n"


def tokens(*args, data=b""):
    done = subprocess.run([RAYZAN, "tokens", *map(str, args)], input=data, capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Tokens(unittest.TestCase):
    def check_spans(self, source, out):
        """forms are slices of the source, and with the spaces told give it back"""
        at = 0
        for line in out.splitlines():
            if not line or line[0] == "#":
                continue
            number, form, *_, misc = line.split("\t")
            place = dict(p.split("=") for p in misc.split("|"))
            start, end = int(place["Start"]), int(place["End"])
            self.assertEqual(source[start:end].decode(), form)
            if "-" not in number:
                self.assertGreaterEqual(start, at)
                self.assertEqual(source[at:start].strip(), b"")
                at = end
        self.assertEqual(source[at:].strip(), b"")

    def test_conllu(self):
        status, out, err = tokens(data=TEXT.encode())
        self.assertEqual((status, err), (0, ""))
        self.check_spans(TEXT.encode(), out)
        self.assertEqual(out.count("# newpar"), 2)
        self.assertEqual(out.count("# sent_id"), 3)

    def test_jsonl(self):
        status, out, err = tokens("--format", "jsonl", data=TEXT.encode())
        self.assertEqual((status, err), (0, ""))
        lines = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([s["paragraph"] for s in lines], [0, 0, 1])
        verb = lines[0]["verbs"][0]
        self.assertEqual((verb["lemma"], verb["tense"], verb["person"], verb["number"]), ("دیدار کردن", "perfect", 3, "singular"))
        for s in lines:
            for w in s["words"]:
                self.assertEqual(TEXT.encode()[w["span"][0]:w["span"][1]].decode(), w["form"])

    def test_phrases(self):
        source = (TEXT * 3000).encode()
        status, out, err = tokens("--phrases", data=source)
        self.assertEqual((status, err), (0, ""))
        self.check_spans(source, out)
        sentences = out.strip().split("\n\n")
        chunks = [[line.split("\t")[9].split("|") for line in s.splitlines() if line[0] != "#" and "-" not in line.split("\t")[0]] for s in sentences]
        self.assertTrue(all(any(m.startswith("Chunk=") for m in misc) and any(m.startswith("Clause=") for m in misc) for s in chunks for misc in s))
        self.assertEqual(len({str([[m for m in misc if m[:3] in ("Chu", "Eza", "Cla")] for misc in s]) for s in chunks}), 3)  # the same each time
        plain = tokens(data=source)[1]
        self.assertNotIn("Chunk=", plain)
        status, out, err = tokens("--phrases", "--format", "jsonl", data=TEXT.encode())
        first = json.loads(out.splitlines()[0])
        self.assertIn({"kind": "NP", "words": [0, 2], "head": 0}, first["phrases"])
        self.assertTrue(first["words"][0]["ezafe"])
        self.assertEqual({w["clause"] for w in first["words"]}, {1})

    def test_blocks_do_not_show(self):
        source = (TEXT * 12000).encode()
        status, out, err = tokens(data=source)
        self.assertEqual((status, err), (0, ""))
        self.check_spans(source, out)
        self.assertEqual(out.count("# sent_id"), 36000)
        self.assertIn("# sent_id = 36000\n", out)

    def test_a_long_line_is_read(self):
        source = (TEXT.replace("\n", " ") * 20000).encode()
        status, out, err = tokens(data=source)
        self.assertEqual((status, err), (0, ""))
        self.check_spans(source, out)

    def test_bad_bytes_are_told_and_the_rest_is_read(self):
        source = "او رفت".encode() + b"\xff \xd8 " + "و آمد.\n".encode()
        status, out, err = tokens(data=source)
        self.assertEqual(status, 1)
        self.assertEqual([line.split(" is not")[0].split()[-1] for line in err.splitlines()], ["11", "13"])
        self.assertIn("\tآمد\t", out)

    def test_files_and_wrong_uses(self):
        with tempfile.TemporaryDirectory() as held:
            path = pathlib.Path(held) / "a.txt"
            path.write_text(TEXT, encoding="utf-8")
            status, out, _ = tokens(path, "-", data=TEXT.encode())
            self.assertEqual(status, 0)
            self.assertEqual(out.count("# sent_id"), 6)
            status, out, err = tokens(path, path.with_name("none"))
            self.assertEqual(status, 1)
            self.assertIn("none", err)
        self.assertEqual(tokens("--format", "xml")[0], 2)


if __name__ == "__main__":
    if len(sys.argv) > 1 and os.path.isfile(sys.argv[1]):
        RAYZAN = os.path.abspath(sys.argv.pop(1))
    unittest.main()
