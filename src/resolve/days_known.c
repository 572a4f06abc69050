/* What the tables know of the days: who served when, when forums met. */
#include "resolve/solver.h"

static rz_row whose_of(const rz_solver *s, const rz_mention *office) {
    return office->whose == RZ_WHOSE_STATE ? office->state : office->whose == RZ_WHOSE_OURS ? s->article->country : RZ_NONE;
}

/* «Since 2022» is some day of that year. */
static rz_day new_until(rz_day from) {
    int year, month, day;
    rz_day_gregorian(from, &year, &month, &day);
    return from + NEW_MINISTER + (day > 1 ? 0 : month > 1 ? 31 : 365);
}

/* «سفیر جدید» is said of one who was named and has not come yet; a tenure that only its year tells holds that. */
static rz_day new_from(const rz_solver *s, const rz_mention *office, rz_day from) {
    int year, month, day;
    if (office->serves != RZ_SERVES_NEW || !rz_row_has(s->text->data, office->office, "kind", "sent")) return from;
    rz_day_gregorian(from, &year, &month, &day);
    return month == 1 && day == 1 ? from : from - NEW_MINISTER;
}

/* The days on which the person held the office, NULL where the tables do not say. */
rz_day_set *rz_days_served(rz_solver *s, const rz_mention *person, const rz_mention *office) {
    uint32_t n, fit = 0;
    const rz_tenure *t = rz_tenures_of(s->text->data, person->row, &n);
    rz_day_set *set = rz_solver_none(s);
    for (uint32_t i = 0; i < n; i++) {
        rz_row whose = whose_of(s, office);
        if (t[i].office != office->office || (whose != RZ_NONE && t[i].whose != whose)) continue;
        rz_day from = t[i].days.from == RZ_NO_DAY ? FIRST_DAY : t[i].days.from;
        if (t[i].still) s->horizon = rz_row_horizon(s->text->data, person->row);
        rz_day horizon = t[i].still ? rz_row_horizon(s->text->data, person->row) : RZ_NO_DAY;
        rz_day to = t[i].days.to != RZ_NO_DAY ? t[i].days.to + 1 : horizon != RZ_NO_DAY ? horizon + SERVES_ON : FIRST_DAY + DAYS;
        if (office->serves == RZ_SERVES_NEW && t[i].days.from != RZ_NO_DAY && to > new_until(from)) to = new_until(from);
        rz_days_allow(set, new_from(s, office, from), to);
        fit++;
    }
    return fit ? set : NULL;
}

static bool tenure(rz_solver *s, const rz_mention *person, const rz_mention *office) {
    rz_day_set *set = rz_days_served(s, person, office);
    return !set || rz_solver_only(s, set, rz_format(s->arena, "tenure of %s as %s%s at %u", rz_row_id(s->text->data, person->row),
                                    office->serves == RZ_SERVES_NEW ? "new " : "", rz_row_id(s->text->data, office->office), rz_byte_of(s, person->first)));
}

enum { MOST_TENURES = 64 };

typedef struct {
    const rz_mention *at[MOST_TENURES];
    uint32_t n, failed; /* of how many people told of once nothing would have been left */
} holders;

static const rz_mention *office_of(const rz_solver *s, const rz_mention *person) { return &s->mentions->at[person->describes]; }

static holders holders_told(const rz_solver *s) {
    holders h = {.n = 0};
    for (uint32_t i = 0; i < s->mentions->n && h.n < MOST_TENURES; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if (m->kind != RZ_M_PERSON || m->row == RZ_NONE || m->describes == RZ_NONE || !s->article->in_body[m->first]) continue;
        const rz_mention *office = office_of(s, m);
        if (office->office == RZ_NONE || office->serves == RZ_SERVES_FORMER || office->serves == RZ_SERVES_THEN || office->under != RZ_NONE) continue;
        h.at[h.n++] = m;
    }
    return h;
}

static void apply(rz_solver *s, holders *h) {
    h->failed = 0;
    for (uint32_t i = 0; i < h->n; i++) {
        bool alone = !tenure(s, h->at[i], office_of(s, h->at[i]));
        for (uint32_t k = 0; k < i && alone; k++) alone = h->at[k]->row != h->at[i]->row; /* «نخست‌وزیر X، Y را وزیر کرد» */
        h->failed += alone;
    }
}

/* The first day on which he held the office. */
static int since(rz_solver *s, const rz_mention *person) {
    rz_day_set *set = rz_days_served(s, person, office_of(s, person));
    int d = 0;
    while (set && d < DAYS && !rz_day_in(set, d)) d++;
    return d;
}

static void latest_first(rz_solver *s, holders *h) {
    int from[MOST_TENURES];
    for (uint32_t i = 0; i < h->n; i++) {
        const rz_mention *m = h->at[i];
        int first = since(s, m);
        uint32_t k = i;
        for (; k && from[k - 1] < first; k--) from[k] = from[k - 1], h->at[k] = h->at[k - 1];
        from[k] = first, h->at[k] = m;
    }
}

/* «نماینده X، رئیس‌جمهور Y»: X serves too. */
static void senders_serve(rz_solver *s) {
    for (uint32_t i = 0; i < s->mentions->n; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if (m->kind != RZ_M_OFFICE || m->sender == RZ_NONE || m->serves == RZ_SERVES_FORMER || m->serves == RZ_SERVES_THEN || !s->article->in_body[m->first]) continue;
        rz_mention sender = *m, office = *m;
        sender.row = m->sender;
        office.office = m->sender_office;
        office.serves = RZ_SERVES_NOW;
        tenure(s, &sender, &office);
    }
}

/* Those in office when the report was made. Where not all of them can have been at once, one is told of as he was before: whoever came
 * last holds. */
void rz_known_tenures(rz_solver *s) {
    senders_serve(s);
    holders h = holders_told(s);
    rz_solver before = *s;
    rz_day_set may = *s->may;
    apply(s, &h);
    if (!h.failed) return;
    *s = before;
    *s->may = may;
    latest_first(s, &h);
    apply(s, &h);
}

/* ---- sessions of forums ---- */

enum { NEAR = 14 /* tokens between a time and the forum it is of */ };

static bool of_summit(const rz_solver *s, const rz_time_mention *t);

/* «اجلاس سران ناتو»: the forum in which those who lead an organisation's members meet, or RZ_NONE. */
static rz_row summit_of(const rz_solver *s, const rz_mention *m, const rz_time_mention *t) {
    rz_row first, of = m->kind == RZ_M_ORGANISATION ? m->row : RZ_NONE;
    uint32_t n;
    if (of == RZ_NONE) return RZ_NONE;
    rz_rows_of(s->text->data, RZ_FORUM, &first, &n);
    for (rz_row r = first; r < first + n; r++)
        if (rz_row_refers(s->text->data, r, "of", of) && rz_row_has(s->text->data, r, "kind", "summit")) return of_summit(s, t) ? r : RZ_NONE;
    return RZ_NONE;
}

bool rz_solver_verb_between(const rz_solver *s, uint32_t from, uint32_t to) {
    while (from < to && s->text->tokens[from].verb == RZ_NONE) from++;
    return from < to;
}

/* «نشست وزیران X»: not that of those who lead. */
bool rz_forum_of_ministers(const rz_text *text, const rz_mention *forum) {
    enum { WORDS = 3 };
    uint32_t plural = rz_key(text->data, "plural"), from = forum->first > WORDS ? forum->first - WORDS : 0;
    for (rz_hits_run h = rz_hits_within(text, from, forum->first); rz_hits_run_next(&h);)
        if (h.hit.type == RZ_OFFICE && h.hit.key == plural && rz_str_number(rz_row_get(text->data, h.hit.row, "rank")) < RZ_HEAD_OF_GOVERNMENT) return true;
    return false;
}

typedef struct {
    bool ministers; /* it is told of theirs */
    bool apart;     /* in another sentence than the time: its number must tell which session it is, or «این اجلاس» point to it */
} told_forum;

/* The forum named nearest to a time, or RZ_NONE. */
static rz_row forum_near(const rz_solver *s, const rz_time_mention *t, told_forum *told) {
    rz_row best = RZ_NONE;
    uint32_t low = NEAR;
    const rz_told_in *in = rz_told_sentence(s, t->first);
    for (uint32_t i = rz_mention_near(s->mentions, t->first, NEAR); in && i < s->mentions->n && s->mentions->at[i].first < t->last + NEAR; i++) {
        const rz_mention *m = &s->mentions->at[i];
        rz_row row = m->kind == RZ_M_FORUM ? m->row : summit_of(s, m, t);
        if (row == RZ_NONE) continue;
        if (m->first > t->last && rz_solver_verb_between(s, t->last, m->first)) continue;
        uint32_t apart = m->first > t->last ? m->first - t->last : t->first > m->last ? t->first - m->last : 0;
        if (apart < low) low = apart, best = row, *told = (told_forum){rz_forum_of_ministers(s->text, m), m->first < in->first || m->first >= in->last};
    }
    return best;
}

/* Does a noun near the time, in its sentence, tell of a kind of meeting that is like that? */
static bool of_kind(const rz_solver *s, const rz_time_mention *t, const char *trait) {
    const rz_text *text = s->text;
    const rz_told_in *in = rz_told_sentence(s, t->first);
    if (!in) return false;
    uint32_t noun = rz_key(text->data, "noun"), phrase = rz_key(text->data, "phrase");
    uint32_t from = t->first > in->first + NEAR ? t->first - NEAR : in->first, to = t->last + NEAR < in->last ? t->last + NEAR : in->last;
    for (rz_hits_run hits = rz_hits_within(text, from, to); rz_hits_run_next(&hits);) {
        const rz_hit *h = &hits.hit;
        bool named = h->type == RZ_FRAME && (h->key == noun || h->key == phrase); /* not by what the frame is known not to be */
        rz_row kind = named ? rz_row_find(text->data, RZ_KIND, rz_row_get(text->data, h->row, "kind")) : RZ_NONE;
        if (kind != RZ_NONE && rz_row_has(text->data, kind, "is", trait)) return true;
    }
    return false;
}

/* Is it a meeting of heads of state that the time is of? */
static bool of_summit(const rz_solver *s, const rz_time_mention *t) { return of_kind(s, t, "leaders"); }

/* «مجمع عمومی فردا رأی می‌دهد»: an assembly sits all the year. Its great session is meant where its number is said, or who goes there. */
static bool sits_all_year(const rz_solver *s, const rz_time_mention *t, rz_row forum) {
    const rz_text *text = s->text;
    if (!rz_row_has(text->data, forum, "kind", "assembly")) return false;
    rz_row words = rz_row_find(text->data, RZ_WORDS, RZ_STR("great-session"));
    uint32_t from = t->first > NEAR ? t->first - NEAR : 0, to = t->last + NEAR < text->n_tokens ? t->last + NEAR : text->n_tokens;
    for (rz_hits_run hits = rz_hits_within(text, from, to); words != RZ_NONE && rz_hits_run_next(&hits);)
        if (hits.hit.row == words) return false;
    return true;
}

/* Is a place named within reach of the time? */
static bool placed(const rz_solver *s, const rz_time_mention *t, rz_row place) {
    for (uint32_t i = rz_mention_near(s->mentions, t->first, NEAR); place != RZ_NONE && i < s->mentions->n && s->mentions->at[i].first < t->last + NEAR; i++)
        if (s->mentions->at[i].row == place) return true;
    return false;
}

static bool led_from(const rz_solver *s, rz_row place) {
    uint32_t end = s->n_lead ? s->lead[s->n_lead - 1].last : 0;
    for (uint32_t i = 0; place != RZ_NONE && i < s->mentions->n && s->mentions->at[i].first < end; i++)
        if (s->mentions->at[i].row == place && s->mentions->at[i].kind == RZ_M_PLACE) return true;
    return false;
}

/* Of one the table has but the state, of another its city: «در ایتالیا» may be either. */
static bool in_state_of_one(const rz_solver *s, const rz_time_mention *t, const rz_session *sessions, uint32_t n, uint32_t of) {
    rz_row state = sessions[of].place == RZ_NONE ? RZ_NONE : rz_row_state(s->text->data, sessions[of].place);
    if (state == RZ_NONE || !placed(s, t, state)) return false;
    for (uint32_t i = 0; i < n; i++)
        if (sessions[i].place == state) return true;
    return false;
}

/* «در سمرقند» leaves the sessions there; a place where none was says nothing. */
static uint32_t held_there(const rz_solver *s, const rz_time_mention *t, rz_session *sessions, uint32_t n) {
    rz_session all[MOST_SESSIONS];
    uint32_t kept = 0;
    if (n) memcpy(all, sessions, n * sizeof *all);
    for (uint32_t i = 0; i < n; i++)
        if (placed(s, t, all[i].place) || in_state_of_one(s, t, all, n, i)) sessions[kept++] = all[i];
    if (kept || n < 2) return kept ? kept : n;
    for (uint32_t i = 0; i < n; i++) /* or further off, in the lead */
        if (led_from(s, sessions[i].place)) sessions[kept++] = sessions[i];
    return kept ? kept : n;
}

/* «هجدهمین اجلاس سران …»: the number right before the forum's name, up to a few words; 0: none. */
static int number_of(const rz_text *text, const rz_mention *forum) {
    enum { WORDS_BETWEEN = 5 };
    for (uint32_t k = forum->first, low = forum->first > WORDS_BETWEEN ? forum->first - WORDS_BETWEEN : 0; k-- > low;) {
        int n = rz_time_ordinal_at(text, k);
        if (n > 0) return n;
    }
    return 0;
}

static int number_before(const rz_solver *s, const rz_time_mention *t, rz_row forum) {
    int n = 0;
    for (uint32_t i = rz_mention_near(s->mentions, t->first, 2 * NEAR); !n && i < s->mentions->n && s->mentions->at[i].first < t->last + NEAR; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if (m->kind == RZ_M_FORUM && m->row == forum) n = number_of(s->text, m);
    }
    return n;
}

/* Of the sessions, in order, the one of that number, where the table says which number the first has. */
static uint32_t of_number(const rz_solver *s, rz_row forum, int number, rz_session *sessions, uint32_t n) {
    int first = rz_str_number(rz_row_get(s->text->data, forum, "numbered"));
    bool summits = false;
    for (uint32_t i = 0; i < n; i++) summits |= sessions[i].summit;
    for (uint32_t i = 0, k = 0; first && number >= first && i < n; i++) {
        if (summits && !sessions[i].summit) continue;
        if ((int)k++ != number - first) continue;
        sessions[0] = sessions[i];
        return 1;
    }
    return n;
}

void rz_solver_meets(rz_solver *s, const rz_time_mention *t, const rz_session *sessions, uint32_t n, const char *what) {
    int direction = rz_time_direction(s->text, t);
    uint32_t fit = 0, last = 0;
    rz_day_set *set = rz_solver_none(s);
    for (uint32_t i = 0; i < n; i++) {
        const rz_days *d = &sessions[i].days;
        int low = d->from - AROUND - FIRST_DAY, high = d->to + AROUND - FIRST_DAY;
        for (int day = low > s->first ? low : s->first; day <= high && day <= s->last; day++) {
            if (rz_day_in(set, day) || !rz_day_in(s->may, day)) continue;
            rz_days when = rz_solver_seen(s, t, FIRST_DAY + day, direction);
            rz_day_put(set, day, when.from != RZ_NO_DAY && when.from <= d->to && d->from <= when.to);
            if (rz_day_in(set, day)) fit++, last = i;
        }
    }
    if (fit) rz_solver_only(s, set, rz_format(s->arena, "%s, %s..%s, at %u", what, rz_day_shown(s->arena, sessions[last].days.from),
                                    rz_day_shown(s->arena, sessions[last].days.to), rz_byte_of(s, t->first)));
}

static void session(rz_solver *s, const rz_time_mention *t, rz_row forum, told_forum told) {
    rz_session sessions[MOST_SESSIONS];
    uint32_t n, kept = 0;
    const rz_session *known = rz_sessions_of(s->text->data, forum, &n);
    if (n > MOST_SESSIONS) n = MOST_SESSIONS;
    if (n) memcpy(sessions, known, n * sizeof *sessions);
    uint32_t all = n;
    int number = number_before(s, t, forum);
    if (number) n = of_number(s, forum, number, sessions, n);
    else if ((told.apart && !of_kind(s, t, "session")) || sits_all_year(s, t, forum)) return;
    if (t->kind == RZ_TIME_WEEKDAY && n > 1) return; /* «سه‌شنبه» alone is of too many; of «هفتمین نشست» there is one */
    if (n == all) n = held_there(s, t, sessions, n);
    bool summit = of_summit(s, t);
    for (uint32_t i = 0; i < n; i++)
        if (summit ? sessions[i].summit : !told.ministers || !sessions[i].summit) sessions[kept++] = sessions[i];
    rz_solver_meets(s, t, sessions, kept, rz_format(s->arena, "session of %s", rz_row_id(s->text->data, forum)));
}

void rz_known_sessions(rz_solver *s) {
    for (uint32_t i = 0, used = 0; i < s->mentions->n_times && used < 32; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        rz_days fixed;
        if (!rz_is_told(s, t) || rz_time_fixed(s->text->data, t, &fixed)) continue;
        if (t->kind == RZ_TIME_PERIOD && t->count) continue;
        told_forum told = {0};
        rz_row forum = forum_near(s, t, &told);
        if (forum == RZ_NONE) continue;
        session(s, t, forum, told);
        used++;
    }
}

/* «هفدهمین نشست سران X … برگزار شد» opens a report, no day told: it is of the days of that session, or, to come, of the weeks before. */
void rz_known_numbered(rz_solver *s) {
    enum { WEEKS = 40 };
    const rz_told_in *in = s->n_lead ? &s->lead[0] : NULL;
    for (uint32_t i = 0; in && i < s->mentions->n && s->mentions->at[i].first < in->last; i++) {
        const rz_mention *m = &s->mentions->at[i];
        uint32_t n;
        const rz_session *known = rz_sessions_of(s->text->data, m->kind == RZ_M_FORUM ? m->row : RZ_NONE, &n);
        int number = n && n <= MOST_SESSIONS && m->first >= in->first && m->first < in->before ? number_of(s->text, m) : 0;
        rz_session sessions[MOST_SESSIONS];
        if (!number) continue;
        memcpy(sessions, known, n * sizeof *sessions);
        if (of_number(s, m->row, number, sessions, n) != 1 || n == 1) continue;
        rz_time_mention at = rz_time_nothing();
        at.first = m->first, at.last = m->last;
        bool past = rz_time_direction(s->text, &at) < 0;
        rz_days d = sessions[0].days;
        rz_solver_only_days(s, past ? d.from - NEWS_DAYS : d.from - WEEKS, past ? d.to + NEWS_DAYS : d.to, rz_format(s->arena, "session %d of %s at %u", number, rz_row_id(s->text->data, m->row), rz_byte_of(s, m->first)));
        return;
    }
}
