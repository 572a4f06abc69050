/* One source: an outlet of the tables, an organisation or a ministry, or an outlet known only by what the text calls it. */
#include "article/source.h"

enum { NAME_TOKENS = 18, UNKNOWN_WORDS = 6, BARE_WORDS = 4 };

const char *rz_body_id(const rz_articles *a, const rz_mention *m) {
    const rz_data *data = a->text->data;
    if (m->body == RZ_NONE) return m->row == RZ_NONE ? NULL : rz_row_id(data, m->row);
    rz_row state = m->whose == RZ_WHOSE_OURS ? a->out->country : m->whose == RZ_WHOSE_STATE ? m->state : RZ_NONE;
    if (state == RZ_NONE) return NULL;
    const char *body = rz_row_id(data, m->body);
    if (m->seat != RZ_NONE) return rz_format(a->arena, "%s-%s-%s", rz_row_id(data, state), rz_row_id(data, m->seat), body);
    return rz_format(a->arena, "%s-%s", rz_row_id(data, state), body);
}

static rz_span span_without_quotes(const rz_articles *a, uint32_t first, uint32_t last) {
    while (first < last && rz_is_punct(a, first, "<>\"(")) first++;
    while (last > first && rz_is_punct(a, last - 1, "<>\")")) last--;
    return rz_text_span(a->text, first, last);
}

rz_source rz_source_of_outlet(const rz_articles *a, rz_row outlet, uint32_t first, uint32_t last) {
    rz_source source = {.id = rz_row_id(a->text->data, outlet), .fa = rz_row_get(a->text->data, outlet, "fa").at};
    if (first < last) source.span = span_without_quotes(a, first, last);
    return source;
}

/* «خبرگزاری «نمونه»»: the name without the mark inside it. */
static char *copy_unquoted(const rz_articles *a, uint32_t first, uint32_t last) {
    for (uint32_t t = first + 1; t + 1 < last; t++)
        if (rz_is_punct(a, t, "<\""))
            return rz_format(a->arena, "%s %s", rz_text_copy(a->arena, a->text, first, t), rz_text_copy(a->arena, a->text, t + 1, last));
    return rz_text_copy(a->arena, a->text, first, last);
}

rz_source rz_source_make(const rz_articles *a, const rz_named_source *named) {
    if (named->outlet != RZ_NONE) return rz_source_of_outlet(a, named->outlet, named->first, named->last);
    uint32_t first = named->first, last = named->last;
    while (first < last && rz_is_punct(a, first, "<>\"(")) first++;
    while (last > first && rz_is_punct(a, last - 1, "<>\")")) last--;
    const char *id = named->body ? rz_body_id(a, named->body) : NULL;
    char *fa = copy_unquoted(a, first, last);
    if (!id) {
        uint32_t noun = rz_source_word_at(a, first, RZ_W_NOUN);
        uint32_t from = noun && noun < last && named->by_noun ? noun : first;
        while (from < last && rz_is_punct(a, from, "<>\"(")) from++;
        id = rz_format(a->arena, "name:%s", rz_text_copy(a->arena, a->text, from, last));
    }
    return (rz_source){.id = id, .fa = fa, .span = rz_text_span(a->text, first, last)};
}

typedef struct {
    const rz_articles *a;
    uint32_t noun, noun_end; /* the last noun of an outlet; 0: none */
    uint32_t outlet_end;     /* of the last outlet: «خبرگزاری اهل‌بیت - ابنا -» */
    rz_named_source best;
    bool found, unnamed, desk;
    bool closed; /* the mark behind the name ends it: «تارنمای «X» در …» */
} reader;

static void keep(reader *r, uint32_t first, uint32_t last, rz_row outlet, const rz_mention *body) {
    if (r->noun && r->noun_end <= first && first <= r->noun_end + 1) first = r->noun; /* the noun, or the noun and a quotation mark */
    r->best = (rz_named_source){.first = first, .last = last, .outlet = outlet, .body = body};
    r->found = true;
}

/* Takes what begins at u; the token after it, or 0 where the name is over. */
static uint32_t step(reader *r, uint32_t u) {
    const rz_articles *a = r->a;
    const rz_token *token = &a->text->tokens[u];
    uint32_t last, noun = rz_source_word_at(a, u, RZ_W_NOUN);
    rz_row outlet = rz_outlet_at(a, u, &last);
    if (outlet != RZ_NONE && last > noun) {
        if (last < a->text->n_tokens && rz_is_punct(a, last, ">\"")) last++;
        bool after_noun = r->noun && u <= r->noun_end + 1;
        r->outlet_end = last;
        if (!r->found || r->best.outlet == RZ_NONE || after_noun || last - u >= r->best.last - r->best.first) keep(r, u, last, outlet, NULL);
        return after_noun ? 0 : last;
    }
    if (noun) return r->noun = u, r->noun_end = noun, noun;
    const rz_mention *m = rz_mention_of(a, u, RZ_BEGIN_BODY);
    if (m && m->kind == RZ_M_ORGANISATION && m->last > u) {
        if (!r->found) keep(r, u, m->last, RZ_NONE, m);
        return m->last;
    }
    if (rz_source_word_at(a, u, RZ_W_UNNAMED)) r->unnamed = true;
    if (rz_source_word_at(a, u, RZ_W_DESK)) r->desk = true;
    if (token->verb != RZ_NONE && token->kind == RZ_TOKEN_WORD && a->text->verbs[token->verb].tense != RZ_PARTICIPLE) return 0;
    return u + 1;
}

static bool ends_name(const rz_articles *a, uint32_t u) {
    return rz_is_punct(a, u, ",;:.?!/") || rz_source_word_at(a, u, RZ_W_QUOTE) || rz_source_word_at(a, u, RZ_W_REPORT);
}

/* The «و» of «به گزارش X و به نقل از Y». */
static bool is_letter(const rz_articles *a, uint32_t t) { return rz_letters_count(&a->text->tokens[t]) == 1; }

/* A person, state or office is named: no outlet goes by that name; «شهدای ایران به نقل از …» is one. */
static bool names_other(const rz_articles *a, uint32_t t, uint32_t end) {
    uint32_t first = t;
    bool quotes = rz_source_word_at(a, end, RZ_W_QUOTE) != 0;
    for (uint32_t noun; t < end; t = noun ? noun : t + 1) {
        noun = rz_source_word_at(a, t, RZ_W_NOUN);
        const rz_mention *m = noun ? NULL : rz_mention_at(a, t);
        if (m && m->kind != RZ_M_OUTLET && !(quotes && t > first && m->kind == RZ_M_STATE)) return true;
    }
    return false;
}

/* «تارنمای «X»»: the token after the mark that closes the name, or 0. */
static uint32_t quoted_end(const reader *r, uint32_t end) {
    if (!r->noun || r->noun_end >= end || !rz_is_punct(r->a, r->noun_end, "<\"")) return 0;
    for (uint32_t t = r->noun_end + 1; t < end && t <= r->noun_end + UNKNOWN_WORDS + 1; t++)
        if (rz_is_punct(r->a, t, ">\"")) return t + 1;
    return 0;
}

/* «گروه بین‌الملل X»: where the desk and what it is of end; the token where there is none. */
static uint32_t desk_end(const rz_articles *a, uint32_t t, uint32_t end) {
    uint32_t desk = rz_source_word_at(a, t, RZ_W_DESK), u = desk;
    while (u && u < end && rz_source_word_at(a, u, RZ_W_DESK_NAME)) u = rz_source_word_at(a, u, RZ_W_DESK_NAME);
    return u > desk ? u : t;
}

/* An outlet that no table has: what follows «خبرگزاری», or a few words that stand alone before a comma. */
static void take_unknown(reader *r, uint32_t t, uint32_t end, bool bare) {
    const rz_articles *a = r->a;
    uint32_t of_desk = r->noun ? t : desk_end(a, t, end);
    if (of_desk > t) t = of_desk, r->desk = false;
    uint32_t first = r->noun ? r->noun_end : t, last = first, words = 0;
    uint32_t quoted = quoted_end(r, end);
    if (quoted) end = quoted, r->closed = true;
    while (last < end && !rz_source_word_at(a, last, RZ_W_ENDS) && !(a->is_time[last] && a->is_time[last + 1])) words += a->text->tokens[last++].kind == RZ_TOKEN_WORD;
    bool alone = last == end && end < a->text->n_tokens && (rz_is_punct(a, end, ",;:") || rz_source_word_at(a, end, RZ_W_QUOTE));
    if (words > 1 && last == end && rz_source_word_at(a, end, RZ_W_QUOTE) && is_letter(a, last - 1)) last--, words--;
    if (words == 0 || words > UNKNOWN_WORDS || r->unnamed) return;
    if (!r->noun && (!bare || !alone || r->desk || words > BARE_WORDS || names_other(a, t, end))) return;
    r->best = (rz_named_source){.first = r->noun ? r->noun : first, .last = last, .outlet = RZ_NONE, .by_noun = r->noun != 0};
    r->found = true;
}

/* «به گزارش ایسنا ـ X گفت», «طبق اعلام وزارت خارجه X گفت»: with him the report begins. */
static bool names_somebody(const rz_articles *a, uint32_t t) {
    const rz_mention *m = rz_mention_at(a, t);
    return m && m->first == t && (m->kind == RZ_M_PERSON || m->kind == RZ_M_OFFICE);
}

/* «به گزارش ایسنا روسیه ده دیپلمات را …», «به گزارش ایسنا - حماس …»: so with a state or a body right behind the outlet, if it is not the
 * outlet's own, «آناتولی ترکیه», and no comma closes it. */
static bool names_state(const reader *r, uint32_t t) {
    const rz_articles *a = r->a;
    const rz_mention *m = rz_mention_at(a, t);
    bool dash = t && rz_is_punct(a, t - 1, "-~");
    if (!m || m->first != t || r->best.outlet == RZ_NONE || r->outlet_end + dash != t || (m->kind != RZ_M_STATE && m->kind != RZ_M_ORGANISATION)) return false;
    if (dash) return true;
    bool own = m->kind == RZ_M_STATE && rz_row_state(a->text->data, r->best.outlet) == m->row;
    return !own && m->last < a->text->n_tokens && a->text->tokens[m->last].kind != RZ_TOKEN_PUNCT;
}

/* «تاس روسیه»: the state whose outlet it is belongs to the name. */
static uint32_t own_end(const reader *r) {
    const rz_mention *m = rz_mention_at(r->a, r->best.last);
    bool own = m && m->first == r->best.last && m->kind == RZ_M_STATE && rz_row_state(r->a->text->data, r->best.outlet) == m->row;
    return own ? m->last : r->best.last;
}

/* «به گزارش رویترز معترضان تجمع کردند»: no mark closes the name, what follows it is the report. */
static bool runs_on(const reader *r, uint32_t u, uint32_t limit) {
    if (!r->found || r->best.outlet == RZ_NONE || r->best.last >= u || (u < limit && ends_name(r->a, u))) return false;
    for (uint32_t t = r->best.last; t < u; t++)
        if (r->a->text->tokens[t].kind == RZ_TOKEN_PUNCT) return false;
    return true;
}

bool rz_read_source(const rz_articles *a, uint32_t t, uint32_t limit, bool bare, rz_named_source *out, uint32_t *end) {
    reader r = {.a = a};
    if (limit > t + NAME_TOKENS) limit = t + NAME_TOKENS;
    uint32_t u = t;
    while (u < limit && !ends_name(a, u)) {
        if (r.found && (rz_source_word_at(a, u, RZ_W_ENDS) || ((r.best.outlet != RZ_NONE || r.best.last == u) && names_somebody(a, u)) || names_state(&r, u))) break;
        uint32_t next = step(&r, u);
        if (next == 0) break;
        u = next;
    }
    if (runs_on(&r, u, limit)) u = own_end(&r);
    if (!r.found) take_unknown(&r, t, u < limit ? u : limit, bare);
    *end = r.found && (r.best.last > u || r.closed) ? r.best.last : u;
    *out = r.best;
    return r.found;
}
