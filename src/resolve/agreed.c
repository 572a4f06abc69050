/* What was agreed, with its parties and days. */
#include "resolve/resolve.h"

static uint32_t stage_rank(const rz_cast *cast, const char *stage) {
    const rz_grammar *g = cast->found->scene.g;
    rz_row row = rz_row_find(cast->data, RZ_STAGE, rz_str_of(stage));
    return row == RZ_NONE ? 0 : g->stages[row - g->first_stage].rank;
}

static bool is_among(const char *const *at, uint32_t n, const char *id) {
    for (uint32_t i = 0; i < n; i++)
        if (!strcmp(at[i], id)) return true;
    return false;
}

static void add_party(const char **at, uint32_t *n, const char *id) {
    if (!id || !*id || is_among(at, *n, id)) return;
    if (*n < RZ_MOST_PARTIES) at[(*n)++] = id;
}

static void party_of(const rz_cast *cast, const char **at, uint32_t *n, uint32_t actor) {
    if (actor == RZ_NONE) return;
    const rz_cast_member *m = &cast->members.at[actor];
    bool organisation = !strcmp(m->shown.kind, "organisation") || !strcmp(m->shown.kind, "forum");
    add_party(at, n, m->state != RZ_NONE ? rz_row_id(cast->data, m->state) : organisation ? m->shown.id : NULL);
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
    for (uint32_t p = 0; p < e->n_participants; p++) party_of(cast, at, n, e->participants[p].actor);
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
        if (count < 2 || (told && !is_among(those, count, told)) || !makes_papers(cast, &facts->events[e])) continue;
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
    for (uint32_t i = 0; f->row == RZ_NONE && i < f->parties.n; i++) {
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
    const rz_found_event *signing = f->event == RZ_NONE ? NULL : &cast->found->events.at[f->event];
    if (days.from == RZ_NO_DAY && signing && signing->times.n) days = cast->solution->dates[signing->times.at[0]].days;
    rz_around near = rz_events_around(facts, proof);
    for (uint32_t e = near.low; e < near.high && days.from == RZ_NO_DAY; e++)
        for (uint32_t i = 0; i < facts->events[e].n_evidence; i++)
            if (rz_spans_meet(facts->events[e].evidence[i], proof)) days = facts->events[e].days;
    return days;
}

/* ---- one agreement, told in other words ---- */

enum { LOOK_BACK = 64, MOST_WORDS = 8, MOST_STATES = 8, LEAST_LETTERS = 3 };

typedef struct {
    uint32_t words[MOST_WORDS], n; /* tokens that tell which agreement it is */
    rz_row states[MOST_STATES];
    uint32_t n_states;
} telling;

static void add_state(const rz_cast *cast, telling *t, uint32_t mention) {
    uint32_t actor = mention == RZ_NONE ? RZ_NONE : cast->mentions->at[mention].actor;
    rz_row state = actor == RZ_NONE ? RZ_NONE : cast->members.at[actor].state;
    for (uint32_t i = 0; i < t->n_states; i++)
        if (t->states[i] == state) return;
    if (state != RZ_NONE && t->n_states < MOST_STATES) t->states[t->n_states++] = state;
}

static bool of_noun(const rz_scene *s, uint32_t token) {
    enum { LONGEST = 3 };
    for (uint32_t t = token > LONGEST ? token - LONGEST : 0; t <= token; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
            if (h.hit.type == RZ_AGREEMENT_NOUN && h.hit.last > token) return true;
    return false;
}

static bool tells_which(const rz_scene *s, uint32_t token) {
    uint32_t last;
    if (s->text->tokens[token].kind != RZ_TOKEN_WORD || of_noun(s, token)) return false;
    uint8_t class = rz_class_at(s, token, &last);
    return !class || (class > RZ_C_ALSO && class != RZ_C_EMPTY);
}

static telling telling_of(const rz_cast *cast, const rz_found_instrument *f) {
    const rz_scene *s = &cast->found->scene;
    telling out = {.n = 0};
    for (uint32_t t = f->name_first; t < f->name_last; t++) {
        if (s->mention_at[t] != RZ_NONE) add_state(cast, &out, s->mention_at[t]);
        else if (out.n < MOST_WORDS && s->time_at[t] == RZ_NONE && tells_which(s, t)) out.words[out.n++] = t;
    }
    for (uint32_t i = 0; i < f->parties.n; i++) add_state(cast, &out, f->parties.at[i]);
    return out;
}

/* گاز and گازی: one begins with the other; خط, a word of few letters, is itself alone. */
static bool like(const rz_text *t, uint32_t a, uint32_t b) {
    rz_span x = t->tokens[a].letters, y = t->tokens[b].letters;
    uint32_t n = x.end - x.start < y.end - y.start ? x.end - x.start : y.end - y.start;
    return (n >= LEAST_LETTERS || x.end - x.start == y.end - y.start) && memcmp(t->letters + x.start, t->letters + y.start, n) == 0;
}

/* Not of different states, as far as both tell. */
static bool same_states(const telling *a, const telling *b) {
    const telling *few = a->n_states <= b->n_states ? a : b, *many = few == a ? b : a;
    for (uint32_t i = 0; i < few->n_states; i++) {
        bool found = false;
        for (uint32_t j = 0; j < many->n_states && !found; j++) found = few->states[i] == many->states[j];
        if (!found) return false;
    }
    return true;
}

/* All that the one says of it the other says too, but for one word of many («راه‌آهن X», «خط آهن X»), and they are not of different states. */
static bool same_words(const rz_text *text, const telling *a, const telling *b) {
    enum { MANY = 5 };
    const telling *less = a->n <= b->n ? a : b, *more = less == a ? b : a;
    uint32_t missing = 0;
    for (uint32_t i = 0; i < less->n; i++) {
        bool found = false;
        for (uint32_t j = 0; j < more->n && !found; j++) found = like(text, less->words[i], more->words[j]);
        missing += !found;
    }
    return less->n > 0 && missing <= (less->n >= MANY) && same_states(a, b);
}

typedef struct {
    const rz_found_instrument *found;
    telling telling;
    bool headline; /* told by the title, and not yet by the body */
    bool news;     /* told as news of a signing alone */
} told;

/* «بیانیه «X»» is the «بیانیه مشترک» too. */
static bool called_like(const rz_cast *cast, rz_row a, rz_row b) {
    return a != RZ_NONE && b != RZ_NONE && rz_row_has(cast->data, a, "like", rz_row_get(cast->data, b, "kind").at);
}

/* «بر سر پایان جنگ به توافق رسیدند» has no word for the paper. */
static bool is_accord(const rz_cast *cast, rz_row noun) { return noun == RZ_NONE || rz_row_has(cast->data, noun, "like", "accord"); }

/* A treaty is an agreement is an accord; a memorandum, a contract and a protocol are themselves. */
static bool same_paper(const rz_cast *cast, rz_row a, rz_row b) {
    return a == b || (is_accord(cast, a) && is_accord(cast, b)) || called_like(cast, a, b) || called_like(cast, b, a);
}

/* «هشت سند» are not «۱۰ سند». */
static bool counted_apart(const rz_found_instrument *a, const rz_found_instrument *b) {
    return a->several && b->several && !a->uncounted && !b->uncounted && a->number && b->number && a->number != b->number;
}

/* «تفاهم‌نامه‌ای امضا شد» is the one whose name is told elsewhere; eight documents are not one of them. */
static bool same_nameless(const rz_found_instrument *a, const rz_found_instrument *b) {
    if (a->past || b->past) return false;
    if (a->several && b->several && (a->uncounted || b->uncounted)) return true; /* «اسناد»: the eight told of */
    return (a->nameless || b->nameless) && a->several == b->several && (a->nameless == b->nameless || !a->several);
}

/* «آتش‌بس فوری», «توافق آتش‌بس», «پروتکل آتش‌بس شرق X»: of what a report tells of once (`once yes`), whatever else it is called. */
static bool tells_once(const rz_cast *cast, const rz_found_instrument *f) {
    const rz_scene *s = &cast->found->scene;
    if (f->noun != RZ_NONE && rz_row_has(cast->data, f->noun, "once", "yes")) return true;
    for (uint32_t t = f->name_first; t < f->name_last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
            if (h.hit.type == RZ_AGREEMENT_NOUN && rz_row_has(cast->data, h.hit.row, "once", "yes")) return true;
    return false;
}

/* «توافقی نظامی با X», «توافقی امنیتی با X»: two sentences on one accord of the same two sides. */
static bool same_accord(const rz_cast *cast, const told *a, const told *b) {
    const rz_scene *s = &cast->found->scene;
    bool vague = a->found->noun == b->found->noun && a->found->noun != RZ_NONE && rz_row_has(cast->data, a->found->noun, "kind", "accord");
    if (!vague || s->sentence_of[a->found->name_first] == s->sentence_of[b->found->name_first]) return false;
    return a->telling.n_states >= 2 && a->telling.n_states == b->telling.n_states && same_states(&a->telling, &b->telling);
}

/* «قرارداد گازی X و Y» of the title is what the body tells first of such a paper of the same states, with a word of the title. */
static bool same_headline(const rz_cast *cast, const told *now, const told *before) {
    const rz_found_instrument *a = now->found, *b = before->found;
    if (!before->headline || now->headline || a->several != b->several) return false;
    if (!now->telling.n_states || !before->telling.n_states || !same_states(&now->telling, &before->telling)) return false;
    for (uint32_t i = 0; i < before->telling.n; i++)
        for (uint32_t j = 0; j < now->telling.n; j++)
            if (like(cast->text, before->telling.words[i], now->telling.words[j])) return true;
    return false;
}

static bool same_told(const rz_cast *cast, const told *a, const told *b) {
    bool as_many = a->found->several && b->found->several && a->found->number && a->found->number == b->found->number;
    if (as_many && same_states(&a->telling, &b->telling)) return true; /* «۴۰ سند», «۴۰ قرارداد» */
    if (tells_once(cast, a->found) && tells_once(cast, b->found) && same_states(&a->telling, &b->telling)) return true;
    if (!same_paper(cast, a->found->noun, b->found->noun) || counted_apart(a->found, b->found)) return false;
    return same_nameless(a->found, b->found) || same_words(cast->text, &a->telling, &b->telling) || same_accord(cast, a, b) || same_headline(cast, a, b);
}

/* «بیانیه سه‌جانبه X، Y و Z» is the one of the tables between just these, where nothing else tells of another. */
static bool is_row_of(const telling *t, uint32_t n_parties) { return !t->n && t->n_states >= 2 && t->n_states == n_parties; }

/* Do the names of the row have the word? */
static bool is_named_by(const rz_cast *cast, rz_row row, uint32_t token) {
    const char *word = rz_text_copy(cast->arena, cast->text, token, token + 1);
    uint32_t key = rz_key(cast->data, "fa");
    for (uint32_t i = 0; i < rz_fields_of(cast->data, row); i++) {
        rz_field f = rz_field_at(cast->data, row, i);
        if (f.key != key) continue;
        for (rz_str w = rz_str_word(&f.value); w.size; w = rz_str_word(&f.value))
            if (rz_str_is(w, word)) return true;
    }
    return false;
}

/* «پیمان صلح» beside the one of the tables that has these words in its name: its first words are of that name. */
static bool is_short_for_row(const rz_cast *cast, rz_row row, const told *b) {
    if (b->found->noun == RZ_NONE || !is_accord(cast, b->found->noun) || !b->telling.n) return false;
    for (uint32_t i = 0; i < b->telling.n && b->telling.words[i] == b->telling.words[0] + i; i++)
        if (!is_named_by(cast, row, b->telling.words[i])) return false;
    return true;
}

/* «آتش‌بس فوری» beside the ceasefire of the tables: nothing in its words tells where else it is. */
static bool is_that_ceasefire(const rz_cast *cast, rz_row row, const told *b) {
    const rz_scene *s = &cast->found->scene;
    if (!rz_row_has(cast->data, row, "kind", "ceasefire") || !tells_once(cast, b->found)) return false;
    for (uint32_t t = b->found->name_first; t < b->found->name_last; t++)
        if (s->mention_at[t] != RZ_NONE) return false;
    return true;
}

/* Is the described one the row of the tables, told without its name? No state is told that is no party of it. */
static bool stands_for(const rz_cast *cast, rz_row row, const told *b) {
    const char *at[RZ_MOST_PARTIES];
    uint32_t n = 0;
    if (is_that_ceasefire(cast, row, b)) return true;
    rz_add_parties_of(cast, row, at, &n);
    for (uint32_t i = 0; i < b->telling.n_states; i++)
        if (!is_among(at, n, rz_row_id(cast->data, b->telling.states[i]))) return false;
    return n && (is_row_of(&b->telling, n) || is_short_for_row(cast, row, b));
}

/* «توافق مسکو»: nothing but where it was made tells which, so it is the one told of last. */
static bool only_placed(const rz_cast *cast, const told *t) {
    const rz_found_instrument *f = t->found;
    bool vague = f->row == RZ_NONE && f->stage == cast->found->scene.g->agreed && f->noun != RZ_NONE && rz_row_has(cast->data, f->noun, "kind", "accord") && !f->nameless && !f->several;
    return vague && !t->telling.n && t->telling.n_states < 2 && !tells_once(cast, f);
}

/* The one paper of the title is the first that the body tells at that stage, whatever it calls it («پیمان رفت‌وآمد نیروها», «موافقت‌نامه
 * دسترسی متقابل»), if they are not of different states. */
static bool is_of_title(const rz_cast *cast, const rz_facts *out, const told *all, const told *now) {
    const told *title = &all[0];
    if (out->n_instruments != 1 || !title->headline || now->headline || title->found->row != RZ_NONE || now->found->row != RZ_NONE) return false;
    if (title->found->stage != now->found->stage || title->found->several != now->found->several || now->found->past) return false;
    return same_paper(cast, title->found->noun, now->found->noun) && same_states(&title->telling, &now->telling);
}

static rz_instrument *told_before(rz_cast *cast, rz_facts *out, const told *all, const char *id, const told *this_one) {
    if (out->n_instruments && only_placed(cast, this_one)) return &out->instruments[out->n_instruments - 1];
    for (uint32_t j = 0; j < out->n_instruments && j < LOOK_BACK; j++) {
        if (rz_made_anew(&cast->found->scene, this_one->found, all[j].found)) continue;
        if (!strcmp(out->instruments[j].id, id)) return &out->instruments[j];
        rz_row row = this_one->found->row, other = all[j].found->row;
        if (row != RZ_NONE && other != RZ_NONE) continue;
        if (row != RZ_NONE || other != RZ_NONE) {
            const told *described = row != RZ_NONE ? &all[j] : this_one;
            row = row != RZ_NONE ? row : other;
            if (stands_for(cast, row, described)) return &out->instruments[j];
            continue;
        }
        if (same_told(cast, this_one, &all[j])) return &out->instruments[j];
    }
    return is_of_title(cast, out, all, this_one) ? &out->instruments[0] : NULL;
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

/* The later stage stands, with its day; what was extended runs out no more («مهلت آن در بهمن پایان می‌یابد»). */
static void take_stage(const rz_cast *cast, rz_instrument *n, const rz_instrument *again) {
    if (!strcmp(n->stage, "extended") && !strcmp(again->stage, "expired")) return;
    uint32_t now = stage_rank(cast, n->stage), then = stage_rank(cast, again->stage);
    if (then > now || (then == now && n->days.from == RZ_NO_DAY)) n->days = again->days;
    if (then > now) n->stage = again->stage;
}

/* «قرارداد این مربی» of a report of sport: a paper without a known name that no two are told to be parties of is none of states. */
static void drop_of_other_worlds(rz_cast *cast, const told *all, rz_facts *out) {
    if (!rz_is_other_world(cast->worlds)) return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < out->n_instruments; i++) {
        bool two = out->instruments[i].n_parties > 1 || rz_told_abroad(cast, all[i].found->first, RZ_NONE);
        if (two || all[i].found->row != RZ_NONE) out->instruments[kept++] = out->instruments[i];
    }
    out->n_instruments = kept;
}

void rz_instruments_merge(rz_cast *cast, rz_facts *out) {
    const rz_found *found = cast->found;
    out->instruments = RZ_NEW_N(cast->arena, rz_instrument, found->instruments.n);
    out->n_instruments = 0;
    told *all = RZ_NEW_N(cast->arena, told, found->instruments.n + 1);
    for (uint32_t i = 0; i < found->instruments.n; i++) {
        const rz_found_instrument *f = &found->instruments.at[i];
        const char *stage = rz_row_id(cast->data, f->stage);
        told this_one = {.found = f, .telling = f->row == RZ_NONE ? telling_of(cast, f) : (telling){.n = 0}, .headline = f->name_first < cast->article->title_last, .news = !strcmp(stage, "signed") && rz_signing_is_news(cast, f)};
        rz_instrument made = {.stage = stage, .confidence = f->row != RZ_NONE ? 0.92 : 0.9};
        name_it(cast, f, &made);
        rz_span proof = rz_evidence(cast->text, f->first, f->last, f->first);
        made.days = stage_days(cast, f, out, proof);
        if (f->by_event && !rz_signed_by_two(cast, out, proof)) continue;
        rz_instrument *same = told_before(cast, out, all, made.id, &this_one);
        if (same) {
            told *before = &all[same - out->instruments];
            bool called = f->row == RZ_NONE && before->found->row == RZ_NONE && before->found->by_event && !f->nameless; /* «یک توافق‌نامه», and then by its own name */
            if ((f->row != RZ_NONE && before->found->row == RZ_NONE) || called) named_at_last(cast, f, &made, out, proof, same), *before = this_one;
            if (before->headline && !this_one.headline && this_one.telling.n) before->telling = this_one.telling; /* the body says better which */
            before->headline &= this_one.headline;
            bool to_come = before->news && !strcmp(made.stage, "drafted"); /* «از امضای X خبر داد. … امضا خواهند کرد» */
            if (to_come) same->stage = made.stage, same->days = made.days;
            else if (!this_one.news || strcmp(same->stage, "drafted") != 0) take_stage(cast, same, &made);
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
    rz_sign_all(cast, out);
}
