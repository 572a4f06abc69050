/* Who held an office when. */
#include "resolve/days.h"

/* Did he hold it through all of the days? */
static bool covers(const rz_data *data, const rz_tenure *t, rz_days when) {
    if (t->days.from == RZ_NO_DAY || t->days.from > when.from) return false;
    if (!t->still) return t->days.to != RZ_NO_DAY && t->days.to >= when.to;
    rz_day horizon = rz_row_horizon(data, t->person);
    return horizon == RZ_NO_DAY || when.from <= horizon; /* days of which some are later yet: the report is rather of the others */
}

rz_row rz_seat_of(const rz_data *data, rz_row seat) {
    if (seat == RZ_NONE || rz_row_type_of(data, seat) != RZ_PLACE) return seat;
    rz_row state = rz_row_state(data, seat);
    return rz_row_refers(data, state, "capital", seat) ? state : seat;
}

/* Of those who are sent, neither a chargé nor a deputy heads a mission as an ambassador does. */
static bool heads_mission(const rz_data *data, rz_row office) {
    rz_row ambassador = rz_row_find(data, RZ_OFFICE, RZ_STR("ambassador"));
    return rz_row_has(data, office, "kind", "sent") && rz_str_number(rz_row_get(data, office, "rank")) >= rz_str_number(rz_row_get(data, ambassador, "rank"));
}

/* An office may say itself where its holder sits (the representatives to the United Nations, in Vienna): he is meant by
 * the plain title with that seat as well. */
static bool sent_as(const rz_data *data, const rz_tenure *t, rz_row office, rz_row seat) {
    rz_str own = rz_row_get(data, t->office, "seat");
    rz_str parent = rz_row_get(data, seat, "of"); /* «نماینده X در شورای امنیت» is the one to the United Nations */
    bool there = own.size && (rz_str_is(own, rz_row_id(data, seat)) || rz_str_same(own, parent));
    if (own.size) return there && heads_mission(data, office);
    return t->office == office && t->seat != RZ_NONE && rz_seat_of(data, t->seat) == rz_seat_of(data, seat);
}

bool rz_may_have_held(const rz_tenure *t, rz_days when) {
    if (when.from == RZ_NO_DAY) return true;
    if (t->days.from != RZ_NO_DAY && t->days.from > when.to) return false;
    return t->still || t->days.to == RZ_NO_DAY || t->days.to >= when.from;
}

bool rz_office_is_held(const rz_data *data, rz_row office, rz_row whose, rz_days when) {
    uint32_t n;
    const uint32_t *held = rz_tenures_in(data, whose, office, &n);
    for (uint32_t i = 0; i < n; i++)
        if (rz_may_have_held(rz_tenure_at(data, held[i]), when)) return true;
    return false;
}

/* Who alone held one of n tenures then, where a seat is asked for as `office` there; RZ_NONE: nobody, or several. */
static rz_row sole(const rz_data *data, const uint32_t *at, uint32_t n, rz_row office, rz_row seat, rz_days when, rz_tenure *tenure) {
    rz_row holder = RZ_NONE;
    for (uint32_t i = 0; i < n; i++) {
        const rz_tenure *t = rz_tenure_at(data, at[i]);
        bool several = seat == RZ_NONE && rz_row_has(data, t->office, "unique", "no") && !rz_row_has(data, t->office, "kind", "sent"); /* of several deputies, he who served longest is not meant */
        if (several && (rz_row_has(data, t->office, "kind", "shared") || (!covers(data, t, when) && rz_may_have_held(t, when)))) return RZ_NONE;
        if (!covers(data, t, when) || (seat != RZ_NONE && !sent_as(data, t, office, seat))) continue;
        if (holder != RZ_NONE && holder != t->person) return RZ_NONE;
        holder = t->person;
        if (tenure) *tenure = *t;
    }
    return holder;
}

rz_row rz_holder(const rz_data *data, rz_row office, rz_row whose, rz_days when, rz_tenure *tenure) {
    if (when.from == RZ_NO_DAY || office == RZ_NONE || whose == RZ_NONE) return RZ_NONE;
    uint32_t n;
    const uint32_t *at = rz_tenures_in(data, whose, office, &n);
    return sole(data, at, n, office, RZ_NONE, when, tenure);
}

rz_row rz_sent_holder(const rz_data *data, rz_row office, rz_row whose, rz_row seat, rz_days when) {
    if (when.from == RZ_NO_DAY || seat == RZ_NONE || whose == RZ_NONE) return RZ_NONE;
    uint32_t n;
    const uint32_t *at = rz_tenures_in(data, whose, RZ_NONE, &n);
    return sole(data, at, n, office, seat, when, NULL);
}
