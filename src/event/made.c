/* Accords that a report tells of in passing, as being there: «در چارچوب توافق X و Y برای …», «طبق توافق تبادل زندانیان X و Y». */
#include "event/paper.h"

enum { FAR = 12 };

/* «[در چارچوب] توافق …», «[پس از] توافق …»: what goes by it, or came after it. */
static bool is_there(const rz_scene *s, const rz_sentence *in, uint32_t token) {
    enum { LONGEST = 5 };
    uint32_t from = token > in->first + LONGEST ? token - LONGEST : in->first, clause = s->clause_of[token];
    if (rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("goes-by-paper")), token, from)) return true;
    if (!rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("since-paper")), token, from)) return false;
    uint32_t verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    return verb == RZ_NONE || (s->text->verbs[verb].tense != RZ_FUTURE && s->text->verbs[verb].tense != RZ_SUBJUNCTIVE);
}

/* Where what it is about begins: «توافق X و Y [برای] …»; RZ_NONE: it is told of without. */
static uint32_t matter_of(const rz_scene *s, const rz_sentence *in, uint32_t token) {
    for (uint32_t t = token, from; t < in->last && t < token + FAR; t++) {
        uint8_t class = rz_class_at(s, t, &from);
        if (s->text->tokens[t].verb != RZ_NONE || s->text->tokens[t].punct) return RZ_NONE;
        if (class == RZ_C_ABOUT || rz_paper_is_aim(s, t)) return from;
        if (class == RZ_C_AND && s->mention_at[t - 1] == RZ_NONE) return RZ_NONE; /* «اجرای توافق X و بررسی تحولات مربوط به …» */
    }
    return RZ_NONE;
}

/* «توافق تبادل زندانیان تهران و واشنگتن», of the tables: its name tells whose it is. */
static bool names_both(const rz_scene *s, uint32_t first, uint32_t last) {
    uint32_t end;
    for (uint32_t t = first + 1; t < last; t++)
        if (rz_class_at(s, t, &end) == RZ_C_AND) return true;
    return false;
}

uint32_t rz_made_at(rz_found *found, const rz_sentence *in, const rz_hit *noun, uint32_t before) {
    const rz_scene *s = &found->scene;
    if (noun->tail || strcmp(rz_row_id(s->text->data, noun->row), "accord") != 0 || rz_paper_plural(s, noun) || !is_there(s, in, noun->first)) return noun->last;
    rz_row row = RZ_NONE;
    uint32_t named = noun->last;
    for (rz_hits h = rz_hits_of(s->text, noun->first, RZ_TYPE(RZ_AGREEMENT)); rz_hits_next(&h);)
        if (h.hit.last > named && !rz_points_nowhere(s, &h.hit)) row = h.hit.row, named = h.hit.last;
    uint32_t matter = matter_of(s, in, named), end = matter != RZ_NONE ? rz_paper_name_end(s, matter, in->last, false) : rz_paper_name_end(s, noun->last, in->last, false);
    bool its = row != RZ_NONE && names_both(s, noun->first, named);
    bool bare = noun->last < in->last && s->mention_at[noun->last] != RZ_NONE; /* «توافق X و Y»: about nothing */
    if (its && matter == RZ_NONE) end = named;
    else if (matter == RZ_NONE && (bare || row != RZ_NONE || end <= noun->last || rz_paper_says_nothing(s, noun->last, end) || rz_paper_no_accord(s, noun, end))) return noun->last;
    if ((matter != RZ_NONE && end <= matter) || rz_paper_told_already(found, before, noun->first, end)) return noun->last;
    rz_found_instrument n = {.row = row, .noun = row == RZ_NONE ? noun->row : RZ_NONE, .stage = s->g->agreed, .time = RZ_NONE, .event = RZ_NONE,
                             .first = noun->first, .last = end, .name_first = noun->first, .name_last = end};
    if (row == RZ_NONE) rz_signers_add(found, &n, in->last - 1);
    rz_between_add(found, &n, in, noun->first);
    if (matter != RZ_NONE || its || rz_sides(s, &n) > 1) *RZ_PUSH(s->arena, &found->instruments) = n;
    return end;
}
