/* Papers that are called by the year in which they were made, of which nothing else is told: «توافق سال ۲۰۱۹ X و Y»,
 * «معاهده ۱۹۹۶ با X», «توافق صلح ۲۰۱۶». What bears the year of its making was made. */
#include "event/paper.h"
#include "mention/time.h"

enum { LONGEST_KIND = 5, LONGEST_NAME = 4 };

/* Not a round number, which may count something: «قرارداد ۲۰۰۰ دلاری». */
static bool is_year(int64_t number) { return number % 100 && ((number > 1200 && number < 1450) || (number > 1800 && number < 2100)); }

static bool number_year(const rz_scene *s, uint32_t token) { return s->text->tokens[token].kind == RZ_TOKEN_NUMBER && is_year(rz_token_number(s->text, &s->text->tokens[token])); }

/* «[سال ۲۰۱۹]», «[ژوئیه ۲۰۲۲]», «[۱۹۶۵]»: where the year that begins at the token ends, or the token. */
static uint32_t year_end(const rz_scene *s, uint32_t token, uint32_t limit) {
    if (token >= limit) return token;
    uint32_t time = rz_token_time(s, token);
    if (time == RZ_NONE) return token + number_year(s, token);
    const rz_time_mention *t = &s->mentions->times[time];
    return t->first == token && t->kind == RZ_TIME_DATE && t->date.year && !t->date.day ? t->last : token;
}

/* «توافق [صلح] ۲۰۱۶»: the bare year after a few words that name it; «سال» and a month may tell when something else is. */
static uint32_t named_until(const rz_scene *s, uint32_t first, uint32_t limit) {
    uint32_t last;
    for (uint32_t t = first; t < limit && t < first + LONGEST_NAME; t++) {
        if (t > first && number_year(s, t)) return t;
        if (s->text->tokens[t].kind != RZ_TOKEN_WORD || s->text->tokens[t].verb != RZ_NONE || rz_token_time(s, t) != RZ_NONE || rz_class_at(s, t, &last)) break;
    }
    return first;
}

static bool is_known(const rz_scene *s, uint32_t token) {
    for (uint32_t t = token > LONGEST_KIND ? token - LONGEST_KIND : 0; t <= token; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT)); rz_hits_next(&h);)
            if (h.hit.last > token) return true;
    return false;
}

/* «سند دوحه [در سال ۲۰۱۱]»: one that is called by where it was made, and a year; RZ_NONE: this is none. */
static uint32_t placed_year(const rz_scene *s, uint32_t token, uint32_t limit, uint32_t *year) {
    uint32_t m = token < limit ? s->mention_at[token] : RZ_NONE, end;
    if (m == RZ_NONE || s->mentions->at[m].kind != RZ_M_PLACE || s->mentions->at[m].first != token) return RZ_NONE;
    uint32_t at = s->mentions->at[m].last;
    if (at >= limit || rz_class_at(s, at, &end) != RZ_C_IN) return RZ_NONE;
    *year = year_end(s, end, limit);
    return *year > end ? end : RZ_NONE;
}

static bool may_be_dated(const rz_scene *s, const rz_sentence *in, const rz_hit *noun, bool placed) {
    bool called_so = !rz_row_has(s->text->data, noun->row, "dated", "no") && (placed || !rz_row_has(s->text->data, noun->row, "dated", "placed"));
    return called_so && !noun->tail && !rz_row_has(s->text->data, noun->row, "once", "yes") && !is_known(s, noun->first) &&
           (!rz_paper_is(s, noun, "contract") || !rz_paper_of_anybody(s, in, noun));
}

/* «توافق سال ۲۰۱۹ [X و Y] …» */
static uint32_t past_states(const rz_scene *s, uint32_t token, uint32_t limit) {
    uint32_t end = token, last, m;
    while (end < limit && (m = s->mention_at[end]) != RZ_NONE && (s->mentions->at[m].kind == RZ_M_STATE || s->mentions->at[m].kind == RZ_M_PLACE)) {
        token = s->mentions->at[m].last;
        end = token < limit && rz_class_at(s, token, &last) == RZ_C_AND ? last : token;
        if (end == token) break;
    }
    return token;
}

uint32_t rz_dated_at(rz_found *found, const rz_sentence *in, const rz_hit *noun, uint32_t before) {
    const rz_scene *s = &found->scene;
    uint32_t name = named_until(s, noun->last, in->last), year = year_end(s, name, in->last), last = past_states(s, year, in->last);
    uint32_t placed = year > name ? RZ_NONE : placed_year(s, noun->last, in->last, &year);
    if (placed != RZ_NONE) name = placed, last = year;
    if (year <= name || !may_be_dated(s, in, noun, placed != RZ_NONE) || rz_paper_told_already(found, before, noun->first, last)) return noun->last;
    rz_found_instrument n = {.row = RZ_NONE, .noun = noun->row, .stage = rz_row_find(s->text->data, RZ_STAGE, RZ_STR("signed")), .time = rz_token_time(s, name),
                             .event = RZ_NONE, .first = noun->first, .last = last, .name_first = noun->first, .name_last = last, .past = true};
    rz_signers_add(found, &n, in->last - 1);
    rz_between_add(found, &n, in, noun->first);
    *RZ_PUSH(s->arena, &found->instruments) = n;
    return last;
}
