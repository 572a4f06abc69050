#!/usr/bin/env python3
"""rayzan article: the article alone of pages and texts, as its body, as JSON, and explained."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RAYZAN = str(pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ROOT / "build/rayzan").resolve())

LEAD = "وزیر امور خارجه نمونه‌ستان روز دوشنبه برای دیدار با همتای خود وارد پایتخت همسایه شد و از او استقبال رسمی شد."
MORE = "وی در فرودگاه به خبرنگاران گفت که در این سفر درباره همکاری‌های مرزی و ترانزیت کالا گفت‌وگو خواهد کرد."
LAST = "این نخستین سفر یک مقام بلندپایه نمونه‌ستان به کشور همسایه در سه سال گذشته است."
PAGE = f"""<!doctype html><html lang=fa><head><title>ورود وزیر خارجه نمونه‌ستان به پایتخت همسایه | خبرگاه</title>
<meta property="og:title" content="ورود وزیر خارجه نمونه‌ستان به پایتخت همسایه"><link rel=canonical href="https://example.org/n/1">
<meta property="article:published_time" content="2023-02-13T10:00:00+03:30"></head><body>
<nav><a href=/>خانه</a> <a href=/p>سیاسی</a></nav>
<div class=page><div class=news><h1>ورود وزیر خارجه نمونه‌ستان به پایتخت همسایه</h1>
<div class=txt><p>{LEAD}</p><p>{MORE}</p><ul class=more><li><a href=/2>گزارش دیگری از همین سفر</a></li><li><a href=/3>خبر دوم از سفر وزیر</a></li></ul>
<p>{LAST}</p></div>
<p>انتهای پیام/</p></div>
<div class=comments><p>من با این سفر بسیار موافقم و از همه دست‌اندرکاران آن تشکر می‌کنم و امیدوارم که ادامه داشته باشد.</p></div>
</div><footer>تمامی حقوق این سایت محفوظ است</footer></body></html>
"""


def run(*args, text=b"", status=0):
    done = subprocess.run([RAYZAN, "article", *args], input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode == status, (args, done.returncode, done.stderr.decode())
    return done.stdout.decode()


class Article(unittest.TestCase):
    def test_text_is_the_body_a_paragraph_a_line(self):
        self.assertEqual(run("-", text=PAGE.encode()).splitlines(), [LEAD, MORE, LAST])

    def test_bodies_stand_apart(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "page.html"
            path.write_text(PAGE, encoding="utf-8")
            self.assertEqual(run(str(path), str(path)).splitlines(), [LEAD, MORE, LAST, "", LEAD, MORE, LAST])

    def test_json(self):
        out = run("--format", "json", "-", text=PAGE.encode())
        self.assertEqual(out.count("\n"), 1)
        found = json.loads(out)
        self.assertLessEqual({"source", "title", "publisher", "published", "body", "text", "cut"}, set(found))
        text = found["text"].encode()
        self.assertEqual(found["title"]["text"], "ورود وزیر خارجه نمونه‌ستان به پایتخت همسایه")
        self.assertEqual(found["source"]["url"], "https://example.org/n/1")
        self.assertEqual((found["published"]["from"], found["published"]["basis"]), ("2023-02-13", "metadata"))
        body = "\n".join(text[a:b].decode() for a, b in found["body"])
        self.assertTrue(body.startswith(LEAD) and body.endswith(LAST))
        why = {text[slice(*c["span"])].decode(): c["reason"] for c in found["cut"]}
        self.assertEqual(why["خانه سیاسی"], "menu")
        self.assertEqual({r for t, r in why.items() if "گزارش دیگری" in t}, {"links"})
        self.assertEqual({r for t, r in why.items() if "موافقم" in t}, {"comments"})
        self.assertEqual({r for t, r in why.items() if "حقوق" in t}, {"footer"})

    def test_what_is_kept_and_cut_is_all_there_is(self):
        for path in sorted((ROOT / "samples").glob("*.*")):
            if path.suffix not in (".txt", ".html"):
                continue
            found = json.loads(run("--format", "json", str(path)))
            text, at = found["text"].encode(), 0
            spans = sorted([tuple(c["span"]) for c in found["cut"]] + [tuple(b) for b in found["body"]] + ([tuple(found["title"]["span"])] if found["title"] else []))
            for start, end in spans:
                self.assertGreaterEqual(start, at, path.name)
                self.assertEqual(text[at:start].decode().strip("\u200b\u200c\u200e\u200f\ufeff \n\r\t"), "", path.name)
                at = end
            self.assertEqual(text[at:].decode().strip("\u200b\u200c\u200e\u200f\ufeff \n\r\t"), "", path.name)

    def test_flattened_text(self):
        text = f"صفحه نخست\nسیاسی\nورود وزیر خارجه نمونه‌ستان\n\n{LEAD}\n{MORE}\nانتهای پیام/\nنظر شما\nنام\n"
        self.assertEqual(run("-", text=text.encode()).splitlines(), [LEAD, MORE])
        why = {c["reason"] for c in json.loads(run("-f", "json", "-", text=text.encode()))["cut"]}
        self.assertLessEqual({"tools", "end-of-message"}, why)

    def test_articles_of_rows(self):
        rows = "".join(json.dumps({"body": f"{LEAD}\n{x}"}, ensure_ascii=False) + "\n" for x in (MORE, LAST))
        self.assertEqual(run("--map", "text=body", "-", text=rows.encode()).splitlines(), [LEAD, MORE, "", LEAD, LAST])

    def test_a_list_of_articles_is_none(self):
        items = "".join(f"<div class=item><h3><a href=/{i}>{t} در پایتخت همسایه</a></h3><span>۲{i} بهمن</span><p>{LEAD} {t}</p></div>"
                        for i, t in enumerate(("دیدار نخست", "دیدار دوم", "دیدار سوم", "نشست چهارم", "نشست پنجم", "نشست ششم")))
        page = f"<html><body><h1>برچسب: سفر</h1><div class=list>{items}</div></body></html>"
        self.assertEqual(run("-", text=page.encode()).strip(), "")
        found = json.loads(run("-f", "json", "-", text=page.encode()))
        self.assertEqual((found["body"], {c["reason"] for c in found["cut"]} - {"links", "signs", "day"}), ([], {"list-page"}))

    def test_explained(self):
        out = run("-f", "explain", "-", text=PAGE.encode())
        self.assertRegex(out, r"(?m)^- menu +خانه سیاسی$")
        self.assertIn("2023-02-13", out)

    def test_wrong_uses(self):
        run(status=2)
        run("--format", "xml", "-", status=2)
        run("/nowhere/at/all", status=1)
        run("-", text=b"", status=1)


if __name__ == "__main__":
    unittest.main()
