#!/usr/bin/env python3
"""What comes in: archives, feeds, rows, folders, packed or not. Every form tells the same articles. tests/cli/test_inputs.py RAYZAN"""
import csv
import gzip
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*"))
MEETING = "حسین امیرعبداللهیان وزیر امور خارجه ایران دیروز با سرگئی لاوروف در مسکو دیدار کرد."


def record(kind, content, **fields):
    lines = "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in fields.items())
    return f"WARC/1.0\r\nWARC-Type: {kind}\r\n{lines}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def answer(body, kind="text/html; charset=utf-8", status="200 OK", **fields):
    lines = "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in fields.items())
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{lines}\r\n".encode() + body


def chunked(body, size=1000):
    return b"".join(f"{len(body[i:i + size]):x}\r\n".encode() + body[i:i + size] + b"\r\n" for i in range(0, len(body), size)) + b"0\r\n\r\n"


def crawl():
    """The samples as a crawl keeps them: as they are, packed, in chunks, between records of other kinds."""
    yield record("warcinfo", b"software: none\r\n")
    for i, sample in enumerate(SAMPLES):
        body, kind = sample.read_bytes(), "text/html" if sample.suffix == ".html" else "text/plain"
        at = {"WARC_Target_URI": f"https://news.example/{i}", "WARC_Date": "2026-01-02T21:00:00Z"}
        yield record("request", b"GET / HTTP/1.1\r\n\r\n", **at)
        if i % 3 == 0:
            yield record("response", answer(gzip.compress(body), kind, Content_Encoding="gzip"), **at)
        elif i % 3 == 1:
            yield record("response", answer(chunked(body), kind, Transfer_Encoding="chunked"), **at)
        else:
            yield record("response", answer(body, kind), **at)
        yield record("response", answer(b"gone", kind, "404 Not Found"), **at)
        yield record("response", answer(b"\x89PNG", "image/png"), **at)


class Inputs(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, *args, stdin=None, status=0):
        done = subprocess.run([RAYZAN, "read", *map(str, args)], input=stdin, capture_output=True, cwd=self.folder, timeout=60)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        self.errors = done.stderr.decode().splitlines()
        return [json.loads(line) for line in done.stdout.splitlines()]

    def same_events(self, readings):
        plain = self.read(*SAMPLES)
        self.assertEqual([[e["kind"] for e in r["events"]] for r in readings], [[e["kind"] for e in r["events"]] for r in plain])

    # ---- archives of crawls ----

    def test_warc(self):
        records = list(crawl())
        plain = self.file("a.warc", b"".join(records))
        packed = self.file("a.warc.gz", b"".join(map(gzip.compress, records)))
        readings = self.read(packed)
        self.same_events(readings)
        self.assertEqual(readings[1]["source"]["url"], "https://news.example/1")
        self.assertGreater(readings[1]["source"]["record"], readings[0]["source"]["record"])
        self.assertTrue(readings[0]["text"])
        for reading in readings:
            self.assertLessEqual(reading["published"]["to"] or "", "2026-01-03")  # 21:00 in Greenwich is the next day in Tehran
        self.same_events(self.read(plain))
        self.same_events(self.read("-", stdin=packed.read_bytes()))
        self.same_events(self.read("-j2", packed))

    def test_warc_zst(self):
        zstd = shutil.which("zstd")
        if not zstd:
            self.skipTest("there is no zstd program")
        plain = self.file("a.warc", b"".join(crawl()))
        subprocess.run([zstd, "-q", plain, "-o", self.folder / "a.warc.zst"], check=True)
        self.same_events(self.read("a.warc.zst"))

    def test_wet(self):
        self.same_events(self.read(self.file("a.wet.gz", b"".join(
            gzip.compress(record("conversion", s.read_bytes(), Content_Type="text/html" if s.suffix == ".html" else "text/plain")) for s in SAMPLES))))

    def test_cut_short(self):
        whole = b"".join(map(gzip.compress, crawl()))
        readings = self.read(self.file("cut.warc.gz", whole[:len(whole) // 2]), status=1)
        self.assertGreater(len(readings), 4)
        self.assertEqual(len(self.errors), 1)
        self.assertRegex(self.errors[0], r"cut.warc.gz: at byte \d+ .*cut short")

    def test_damaged(self):
        whole = bytearray(b"".join(map(gzip.compress, crawl())))
        whole[len(whole) // 2:len(whole) // 2 + 40] = b"\xff" * 40
        self.assertGreater(len(self.read(self.file("bad.warc.gz", bytes(whole)), status=1)), 4)

    def test_wrong_length(self):
        records = [record("conversion", s.read_bytes(), Content_Type="text/plain") for s in SAMPLES if s.suffix == ".txt"]
        for wrong in (b"Content-Length: 77\r\n", b"Content-Length: 999999\r\n", b"Content-Length: 2147483648\r\n"):
            second = b"\r\n".join(wrong.strip() if line.startswith(b"Content-Length") else line for line in records[1].split(b"\r\n", 5))
            readings = self.read(self.file("wrong.warc", b"".join([records[0], second + b"\r\n\r\n", *records[2:]])), status=1)
            self.assertEqual(len(self.errors), 1)
            self.assertIn("record 2", self.errors[0])
            if b"2147" not in wrong:
                self.assertEqual(len(readings), len(records) - 1)

    def test_what_is_no_record(self):
        records = [record("conversion", s.read_bytes()) for s in SAMPLES[:4]]
        readings = self.read(self.file("a.warc", records[0] + b"rubbish\r\n" * 30000 + b"".join(records[1:])), status=1)
        self.assertEqual(len(readings), 4)
        self.assertIn("passed over", self.errors[0])

    def test_declared_encoding_of_many_characters_a_byte(self):
        body = b"\x82" * 20000
        page = b'<html><head><meta charset="TSCII"></head><body><article><p>' + body + b"</p></article></body></html>"
        [reading] = self.read(self.file("tamil.html", page))
        self.assertGreaterEqual(len(reading["text"]), 80000)
        self.read(self.file("tamil.warc", record("resource", page, Content_Type="text/html; charset=TSCII")))

    # ---- feeds ----

    def rss(self, items, head=""):
        return (f'<?xml version="1.0"?>{head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
                f"<title>خبرگزاری ایرنا</title>{items}</channel></rss>")

    def item(self, n):
        return (f"<item><title>دیدار لاوروف و امیرعبداللهیان در مسکو</title><link>https://irna.example/{n}</link>"
                "<pubDate>Tue, 14 Feb 2023 22:00:00 GMT</pubDate><description>خلاصه</description>"
                f"<content:encoded><![CDATA[<p>{MEETING}</p>]]></content:encoded></item>")

    def test_rss(self):
        readings = self.read(self.file("a.rss", self.rss(self.item(1) + self.item(2))))
        self.assertEqual([r["source"]["url"] for r in readings], ["https://irna.example/1", "https://irna.example/2"])
        self.assertEqual(readings[0]["published"]["from"], "2023-02-15")  # in Tehran
        self.assertEqual(readings[0]["publisher"]["id"], "irna")
        self.assertEqual(readings[0]["title"]["text"], "دیدار لاوروف و امیرعبداللهیان در مسکو")
        self.assertEqual([e["from"] for e in readings[0]["events"]], ["2023-02-14"])

    def test_atom_and_rdf_and_sitemaps(self):
        self.file("a.atom", '<feed xmlns="http://www.w3.org/2005/Atom"><title>DW</title><entry><title>دیدار در مسکو</title>'
                  '<link rel="alternate" href="https://dw.example/1"/><published>2023-02-15T10:00:00Z</published>'
                  f'<content type="html">&lt;p&gt;{MEETING}&lt;/p&gt;</content></entry></feed>')
        self.file("a.rdf", '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
                  'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title></channel><item><title>دیدار در مسکو</title>'
                  f"<link>https://x.example/1</link><dc:date>2023-02-15</dc:date><description>{MEETING}</description></item></rdf:RDF>")
        self.file("map.xml", '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
                  "<url><loc>https://x.example/2</loc><n:news><n:publication><n:name>x</n:name></n:publication>"
                  f"<n:publication_date>2023-02-15</n:publication_date><n:title>{MEETING}</n:title></n:news></url></urlset>")
        for name in ("a.atom", "a.rdf", "map.xml"):
            [reading] = self.read(name)
            self.assertEqual(reading["published"]["from"], "2023-02-15", name)
            self.assertEqual([e["kind"] for e in reading["events"]], ["meeting"], name)
            self.assertTrue(reading["source"]["url"], name)

    def test_bad_feeds(self):
        self.assertEqual(len(self.read(self.file("cut.rss", self.rss(self.item(1) + self.item(2))[:-80]), status=1)), 1)
        bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
        self.read(self.file("bomb.rss", self.rss("<item><title>&c;</title></item>", bomb)), status=1)
        self.assertIn("refused", self.errors[0])
        secret = self.file("secret", "SECRET")
        outside = f'<!DOCTYPE rss [<!ENTITY a SYSTEM "file://{secret}">]>'
        self.assertEqual(self.read(self.file("outside.rss", self.rss(f"<item><title>&a;{MEETING}</title></item>", outside)), status=1), [])
        for slip in ("a &nbsp; b", "a & b", "&zwnj;&unknown;", "a &amp; &lt;b&gt;"):
            readings = self.read(self.file("slip.rss", self.rss(self.item(1).replace("<title>", f"<title>{slip} ") + self.item(2))))
            self.assertEqual([len(r["events"]) for r in readings], [1, 1], slip)
        quoted = self.item(1).replace("</p>", "</p><p>x & y &nbsp; &amp;amp;</p>") * 300
        readings = self.read(self.file("quoted.rss", self.rss(quoted)))
        self.assertEqual([(r["text"].count("x & y"), r["text"].count("&amp;")) for r in readings], [(1, 1)] * 300)
        self.read(self.file("no.rss", "no XML at all"), "--input", "feed", status=1)

    def test_a_fault_in_one_item_loses_no_other(self):
        whole = [self.item(n) for n in range(1, 6)]
        for fault in ("<b>", "<title a=b>", "</link>", "<x:y z=1/>", "<?", "<"):
            items = whole[:2] + [whole[2].replace("</item>", f"{fault}</item>")] + whole[3:]
            readings = self.read(self.file("fault.rss", self.rss("".join(items))), status=1)
            self.assertGreaterEqual(len(readings), 4, fault)
        for fault in ("\x01", "\x0b", "&zwnj;", "& ", "&unknown;"):
            self.assertEqual(len(self.read(self.file("fault.rss", self.rss("".join(whole[:2] + [whole[2].replace("<title>", f"<title>{fault}")] + whole[3:]))))), 5, fault)
        open_quote = whole[2].replace("</item>", "<x><![CDATA[ never ends</x></item>")
        self.assertGreaterEqual(len(self.read(self.file("quote.rss", self.rss("".join(whole[:2] + [open_quote] + whole[3:]))), status=1)), 4)
        self.assertEqual(len(self.read(self.file("behind.rss", "\n " + self.rss("".join(whole)) + "<div>more"))), 5)
        self.assertEqual(len(self.read(self.file("unclosed.rss", self.rss("".join(whole)).replace("</item>", "", 1)), status=1)), 4)

    def test_feeds_in_other_encodings(self):
        feed = self.rss(self.item(1) + self.item(2))
        want = [r["text"] for r in self.read(self.file("a.rss", feed))]
        for encoding, said in (("utf-16-le", "utf-16"), ("utf-16-be", "utf-16"), ("cp1256", "windows-1256"), ("cp1256", "utf-8"), ("utf-8", "windows-1256")):
            text = feed.replace('version="1.0"?', f'version="1.0" encoding="{said}"?').replace("ی", "ي")
            path = self.folder / "e.rss"
            path.write_bytes(text.encode(encoding, "replace"))
            got = [r["text"].replace("ي", "ی") for r in self.read(path, "--input", "feed")]
            self.assertEqual(len(got), 2, (encoding, said))
            if encoding != "cp1256":
                self.assertEqual(got, want, (encoding, said))

    def test_an_index_of_sitemaps_is_told(self):
        path = self.file("index.xml", '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://news.example/may.xml</loc>'
                                      "</sitemap><sitemap><loc>https://news.example/june.xml</loc></sitemap></sitemapindex>")
        self.assertEqual(self.read(path, status=1), [])
        self.assertIn("is an index of sitemaps, which names no articles: name its sitemaps themselves; the first is https://news.example/may.xml", self.errors[0])

    # ---- rows ----

    def test_jsonl(self):
        rows = [json.dumps({"id": i, "body": s.read_text(), "meta": {"when": "2023-02-15T10:00:00Z"}, "link": f"https://x.example/{i}"}, ensure_ascii=False)
                for i, s in enumerate(SAMPLES) if s.suffix == ".txt"]
        path = self.file("a.jsonl", "\n".join(["", *rows, '{"broken', "[1]", "{}", rows[0]]))
        readings = self.read(path, "--map", "published=meta.when", status=1)
        self.assertEqual(len(readings), len(rows) + 1)
        self.assertEqual(readings[0]["source"]["url"], "https://x.example/0")
        self.assertEqual(len(self.errors), 3)
        for error, words in zip(self.errors, ("is no JSON object", "is no JSON object", "--map")):
            self.assertIn(words, error)
        [only] = self.read("-", "--map", "text=c.t", stdin=json.dumps({"c": {"t": MEETING}, "text": "x"}).encode())
        self.assertEqual(only["text"], MEETING)

    def test_a_wrong_map(self):
        for wrong in ("txt=body", "text", "text=body,x=y"):
            self.read(self.file("a.jsonl", "{}"), "--map", wrong, status=2)
            self.assertIn("ours are text, title, published, url and outlet", self.errors[0])

    def test_csv(self):
        out = io.StringIO()
        rows = csv.writer(out, delimiter=";")
        rows.writerow(["n", "title", "news", "date"])
        texts = [s.read_text() for s in SAMPLES if s.suffix == ".txt"]
        rows.writerows([i, 'نقل "قول"؛ ; و خط', text, "2023-02-15"] for i, text in enumerate(texts))
        path = self.file("a.csv", "\ufeff" + out.getvalue())
        readings = self.read(path, "--map", "text=news")
        self.assertEqual(len(readings), len(texts))
        self.assertIn(texts[0].replace("\r", ""), readings[0]["text"].replace("\r", ""))
        self.read(self.file("no.csv", "a,b\n1,2\n"), "--input", "csv", status=1)
        self.assertIn("--map", self.errors[0])
        readings = self.read(self.file("open.csv", 'title,text\nx,"not closed\ny,z\n'), status=1)
        self.assertIn("not closed", self.errors[0])
        self.assertEqual([r["text"] for r in readings], ["y\nz"])
        readings = self.read(self.file("inch.csv", 'title,text\nx,five " of rain\ny,z\nu,"v ""w"", v"\n'))
        self.assertEqual([r["text"] for r in readings], ['x\nfive " of rain', "y\nz", 'u\nv "w", v'])
        self.read(self.file("many.csv", "title,text\n" + '@@@,x,@a@,@b\n'.replace("@", chr(34)) * 100000), status=1)

    def test_long_line(self):
        readings = self.read(self.file("long.jsonl", json.dumps({"text": "x" * (70 << 20)}) + "\n" + json.dumps({"text": "y"}) + "\n"), status=1)
        self.assertEqual([r["text"] for r in readings], ["y"])
        self.assertEqual(len(self.errors), 1)
        self.assertIn("longer than a page", self.errors[0])

    # ---- zip, tar, folders ----

    def test_zip_and_tar(self):
        with zipfile.ZipFile(self.folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as out:
            for sample in SAMPLES:
                out.write(sample, f"news/{sample.name}")
        with tarfile.open(self.folder / "a.tar.gz", "w:gz") as out:
            for sample in SAMPLES:
                out.add(sample, f"news/{sample.name}")
        self.same_events(self.read("a.zip"))
        self.same_events(self.read("a.tar.gz"))
        self.assertEqual(self.read("a.zip")[0]["source"]["path"], f"a.zip/news/{SAMPLES[0].name}")
        with zipfile.ZipFile(self.folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as out:
            out.write(SAMPLES[0], "first")
            with out.open("big", "w", force_zip64=True) as big:
                for _ in range(200):
                    big.write(b"\0" * (1 << 20))
            out.write(self.folder / "a.zip", "again.zip")
            out.write(SAMPLES[1], "last")
        readings = self.read("bomb.zip", status=1)
        self.assertEqual(len(readings), 2)
        self.assertIn("longer than", self.errors[0])
        self.assertIn("archive in an archive", self.errors[1])
        inside = SAMPLES[0].read_bytes()
        for _ in range(2000):  # each in another
            held = io.BytesIO()
            with zipfile.ZipFile(held, "w") as out:
                out.writestr("a", inside)
            inside = held.getvalue()
        self.assertEqual(self.read(self.file("deep.zip", inside), status=1), [])
        self.assertEqual(len(self.errors), 1)

    def test_links_that_lead_nowhere_are_told(self):
        folder = self.folder / "news"
        folder.mkdir()
        (folder / "a.txt").write_text(MEETING, encoding="utf-8")
        (folder / "gone").symlink_to("nothing")
        (folder / "round").symlink_to(".")
        self.assertEqual(len(self.read(folder, status=1)), 1)
        self.assertEqual([e.split(": ", 2)[1:] for e in self.errors], [[str(folder / "gone"), "is a link to nothing"], [str(folder / "round"), "is a folder around itself: passed over"]])

    def test_folders(self):
        inner = self.folder / "news" / "2023"
        inner.mkdir(parents=True)
        for sample in SAMPLES:
            shutil.copy(sample, inner)
        shutil.copy(SAMPLES[0], inner / ".hidden.txt")
        with gzip.open(self.folder / "news" / "z.txt.gz", "wb") as out:
            out.write(SAMPLES[0].read_bytes())
        readings = self.read("news")
        self.assertEqual(len(readings), len(SAMPLES) + 1)
        self.same_events(readings[:-1])

    # ---- many, long ----

    def test_memory_does_not_grow(self):
        page = answer(f"<html><p>{MEETING}</p></html>".encode())
        unit = b"".join(gzip.compress(record("response", page, WARC_Target_URI=f"https://x.example/{i}")) for i in range(100))
        most = []
        for times in (1, 40):
            path = self.file(f"{times}.warc.gz", unit * times)
            script = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); " \
                     "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
            most.append(int(subprocess.run([sys.executable, "-c", script, RAYZAN, "read", path], capture_output=True, check=True).stdout))
        self.assertLess(most[1], most[0] * 1.2 + 2000)


if __name__ == "__main__":
    RAYZAN = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
