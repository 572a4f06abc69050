/* One agreement, told in other words. */
#include "resolve/agreed.h"

enum { LOOK_BACK = 64, LEAST_LETTERS = 3 };

static void add_state(const rz_cast *cast, rz_telling *t, uint32_t mention) {
    bool some = mention == RZ_NONE || (cast->mentions->at[mention].kind == RZ_M_COLLECTIVE && cast->mentions->at[mention].state == RZ_NONE); /* «دو کشور»: whichever */
    bool between = !some && cast->found->scene.links[mention].prep == RZ_C_BETWEEN;
    uint32_t actor = some ? RZ_NONE : cast->mentions->at[mention].actor;
    rz_row state = actor != RZ_NONE ? cast->members.at[actor].state : between ? cast->mentions->at[mention].state : RZ_NONE; /* «میان [مسکو] و [واشنگتن]» */
    for (uint32_t i = 0; i < t->n_states; i++)
        if (t->states[i] == state) return;
    if (state != RZ_NONE && t->n_states < MOST_STATES) t->states[t->n_states++] = state;
}

static bool of_noun(const rz_scene *s, uint32_t token) {
    enum { LONGEST = 3 };
    for (uint32_t t = token > LONGEST ? token - LONGEST : 0; t <= token; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
            if (h.hit.last > token) return true;
    return false;
}

static bool tells_which(const rz_scene *s, uint32_t token) {
    uint32_t last;
    if (s->text->tokens[token].kind != RZ_TOKEN_WORD || of_noun(s, token)) return false;
    uint8_t class = rz_class_at(s, token, &last);
    return !class || (class > RZ_C_ALSO && class != RZ_C_EMPTY);
}

rz_telling rz_telling_of(const rz_cast *cast, const rz_found_instrument *f) {
    const rz_scene *s = &cast->found->scene;
    rz_telling out = {.n = 0};
    for (uint32_t t = f->name_first; t < f->name_last; t++) {
        if (s->mention_at[t] != RZ_NONE) add_state(cast, &out, s->mention_at[t]);
        else if (out.n < MOST_WORDS && rz_token_time(s, t) == RZ_NONE && tells_which(s, t)) out.words[out.n++] = t;
    }
    for (uint32_t i = 0; i < f->parties.n; i++) add_state(cast, &out, f->parties.at[i]);
    return out;
}

/* گاز and گازی: one begins with the other, or ends with it («زیر دریایی», «زیردریایی»); خط, a word of few letters, is itself alone. */
static bool like(const rz_text *t, uint32_t a, uint32_t b) {
    enum { LEAST_ENDING = 5 };
    rz_span x = rz_token_letters(&t->tokens[a]), y = rz_token_letters(&t->tokens[b]);
    uint32_t n = x.end - x.start < y.end - y.start ? x.end - x.start : y.end - y.start;
    if (n >= LEAST_ENDING && memcmp(t->letters + x.end - n, t->letters + y.end - n, n) == 0) return true;
    return (n >= LEAST_LETTERS || x.end - x.start == y.end - y.start) && memcmp(t->letters + x.start, t->letters + y.start, n) == 0;
}

/* Not of different states, as far as both tell. */
static bool same_states(const rz_telling *a, const rz_telling *b) {
    const rz_telling *few = a->n_states <= b->n_states ? a : b, *many = few == a ? b : a;
    for (uint32_t i = 0; i < few->n_states; i++) {
        bool found = false;
        for (uint32_t j = 0; j < many->n_states && !found; j++) found = few->states[i] == many->states[j];
        if (!found) return false;
    }
    return true;
}

static bool share_state(const rz_telling *a, const rz_telling *b) {
    bool found = !a->n_states || !b->n_states;
    for (uint32_t i = 0; i < a->n_states; i++)
        for (uint32_t j = 0; j < b->n_states; j++) found |= a->states[i] == b->states[j];
    return found;
}

/* All that the one says of it the other says too, but for one word of many («راه‌آهن X», «خط آهن X»), and they are not of different states. */
static bool same_words(const rz_text *text, const rz_telling *a, const rz_telling *b, uint32_t least) {
    enum { MANY = 5 };
    const rz_telling *less = a->n <= b->n ? a : b, *more = less == a ? b : a;
    uint32_t missing = 0;
    for (uint32_t i = 0; i < less->n; i++) {
        bool found = false;
        for (uint32_t j = 0; j < more->n && !found; j++) found = like(text, less->words[i], more->words[j]);
        missing += !found;
    }
    return less->n >= least && missing <= (less->n >= MANY) && same_states(a, b);
}

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
            if (rz_row_has(cast->data, h.hit.row, "once", "yes")) return true;
    return false;
}

static bool same_two(const rz_told *a, const rz_told *b) { return a->telling.n_states >= 2 && a->telling.n_states == b->telling.n_states && same_states(&a->telling, &b->telling); }

/* «توافقی نظامی با X», «توافقی امنیتی با X», «لایحه عضویت X در Y», «لایحه پیوستن X به Y»: two sentences on one of the same two sides. */
static bool same_accord(const rz_cast *cast, const rz_told *a, const rz_told *b) {
    const rz_scene *s = &cast->found->scene;
    bool vague = a->found->noun == b->found->noun && a->found->noun != RZ_NONE && (rz_row_has(cast->data, a->found->noun, "kind", "accord") || rz_row_has(cast->data, a->found->noun, "kind", "bill"));
    return vague && rz_token_sentence(s, a->found->name_first) != rz_token_sentence(s, b->found->name_first) && same_two(a, b);
}

/* «قرارداد تعیین مرز … با امضای توافق‌نامه میان X و Y»: a bare word for a paper is said of the one of the same two at that stage. */
static bool same_bare(const rz_cast *cast, const rz_told *a, const rz_told *b) {
    const rz_found_instrument *x = a->found, *y = b->found;
    rz_row bare = x->nameless ? x->noun : y->noun;
    if (bare == RZ_NONE || rz_row_has(cast->data, bare, "kind", "declaration")) return false; /* «بیانیه‌ای مشترک» */
    return x->nameless != y->nameless && !x->several && !y->several && !x->past && !y->past && x->stage == y->stage && same_two(a, b);
}

/* «قرارداد گازی X و Y» of the title is what the body tells first of such a paper of the same states, with a word of the title. */
static bool same_headline(const rz_cast *cast, const rz_told *now, const rz_told *before) {
    const rz_found_instrument *a = now->found, *b = before->found;
    if (!before->headline || now->headline || a->several != b->several) return false;
    if (!now->telling.n_states || !before->telling.n_states || !same_states(&now->telling, &before->telling)) return false;
    for (uint32_t i = 0; i < before->telling.n; i++)
        for (uint32_t j = 0; j < now->telling.n; j++)
            if (like(cast->text, before->telling.words[i], now->telling.words[j])) return true;
    return false;
}

static bool same_told(const rz_cast *cast, const rz_told *a, const rz_told *b) {
    bool as_many = a->found->several && b->found->several && a->found->number && a->found->number == b->found->number;
    if (as_many && same_states(&a->telling, &b->telling)) return true; /* «۴۰ سند», «۴۰ قرارداد» */
    if (tells_once(cast, a->found) && tells_once(cast, b->found) && (b->headline ? share_state(&a->telling, &b->telling) : same_states(&a->telling, &b->telling))) return true;
    enum { SURE = 3 }; /* words: «قرارداد …» and «تفاهم‌نامه تعیین حریم دریایی» */
    if (same_bare(cast, a, b) || (a->found->several == b->found->several && same_two(a, b) && same_words(cast->text, &a->telling, &b->telling, SURE))) return true;
    if (!same_paper(cast, a->found->noun, b->found->noun) || counted_apart(a->found, b->found)) return false;
    return same_nameless(a->found, b->found) || same_words(cast->text, &a->telling, &b->telling, 1) || same_accord(cast, a, b) || same_headline(cast, a, b);
}

/* «بیانیه سه‌جانبه X، Y و Z» is the one of the tables between just these, where nothing else tells of another. */
static bool is_row_of(const rz_telling *t, uint32_t n_parties) { return !t->n && t->n_states >= 2 && t->n_states == n_parties; }

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
static bool is_short_for_row(const rz_cast *cast, rz_row row, const rz_told *b) {
    if (b->found->noun == RZ_NONE || !is_accord(cast, b->found->noun) || !b->telling.n) return false;
    for (uint32_t i = 0; i < b->telling.n && b->telling.words[i] == b->telling.words[0] + i; i++)
        if (!is_named_by(cast, row, b->telling.words[i])) return false;
    return true;
}

/* «قطعنامه … برای آتش‌بس در X»: what is told of the one is told of the other. */
static bool asks_for_ceasefire(const rz_cast *cast, const rz_found_instrument *f) {
    const rz_scene *s = &cast->found->scene;
    for (uint32_t t = f->name_first; t < f->name_last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
            if (!strcmp(rz_row_id(cast->data, h.hit.row), "ceasefire")) return true;
    return false;
}

/* «آتش‌بس فوری» beside the ceasefire of the tables: nothing in its words tells where else it is. */
static bool is_that_ceasefire(const rz_cast *cast, rz_row row, const rz_told *b) {
    const rz_scene *s = &cast->found->scene;
    if (!rz_row_has(cast->data, row, "kind", "ceasefire") || !tells_once(cast, b->found)) return false;
    if (b->found->noun != RZ_NONE && rz_row_has(cast->data, b->found->noun, "kind", "resolution")) return asks_for_ceasefire(cast, b->found);
    for (uint32_t t = b->found->name_first; t < b->found->name_last; t++)
        if (s->mention_at[t] != RZ_NONE) return false;
    return true;
}

/* «دوما با تمدید معاهده X موافقت کرد. … معاهده اتمی دوجانبه را تمدید کرد»: two states have one treaty to which that befalls. */
static bool befalls_treaty(const rz_cast *cast, rz_row row, const rz_told *of_row, const rz_told *b) {
    if (b->found->noun == RZ_NONE || b->found->several || b->found->stage != of_row->found->stage || !b->telling.n_states) return false;
    uint32_t rank = rz_stage_rank(cast->found->scene.g, rz_row_id(cast->data, b->found->stage)), signing = rz_stage_rank(cast->found->scene.g, "signed");
    bool proposed = !strcmp(rz_row_id(cast->data, b->found->stage), "proposed");
    return (rank > signing || proposed) && rz_row_has(cast->data, row, "kind", "treaty") && (rz_row_has(cast->data, b->found->noun, "kind", "treaty") || rz_row_has(cast->data, b->found->noun, "kind", "accord"));
}

/* «طرح ۲۸ ماده‌ای را رد کرد. … با طرح پیشنهادی X مخالفت کرد»: a report tells of one plan. */
static bool is_that_plan(const rz_cast *cast, rz_row row, const rz_told *of_row, const rz_told *b) {
    bool plan = b->found->noun != RZ_NONE && rz_row_has(cast->data, b->found->noun, "kind", "plan");
    return plan && b->found->stage == of_row->found->stage && is_named_by(cast, row, b->found->name_first);
}

/* Is the described one the row of the tables, told without its name? No state is told that is no party of it. */
static bool stands_for(const rz_cast *cast, rz_row row, const rz_told *of_row, const rz_told *b) {
    const char *at[RZ_MOST_PARTIES];
    uint32_t n = 0;
    if (is_that_ceasefire(cast, row, b) || is_that_plan(cast, row, of_row, b)) return true;
    rz_add_parties_of(cast, row, at, &n);
    for (uint32_t i = 0; i < b->telling.n_states; i++)
        if (!rz_party_among(at, n, rz_row_id(cast->data, b->telling.states[i]))) return false;
    return n && (is_row_of(&b->telling, n) || is_short_for_row(cast, row, b) || befalls_treaty(cast, row, of_row, b));
}

/* «توافق مسکو»: nothing but where it was made tells which, so it is the one told of last. */
static bool only_placed(const rz_cast *cast, const rz_told *t) {
    const rz_found_instrument *f = t->found;
    bool vague = f->row == RZ_NONE && f->stage == cast->found->scene.g->agreed && f->noun != RZ_NONE && rz_row_has(cast->data, f->noun, "kind", "accord") && !f->nameless && !f->several;
    return vague && !t->telling.n && t->telling.n_states < 2 && !tells_once(cast, f);
}

/* The one paper of the title is the first that the body tells at that stage, whatever it calls it («پیمان رفت‌وآمد نیروها», «موافقت‌نامه
 * دسترسی متقابل»), if they are not of different states. */
static bool is_of_title(const rz_cast *cast, const rz_facts *out, const rz_told *all, const rz_told *now) {
    const rz_told *title = &all[0];
    if (out->n_instruments != 1 || !title->headline || now->headline || title->found->row != RZ_NONE || now->found->row != RZ_NONE) return false;
    if (title->found->stage != now->found->stage || title->found->several != now->found->several || now->found->past) return false;
    bool any = title->found->noun != RZ_NONE && !strcmp(rz_row_id(cast->data, title->found->noun), "accord"); /* «توافق نفتی»: the contract of the body */
    return (any || same_paper(cast, title->found->noun, now->found->noun)) && same_states(&title->telling, &now->telling);
}

rz_instrument *rz_told_before(rz_cast *cast, rz_facts *out, const rz_told *all, const char *id, const rz_told *this_one) {
    if (out->n_instruments && only_placed(cast, this_one)) return &out->instruments[out->n_instruments - 1];
    for (uint32_t j = 0; j < out->n_instruments && j < LOOK_BACK; j++) {
        if (rz_made_anew(&cast->found->scene, this_one->found, all[j].found)) continue;
        if (!strcmp(out->instruments[j].id, id)) return &out->instruments[j];
        rz_row row = this_one->found->row, other = all[j].found->row;
        if (row != RZ_NONE && other != RZ_NONE) continue;
        if (row != RZ_NONE || other != RZ_NONE) {
            const rz_told *described = row != RZ_NONE ? &all[j] : this_one;
            row = row != RZ_NONE ? row : other;
            if (stands_for(cast, row, described == this_one ? &all[j] : this_one, described)) return &out->instruments[j];
            continue;
        }
        if (same_told(cast, this_one, &all[j])) return &out->instruments[j];
    }
    return is_of_title(cast, out, all, this_one) ? &out->instruments[0] : NULL;
}
