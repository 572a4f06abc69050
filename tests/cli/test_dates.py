#!/usr/bin/env python3
"""rayzan dates and rayzan calendar as filters: a line in, an object out, whatever the line holds."""
import json
import subprocess
import sys
import time

RAYZAN = sys.argv[1] if len(sys.argv) > 1 else "build/rayzan"
failed = 0


def check(what, ok):
    global failed
    if not ok:
        failed += 1
        print("FAILED:", what)


def run(args, text=b""):
    done = subprocess.run([RAYZAN, *args], input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def dates(text, *args):
    status, out, _ = run(["dates", *args], text)
    return status, [json.loads(line) for line in out.splitlines()]


# a line in, an object out
status, found = dates("تا روز سه شنبه\n\nهیچ\n".encode(), "--published", "2022-03-15")
check("an object a line, empty ones too", status == 0 and len(found) == 3 and [len(f["dates"]) for f in found] == [1, 0, 0])
d = found[0]["dates"][0]
check("the keys of a date", {"text", "span", "extent", "kind", "grain", "from", "to", "time", "calendar", "basis", "because"} <= set(d))
check("span and extent are bytes", d["span"] == [5, 25] and d["extent"] == [0, 25])
check("the day given", found[1]["published"]["from"] == "2022-03-15" and found[1]["published"]["basis"] == "metadata")
status, found = dates("امروز\r\nدیروز".encode(), "--published", "1400-12-24")
check("lines end as they like, the last not at all", [f["dates"][0]["from"] for f in found] == ["2022-03-15", "2022-03-14"])
check("no day given, none told", dates("امروز".encode())[1][0]["dates"][0]["from"] is None)
check("days given as a span", dates("امروز".encode(), "--published", "2022-03-15..2022-03-16")[1][0]["dates"][0]["to"] == "2022-03-16")
check("a weekday of one of many weeks tells no day", dates("روز دوشنبه".encode(), "--published", "2020-08-03..2022-06-28")[1][0]["dates"][0]["from"] is None)
check("a year is told whatever the day", dates("در سال ۲۰۱۹".encode(), "--published", "2020-08-03..2022-06-28")[1][0]["dates"][0]["from"] == "2019-01-01")
check("a wrong day is a wrong use", run(["dates", "--published", "yesterday"])[0] == 2)

# bad input
status, out, err = run(["dates"], b"\xff\xfe 2023-02-15\nok 1402/01/01\n")
check("bytes that are no UTF-8 are told, the rest is read", status == 1 and "line 1" in err and len(out.splitlines()) == 2 and "2023-02-15" in out)
status, out, err = run(["dates"], b"x" * (5 << 20) + b"\n2023-02-15\n")
check("a line over 4 MB is refused, the rest is read", status == 1 and "line 1" in err and len(out.splitlines()) == 2 and "2023-02-15" in out.splitlines()[1])
check("zeros are no harm", len(dates(b"\0\0 2023-02-15\0\n")[1][0]["dates"]) == 1)
check("a file that is not there", run(["dates", "/nowhere/at/all"])[0] == 1)
for text, says in (("۳۱ مهر ۱۴۰۲", "impossible"), ("2023-02-30", "impossible"), ("1402/13/05", "impossible"), ("۱۲ مهر ۱۴۰۲۳", "impossible"),
                   ("دوشنبه ۱ دی ۱۴۰۲", "contradicts"), ("۱۵ مارس ۲۰۲۲ (۲۵ اسفند ۱۴۰۰)", "contradicts")):
    d = dates(text.encode())[1][0]["dates"]
    check(f"{text} {says}", len(d) == 1 and says in d[0] and (says != "impossible" or d[0]["from"] is None))


def seconds(text):
    begun = time.process_time(), time.perf_counter()
    status, found = dates(text.encode(), "--published", "2023-02-15")
    check("a long line is read", status == 0 and len(found[0]["dates"]) >= 10000)
    return time.perf_counter() - begun[1]


parts = ["۱۴ مهر ۱۴۰۲", "سه‌شنبه", "ساعت ۱۰:۳۰", "آبان", "هر دوشنبه", "دو روز پس از آن", "از سال ۱۳۹۰ تا ۱۳۹۴", "همان سال", "۵ و ۶ بهمن", "سه روز"]
short, long = seconds(" و ".join(parts * 2000)), seconds(" و ".join(parts * 10000))
check(f"a hundred thousand expressions in a line take five times as long as a fifth of them ({short:.2f} s, {long:.2f} s)", long < 15 * short + 1)
check("ordinals within each other", dates(("اولین روز از دومین ماه سومین فصل " * 20000).encode())[0] == 0)

# calendar
status, out, _ = run(["calendar", "1402-01-15", "۴ آوریل ۲۰۲۳", "13 رمضان 1444", "۱۵ حمل ۱۴۰۲"])
check("a day in four writings", status == 0 and len(set(out.splitlines())) == 1 and json.loads(out.splitlines()[0]) == {
    "gregorian": "2023-04-04", "jalali": "1402-01-15", "hijri": "1444-09-13", "hijri_tolerance": 0, "weekday": "Tuesday"})
status, out, err = run(["calendar"], "۳۱ مهر ۱۴۰۲\n1403-12-30\n".encode())
check("a day that does not exist is told, the rest is read", status == 1 and "no such day" in err and len(out.splitlines()) == 1)
check("beyond the table lunar days have a tolerance", json.loads(run(["calendar", "2050-01-01"])[1])["hijri_tolerance"] == 1)

print("dates:", "all well" if not failed else f"{failed} failed")
sys.exit(failed > 0)
