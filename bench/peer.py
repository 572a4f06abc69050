"""One Python peer at one piece of work, in its own virtual environment; bench/peers starts it.

peer.py WORK FILE: for each line on standard input goes over the lines of FILE and prints the seconds of the processor.
peer.py WORK -: normalises the lines of standard input to standard output.
"""
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


WORKS = {"hazm-letters": hazm_letters, "hazm-joiners": hazm_joiners, "hazm-words": hazm_words, "shekar-letters": shekar_letters,
         "shekar-joiners": shekar_joiners, "shekar-words": shekar_words, "parstdex-dates": parstdex_dates,
         "dateparser-dates": dateparser_dates}


def main():
    name, path = sys.argv[1:]
    work = WORKS[name]()
    if path == "-":
        for line in sys.stdin:
            print(" ".join(work(line.rstrip("\n")).split("\n")))
        return
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip()]
    print("ready", flush=True)
    for _ in sys.stdin:
        begun = time.process_time()
        for line in lines:
            work(line)
        print(time.process_time() - begun, flush=True)


main()
