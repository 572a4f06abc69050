"""What a reader does with the page of a timeline, done in a browser: test_page.py FOLDER with fa.html, en.html, events.jsonl."""
import json
import pathlib
import sys
import unittest

import browser

FOLDER = pathlib.Path(sys.argv[1])
EVENTS = [json.loads(line) for line in (FOLDER / "events.jsonl").read_text(encoding="utf-8").splitlines()]
DIRECTION = {"fa": "rtl", "en": "ltr"}
SHOWN = "[...document.querySelectorAll('.event')].filter((e) => !e.hidden)"


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.page = browser.Browser(browser.find())

    @classmethod
    def tearDownClass(cls):
        cls.page.close()

    def setUp(self):
        self.page.complaints.clear()
        self.page.requests.clear()

    def tearDown(self):
        self.assertEqual(self.page.complaints, [])
        self.assertEqual([url for url in self.page.requests if not url.startswith("file://")], [])

    def open(self, name, **how):
        self.page.open(FOLDER / f"{name}.html", **how)

    def run_in_both(self, check, **how):
        for lang in DIRECTION:
            with self.subTest(lang):
                self.open(lang, **how)
                check(lang)

    def count(self, selector):
        return self.page.run(f"document.querySelectorAll({json.dumps(selector)}).length")

    def settled(self):
        self.page.run("new Promise((done) => setTimeout(done, 250))")

    def test_direction_and_language(self):
        def check(lang):
            self.assertEqual(self.page.run("[document.documentElement.lang, getComputedStyle(document.body).direction]"),
                             [lang, DIRECTION[lang]])
            self.assertTrue(self.page.run("document.title.length > 3 && document.title === document.querySelector('h1').textContent"))
        self.run_in_both(check)

    def test_every_event_is_there_with_its_proof_folded(self):
        def check(lang):
            self.assertEqual(self.page.run("[...document.querySelectorAll('.event')].map((e) => e.id)"), [e["id"] for e in EVENTS])
            self.assertEqual(self.page.run("[...document.querySelectorAll('.event')].map((e) => e.dataset.status)"),
                             [e["status"] for e in EVENTS])
            self.assertEqual(self.count("details"), len(EVENTS))
            self.assertEqual(self.count("details[open]"), 0)
            self.assertEqual(self.count(".reports > li"), sum(len(e["sources"]) for e in EVENTS))
            self.assertEqual(self.count("mark"), sum(len(s["evidence"]) for e in EVENTS for s in e["sources"]))
            self.assertEqual(self.count("mark") - self.count("blockquote[dir=rtl][lang=fa] mark"), 0)
        self.run_in_both(check)

    def test_the_proof_unfolds_at_a_click(self):
        def check(lang):
            self.page.run("document.querySelector('summary').scrollIntoView({block: 'center', behavior: 'instant'})")
            at = self.page.run("(() => { const r = document.querySelector('summary span').getBoundingClientRect();"
                               " return [r.x + r.width / 2, r.y + r.height / 2]; })()")
            self.page.click(*at)
            self.assertEqual(self.count("details[open]"), 1)
            self.assertGreater(self.page.run("document.querySelector('details[open] mark').getBoundingClientRect().height"), 5)
            marked = self.page.run("document.querySelector('details[open] mark').textContent")
            self.assertIn(marked.split(), [p["text"].split() for s in EVENTS[0]["sources"] for p in s["evidence"]])
        self.run_in_both(check)

    def test_the_proof_unfolds_without_a_script(self):
        def check(lang):
            self.assertTrue(self.page.run("document.querySelector('.tools').hidden"))
            self.page.run("document.querySelector('summary').focus()")
            self.page.key("Enter", "\r")
            self.assertEqual(self.count("details[open]"), 1)
        self.run_in_both(check, scripts=False)

    def test_words_choose_events(self):
        event = next(e for e in EVENTS if any(p["en"] and p["kind"] == "person" for p in e["participants"]))
        name = next(p for p in event["participants"] if p["en"] and p["kind"] == "person")

        def check(lang):
            self.page.key("/", "/")
            self.page.type(name[lang].replace("\u200c", "").replace("ی", "ي"))  # as another keyboard writes it
            self.settled()
            found = self.page.run(f"{SHOWN}.map((e) => e.id)")
            self.assertIn(event["id"], found)
            self.assertLess(len(found), len(EVENTS))
            digits = self.page.run("document.getElementById('found').textContent")
            self.assertEqual([int(w) for w in digits.split() if w.isdigit()], [len(found), len(EVENTS)])
            self.assertEqual(self.page.run("[...document.querySelectorAll('.month')].filter((m) => !m.hidden"
                                           " && !m.querySelector('.event:not([hidden])')).length"), 0)
            self.page.key("Escape")
            self.assertEqual(self.page.run(f"{SHOWN}.length"), len(EVENTS))
            self.page.type("zzzzzz")
            self.settled()
            self.assertEqual(self.page.run(f"{SHOWN}.length"), 0)
            self.assertFalse(self.page.run("document.getElementById('nothing').hidden"))
            self.page.run("document.getElementById('clear').click()")
            self.assertEqual(self.page.run(f"{SHOWN}.length"), len(EVENTS))
        self.run_in_both(check)

    def test_kind_and_status_choose_events(self):
        status, kind = EVENTS[0]["status"], EVENTS[0]["kind"]

        def check(lang):
            self.page.run(f"document.querySelector('button[value={status}]').focus()")
            self.page.key(" ", " ")
            self.assertEqual(self.page.run(f"document.querySelector('button[value={status}]').ariaPressed"), "true")
            self.assertEqual(self.page.run(f"{SHOWN}.length"), sum(e["status"] == status for e in EVENTS))
            self.page.run(f"(() => {{ const k = document.getElementById('kind'); k.value = '{kind}';"
                          " k.dispatchEvent(new Event('change')); })()")
            self.assertEqual(self.page.run(f"{SHOWN}.length"), sum((e["status"], e["kind"]) == (status, kind) for e in EVENTS))
        self.run_in_both(check)

    def test_nothing_is_wider_than_the_screen(self):
        for width in (320, 768, 1280):
            for dark in (False, True):
                def check(lang):
                    self.page.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
                    self.settled()
                    self.assertLessEqual(self.page.run("document.documentElement.scrollWidth"), width)
                    # what is laid out only when it is seen is seen here
                    self.page.run("document.querySelectorAll('.month').forEach((m) => { m.style.contentVisibility = 'visible'; })")
                    out = self.page.run("[...document.querySelectorAll('main *')].filter((e) => { const r = e.getBoundingClientRect();"
                                        " return r.width > 1 && (r.left < -1 || r.right > innerWidth + 1); }).length")
                    self.assertEqual(out, 0)
                self.run_in_both(check, width=width, dark=dark)

    def test_text_stands_out_from_what_is_behind_it(self):
        script = (pathlib.Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
        for dark in (False, True):
            def check(lang):
                self.page.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
                self.assertEqual(self.page.run(script), [])
            self.run_in_both(check, dark=dark)

    def test_a_link_to_an_event_shows_its_proof(self):
        last = EVENTS[-1]["id"]

        def check(lang):
            self.page.run(f"location.hash = '{last}'")
            self.settled()
            self.assertTrue(self.page.run("document.querySelector(':target details').open"))
        self.run_in_both(check)

    def test_nothing_of_an_article_runs(self):
        def check(lang):
            self.assertTrue(self.page.run("document.querySelector('main').textContent.includes('<b onclick=\"hacked()\">')"))
            self.assertEqual(self.page.run("typeof window.hacked"), "undefined")
            self.assertEqual(self.count("main script, main img, main b[onclick]"), 0)
            self.assertEqual(self.page.run("[...document.links].filter((a) => !/^https?:|^file:.*#/.test(a.href)).length"), 0)
        self.run_in_both(check)

    def test_a_page_without_events_says_so(self):
        for lang in DIRECTION:
            self.open(f"{lang}-empty")
            self.assertEqual(self.count(".event"), 0)
            self.assertGreater(self.page.run("document.getElementById('nothing').getBoundingClientRect().height"), 20)


if __name__ == "__main__":
    if not browser.find():
        print("no browser: install chromium, or name one in $CHROMIUM")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0]])
