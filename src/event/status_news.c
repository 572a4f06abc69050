/* News of what is done or to be done: «از سفر X خبر داد». */
#include "event/status.h"

/* «از سفر روز گذشته X خبر داد»: a time gone by is told with the noun; not «دیروز از سفر X خبر داد». */
bool rz_gone_by(const rz_scene *s, uint32_t from, uint32_t to) {
    for (uint32_t t = from; t < to && t < from + RZ_REACH; t++) {
        const rz_time_mention *at = rz_token_time(s, t) == RZ_NONE ? NULL : &s->mentions->times[rz_token_time(s, t)];
        if (at && (at->kind == RZ_TIME_OFFSET || at->kind == RZ_TIME_PERIOD) && at->offset < 0) return true;
    }
    return false;
}

/* «رویترز از سفر X خبر داد», «رسانه‌ها از …»: who does not announce what others are to do. */
bool rz_by_press(const rz_scene *s, const rz_found_event *e) {
    for (uint32_t t = s->clauses[e->clause].first, m; t < e->first && t < s->clauses[e->clause].first + RZ_REACH; t++) {
        if ((m = s->mention_at[t]) == RZ_NONE || s->mentions->at[m].first != t || s->links[m].prep) continue;
        rz_row office = s->mentions->at[m].office;
        return s->mentions->at[m].kind == RZ_M_OUTLET || (office != RZ_NONE && rz_row_has(s->g->data, office, "kind", "press"));
    }
    return false;
}
