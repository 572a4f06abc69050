/* The day of the page as its text states it: «تاریخ انتشار: …», a line that is nothing but a day, the date line of the report. */
#include "article/lines.h"
#include "mention/time.h"

enum { HEAD_WORDS = 16, HEAD_LINES = 6 /* of the report: a lead, and the day below it */, OPENING_LINES = 3, STAMP_LINES = 8, AFTER_STAMP = 4 };

static bool is_full_day(const rz_time_mention *t) {
    return t->kind == RZ_TIME_DATE && t->date.day && t->date.month && t->date.year && !t->date.last_day && !t->date.last_month;
}

/* The first whole date from token `first` on, before `last`, else the first day of any kind but one told from the report. */
static uint32_t mention_in(const rz_articles *a, uint32_t first, uint32_t last) {
    const rz_mentions *m = a->mentions;
    uint32_t low = 0, high = m->n_times;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->times[middle].first < first) low = middle + 1;
        else high = middle;
    }
    uint32_t found = RZ_NONE;
    for (; low < m->n_times && m->times[low].first < last; low++) {
        const rz_time_mention *t = &m->times[low];
        if (is_full_day(t)) return low;
        bool day = (t->kind == RZ_TIME_DATE && t->date.day) || t->kind == RZ_TIME_WEEKDAY;
        if (found == RZ_NONE && day && t->of == RZ_NONE) found = low;
    }
    return found;
}

static uint32_t full_day_in(const rz_articles *a, uint32_t first, uint32_t last) {
    uint32_t time = mention_in(a, first, last);
    return time != RZ_NONE && is_full_day(&a->mentions->times[time]) ? time : RZ_NONE;
}

static rz_day day_of(const rz_articles *a, uint32_t time) {
    const rz_time_date *d = &a->mentions->times[time].date;
    if (d->calendar == RZ_CAL_GREGORIAN) return rz_gregorian_day(d->year, d->month, d->day);
    return d->calendar == RZ_CAL_JALALI ? rz_jalali_day(d->year, d->month, d->day) : RZ_NO_DAY;
}

rz_day rz_whole_day_in(const rz_articles *a, uint32_t first, uint32_t last, int *minute) {
    uint32_t time = full_day_in(a, first, last);
    *minute = -1;
    if (time == RZ_NONE) return RZ_NO_DAY;
    for (uint32_t i = time ? time - 1 : 0; i <= time + 1 && i < a->mentions->n_times; i++) {
        const rz_time_mention *t = &a->mentions->times[i];
        if (t->kind == RZ_TIME_CLOCK && t->first >= first && t->last <= last) *minute = t->minute;
    }
    return day_of(a, time);
}

/* ---- lines that a page puts a day on ---- */

/* « date 2025-12-17 نخست‌وزیر …», «تاریخ انتشار: ۱۴۰۲/۱۰/۰۱ وزیر خارجه …»: a crawl left the page's day and the report on one
 * line. What the line says of the page is taken off its head. */
void rz_take_stamp(rz_articles *a, rz_line *line, uint32_t index) {
    uint32_t t = line->first, words = 0;
    uint32_t mark = a->stamp == RZ_NONE && index < STAMP_LINES && t < line->last ? rz_chrome_at(a, t, RZ_C_PUBLISHED) : 0;
    if (!mark || (a->text->tokens[t].kind != RZ_TOKEN_LATIN && !rz_is_punct(a, mark, ":"))) return;
    while (rz_is_punct(a, mark, ":~-")) mark++;
    uint32_t time = full_day_in(a, mark, line->last);
    if (time == RZ_NONE || a->mentions->times[time].first != mark) return;
    uint32_t end = a->mentions->times[time].last;
    const rz_time_mention *clock = time + 1 < a->mentions->n_times ? &a->mentions->times[time + 1] : NULL;
    if (clock && clock->kind == RZ_TIME_CLOCK && clock->first <= end + 1) end = clock->last;
    while (end < line->last && rz_is_punct(a, end, ":~-,|")) end++;
    for (t = end; t < line->last; t++) words += a->text->tokens[t].kind == RZ_TOKEN_WORD;
    if (words < AFTER_STAMP) return;
    a->stamp = time;
    line->first = end;
}

/* Is each word of the line that tells no time within what may be the name of a place or a state? Told without looking for names. */
static bool may_be_placed(const rz_articles *a, const rz_line *line) {
    uint32_t named = line->first; /* up to there */
    for (uint32_t t = line->first; t < line->last; t++) {
        if (rz_lists_at(a->text, t) & a->mentions->own_lists) return true; /* «کشورمان», «طرف روسی»: of any length */
        for (rz_hits h = rz_hits_of(a->text, t, RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_STATE)); rz_hits_next(&h);)
            if (h.hit.last > named) named = h.hit.last;
        if (t >= named && !a->is_time[t] && a->text->tokens[t].kind != RZ_TOKEN_PUNCT) return false;
    }
    return true;
}

/* Nothing on the line but a whole day, its clock time and, of a site's own clock, the place that it is the time of. */
static bool only_a_day(const rz_articles *a, const rz_line *line, bool *placed) {
    *placed = false;
    if (line->words > HEAD_WORDS || line->timed == 0 || full_day_in(a, line->first, line->last) == RZ_NONE || !may_be_placed(a, line)) return false;
    for (uint32_t t = line->first; t < line->last; t++) {
        if (a->is_time[t] || a->text->tokens[t].kind == RZ_TOKEN_PUNCT) continue;
        const rz_mention *m = rz_mention_of(a, t, RZ_BEGIN_WHERE);
        if (!m || (m->kind != RZ_M_PLACE && m->kind != RZ_M_STATE)) return false;
        *placed = true;
        t = m->last - 1;
    }
    return true;
}

static bool has_clock(const rz_articles *a, const rz_line *line) {
    for (uint32_t i = 0; i < a->mentions->n_times && a->mentions->times[i].first < line->last; i++)
        if (a->mentions->times[i].first >= line->first && a->mentions->times[i].kind == RZ_TIME_CLOCK) return true;
    return false;
}

/* «عنوان - اسپوتنیک ایران , 1920, 02.08.2022»: what a picture was called, its outlet, its size and the whole day. */
static bool is_picture_stamp(const rz_articles *a, const rz_line *line) {
    uint32_t last = line->last, number = 0;
    while (last > line->first && a->text->tokens[last - 1].kind == RZ_TOKEN_PUNCT) last--;
    if (last == line->first || !a->is_time[last - 1] || full_day_in(a, line->first, line->last) == RZ_NONE) return false;
    while (last > line->first && (a->is_time[last - 1] || a->text->tokens[last - 1].kind != RZ_TOKEN_WORD)) number += rz_is_punct(a, --last, ",");
    if (number < 2 || last == line->first) return false; /* «, 1920,» */
    for (uint32_t t = last; t-- > line->first && last - t <= 3;) {
        const rz_mention *m = rz_mention_of(a, t, RZ_TYPE(RZ_OUTLET));
        if (m && m->kind == RZ_M_OUTLET) return m->last == last;
    }
    return false;
}

bool rz_is_day_line(const rz_articles *a, const rz_line *line) {
    bool placed;
    return only_a_day(a, line, &placed) || is_picture_stamp(a, line);
}

static uint32_t after_mark(const rz_articles *a, const rz_line *line, rz_chrome_key key) {
    for (uint32_t t = line->first; t < line->last && t < line->first + HEAD_WORDS; t++) {
        uint32_t end = rz_chrome_at(a, t, key);
        if (end) return end;
    }
    return 0;
}

/* «امروز: جمعه ۰۲ آذر ۱۴۰۳», «سه‌شنبه ۴ اردیبهشت ۱۳۹۷ تهران ۰۴:۰۵»: the clock of the site, which told the day of the crawl. */
static bool is_site_clock(const rz_articles *a, const rz_line *line) {
    bool placed;
    if (after_mark(a, line, RZ_C_TODAY)) return true;
    return only_a_day(a, line, &placed) && placed && !rz_mention_at(a, line->first) && has_clock(a, line);
}

/* ---- of which day the report is ---- */

/* «تاریخ انتشار: …», «به روز شده در …», above the report or below it. */
static uint32_t marked_line(const rz_articles *a, rz_chrome_key key) {
    for (uint32_t i = 0; i < a->n_lines; i++) {
        const rz_line *line = &a->lines[i];
        if ((i >= a->begin && i < a->end && line->role != RZ_LINE_CHROME) || line->role == RZ_LINE_TITLE || line->words > HEAD_WORDS) continue;
        uint32_t end = after_mark(a, line, key);
        uint32_t time = end ? mention_in(a, end, line->last) : RZ_NONE;
        if (time != RZ_NONE) return time;
    }
    return RZ_NONE;
}

/* «کد خبر: ۱۲۳ - سه‌شنبه ۲۶ فروردین ۱۴۰۴، ۰۹:۱۲ - سیاست خارجی»: the page's own line, a whole day amid what else it says. */
static bool numbers_with_day(const rz_articles *a, const rz_line *line) {
    if (line->words > HEAD_WORDS || full_day_in(a, line->first, line->last) == RZ_NONE) return false;
    if (rz_chrome_at(a, line->first, RZ_C_PREFIX)) return true;
    uint32_t marks = 0; /* «یکشنبه / ۱۵ مرداد ۱۴۰۲ / ۱۱:۲۳ | سیاست خارجی | کد خبر: ۱۲۳» */
    bool number = false;
    for (uint32_t t = line->first; t < line->last; t++) marks += rz_is_punct(a, t, "|/"), number |= marks && rz_chrome_at(a, t, RZ_C_PREFIX);
    return number && marks > 1 && !line->verbs && a->is_time[line->first];
}

/* «نام نویسنده ۱۴۰۲/۰۳/۰۴»: a few words and the whole day at the end of a page's line, not in a sentence. */
static bool byline_with_day(const rz_articles *a, const rz_line *line) {
    uint32_t last = line->last;
    while (last > line->first && a->text->tokens[last - 1].kind == RZ_TOKEN_PUNCT) last--;
    if (!a->incoming->is_html || line->verbs || line->words > line->timed + AFTER_STAMP || last == line->first) return false;
    return a->is_time[last - 1] && full_day_in(a, line->first, line->last) != RZ_NONE;
}

/* «دوشنبه، 29.03.2024. /خاور/. …», «تهران. پنج‌شنبه، ۲۹ ژانویه ۲۰۱۵. …»: the report opens with its place and its whole day, and a stop. */
static uint32_t opening_day(const rz_articles *a, const rz_line *line) {
    uint32_t t = line->first, time = full_day_in(a, t, line->last);
    if (time == RZ_NONE) return RZ_NONE; /* before names are looked for */
    const rz_mention *m = rz_mention_of(a, t, RZ_BEGIN_WHERE);
    bool placed = m && (m->kind == RZ_M_PLACE || m->kind == RZ_M_STATE) && m->last < line->last && rz_is_punct(a, m->last, ".,:-~");
    if (placed) t = m->last + 1;
    time = full_day_in(a, t, line->last);
    if (time == RZ_NONE || a->mentions->times[time].first != t) return RZ_NONE;
    uint32_t end = a->mentions->times[time].last;
    return end + 1 < line->last && rz_is_punct(a, end, "./") ? time : RZ_NONE;
}

/* «X با Y دیدار کرد. - 2005-04-13»: the title, a dash and the whole day. */
static uint32_t day_of_title(const rz_articles *a, const rz_line *line) {
    uint32_t last = line->last, time;
    while (last > line->first && rz_is_punct(a, last - 1, ".")) last--;
    time = full_day_in(a, line->first, last);
    if (time == RZ_NONE || a->mentions->times[time].last != last) return RZ_NONE;
    uint32_t first = a->mentions->times[time].first;
    return first > line->first + AFTER_STAMP && rz_is_punct(a, first - 1, "-") ? time : RZ_NONE;
}

/* The day on a line of the page's head, or RZ_NONE. Within the report only a line that is nothing else counts. */
static uint32_t head_day(const rz_articles *a, uint32_t i) {
    const rz_line *line = &a->lines[i];
    if (is_picture_stamp(a, line)) return full_day_in(a, line->first, line->last);
    uint32_t titled = i <= a->begin ? day_of_title(a, line) : RZ_NONE;
    if (titled != RZ_NONE || line->role == RZ_LINE_TITLE || is_site_clock(a, line)) return titled;
    if (i >= a->begin && !rz_is_day_line(a, line) && !byline_with_day(a, line)) return i < a->begin + OPENING_LINES ? opening_day(a, line) : RZ_NONE;
    if (i >= a->begin) return full_day_in(a, line->first, line->last);
    if (line->timed * 2 < line->words && !numbers_with_day(a, line) && !byline_with_day(a, line)) return RZ_NONE;
    return mention_in(a, line->first, line->last);
}

/* A line above the report, or between its lead and the rest, that is mostly a day; else the day in its label. Of two lines the
 * earlier day holds: the later one is the day that the page was changed or fetched. */
static uint32_t date_line(const rz_articles *a) {
    uint32_t found = RZ_NONE, stop = a->begin + HEAD_LINES < a->end ? a->begin + HEAD_LINES : a->end;
    for (uint32_t i = 0; i < stop && i < a->n_lines; i++) {
        uint32_t time = head_day(a, i);
        if (time == RZ_NONE) continue;
        bool full = is_full_day(&a->mentions->times[time]);
        if (found == RZ_NONE || (full && day_of(a, time) != RZ_NO_DAY && day_of(a, time) < day_of(a, found))) found = time;
        if (!full) break;
    }
    if (found != RZ_NONE || a->begin >= a->end) return found;
    return mention_in(a, a->lines[a->begin].first, a->body_first);
}

/* Below the report of a text: the page's own line, with its number, its clock or its outlet beside the day; or a day alone on one of the
 * last two lines. */
static bool is_tail_day(const rz_articles *a, uint32_t i, uint32_t last) {
    const rz_line *line = &a->lines[i];
    if (line->words > HEAD_WORDS || full_day_in(a, line->first, line->last) == RZ_NONE || is_site_clock(a, line)) return false;
    if (rz_is_day_line(a, line)) return has_clock(a, line) || (i + 1 == last && i <= a->end + 1);
    bool mostly = line->timed * 2 >= line->words;
    for (uint32_t t = line->first; t < line->last && !mostly; t++) mostly = line->timed * 3 >= line->words && rz_mention_of(a, t, RZ_TYPE(RZ_OUTLET)) && rz_mention_at(a, t)->kind == RZ_M_OUTLET;
    return numbers_with_day(a, line) || (mostly && line->words <= line->timed + AFTER_STAMP);
}

/* Soon below the report of a page, a day with its clock and nothing else, which is not a comment's. */
static uint32_t day_below(const rz_articles *a) {
    enum { NEAR = 4 };
    for (uint32_t i = a->end; i < a->n_lines && i < a->end + NEAR; i++) {
        const rz_line *line = &a->lines[i];
        const rz_block *block = &a->incoming->blocks[line->block];
        if (block->kind == RZ_BLOCK_ASIDE && (block->cut == RZ_CUT_COMMENTS || block->cut == RZ_CUT_RELATED)) return RZ_NONE;
        if (rz_is_day_line(a, line) && has_clock(a, line) && !is_site_clock(a, line)) return full_day_in(a, line->first, line->last);
    }
    return RZ_NONE;
}

/* «#»: a tag that a crawl lost, or nothing at all. */
static bool says_nothing(const rz_articles *a, const rz_line *line) {
    for (uint32_t t = line->first; t < line->last; t++)
        if (a->text->tokens[t].kind != RZ_TOKEN_PUNCT && a->text->tokens[t].kind != RZ_TOKEN_OTHER) return false;
    return true;
}

static uint32_t tail_day(const rz_articles *a) {
    enum { NEAR = 4 };
    uint32_t last = a->n_lines;
    while (last > a->end && says_nothing(a, &a->lines[last - 1])) last--;
    if (a->incoming->is_html) return day_below(a);
    if (a->end == 0) return RZ_NONE;
    for (uint32_t i = a->end; i < last && i < a->end + NEAR; i++)
        if (is_tail_day(a, i, last)) return full_day_in(a, a->lines[i].first, a->lines[i].last);
    return RZ_NONE;
}

/* What the markup calls a time, inside the article. */
static uint32_t time_block(const rz_articles *a) {
    for (uint32_t i = 0; i < a->n_lines; i++) {
        const rz_line *line = &a->lines[i];
        const rz_block *block = &a->incoming->blocks[line->block];
        if (block->kind != RZ_BLOCK_TIME || i > a->end) continue;
        uint32_t time = mention_in(a, line->first, line->last);
        if (time != RZ_NONE) return time;
    }
    return RZ_NONE;
}

/* The site's clock in a masthead: the report is not later. */
static rz_day crawl_day(const rz_articles *a) {
    for (uint32_t i = 0; i < a->begin && i < a->n_lines; i++) {
        const rz_line *line = &a->lines[i];
        if (line->role == RZ_LINE_TITLE || !is_site_clock(a, line)) continue;
        uint32_t found = full_day_in(a, line->first, line->last);
        if (found != RZ_NONE) return day_of(a, found);
    }
    return RZ_NO_DAY;
}

/* Stated by nothing but a day that stands somewhere above the title, apart from the report: it may be the day of the crawl. */
static bool stands_apart(const rz_articles *a) {
    if (a->out->stated_time == RZ_NONE || a->out->title_first == a->out->title_last) return false;
    uint32_t at = a->mentions->times[a->out->stated_time].first;
    for (uint32_t i = 0; i < a->begin && i < a->n_lines; i++) {
        const rz_line *line = &a->lines[i];
        if (at < line->first || at >= line->last) continue;
        return line->last <= a->out->title_first && rz_is_day_line(a, line) && !has_clock(a, line);
    }
    return false;
}

void rz_find_day(rz_articles *a) {
    rz_metadata_day(a->incoming->meta_published, &a->out->metadata_day, &a->out->metadata_minute);
    a->out->crawl_day = crawl_day(a);
    a->out->stated_time = a->stamp != RZ_NONE ? a->stamp : marked_line(a, RZ_C_PUBLISHED);
    if (a->out->stated_time != RZ_NONE) return;
    a->out->stated_time = date_line(a);
    if (a->out->stated_time == RZ_NONE) a->out->stated_time = tail_day(a);
    a->out->stated_apart = stands_apart(a);
    if (a->out->stated_time == RZ_NONE) a->out->stated_time = time_block(a);
    if (a->out->stated_time == RZ_NONE) a->out->stated_time = marked_line(a, RZ_C_UPDATED); /* where a page tells no other */
}
