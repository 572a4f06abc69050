/* Where words of one list of the tables stand, for rules that ask for the list by its id. */
#include "event/event.h"

static uint32_t end_of(const rz_scene *s, rz_row row, uint32_t token, bool whole) {
    uint32_t end = token;
    if (token >= s->text->n_tokens || row == RZ_NONE) return token;
    for (uint32_t h = rz_list_from(s->text, token, row); h < s->text->hit_at[token + 1]; h++) {
        const rz_hit *hit = &s->text->hits[h];
        if (hit->row == row && hit->last > end && !(whole && hit->tail)) end = hit->last;
    }
    return end;
}

uint32_t rz_listed_end(const rz_scene *s, rz_row row, uint32_t token) { return end_of(s, row, token, false); }

uint32_t rz_listed_whole(const rz_scene *s, rz_row row, uint32_t token) { return end_of(s, row, token, true); }

bool rz_listed_before(const rz_scene *s, rz_row row, uint32_t end, uint32_t from) {
    for (uint32_t t = from; t < end && row != RZ_NONE; t++)
        for (uint32_t h = rz_list_from(s->text, t, row); h < s->text->hit_at[t + 1]; h++)
            if (s->text->hits[h].row == row && s->text->hits[h].last == end) return true;
    return false;
}

bool rz_listed_within(const rz_scene *s, rz_row row, uint32_t from, uint32_t to) {
    while (from < to && rz_listed_end(s, row, from) == from) from++;
    return from < to;
}

/* «سه اسیر … تحویل داده شدند»: a word of one of the lists in the sentence, within reach of the tokens [first, last). */
bool rz_listed_near(const rz_scene *s, const rz_row *rows, uint32_t n, uint32_t first, uint32_t last) {
    if (!n) return false;
    const rz_sentence *sentence = &s->text->sentences[s->sentence_of[first]];
    uint32_t from = first > sentence->first + RZ_REACH ? first - RZ_REACH : sentence->first;
    uint32_t to = sentence->last > last + RZ_REACH ? last + RZ_REACH : sentence->last;
    for (uint32_t i = 0; i < n; i++)
        if (rz_listed_within(s, rows[i], from, to)) return true;
    return false;
}

/* «اسیران [جنگی ایران] را»: no preposition stands between what the word is of and its را. */
static bool is_object(const rz_scene *s, uint32_t last, uint32_t object) {
    enum { NEAR = 7 };
    uint32_t end;
    if (object > last + NEAR) return false;
    for (uint32_t t = last; t < object; t++)
        if (rz_class_at(s, t, &end) && rz_class_at(s, t, &end) <= RZ_C_LAST_PREP) return false;
    return true;
}

/* Of what an object marker follows it is the object; else what no preposition governs is the subject: «۱۲ اسیر را آزاد کرد», «اسیران آزاد
 * شدند», not «درباره اسیران سخن گفت». */
bool rz_listed_bears(const rz_scene *s, const rz_row *rows, uint32_t n, uint32_t verb) {
    if (!n) return false;
    uint32_t clause = s->clause_of[verb], from = s->clauses[clause].first, object = verb, end;
    if (verb > from + RZ_REACH) from = verb - RZ_REACH;
    while (object > from && !(s->clause_of[object - 1] == clause && rz_class_at(s, object - 1, &end) == RZ_C_OBJECT)) object--;
    for (uint32_t t = from; t < (object > from ? object - 1 : verb); t++)
        for (uint32_t i = 0; i < n; i++) {
            uint32_t last = rz_listed_end(s, rows[i], t);
            if (last == t || s->clause_of[t] != clause) continue;
            rz_link link = {.prep_token = RZ_NONE};
            if (object > from ? is_object(s, last, object - 1) : (rz_govern(s, &link, t), !link.prep)) return true;
        }
    return false;
}

bool rz_governed_by(const rz_scene *s, const rz_link *link, rz_row row) {
    return link->prep_token != RZ_NONE && rz_listed_end(s, row, link->prep_token) > link->prep_token;
}
