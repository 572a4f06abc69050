/* What was agreed, with its parties and days. */
#include "resolve/agreed.h"

static uint32_t stage_rank(const rz_cast *cast, const char *stage) { return rz_stage_rank(cast->found->scene.g, stage); }

bool rz_party_among(const char *const *at, uint32_t n, const char *id) {
    for (uint32_t i = 0; i < n; i++)
        if (!strcmp(at[i], id)) return true;
    return false;
}

static void add_party(const char **at, uint32_t *n, const char *id) {
    if (!id || !*id || rz_party_among(at, *n, id)) return;
    if (*n < RZ_MOST_PARTIES) at[(*n)++] = id;
}

/* The body of states, or the armed group, for which he signs then; RZ_NONE: he signs for his state. */
static rz_row signs_for(const rz_cast *cast, const rz_cast_member *m) {
    static const char *const kinds[] = {"intergovernmental", "union", "union-organ", "alliance", "agency", "financial", "armed-group"};
    rz_days when = rz_within(cast);
    uint32_t n = 0;
    const rz_tenure *t = m->row != RZ_NONE && rz_row_type_of(cast->data, m->row) == RZ_PERSON ? rz_tenures_of(cast->data, m->row, &n) : NULL;
    for (uint32_t i = 0; i < n; i++) { /* the last one is written first */
        if (!rz_may_have_held(&t[i], when)) continue;
        if (rz_row_type_of(cast->data, t[i].whose) != RZ_ORGANISATION) return RZ_NONE;
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            if (rz_row_has(cast->data, t[i].whose, "kind", kinds[k])) return t[i].whose;
        return RZ_NONE;
    }
    return RZ_NONE;
}

static void party_of(const rz_cast *cast, const char **at, uint32_t *n, uint32_t actor) {
    if (actor == RZ_NONE) return;
    const rz_cast_member *m = &cast->members.at[actor];
    rz_row body = signs_for(cast, m);
    bool organisation = !strcmp(m->shown.kind, "organisation") || !strcmp(m->shown.kind, "forum");
    if (body == RZ_NONE) body = m->state != RZ_NONE ? m->state : organisation ? m->row : RZ_NONE;
    bool of_state = body != RZ_NONE && rz_row_type_of(cast->data, body) == RZ_ORGANISATION && rz_row_has(cast->data, body, "kind", "state-body");
    rz_row state = of_state ? rz_row_state(cast->data, body) : RZ_NONE; /* «رئیس کنگره خلق چین» */
    if (state != RZ_NONE) body = state;
    add_party(at, n, body != RZ_NONE ? rz_row_id(cast->data, body) : organisation ? m->shown.id : NULL);
}

void rz_add_parties_of(const rz_cast *cast, rz_row row, const char **at, uint32_t *n) {
    static const rz_row_type types[] = {RZ_STATE, RZ_ORGANISATION, RZ_FORUM};
    uint32_t key = rz_key(cast->data, "parties");
    for (uint32_t i = 0; i < rz_fields_of(cast->data, row); i++) {
        rz_field f = rz_field_at(cast->data, row, i);
        if (f.key != key) continue;
        for (rz_str id = rz_str_word(&f.value); id.size; id = rz_str_word(&f.value)) {
            rz_row party = RZ_NONE;
            for (int t = 0; t < 3 && party == RZ_NONE; t++) party = rz_row_find(cast->data, types[t], id);
            if (party != RZ_NONE) add_party(at, n, rz_row_id(cast->data, party));
        }
    }
}

void rz_add_parties_of_event(const rz_cast *cast, const rz_event *e, const char **at, uint32_t *n) {
    bool paper = rz_event_is(cast, e, RZ_KIND_PAPER);
    for (uint32_t p = 0; p < e->n_participants; p++)
        if (!paper || strcmp(e->participants[p].role, "mediator") != 0) party_of(cast, at, n, e->participants[p].actor);
}

/* Of what states do to each other no paper comes. */
static bool makes_papers(const rz_cast *cast, const rz_event *e) {
    return !rz_event_is(cast, e, RZ_KIND_ATTACK | RZ_KIND_SANCTION | RZ_KIND_EXPULSION | RZ_KIND_CROWD | RZ_KIND_RELEASE | RZ_KIND_APPOINTMENT | RZ_KIND_SUMMONS);
}

/* The states of the event of two told nearest; where one is told, that he was at, wherever it stands. */
static void add_parties_near(const rz_cast *cast, const rz_facts *facts, rz_span proof, const char **at, uint32_t *n) {
    enum { NEAR = 3000 }; /* bytes */
    const char *told = *n ? at[0] : NULL, *those[RZ_MOST_PARTIES];
    uint32_t best = RZ_NONE, least = told ? UINT32_MAX : NEAR, count;
    rz_around near = rz_events_around(facts, proof);
    for (uint32_t e = near.low; e < near.high; e++) {
        count = 0;
        rz_add_parties_of_event(cast, &facts->events[e], those, &count);
        if (count < 2 || (told && !rz_party_among(those, count, told)) || !makes_papers(cast, &facts->events[e])) continue;
        for (uint32_t i = 0; i < facts->events[e].n_evidence; i++) {
            uint32_t from = facts->events[e].evidence[i].start, away = from > proof.start ? 2 * (from - proof.start) : proof.start - from;
            if (away < least) least = away, best = e;
        }
    }
    if (best == RZ_NONE) return;
    count = 0;
    rz_add_parties_of_event(cast, &facts->events[best], those, &count);
    for (uint32_t i = 0; i < count; i++) add_party(at, n, those[i]);
}

/* Of the row; else those named between or with; else those of the event of two that is told nearest. */
static void parties(rz_cast *cast, const rz_found_instrument *f, const rz_facts *facts, rz_span proof, rz_instrument *out) {
    const char **at = RZ_NEW_N(cast->arena, const char *, RZ_MOST_PARTIES);
    uint32_t n = 0;
    if (f->row != RZ_NONE) rz_add_parties_of(cast, f->row, at, &n);
    bool open = f->row == RZ_NONE || !n;
    for (uint32_t i = 0; open && i < f->parties.n; i++) {
        party_of(cast, at, &n, rz_cast_actor(cast, f->parties.at[i]));
        party_of(cast, at, &n, cast->mentions->at[f->parties.at[i]].actor2);
    }
    if (f->row == RZ_NONE && n < 2 && !f->past) add_parties_near(cast, facts, proof, at, &n);
    if (n < out->n_parties) return; /* told more fully before */
    out->parties = at;
    out->n_parties = n;
}

static void add_instrument_proof(rz_cast *cast, rz_instrument *n, rz_span span) {
    n->evidence = rz_with_span(cast->arena, n->evidence, &n->n_evidence, span);
}

/* When it came to its stage: as its own clause says; else the day of the signing in the sentence, or of another event told there. */
static rz_days stage_days(const rz_cast *cast, const rz_found_instrument *f, const rz_facts *facts, rz_span proof) {
    rz_days days = {RZ_NO_DAY, RZ_NO_DAY};
    if (f->time != RZ_NONE) days = cast->solution->dates[f->time].days;
    bool left = stage_rank(cast, rz_row_id(cast->data, f->stage)) >= stage_rank(cast, "withdrawn"); /* «از پیمانی که در ۱۹۵۵ امضا شده بود خارج شد» */
    const rz_found_event *signing = f->event == RZ_NONE || left ? NULL : &cast->found->events.at[f->event];
    if (days.from == RZ_NO_DAY && signing && signing->times.n) days = cast->solution->dates[signing->times.at[0]].days;
    rz_around near = rz_events_around(facts, proof);
    for (uint32_t e = near.low; e < near.high && days.from == RZ_NO_DAY; e++)
        for (uint32_t i = 0; !(left && rz_event_is(cast, &facts->events[e], RZ_KIND_PAPER)) && i < facts->events[e].n_evidence; i++)
            if (rz_spans_meet(facts->events[e].evidence[i], proof)) days = facts->events[e].days;
    return days;
}

static void name_it(rz_cast *cast, const rz_found_instrument *f, rz_instrument *n) {
    if (f->row != RZ_NONE) {
        n->id = rz_row_id(cast->data, f->row);
        n->fa = rz_row_get(cast->data, f->row, "fa").at;
        return;
    }
    n->fa = rz_text_copy(cast->arena, cast->text, f->name_first, f->name_last);
    n->id = rz_format(cast->arena, "name:%s", rz_normal(cast->arena, cast->data, n->fa, (uint32_t)strlen(n->fa), false));
}

/* «بیانیه سه‌جانبه» first, and then by its own name */
static void named_at_last(rz_cast *cast, const rz_found_instrument *f, const rz_instrument *made, const rz_facts *out, rz_span proof, rz_instrument *n) {
    n->id = made->id;
    n->fa = made->fa;
    n->confidence = made->confidence;
    parties(cast, f, out, proof, n);
}

/* The later stage stands, with its day; what was extended, or left, runs out no more («مهلت آن در بهمن پایان می‌یابد»). */
static void take_stage(const rz_cast *cast, rz_instrument *n, const rz_instrument *again) {
    if ((!strcmp(n->stage, "extended") || !strcmp(n->stage, "withdrawn")) && !strcmp(again->stage, "expired")) return;
    uint32_t now = stage_rank(cast, n->stage), then = stage_rank(cast, again->stage);
    if (then > now || (then == now && n->days.from == RZ_NO_DAY)) n->days = again->days;
    if (then > now) n->stage = again->stage;
}

/* «… امضا می‌کنند. پارلمان باید آن را تصویب کند»: that is yet to come, whichever is told first. */
static bool only_awaited(const rz_cast *cast, const rz_told *told, const char *other) {
    return told->found->awaited && stage_rank(cast, other) >= stage_rank(cast, "drafted") && stage_rank(cast, other) <= stage_rank(cast, "signed");
}

/* «قرارداد این مربی» of a report of sport: a paper without a known name that no two are told to be parties of is none of states. */
static void drop_of_other_worlds(rz_cast *cast, rz_told *all, rz_facts *out) {
    if (!rz_is_other_world(cast->worlds)) return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < out->n_instruments; i++) {
        bool two = out->instruments[i].n_parties > 1 || rz_told_abroad(cast, all[i].found->first, RZ_NONE);
        if (two || all[i].found->row != RZ_NONE) all[kept] = all[i], out->instruments[kept++] = out->instruments[i];
    }
    out->n_instruments = kept;
}

void rz_instruments_merge(rz_cast *cast, rz_facts *out) {
    const rz_found *found = cast->found;
    out->instruments = RZ_NEW_N(cast->arena, rz_instrument, found->instruments.n);
    out->n_instruments = 0;
    rz_told *all = RZ_NEW_N(cast->arena, rz_told, found->instruments.n + 1);
    for (uint32_t i = 0; i < found->instruments.n; i++) {
        const rz_found_instrument *f = &found->instruments.at[i];
        if (f->stage == RZ_NONE) continue; /* the tables may lack it */
        const char *stage = rz_row_id(cast->data, f->stage);
        rz_told this_one = {.found = f, .telling = f->row == RZ_NONE ? rz_telling_of(cast, f) : (rz_telling){.n = 0}, .headline = f->name_first < cast->article->title_last, .news = !strcmp(stage, "signed") && rz_signing_is_news(cast, f)};
        rz_instrument made = {.stage = stage, .confidence = f->row != RZ_NONE ? 0.92 : 0.9};
        name_it(cast, f, &made);
        rz_span proof = rz_evidence(cast->text, f->first, f->last, f->first);
        made.days = stage_days(cast, f, out, proof);
        if (f->by_event && !rz_signed_by_two(cast, out, proof)) continue;
        rz_instrument *same = rz_told_before(cast, out, all, made.id, &this_one);
        if (same) {
            rz_told *before = &all[same - out->instruments];
            bool called = f->row == RZ_NONE && before->found->row == RZ_NONE && before->found->by_event && !f->nameless; /* «یک توافق‌نامه», and then by its own name */
            if ((f->row != RZ_NONE && before->found->row == RZ_NONE) || called) named_at_last(cast, f, &made, out, proof, same), *before = this_one;
            if (before->headline && !this_one.headline && this_one.telling.n) before->telling = this_one.telling; /* the body says better which */
            before->headline &= this_one.headline || f->nameless || f->indefinite; /* «توافق‌نامه‌ای برای …» of the body does not say which */
            bool to_come = before->news && !strcmp(made.stage, "drafted"); /* «از امضای X خبر داد. … امضا خواهند کرد» */
            to_come |= only_awaited(cast, before, made.stage);
            if (to_come) same->stage = made.stage, same->days = made.days;
            else if ((!this_one.news || strcmp(same->stage, "drafted") != 0) && !only_awaited(cast, &this_one, same->stage)) take_stage(cast, same, &made);
            before->news &= this_one.news;
            if (f->row == RZ_NONE && before->found->row == RZ_NONE && same->n_parties < 2) parties(cast, f, out, proof, same);
            add_instrument_proof(cast, same, proof);
            continue;
        }
        all[out->n_instruments] = this_one;
        rz_instrument *n = &out->instruments[out->n_instruments++];
        *n = made;
        parties(cast, f, out, proof, n);
        add_instrument_proof(cast, n, proof);
    }
    drop_of_other_worlds(cast, all, out);
    bool *by_others = RZ_NEW_N(cast->arena, bool, out->n_instruments + 1), *whose = RZ_NEW_N(cast->arena, bool, out->n_instruments + 1);
    for (uint32_t i = 0; i < out->n_instruments; i++) { /* «سه وزیر … امضا کردند» is not of the two told before */
        const rz_found_instrument *f = all[i].found;
        by_others[i] = f->row == RZ_NONE && f->event != RZ_NONE && found->events.at[f->event].parts.n;
        whose[i] = all[i].telling.n_states > 1;
    }
    rz_sign_all(cast, out, by_others, whose);
}
