/* Whether a text is no article but a list of them: a home page, a tag's or a search's, which a crawl flattened. Its markup is gone, so that only
 * the order of its lines tells: title, lead, title, lead; or titles alone. */
#include "article/lines.h"

enum {
    TITLE_LEAST = 3, TITLE_MOST = 18, TITLE_MEAN = 4, /* words */
    PAIRS = 4,        /* of title and lead */
    TITLES = 10,
    DATED = 3,        /* pairs or titles, if each has its day */
    LEAD_MOST = 45,   /* words */
    SHARE = 20        /* percent of its words that a list of titles may have in sentences */
};

typedef struct {
    uint32_t titles, days, dated, pairs, reports, title_words, report_words, run, longest;
    uint32_t said;    /* how often the title is */
    bool after_title, marked, ended, long_one, reported;
} order;

static bool is_title(const rz_line *line) { return (line->role == RZ_LINE_OTHER || line->role == RZ_LINE_TITLE) && !line->stops && line->words >= TITLE_LEAST && line->words <= TITLE_MOST && line->timed * 2 < line->words; }

static void take_report(const rz_articles *a, order *o, const rz_line *line) {
    o->report_words += line->words;
    o->long_one |= line->words > LEAD_MOST;
    o->reported |= rz_source_word_at(a, line->first, RZ_W_REPORT) != 0;
    o->run = o->after_title ? 1 : o->run + 1;
    if (o->run > o->longest) o->longest = o->run;
    if (!o->marked) o->pairs += o->after_title, o->reports++;
    o->after_title = false;
}

/* A line of a day, of a section or of no more than a word or two stands between titles and leads as well as anywhere. */
static void take_line(const rz_articles *a, order *o, const rz_line *line) {
    o->ended |= rz_words_after(a, line, RZ_C_END) != UINT32_MAX;
    o->marked |= o->reports > 0 && (rz_words_after(a, line, RZ_C_MARK) <= RZ_SHORT_LINE || rz_words_after(a, line, RZ_C_ALONE) == 0);
    if (line->words && rz_is_day_line(a, line)) {
        o->days++;
    } else if (line->role == RZ_LINE_REPORT) {
        take_report(a, o, line);
    } else if (is_title(line)) {
        o->titles++;
        o->said += line->role == RZ_LINE_TITLE;
        o->dated += line->timed > 0;
        o->title_words += line->words;
        o->after_title = true;
    }
}

bool rz_is_list(const rz_articles *a) {
    order o = {0};
    if (a->foreign) return false;
    for (uint32_t i = 0; i < a->n_lines; i++) take_line(a, &o, &a->lines[i]);
    if (o.ended) return false;
    bool of_leads = o.pairs >= (o.days >= o.pairs ? DATED : PAIRS) && o.pairs == o.reports && o.longest == 1;
    bool dated = o.titles > DATED && (o.dated + 1 >= o.titles || o.days >= o.titles);
    bool of_a_report = o.reports && (o.reported || o.said > 1); /* a flash, with many titles of others around it */
    bool of_titles = !of_a_report && (dated || o.titles >= TITLES) && o.title_words >= o.titles * TITLE_MEAN && o.report_words * 100 <= (o.report_words + o.title_words) * SHARE && o.longest <= 1 && !o.long_one;
    return of_leads || of_titles;
}
