/* A report that speaks of what nobody spoke of before some day is of that day or later: «برجام», «طوفان الاقصی». */
#include "resolve/solver.h"

/* The first day on which anybody spoke so; written as «DAY..», whatever stands behind. */
static rz_day spoken_since(const rz_data *data, rz_row row) {
    rz_str since = rz_row_get(data, row, "since");
    const char *dots = memchr(since.at, '.', since.size);
    return dots ? rz_days_written((rz_str){since.at, (uint32_t)(dots - since.at)}).from : RZ_NO_DAY;
}

void rz_known_terms(rz_solver *s) {
    rz_row latest = RZ_NONE;
    rz_day since = RZ_NO_DAY;
    uint32_t at = 0;
    for (uint32_t t = 0; t < s->text->n_tokens; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_TERM)); rz_hits_next(&h) && s->article->in_body[t];) {
            rz_day day = spoken_since(s->text->data, h.hit.row);
            if (day != RZ_NO_DAY && (since == RZ_NO_DAY || day > since)) since = day, latest = h.hit.row, at = t;
        }
    if (latest == RZ_NONE) return;
    if (s->horizon == RZ_NO_DAY) s->horizon = rz_row_horizon(s->text->data, latest);
    rz_solver_only_days(s, since, FIRST_DAY + DAYS - 1, rz_format(s->arena, "%s, spoken of since %s, at %u", rz_row_id(s->text->data, latest), rz_day_shown(s->arena, since), rz_byte_of(s, at)));
}
