/* Who held an office when, and when forums met: read from the rows' fields as they are asked for. */
#include "resolve/days.h"

/* A day, or the first or last day of a month or year: 2021-09-17, 2021-09, 2021. */
static rz_day bound(rz_str s, bool end) {
    int part[3] = {0, 0, 0}, n = 0;
    for (uint32_t i = 0; i < s.size && n < 3; i++) {
        if (s.at[i] == '-') n++;
        else if (s.at[i] >= '0' && s.at[i] <= '9') part[n] = part[n] * 10 + (s.at[i] - '0');
        else return RZ_NO_DAY;
    }
    if (!part[0]) return RZ_NO_DAY;
    if (part[2]) return rz_gregorian_day(part[0], part[1], part[2]);
    if (!end) return rz_gregorian_day(part[0], part[1] ? part[1] : 1, 1);
    if (!part[1] || part[1] == 12) return rz_gregorian_day(part[0], 12, 31);
    return rz_gregorian_day(part[0], part[1] + 1, 1) - 1;
}

/* FROM..TO */
static rz_days range(rz_str s, bool *still) {
    uint32_t dots = 0;
    while (dots + 1 < s.size && !(s.at[dots] == '.' && s.at[dots + 1] == '.')) dots++;
    if (dots + 1 >= s.size) return (rz_days){bound(s, false), bound(s, true)};
    rz_str from = {s.at, dots}, to = {s.at + dots + 2, s.size - dots - 2};
    if (still) *still = rz_str_is(to, "now");
    return (rz_days){bound(from, false), still && *still ? RZ_NO_DAY : bound(to, true)};
}

static rz_row find_any(const rz_data *data, rz_str id, const rz_row_type *types, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        rz_row row = rz_row_find(data, types[i], id);
        if (row != RZ_NONE) return row;
    }
    return RZ_NONE;
}

static bool read_tenure(const rz_data *data, rz_row person, rz_str value, rz_tenure *out) {
    static const rz_row_type whose[] = {RZ_STATE, RZ_ORGANISATION, RZ_FORUM, RZ_BODY};
    static const rz_row_type seats[] = {RZ_STATE, RZ_ORGANISATION, RZ_PLACE};
    rz_str office = rz_str_word(&value), of = rz_str_word(&value), days = rz_str_word(&value);
    *out = (rz_tenure){.person = person, .office = rz_row_find(data, RZ_OFFICE, office), .whose = find_any(data, of, whose, 4)};
    out->days = range(days, &out->still);
    out->seat = RZ_NONE;
    for (rz_str w = rz_str_word(&value); w.size; w = rz_str_word(&value)) {
        out->acting |= rz_str_is(w, "acting");
        if (rz_str_is(w, "at")) out->seat = find_any(data, rz_str_word(&value), seats, 3);
    }
    return out->office != RZ_NONE && out->whose != RZ_NONE;
}

uint32_t rz_tenures_of(const rz_data *data, rz_row person, rz_tenure *out, uint32_t max) {
    uint32_t n = 0, holds = rz_key(data, "holds");
    for (uint32_t i = 0; i < rz_fields_of(data, person) && n < max; i++) {
        rz_field f = rz_field_at(data, person, i);
        if (f.key == holds && read_tenure(data, person, f.value, &out[n])) n++;
    }
    return n;
}

/* Did he hold it through all of the days? */
static bool covers(const rz_data *data, const rz_tenure *t, rz_days when) {
    if (t->days.from == RZ_NO_DAY || t->days.from > when.from) return false;
    if (!t->still) return t->days.to != RZ_NO_DAY && t->days.to >= when.to;
    rz_day horizon = rz_row_horizon(data, t->person);
    return horizon == RZ_NO_DAY || when.to <= horizon;
}

rz_row rz_holder(const rz_data *data, rz_row office, rz_row whose, rz_days when, rz_tenure *tenure) {
    enum { MOST = 32 };
    if (when.from == RZ_NO_DAY) return RZ_NONE;
    rz_row first, holder = RZ_NONE;
    uint32_t count, holds = rz_key(data, "holds");
    rz_str name = rz_str_of(rz_row_id(data, office));
    rz_rows_of(data, RZ_PERSON, &first, &count);
    for (rz_row p = first; p < first + count; p++)
        for (uint32_t i = 0; i < rz_fields_of(data, p); i++) {
            rz_field f = rz_field_at(data, p, i);
            rz_tenure t;
            if (f.key != holds || f.value.size <= name.size || memcmp(f.value.at, name.at, name.size) || f.value.at[name.size] != ' ') continue;
            if (!read_tenure(data, p, f.value, &t) || t.whose != whose || !covers(data, &t, when)) continue;
            if (holder != RZ_NONE && holder != p) return RZ_NONE;
            holder = p;
            if (tenure) *tenure = t;
        }
    return holder;
}

/* Moscow is Russia, where somebody is sent. */
static rz_row seat_of(const rz_data *data, rz_row seat) {
    if (seat == RZ_NONE || rz_row_type_of(data, seat) != RZ_PLACE) return seat;
    rz_row state = rz_row_find(data, RZ_STATE, rz_row_get(data, seat, "state"));
    return state != RZ_NONE && rz_str_is(rz_row_get(data, state, "capital"), rz_row_id(data, seat)) ? state : seat;
}

/* An office may say itself where its holder sits (the representatives to the United Nations, in Vienna): he is meant by
 * the plain title with that seat as well. */
static bool sent_as(const rz_data *data, const rz_tenure *t, rz_row office, rz_row seat) {
    rz_str own = rz_row_get(data, t->office, "seat");
    if (own.size) return rz_str_is(own, rz_row_id(data, seat)) && rz_row_has(data, office, "kind", "sent");
    return t->office == office && t->seat != RZ_NONE && seat_of(data, t->seat) == seat_of(data, seat);
}

rz_row rz_sent_holder(const rz_data *data, rz_row office, rz_row whose, rz_row seat, rz_days when) {
    enum { MOST = 32 };
    rz_row first, holder = RZ_NONE;
    uint32_t count;
    if (when.from == RZ_NO_DAY || seat == RZ_NONE) return RZ_NONE;
    rz_rows_of(data, RZ_PERSON, &first, &count);
    for (rz_row p = first; p < first + count; p++) {
        rz_tenure t[MOST];
        uint32_t n = rz_tenures_of(data, p, t, MOST);
        for (uint32_t i = 0; i < n; i++) {
            if (t[i].whose != whose || !sent_as(data, &t[i], office, seat) || !covers(data, &t[i], when)) continue;
            if (holder != RZ_NONE && holder != p) return RZ_NONE;
            holder = p;
        }
    }
    return holder;
}

uint32_t rz_sessions_of(const rz_data *data, rz_row forum, rz_session *out, uint32_t max) {
    static const rz_row_type places[] = {RZ_PLACE, RZ_STATE};
    uint32_t n = 0, key = rz_key(data, "session");
    for (uint32_t i = 0; i < rz_fields_of(data, forum) && n < max; i++) {
        rz_field f = rz_field_at(data, forum, i);
        if (f.key != key) continue;
        rz_session s = {.days = range(rz_str_word(&f.value), NULL), .place = RZ_NONE};
        for (rz_str w = rz_str_word(&f.value); w.size; w = rz_str_word(&f.value)) {
            s.summit |= rz_str_is(w, "summit");
            if (s.place == RZ_NONE) s.place = find_any(data, w, places, 2);
        }
        if (s.days.from != RZ_NO_DAY && s.days.to != RZ_NO_DAY) out[n++] = s;
    }
    return n;
}
