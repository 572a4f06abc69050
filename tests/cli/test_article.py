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


ONE = "The ministers of the two coastal states met on Monday in the harbour town to sign a treaty on fishing and on the ferries between them."
TWO = "The treaty lets boats of either side land their catch in the ports of the other, and it will come into force at the beginning of spring."
THREE = "Fishermen on both coasts had waited nine years for it, as the talks broke off twice over the licences for boats of more than ten tonnes."
FOUR = "The foreign minister of the northern state called the signing a good day for everybody who lives by the sea, and thanked the mediators."
OTHER = "A bridge over the river in the capital is closed until further notice, as cracks were found in two of its pillars by a team of divers."


class Structure(unittest.TestCase):
    """Pages whose article only their structure tells."""

    def body(self, *parts, head=""):
        page = f"<!doctype html><html lang=en><head><title>Coastal states sign a treaty</title>{head}</head><body>{''.join(parts)}</body></html>"
        return run("-", text=page.encode()).splitlines()

    def test_sections_that_begin_with_a_heading_of_the_highest_level(self):
        found = self.body("<section><h1>Coastal states sign a treaty</h1><p>", ONE, "<p>", TWO, "<section><h1>What the treaty holds</h1><p>", THREE, "<p>", FOUR, "</section></section>")
        self.assertEqual(found, [ONE, TWO, "What the treaty holds", THREE, FOUR])

    def test_a_heading_above_the_first_sentence(self):
        found = self.body("<h1>Coastal states sign a treaty</h1><div class=by>By A. Writer</div><div class=text><h2>In short</h2><p>Boats may land.<p>", ONE, "<p>", TWO, "<p>", THREE, "</div>")
        self.assertEqual(found, ["In short", "Boats may land.", ONE, TWO, THREE])

    def test_the_next_story_is_no_part_of_it(self):
        found = self.body("<div class=s-1><h1>Coastal states sign a treaty</h1><article><p>", ONE, "<p>", TWO, "<p>", THREE, "<p>", FOUR,
                          "</article></div><div class=s-2><h1>Old bridge is closed again</h1><article><p>", OTHER, "<p>", OTHER, "<p>", OTHER, "<p>", OTHER, "</article></div>")
        self.assertEqual(found, [ONE, TWO, THREE, FOUR])

    def test_pieces_of_a_page_builder(self):
        piece = '<div class="block block-{}"><div class=block-text>{}</div></div>'
        found = self.body("<main><h1>Coastal states sign a treaty</h1>", piece.format(1, f"<p>{ONE}<p>{TWO}<p>{THREE}<p>{ONE[:-1]}, again."), piece.format(2, f"<p>{FOUR}"), "</main>")
        self.assertEqual(found[-1], FOUR)

    def test_several_elements_called_the_body(self):
        text = '<div class="articleBodyText section {}"><p>{}</p></div>'
        found = self.body("<div class=page><h1>Coastal states sign a treaty</h1>", text.format("first", f"{ONE}<p>{TWO}<p>{THREE}"), text.format("", THREE), text.format("", FOUR), "</div>")
        self.assertEqual(found[-1], FOUR)

    def test_the_rest_wrapped_once_more(self):
        found = self.body("<main><h1>Coastal states sign a treaty</h1><div class=par>", ONE, "</div><div class=par>Both sides had waited.</div><div class=all><div class=par>", TWO,
                          "</div><div class=par>", THREE, "</div><div class=par>", FOUR, "</div></div></main>")
        self.assertEqual(found, [ONE, "Both sides had waited.", TWO, THREE, FOUR])

    def test_a_menu_left_open(self):
        found = self.body("<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul><div><h1>Coastal states sign a treaty</h1><p>", ONE, "<p>", TWO, "<p>", THREE, "<p>", FOUR, "<p>", ONE, "<p>", TWO, "</div>")
        self.assertEqual(found[:4], [ONE, TWO, THREE, FOUR])

    def test_where_scripts_do_not_run(self):
        self.assertEqual(self.body("<h1>Coastal states sign a treaty</h1><noscript><p>", ONE, "<p>", TWO, "<p>", THREE, "</noscript>"), [ONE, TWO, THREE])
        self.assertEqual(self.body("<h1>Coastal states sign a treaty</h1><p>", ONE, "<p>", TWO, "<p>", THREE, "<noscript>Please let scripts run.</noscript>"), [ONE, TWO, THREE])
        picture = ONE.replace(" on Monday", " <noscript><img src=a.png></noscript>on Monday")
        self.assertEqual(self.body("<h1>Coastal states sign a treaty</h1><p>", picture, "<p>", TWO, "<p>", THREE), [ONE, TWO, THREE])

    def test_what_style_hides(self):
        for style in ("display:none", "display: none; margin: 0", "visibility : hidden"):
            self.assertEqual(self.body("<h1>Coastal states sign a treaty</h1><p>", ONE, f'<p style="{style}">', OTHER, "<p>", TWO, "<p>", THREE, "<p>", FOUR), [ONE, TWO, THREE, FOUR])
        shown = [f'<div id=part-{i} style="display: none"><p>{part}</div>' for i, part in enumerate((ONE, TWO, THREE, FOUR))]
        self.assertEqual(self.body("<h1>Coastal states sign a treaty</h1>", *shown), [ONE, TWO, THREE, FOUR])

    def test_zeros_in_a_page(self):
        self.assertEqual(self.body("<h1>Coastal states sign a treaty</h1>\0\0<p>", ONE, "<p>", TWO, "<p>", THREE), [ONE, TWO, THREE])

    def test_a_page_that_begins_with_what_its_server_said(self):
        page = f"<br />\n<b>Notice</b>: a thing is old<br />\n<div><h1>Coastal states sign a treaty</h1><p>{ONE}<p>{TWO}</div>"
        self.assertEqual(run("-", text=page.encode()).splitlines()[-2:], [ONE, TWO])

    def test_ids_made_of_headings(self):
        found = self.body("<main><h1>Coastal states sign a treaty</h1><p>", ONE, "<p>", TWO, "<div id=what-to-share-with-the-neighbours><h2>What is shared</h2><p>", THREE, "</div></main>")
        self.assertEqual(found, [ONE, TWO, "What is shared", THREE])

    def test_tags_in_the_class_of_an_entry(self):
        readers = "".join(f"<div class=comment><p>{OTHER} {OTHER}</p></div>" for _ in range(4))
        found = self.body("<div class='post-1 post type-post hentry tag-treaty category-sea'><h2>Coastal states sign a treaty</h2><p>", ONE, "<p>", TWO, "<p>", THREE, "</div><div id=comments>", readers, "</div>")
        self.assertEqual(found, [ONE, TWO, THREE])

    def test_the_body_for_machines(self):
        told = json.dumps({"@type": "NewsArticle", "datePublished": "2024-03-04", "articleBody": "\n".join((ONE, TWO, THREE, FOUR, "It is the ninth treaty of its kind between these neighbours, who fought over herring once."))})
        script = f"<script type='application/ld+json'>{told}</script>"
        found = self.body("<h1>Coastal states sign a treaty</h1><p>", ONE, "<p>Subscribe to read on.", head=script)
        self.assertEqual(found[:4], [ONE, TWO, THREE, FOUR])
        shown = self.body("<h1>Coastal states sign a treaty</h1><p>", ONE, "<p>", TWO, "<p>", THREE, "<p>", FOUR, head=script)
        self.assertEqual(shown, [ONE, TWO, THREE, FOUR])

    def test_signs_of_other_scripts_are_words(self):
        one, two = "两国外交部长星期一在港口城市会面，签署了关于渔业和渡轮的条约，渔民们为此等待了九年之久。", "北方国家的外交部长称签署条约是所有靠海为生的人的好日子，并感谢各方的调解人。"
        page = f"<!doctype html><title>两国签署渔业条约</title><h3>网站链接</h3><h1>两国签署渔业条约</h1><p>{one}<p>{two}<p>{one}再次。<h3>其他新闻</h3>"
        found = json.loads(run("--format", "json", "-", text=page.encode()))
        self.assertEqual(found["title"]["text"], "两国签署渔业条约")
        self.assertIn(one, found["text"].encode()[found["body"][0][0]:found["body"][0][1]].decode())

    def test_a_title_in_a_box(self):
        page = f"<!doctype html><title>Coastal states sign a treaty</title><div class=breadcrumbs-area><a href=/>News</a><h1>Coastal states sign a treaty</h1></div><p>{ONE}<p>{TWO}<p>{THREE}"
        self.assertEqual(json.loads(run("--format", "json", "-", text=page.encode()))["title"]["text"], "Coastal states sign a treaty")

    def test_captions_that_are_the_article(self):
        figure = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"
        found = self.body("<h1>Coastal states sign a treaty</h1>", *(figure.format(f"{x} {y}") for x, y in ((ONE, TWO), (TWO, THREE), (THREE, FOUR))))
        self.assertEqual(found, [f"{ONE} {TWO}", f"{TWO} {THREE}", f"{THREE} {FOUR}"])


if __name__ == "__main__":
    unittest.main()
