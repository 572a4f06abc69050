/* What the compiled rows say of offices, forums and states: read once, here, and laid in and behind the image. */
#include <stdlib.h>

#include "data/build.h"

typedef struct {
    rz_build *b;
    const rz_data *data;
    RZ_VEC(rz_tenure) tenures;
    RZ_VEC(rz_session) sessions;
    uint32_t *tenure_of, *session_of, *visit_of, *known_of, *by_office;
    uint32_t n_people, n_forums, n_known;
} facts;

/* FROM..TO; *still may be NULL. A TO of `now` is no day. */
static rz_days range(rz_str s, bool *still) {
    uint32_t dots = 0;
    while (dots + 1 < s.size && !(s.at[dots] == '.' && s.at[dots + 1] == '.')) dots++;
    if (dots + 1 >= s.size) return rz_days_written(s);
    rz_str from = {s.at, dots}, to = {s.at + dots + 2, s.size - dots - 2};
    if (still) *still = rz_str_is(to, "now");
    return (rz_days){rz_days_written(from).from, rz_days_written(to).to};
}

static rz_row find_any(const rz_data *data, rz_str id, const rz_row_type *types, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        rz_row row = rz_row_find(data, types[i], id);
        if (row != RZ_NONE) return row;
    }
    return RZ_NONE;
}

static void add_tenure(facts *f, rz_row person, rz_str value) {
    static const rz_row_type whose[] = {RZ_STATE, RZ_ORGANISATION, RZ_FORUM, RZ_BODY};
    static const rz_row_type seats[] = {RZ_STATE, RZ_ORGANISATION, RZ_PLACE};
    rz_str office = rz_str_word(&value), of = rz_str_word(&value), days = rz_str_word(&value);
    rz_tenure t;
    memset(&t, 0, sizeof t); /* the bytes between the fields too: the image is to be the same each time */
    t.person = person;
    t.office = rz_row_find(f->data, RZ_OFFICE, office);
    t.whose = find_any(f->data, of, whose, 4);
    t.seat = RZ_NONE;
    t.days = range(days, &t.still);
    for (rz_str w = rz_str_word(&value); w.size; w = rz_str_word(&value)) {
        t.acting |= rz_str_is(w, "acting");
        if (rz_str_is(w, "at")) t.seat = find_any(f->data, rz_str_word(&value), seats, 3);
    }
    if (t.office != RZ_NONE && t.whose != RZ_NONE) memcpy(RZ_PUSH(&f->b->arena, &f->tenures), &t, sizeof t);
}

static void add_session(facts *f, rz_str value) {
    static const rz_row_type places[] = {RZ_PLACE, RZ_STATE};
    rz_session s;
    memset(&s, 0, sizeof s);
    s.days = range(rz_str_word(&value), NULL);
    s.place = RZ_NONE;
    for (rz_str w = rz_str_word(&value); w.size; w = rz_str_word(&value)) {
        s.summit |= rz_str_is(w, "summit");
        if (s.place == RZ_NONE) s.place = find_any(f->data, w, places, 2);
    }
    if (s.days.from != RZ_NO_DAY && s.days.to != RZ_NO_DAY) memcpy(RZ_PUSH(&f->b->arena, &f->sessions), &s, sizeof s);
}

static void read_tenures(facts *f) {
    rz_row first;
    uint32_t holds = rz_key(f->data, "holds");
    rz_rows_of(f->data, RZ_PERSON, &first, &f->n_people);
    f->tenure_of = RZ_NEW_N(&f->b->arena, uint32_t, (size_t)f->n_people + 1);
    for (uint32_t p = 0; p < f->n_people; p++) {
        f->tenure_of[p] = f->tenures.n;
        for (uint32_t i = 0; i < rz_fields_of(f->data, first + p); i++) {
            rz_field field = rz_field_at(f->data, first + p, i);
            if (field.key == holds) add_tenure(f, first + p, field.value);
        }
    }
    f->tenure_of[f->n_people] = f->tenures.n;
}

/* The sessions of each forum, the visits of each person, the days of each known event: where those of each row begin. */
static uint32_t *read_sessions(facts *f, rz_row_type type, const char *name, uint32_t *n) {
    rz_row first;
    uint32_t key = rz_key(f->data, name);
    rz_rows_of(f->data, type, &first, n);
    uint32_t *begin = RZ_NEW_N(&f->b->arena, uint32_t, (size_t)*n + 1);
    for (uint32_t r = 0; r < *n; r++) {
        begin[r] = f->sessions.n;
        for (uint32_t i = 0; i < rz_fields_of(f->data, first + r); i++) {
            rz_field field = rz_field_at(f->data, first + r, i);
            if (field.key == key) add_session(f, field.value);
        }
    }
    begin[*n] = f->sessions.n;
    return begin;
}

/* What is asked of a row again and again. */
static void mark_rows(facts *f) {
    rz_image_row *rows = (rz_image_row *)(void *)((char *)f->b->image + f->data->rows);
    uint32_t state = rz_key(f->data, "state"), guard = rz_key(f->data, "guard");
    for (rz_row r = 0; r < f->data->n_rows; r++)
        for (uint32_t i = rz_fields_of(f->data, r); i-- > 0;) { /* the first counts */
            rz_field field = rz_field_at(f->data, r, i);
            if (field.key == state) rows[r].state = rz_row_find(f->data, RZ_STATE, field.value);
            if (field.key == guard) rows[r].guard = rz_str_is(field.value, "full") ? RZ_GUARD_FULL : rz_str_is(field.value, "slot") ? RZ_GUARD_SLOT : RZ_GUARD_YES;
        }
}

typedef struct {
    rz_row whose, office;
    uint32_t number;
} place;

static int by_office(const void *left, const void *right) {
    const place *a = left, *b = right;
    if (a->whose != b->whose) return a->whose < b->whose ? -1 : 1;
    if (a->office != b->office) return a->office < b->office ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static void sort_tenures(facts *f) {
    place *at = RZ_NEW_N(&f->b->arena, place, f->tenures.n);
    for (uint32_t i = 0; i < f->tenures.n; i++) at[i] = (place){f->tenures.at[i].whose, f->tenures.at[i].office, i};
    qsort(at, f->tenures.n, sizeof *at, by_office);
    f->by_office = RZ_NEW_N(&f->b->arena, uint32_t, f->tenures.n);
    for (uint32_t i = 0; i < f->tenures.n; i++) f->by_office[i] = at[i].number;
}

static void append(rz_build *b, uint32_t offset_of, const void *bytes, size_t size) {
    size_t from = b->image->size, to = from + (size + 15) / 16 * 16;
    char *wide = to < INT32_MAX ? realloc(b->image, to) : NULL;
    if (!wide) {
        free(b->image);
        b->image = NULL;
        longjmp(b->exit, 1);
    }
    memset(wide + from, 0, to - from);
    if (size) memcpy(wide + from, bytes, size);
    b->image = (rz_data *)wide;
    b->image->size = (uint32_t)to;
    *(uint32_t *)(void *)(wide + offset_of) = (uint32_t)from;
}

void rz_facts_write(rz_build *b) {
    facts *f = RZ_NEW(&b->arena, facts);
    f->b = b;
    f->data = b->image;
    mark_rows(f);
    read_tenures(f);
    f->session_of = read_sessions(f, RZ_FORUM, "session", &f->n_forums);
    f->visit_of = read_sessions(f, RZ_PERSON, "visited", &f->n_people);
    f->known_of = read_sessions(f, RZ_KNOWN_EVENT, "day", &f->n_known);
    sort_tenures(f);
    b->image->n_tenures = f->tenures.n;
    b->image->n_sessions = f->sessions.n;
    append(b, offsetof(rz_data, tenures), f->tenures.at, f->tenures.n * sizeof(rz_tenure));
    append(b, offsetof(rz_data, tenure_of), f->tenure_of, (f->n_people + 1) * sizeof(uint32_t));
    append(b, offsetof(rz_data, by_office), f->by_office, f->tenures.n * sizeof(uint32_t));
    append(b, offsetof(rz_data, sessions), f->sessions.at, f->sessions.n * sizeof(rz_session));
    append(b, offsetof(rz_data, session_of), f->session_of, (f->n_forums + 1) * sizeof(uint32_t));
    append(b, offsetof(rz_data, visit_of), f->visit_of, (f->n_people + 1) * sizeof(uint32_t));
    append(b, offsetof(rz_data, known_of), f->known_of, (f->n_known + 1) * sizeof(uint32_t));
    size_t head = offsetof(rz_data, n_rows);
    b->image->hash = rz_hash((const char *)b->image + head, b->image->size - head);
}
