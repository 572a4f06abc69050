/* The way of one article through all the stages, in order. */
#include "article/article.h"
#include "base/error.h"
#include "event/event.h"
#include "intake/intake.h"
#include "reading/engine.h"
#include "reading/held.h"
#include "resolve/resolve.h"
#include "text/wrap.h"

enum { READING_MAX = 1 << 30 }; /* bytes one reading may take */

typedef enum { ALL, ARTICLE_ALONE } extent;

static void identify(rz_held *held, const rz_engine *engine, const rz_input *input, const rz_incoming *incoming) {
    rz_arena *arena = &held->arena;
    rz_reading *r = &held->reading;
    rz_article_id(input->bytes, input->size, r->id);
    r->data_hash = rz_copy(arena, engine->hash, strlen(engine->hash));
    r->path = input->path ? rz_copy(arena, input->path, strlen(input->path)) : NULL;
    r->url = input->url ? rz_copy(arena, input->url, strlen(input->url))
              : incoming->meta_url.size ? rz_copy(arena, incoming->meta_url.at, incoming->meta_url.size) : NULL;
    r->record = input->record;
    r->text = incoming->is_input && !input->lasting ? rz_copy(arena, incoming->text, incoming->size) : incoming->text;
    r->text_size = incoming->size;
    r->text_is_input = incoming->is_input && !input->made;
    r->encoding = incoming->encoding;
}

/* Parts of speech are told too where names are looked for. */
static rz_text words_of(rz_arena *arena, const rz_language *language, const rz_reading *r, const rz_incoming *incoming, extent how_much) {
    rz_span *blocks = RZ_NEW_N(arena, rz_span, incoming->n_blocks);
    for (uint32_t i = 0; i < incoming->n_blocks; i++) blocks[i] = incoming->blocks[i].span;
    rz_text text;
    (how_much == ALL ? rz_text_make : rz_text_cut)(arena, language, r->text, r->text_size, blocks, incoming->n_blocks, &text);
    rz_give_back(arena, blocks);
    return text;
}

static const char *shown(rz_arena *arena, rz_str s) { return s.size ? rz_copy(arena, s.at, s.size) : NULL; }

static void show_told(rz_arena *arena, rz_reading *r, const rz_article *article) {
    r->byline = shown(arena, article->byline);
    r->section = shown(arena, article->section);
    char *language = article->language.size ? rz_copy(arena, article->language.at, article->language.size) : NULL;
    for (char *p = language; p && *p; p++)
        if (*p == '_') *p = '-'; /* fa_IR, as OpenGraph has it */
    r->language = language;
    r->updated = article->updated_day;
    r->updated_minute = article->updated_minute;
}

static void show_article(rz_arena *arena, rz_reading *r, const rz_article *article) {
    if (article->title.end > article->title.start) {
        r->title = rz_copy(arena, r->text + article->title.start, article->title.end - article->title.start);
        r->title_span = article->title;
    }
    if (article->publisher.id) {
        rz_source *publisher = RZ_NEW(arena, rz_source);
        *publisher = article->publisher;
        r->publisher = publisher;
    }
    r->chain = article->chain;
    r->n_chain = article->n_chain;
    r->cited = article->cited;
    r->n_cited = article->n_cited;
    r->body = article->body;
    r->n_body = article->n_body;
    r->paragraphs = article->paragraphs;
    r->n_paragraphs = article->n_paragraphs;
    r->cut = article->cut;
    r->n_cut = article->n_cut;
}

static void show_days(rz_reading *r, const rz_solution *solution, uint32_t n_times) {
    r->published = solution->shown;
    r->published_minute = solution->minute;
    r->published_basis = solution->shown.from == RZ_NO_DAY ? NULL : solution->basis;
    r->published_because = solution->because;
    r->n_published_because = solution->n_because;
    r->n_dates = n_times;
    r->dates = solution->dates;
}

static void show_cast(rz_arena *arena, rz_reading *r, const rz_cast *cast) {
    rz_actor *actors = RZ_NEW_N(arena, rz_actor, cast->members.n);
    for (uint32_t i = 0; i < cast->members.n; i++) {
        actors[i] = cast->members.at[i].shown;
        actors[i].mentions = cast->members.at[i].spans.at;
        actors[i].n_mentions = cast->members.at[i].spans.n;
    }
    r->actors = actors;
    r->n_actors = cast->members.n;
}

static void show_facts(rz_reading *r, const rz_facts *facts) {
    r->events = facts->events;
    r->n_events = facts->n_events;
    r->statements = facts->statements;
    r->n_statements = facts->n_statements;
    r->instruments = facts->instruments;
    r->n_instruments = facts->n_instruments;
}

/* What the article says: events, statements, agreements. */
static void read_facts(rz_held *held, const rz_engine *engine, const rz_input *input, const rz_text *text, rz_mentions *mentions,
                       rz_article *article) {
    rz_arena *arena = &held->arena, *work = &held->work;
    rz_found found;
    rz_events_find(work, &engine->grammar, text, mentions, article, &found);

    rz_solution solution;
    rz_days_solve(arena, text, mentions, article, input->published, &solution);
    rz_cast cast;
    rz_cast_make(arena, text, mentions, article, &found, &solution, &cast);
    rz_facts facts = {0};
    rz_events_merge(&cast, &facts);
    rz_statements_merge(&cast, &facts);
    rz_instruments_merge(&cast, &facts);

    show_days(&held->reading, &solution, mentions->n_times);
    show_cast(arena, &held->reading, &cast);
    show_facts(&held->reading, &facts);
}

/* Of the days only that of publication. */
static void read_day(rz_held *held, const rz_input *input, const rz_text *text, rz_mentions *mentions, rz_article *article) {
    rz_solution solution;
    rz_published_solve(&held->arena, text, mentions, article, input->published, &solution);
    show_days(&held->reading, &solution, 0);
}

static bool read_into(rz_held *held, const rz_engine *engine, const rz_input *input, extent how_much, rz_error *error) {
    rz_arena *arena = &held->arena, *work = &held->work;
    rz_reading *r = &held->reading;

    rz_incoming incoming;
    if (!rz_intake(arena, input, &incoming, error)) return false;
    identify(held, engine, input, &incoming);
    if (!incoming.is_html) rz_lines_unwrap(work, &engine->language, incoming.text, incoming.blocks, &incoming.n_blocks);

    rz_text text = words_of(work, &engine->language, r, &incoming, how_much);
    incoming.text = r->text;

    rz_mentions mentions = {0};
    rz_times_find(work, engine->times, &text, false, &mentions);
    if (how_much == ALL) rz_names_find(work, engine->names, &text, &mentions);
    else rz_names_later(work, engine->names, &text, &mentions);

    rz_article article;
    rz_article_find(arena, &incoming, &text, &mentions, how_much == ARTICLE_ALONE, &article);
    if (how_much == ARTICLE_ALONE && !rz_published_told(text.data, &mentions, &article, input->published)) { /* the names tell it */
        rz_names_now(&mentions);
        rz_article_find(arena, &incoming, &text, &mentions, true, &article);
    }
    show_article(arena, r, &article);
    show_told(arena, r, &article);
    rz_give_back(arena, incoming.blocks);

    if (how_much == ALL) read_facts(held, engine, input, &text, &mentions, &article);
    else read_day(held, input, &text, &mentions, &article);
    rz_give_back(arena, article.in_body);
    rz_give_back(arena, article.in_label);
    rz_arena_close(work);
    return true;
}

static rz_reading *read_held(const rz_engine *engine, const rz_input *input, extent how_much, rz_error *error) {
    rz_held *held = rz_held_open(READING_MAX);
    if (!held || setjmp(held->exit)) {
        rz_held_close(held);
        rz_fail(error, RZ_NO_MEMORY, 0, "the article needs more memory than there is");
        return NULL;
    }
    if (!read_into(held, engine, input, how_much, error)) {
        rz_held_close(held);
        return NULL;
    }
    return &held->reading;
}

rz_reading *rz_read(const rz_engine *engine, const rz_input *input, rz_error *error) { return read_held(engine, input, ALL, error); }

rz_reading *rz_article_read(const rz_engine *engine, const rz_input *input, rz_error *error) {
    return read_held(engine, input, ARTICLE_ALONE, error);
}
