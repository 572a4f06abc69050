#!/usr/bin/env python3
"""Reads the gold of time expressions and checks it against itself and against calendars that are not rayzan's.

    tests/dates/check.py [FILE…]        the files of gold/ and undated/ where none is named

Every expression must stand in its text where it is said to, with its extent; every weekday, every day and month, every
year that an expression names must be what its interval has. Jalali days are those of the `persiantools` package, which
agrees with `convertdate` on every day from 1926 to 2059; they are left out, saying so, where it is missing. Of undated
reports, the day must lie in the interval and alone fit what `%` says. Counts by kind are printed.
"""
import collections
import datetime
import glob
import os
import re
import sys

try:
    from persiantools.jdatetime import JalaliDate
except ImportError:
    JalaliDate = None

KINDS = "date time duration set age".split()
GRAINS = "second minute hour day-part day week month season year decade century -".split()
LINE = re.compile(r'^([=?]) "([^"]*)" (\S+) (\S+) (\S+)(.*)$')
FIELD = re.compile(r' (nth|time|iso|calendar|extent|of|or|impossible|contradicts)(?: ("[^"]*"|[^" ]+))?(?= |$)')
COMPOUND = ("پس از", "پیش از", "بیش از", "کمتر از", "قبل از", "بعد از")
WEEKDAYS = [(r"پنج ?شنبه|پنشنبه|5 ?شنبه|۵ ?شنبه", 3), (r"چ[ها]*ر ?شنبه(?! ?سوری)", 2), (r"سه ?شنبه|سشنبه|3 ?شنبه", 1),
            (r"دو ?شنبه|2شنبه", 0), (r"یک ?شنبه|[1۱] ?شنبه", 6), (r"شنبه(?! ?سوری)", 5), (r"جمعه|آدینه", 4)]
JALALI = ["فروردین|حمل", "اردیبهشت|ثور", "خرداد|جوزا", "تیر|سرطان", "ا?مرداد|اسد", "شهریور|سنبله", "مهر|میزان",
          "[آا]بان|عقرب", "[آا]ذر|قوس", "دی|جدی", "بهمن|دلو", "اسفند|حوت"]
GREGORIAN = ["ژانویه|جنوری", "فوریه|فبروری", "مارس|مارچ", "آوریل|آپریل|اپریل", "می|مه", "ژوئن|جون", "ژوئیه|جولای",
             "اوت|آگوست|آگست|اگست", "سپتامبر|سپتمبر", "اکتبر|اکتوبر", "نوامبر|نومبر", "دسامبر|دسمبر"]


def jalali(day):
    j = JalaliDate(day)
    return j.year, j.month, j.day


def plain(text):
    """The text with one spelling of digits and letters, joiners as spaces."""
    text = text.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يكةۀ\u200c", "01234567890123456789یکهه "))
    return text.replace("هٔ", "ه").replace("ٔ", "")


def read(path):
    """The texts of a file: (line, published or None, text, [(optional, expression, kind, grain, value, fields)])."""
    texts, published = [], None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if line.startswith("@ "):
            published = None if line[2:] == "-" else datetime.date.fromisoformat(line[2:])
        elif line.startswith(": "):
            texts.append((number, published, line[2:], []))
        elif line.startswith(("= ", "? ")) and line != "= -":
            m = LINE.match(line)
            assert m, f"{path}:{number}: {line}"
            fields, rest = collections.defaultdict(list), m[6]
            while rest:
                f = FIELD.match(rest)
                assert f, f"{path}:{number}: {rest}"
                fields[f[1]].append((f[2] or "").strip('"'))
                rest = rest[f.end():]
            texts[-1][3].append((m[1] == "?", m[2], m[3], m[4], m[5], fields))
        else:
            assert line == "= -" or not line or line.startswith("#"), f"{path}:{number}: {line}"
    return texts


def interval(value):
    if value == "-":
        return None
    a, b = value.lstrip("~").split("..")
    return datetime.date.fromisoformat(a), datetime.date.fromisoformat(b)


def disagreements(expression, first, last):
    """What the words of the expression say against its days."""
    text = plain(expression)
    named = [day for pattern, day in WEEKDAYS if re.search(r"(?<!\w)(?:" + pattern + ")", text)]
    if len(named) > 1 and 5 in named and len(re.findall("شنبه", text)) < len(named):
        named.remove(5)
    if named and first == last and first.weekday() not in named:
        yield "weekday"
    for months, which in ((JALALI, "jalali"), (GREGORIAN, "gregorian")):
        days = re.findall(r"(?<![\d:/])(\d{1,2}) ?(?:/ ?)?(?:ماه )?((?:%s))(?= ?ماه| ?[/,،)]|[ -]|$)" % "|".join(months), text)
        if len(days) != 1 or not JalaliDate and which == "jalali":
            continue
        month = next(i for i, m in enumerate(months, 1) if re.fullmatch(m, days[0][1]))
        have = [jalali(d)[1:] if which == "jalali" else (d.month, d.day)
                for d in (first, last)]
        if (month, int(days[0][0])) not in have:
            yield which
    for year in map(int, re.findall(r"(?<!\d)(1[34]\d\d|20\d\d|19\d\d)(?!\d)", text)):
        if year > 1500:
            good = first.year <= year <= last.year
        elif JalaliDate and not re.search("قمری|رمضان|صفر|رجب|شعبان|محرم|شوال|ذی|ربیع|جمادی", text):
            good = jalali(first)[0] <= year <= jalali(last)[0]
        else:
            good = True
        if not good:
            yield "year"


def check(path, counts):
    wrong = 0
    for number, published, text, expressions in read(path):
        counts["texts"] += 1
        counts["guards"] += not expressions
        at = 0
        for optional, expression, kind, grain, value, fields in expressions:
            say = []
            nth = int(fields["nth"][0]) if "nth" in fields else 0
            start = -1
            if nth:
                for _ in range(nth):
                    start = text.find(expression, start + 1)
            else:
                start = text.find(expression, at)
            if start < at:
                say.append("not in the text")
            at = start + len(expression)
            for other in fields["extent"]:
                if not other.endswith(expression) or not text[:at].endswith(other):
                    say.append("extent")
            before = re.search(r"(?:^| )((?:\S+ )?(?:در|از|تا|طی|حدود) )$", text[:start])
            if before and "extent" not in fields and not before[1].startswith(COMPOUND):
                say.append("no extent")
            for other in fields["or"]:
                if other not in text:
                    say.append("or")
            for other in fields["of"]:
                if not any(e[1] == other for e in expressions):
                    say.append("of")
            if any(k not in KINDS for k in kind.split("|")) or any(g not in GRAINS for g in grain.split("|")):
                say.append("kind or grain")
            for v in value.split("|"):
                days = interval(v)
                if not days:
                    continue
                if days[0] > days[1]:
                    say.append("interval")
                if "contradicts" not in fields and v == value.split("|")[0] and kind == "date":
                    say += disagreements(expression, *days)
            if "impossible" in fields and value != "-":
                say.append("impossible with a value")
            counts["optional" if optional else kind.split("|")[0]] += 1
            for word in say:
                print(f"{path}:{number}: {word}: {expression} {value}")
                wrong += 1
    return wrong


def check_undated(path, counts):
    """The day of a report lies in its interval, is all of it where that is exact, and alone fits what `%` says."""
    wrong = 0

    def say(what):
        nonlocal wrong
        print(f"{path}:{number}: {what}")
        wrong += 1

    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        sign, rest = line[:2], line[2:].rstrip("\n")
        if sign == "@ ":
            day = datetime.date.fromisoformat(rest)
            counts["reports"] += 1
        elif sign == "> ":
            days, kind = rest.split()
            first, last = interval(days)
            counts[kind] += 1
            if not first <= day <= last or (kind == "exact") != (first == last):
                say("interval")
        elif sign == "% " and JalaliDate:
            m = re.match(r"(.+) in (\S+)\.\.(\S+) day ([+-]\d+)$", rest)
            if not m:
                say("constraint")
                continue
            d, end, fit = datetime.date.fromisoformat(m[2]), datetime.date.fromisoformat(m[3]), []
            while d <= end:
                of_day = {f"g{d.month}/{d.day}", d.strftime("%a")}
                rest_of = set(m[1].split()) - of_day
                if not rest_of or len(rest_of) == 1 and "j%d/%d" % jalali(d)[1:] in rest_of:
                    fit.append(d + datetime.timedelta(int(m[4])))
                d += datetime.timedelta(1)
            if fit != [day]:
                say(f"{rest} fits {', '.join(map(str, fit)) or 'no day'}")
        elif sign not in (": ", "- ", "! ", "# ") and line.strip():
            say("line")
    return wrong


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    counts, wrong = collections.Counter(), 0
    for path in sys.argv[1:] or sorted(glob.glob(os.path.join(here, "*", "*.txt"))):
        wrong += check_undated(path, counts) if "undated" in path else check(path, counts)
    if not JalaliDate:
        print("persiantools is missing: Jalali days were not checked")
    print(", ".join(f"{n} {what}" for what, n in counts.items()))
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
