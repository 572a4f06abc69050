/* A report that speaks of what nobody spoke of before some day is of that day or later: «برجام», «طوفان الاقصی». */
#include "resolve/solver.h"

/* The first day on which anybody spoke so, RZ_NO_DAY where the row is none that can be read. */
static rz_day spoken_since(const rz_data *data, rz_row row) {
    rz_str since = rz_row_get(data, row, "since");
    char day[] = "YYYY-MM-DD";
    rz_days days;
    if (since.size < sizeof day - 1) return RZ_NO_DAY;
    memcpy(day, since.at, sizeof day - 1);
    return rz_parse_days(day, &days) ? days.from : RZ_NO_DAY;
}

void rz_known_terms(rz_solver *s) {
    rz_row first, latest = RZ_NONE;
    rz_day since = RZ_NO_DAY;
    uint32_t n, at = 0;
    rz_rows_of(s->text->data, RZ_TERM, &first, &n);
    for (uint32_t t = 0; n && t < s->text->n_tokens; t++) {
        if (!(rz_types_at(s->text, t) & RZ_TYPE(RZ_TERM)) || !s->article->in_body[t]) continue;
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_TERM)); rz_hits_next(&h);) {
            rz_day day = h.hit.type == RZ_TERM ? spoken_since(s->text->data, h.hit.row) : RZ_NO_DAY;
            if (day != RZ_NO_DAY && (since == RZ_NO_DAY || day > since)) since = day, latest = h.hit.row, at = t;
        }
    }
    if (latest == RZ_NONE) return;
    if (s->horizon == RZ_NO_DAY) s->horizon = rz_row_horizon(s->text->data, latest);
    rz_solver_only_days(s, since, FIRST_DAY + DAYS - 1, rz_format(s->arena, "%s, spoken of since %s, at %u", rz_row_id(s->text->data, latest), rz_day_shown(s->arena, since), rz_byte_of(s, at)));
}
