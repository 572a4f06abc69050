"""One Python peer at one piece of work, in its own virtual environment; bench/peers starts it.

peer.py WORK FILE: for each line on standard input goes over the lines of FILE and prints the seconds of the processor.
peer.py WORK FOLDER…: the same with the pages in folders, each a whole.
peer.py WORK -: normalises the lines of standard input to standard output.
"""
import pathlib
import sys
import time


def hazm_letters():
    from hazm import Normalizer
    return Normalizer(correct_spacing=False, decrease_repeated_chars=False, persian_style=False, seperate_mi=False).normalize


def hazm_joiners():
    from hazm import Normalizer
    return Normalizer().normalize


def hazm_words():
    from hazm import Lemmatizer, SentenceTokenizer, WordTokenizer
    cut, words, lemmas = SentenceTokenizer(), WordTokenizer(), Lemmatizer()
    return lambda line: [[lemmas.lemmatize(w) for w in words.tokenize(s)] for s in cut.tokenize(line)]


def shekar_letters():
    from shekar.preprocessing import AlphabetNormalizer, ArabicUnicodeNormalizer, DigitNormalizer, RemoveDiacritics
    return AlphabetNormalizer() | ArabicUnicodeNormalizer() | DigitNormalizer() | RemoveDiacritics()


def shekar_joiners():
    from shekar import Normalizer
    return Normalizer()


def shekar_words():
    from shekar import Lemmatizer, SentenceTokenizer, WordTokenizer
    cut, words, lemmas = SentenceTokenizer(), WordTokenizer(), Lemmatizer()
    return lambda line: [[lemmas(w) for w in words(s)] for s in cut(line)]


def parstdex_dates():
    from parstdex import Parstdex
    return Parstdex().extract_span


def dateparser_dates():
    from dateparser.search import search_dates
    return lambda line: search_dates(line, languages=["fa"])


def trafilatura_articles():
    import trafilatura
    return lambda page: trafilatura.extract(page, include_comments=False)


def readability_articles():
    import lxml.html
    import readability

    def article(page):
        try:
            return lxml.html.fromstring(readability.Document(page).summary()).text_content()
        except Exception:  # its own failure on a page costs what it costs
            return ""
    return article


def resiliparse_articles():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree
    return lambda page: extract_plain_text(HTMLTree.parse_from_bytes(page, detect_encoding(page)), main_content=True)


WORKS = {"trafilatura-articles": trafilatura_articles, "readability-articles": readability_articles,
         "resiliparse-articles": resiliparse_articles, "hazm-letters": hazm_letters, "hazm-joiners": hazm_joiners, "hazm-words": hazm_words, "shekar-letters": shekar_letters,
         "shekar-joiners": shekar_joiners, "shekar-words": shekar_words, "parstdex-dates": parstdex_dates,
         "dateparser-dates": dateparser_dates}


def main():
    name, path = sys.argv[1:3]
    work = WORKS[name]()
    if path == "-":
        for line in sys.stdin:
            print(" ".join(work(line.rstrip("\n")).split("\n")))
        return
    if pathlib.Path(path).is_dir():
        lines = [p.read_bytes() for folder in sys.argv[2:] for p in sorted(pathlib.Path(folder).glob("*.html"))]
    else:
        with open(path, encoding="utf-8") as file:
            lines = [line.rstrip("\n") for line in file if line.strip()]
    print("ready", flush=True)
    for _ in sys.stdin:
        begun = time.process_time()
        for line in lines:
            work(line)
        print(time.process_time() - begun, flush=True)


main()
