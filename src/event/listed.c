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

bool rz_governed_by(const rz_scene *s, const rz_link *link, rz_row row) {
    return link->prep_token != RZ_NONE && rz_listed_end(s, row, link->prep_token) > link->prep_token;
}
