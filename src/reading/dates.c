/* The dates of a text by themselves: rz_dates_find. What takes time is done only where it can tell something: verbs are looked
 * for where a time may stand, names where they may bound the day of the text. */
#include <stdlib.h>

#include "base/error.h"
#include "reading/engine.h"
#include "reading/json.h"
#include "mention/time.h"
#include "resolve/days.h"
#include "text/parts.h"

enum { DATES_MAX = 1 << 30, /* bytes that the work on one text may take */ LEAD = 3 /* sentences that a report may tell its day in */ };

struct rz_dater {
    rz_engine *engine;
    rz_arena arena;
    jmp_buf exit;
    rz_json json;
    rz_json empty; /* what is said of a text without times, for the day `empty_of` */
    rz_days empty_of;
    bool plain; /* nothing was solved: the result is what was given */
    rz_dates result;
};

static void *fail(rz_error *error, rz_code code, uint64_t at, const char *what) {
    rz_fail(error, code, at, "%s", what);
    return NULL;
}

rz_dater *rz_dater_open(rz_engine *engine, rz_error *error) {
    rz_dater *d = calloc(1, sizeof *d);
    if (!d) return fail(error, RZ_NO_MEMORY, 0, "not enough memory to look for dates");
    d->engine = rz_engine_retain(engine);
    rz_arena_open(&d->arena, &d->exit, DATES_MAX);
    return d;
}

void rz_dater_close(rz_dater *d) {
    if (!d) return;
    rz_arena_close(&d->arena);
    rz_engine_close(d->engine);
    free(d->json.at);
    free(d->empty.at);
    free(d);
}

/* Each line of the text is a block. */
static void cut(rz_arena *arena, const rz_language *l, const char *bytes, uint32_t size, rz_text *text, rz_incoming *incoming) {
    RZ_VEC(rz_block) blocks = {0};
    RZ_VEC(rz_span) spans = {0};
    for (uint32_t at = 0; at < size;) {
        const char *end = memchr(bytes + at, '\n', size - at);
        uint32_t stop = end ? (uint32_t)(end - bytes) : size;
        *RZ_PUSH(arena, &spans) = (rz_span){at, stop};
        *RZ_PUSH(arena, &blocks) = (rz_block){.span = {at, stop}, .kind = RZ_BLOCK_TEXT};
        at = stop + 1;
    }
    *incoming = (rz_incoming){.text = bytes, .size = size, .is_input = true, .blocks = blocks.at, .n_blocks = blocks.n,
                                .meta_title = RZ_STR(""), .meta_site = RZ_STR(""), .meta_url = RZ_STR(""), .meta_published = RZ_STR(""), .meta_language = RZ_STR("")};
    *text = rz_text_of(l);
    rz_fold(arena, bytes, size, text);
    rz_tokens_cut(arena, spans.at, spans.n, text);
}

/* Is there anything in the text that names could help to date? */
static bool names_may_tell(const rz_text *text, const rz_mentions *m) {
    bool open = false;
    for (uint32_t i = 0; i < m->n_times && !open; i++) open = rz_time_tells_days(&m->times[i]);
    for (uint32_t t = 0; t < text->n_tokens && open; t++)
        if (rz_types_at(text, t) & (RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_FORUM))) return true;
    for (uint32_t i = 0; i < m->n_times; i++) {
        const rz_time_mention *t = &m->times[i];
        if (t->kind == RZ_TIME_DATE && t->date.day && (t->date.year || t->has_twin)) return true;
    }
    return false;
}

/* The text as nothing but a report's body. */
static void bare_article(rz_arena *arena, const rz_text *text, rz_article *out) {
    *out = (rz_article){.publisher_row = RZ_NONE, .stated_time = RZ_NONE, .metadata_day = RZ_NO_DAY, .metadata_minute = -1,
                        .crawl_day = RZ_NO_DAY, .country = RZ_NONE};
    out->in_body = RZ_NEW_N(arena, bool, (size_t)text->n_tokens + 1);
    memset(out->in_body, true, text->n_tokens);
}

static void find_times(rz_dater *d, rz_text *text, rz_mentions *mentions) {
    rz_hits_find(&d->arena, text);
    rz_verbs_find(&d->arena, text);
    rz_times_find(&d->arena, d->engine->times, text, true, mentions);
}

static void date(rz_dater *d, const char *bytes, uint32_t size, rz_days published) {
    rz_arena *arena = &d->arena;
    rz_text text;
    rz_incoming incoming;
    rz_mentions mentions = {.ours = RZ_NONE};
    rz_article article;
    rz_solution solution;
    static const char *const given[] = {"given by the user"};
    bool known = published.from != RZ_NO_DAY;
    d->plain = true;
    d->result = (rz_dates){.published = known ? published : (rz_days){RZ_NO_DAY, RZ_NO_DAY}, .published_because = given, .n_published_because = known, .published_minute = -1, .published_basis = known ? "metadata" : NULL};
    if (!rz_times_quick(d->engine->times, bytes, size)) return;
    cut(arena, rz_engine_language(d->engine), bytes, size, &text, &incoming);
    rz_text part = text;
    part.sentences = RZ_NEW_N(arena, rz_sentence, (size_t)text.n_sentences + 1);
    if (!(part.n_sentences = rz_times_sentences(d->engine->times, &text, known ? 0 : LEAD, part.sentences))) return;
    find_times(d, &part, &mentions);
    if (!mentions.n_times) return;
    d->plain = false;
    if (!known && names_may_tell(&part, &mentions)) {
        if (part.n_sentences < text.n_sentences) find_times(d, &text, &mentions);
        else text = part;
        rz_words_know(&text);
        rz_names_find(arena, d->engine->names, &text, &mentions);
        rz_article_find(arena, &incoming, &text, &mentions, false, &article);
    } else {
        text = part;
        bare_article(arena, &text, &article);
    }
    rz_days_solve(arena, &text, &mentions, &article, published, &solution);
    d->result = (rz_dates){.dates = solution.dates, .n_dates = mentions.n_times, .published = solution.shown, .published_minute = solution.minute,
                           .published_basis = solution.shown.from == RZ_NO_DAY ? NULL : solution.basis,
                           .published_because = solution.because, .n_published_because = solution.n_because};
}

const rz_dates *rz_dates_find(rz_dater *d, const char *text, size_t size, rz_days published, rz_error *error) {
    if (size > RZ_ARTICLE_MAX) return fail(error, RZ_TOO_LONG, RZ_ARTICLE_MAX, "a text is at most 4 MB");
    rz_arena_empty(&d->arena);
    if (setjmp(d->exit)) return fail(error, RZ_NO_MEMORY, 0, "not enough memory for the dates of a text");
    date(d, text, (uint32_t)size, published);
    return &d->result;
}

static void write(rz_json *j, const rz_dates *dates) {
    *j = (rz_json){.at = j->at, .room = j->room};
    rz_json_open(j, '{');
    rz_json_open_at(j, "dates", '[');
    for (uint32_t i = 0; i < dates->n_dates; i++) rz_date_json(j, &dates->dates[i]);
    rz_json_close(j, ']');
    rz_published_json(j, dates->published, dates->published_minute, dates->published_basis, dates->published_because, dates->n_published_because);
    rz_json_close(j, '}');
}

/* Most texts hold no time, and the same is said of all of those. */
const char *rz_dates_json(rz_dater *d, const rz_dates *dates, size_t *size) {
    bool empty = !dates->n_dates && dates == &d->result && d->plain, kept = empty && d->empty.n && d->empty_of.from == dates->published.from && d->empty_of.to == dates->published.to;
    rz_json *j = empty ? &d->empty : &d->json;
    if (!kept) write(j, dates);
    if (j->failed) return j->n = 0, NULL;
    if (empty) d->empty_of = dates->published;
    *size = j->n;
    return j->at;
}
