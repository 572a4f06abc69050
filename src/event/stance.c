/* The stance of a statement: the first of the contract's order that its sentence carries. */
#include "event/saying.h"

typedef enum { NOT_CARRIED, CARRIED, WEAKLY } carrying;

static bool is_blocked(const rz_scene *s, const rz_hit *hit) {
    uint32_t from = hit->first > 3 ? hit->first - 3 : 0;
    for (uint32_t t = from; t <= hit->first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STANCE)); rz_hits_next(&h);) {
            const rz_hit *block = &h.hit;
            if (block->row == hit->row && block->key == s->g->k_block && block->last >= hit->last) return true;
        }
    return false;
}

static uint32_t verb_at(const rz_scene *s, uint32_t token) {
    uint32_t verb = token < s->text->n_tokens ? s->text->tokens[token].verb : RZ_NONE;
    return verb != RZ_NONE && s->text->verbs[verb].first == token ? verb : RZ_NONE;
}

/* The verb right after the phrase, or the one that it shares with the next: «تکذیب و تأکید کرد». */
static uint32_t light_verb(const rz_scene *s, const rz_hit *hit) {
    uint32_t verb = verb_at(s, hit->last), next;
    if (verb != RZ_NONE || hit->last >= s->text->n_tokens || rz_class_at(s, hit->last, &next) != RZ_C_AND || next >= s->text->n_tokens) return verb;
    for (rz_hits h = rz_hits_at(s->text, next); rz_hits_next(&h);) {
        const rz_hit *other = &h.hit;
        if (!other->tail && other->key == s->g->k_phrase && verb_at(s, other->last) != RZ_NONE) return verb_at(s, other->last);
    }
    uint32_t clause = s->clause_of[hit->first], own = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    return own != RZ_NONE && s->text->verbs[own].first > next ? own : RZ_NONE; /* «محکوم و با قربانیان ابراز همدردی کرد» */
}

/* «او را به کارشکنی متهم» */
static bool has_object(const rz_scene *s, const rz_hit *hit) {
    enum { NEAR = 12 };
    uint32_t last, from = s->text->sentences[rz_token_sentence(s, hit->first)].first;
    for (uint32_t t = hit->first; t-- > from && hit->first - t <= NEAR && s->clause_of[t] == s->clause_of[hit->first];)
        if (rz_class_at(s, t, &last) == RZ_C_OBJECT) return true;
    return false;
}

/* «محکوم می‌کند», whatever the tense; «باید محکوم کنند» is asked of others. */
static bool with_verb(const rz_scene *s, const rz_stance *stance, const rz_hit *hit) {
    uint32_t verb = hit->tail ? RZ_NONE : light_verb(s, hit);
    if (!rz_verb_among(s, verb, stance->verbs, stance->n_verbs)) {
        bool left_out = verb != RZ_NONE && has_object(s, hit) && verb_at(s, hit->last) == RZ_NONE;
        if (!left_out) return false; /* «آن را محکوم و خواستار نشست شد» */
    }
    const rz_verb *v = &s->text->verbs[verb];
    return !v->negative && v->tense != RZ_SUBJUNCTIVE && v->tense != RZ_INFINITIVE;
}

/* «چین مخالف این تحریم‌ها است» */
static bool predicated(const rz_scene *s, const rz_stance *stance, const rz_hit *hit) {
    uint32_t clause = s->clause_of[hit->first], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    if (hit->tail || !rz_verb_among(s, verb, stance->simple, stance->n_simple)) return false;
    const rz_verb *v = &s->text->verbs[verb];
    bool alone = v->first == hit->last && hit->row == s->g->propose && (v->last >= s->text->n_tokens || (s->text->tokens[v->last].kind == RZ_TOKEN_PUNCT && !s->text->tokens[v->last].quote && s->text->tokens[v->last].punct != '"'));
    bool in_store = hit->row != s->g->threaten || v->tense == RZ_FUTURE; /* «بهای سنگینی پرداخت» is past */
    return v->first >= hit->last && !v->negative && v->tense != RZ_SUBJUNCTIVE && !alone && in_store; /* «متن آماده است»: a thing is ready */
}

/* «خواستار تنش نیست», «آماده گفت‌وگو نیست»: who is not, asks and offers nothing. */
static bool is_not(const rz_scene *s, const rz_hit *hit) {
    enum { NEAR = 10 };
    const rz_grammar *g = s->g;
    bool predicate = hit->row == g->call_for || hit->row == g->propose || hit->row == g->commit || hit->row == g->concern;
    uint32_t clause = s->clause_of[hit->first], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    if (!predicate || verb == RZ_NONE || s->text->tokens[hit->last - 1].verb != RZ_NONE) return false;
    const rz_verb *v = &s->text->verbs[verb];
    return v->negative && v->lemma == g->be && v->first >= hit->last && v->first < hit->last + NEAR;
}

/* «ضمن استقبال از X در کاخ گفت»: he is received as a guest; what one welcomes is a thing. */
static bool receives(const rz_scene *s, const rz_hit *hit) {
    uint32_t last, at = hit->last;
    if (hit->row != s->g->welcome || at >= s->text->n_tokens || rz_class_at(s, at, &last) != RZ_C_FROM || last >= s->text->n_tokens) return false;
    uint32_t m = s->mention_at[last];
    return m != RZ_NONE && s->mentions->at[m].first == last && rz_family(&s->mentions->at[m]) == 1;
}

static carrying carries(const rz_scene *s, const rz_hit *hit) {
    const rz_grammar *g = s->g;
    if (hit->type != RZ_STANCE || receives(s, hit)) return NOT_CARRIED;
    const rz_stance *stance = &g->stances[hit->row - g->first_stance];
    carrying how = hit->key == g->k_weak ? WEAKLY : hit->key == g->k_cue ? CARRIED
                   : hit->key == g->k_phrase && with_verb(s, stance, hit) ? CARRIED
                   : hit->key == g->k_noun && predicated(s, stance, hit) ? CARRIED : NOT_CARRIED;
    return how != NOT_CARRIED && (is_blocked(s, hit) || is_not(s, hit)) ? NOT_CARRIED : how;
}

/* «پوتین وزیران را فراخواند و اعلام کرد …»: what he did before he spoke is not what he said. */
static bool done_before(const rz_scene *s, uint32_t token, const rz_saying *said) {
    uint32_t clause = s->clause_of[token];
    if (said->clause == RZ_NONE || clause == RZ_NONE || clause == said->clause) return false;
    const rz_clause *c = &s->clauses[clause], *saying = &s->clauses[said->clause];
    return c->verb != RZ_NONE && saying->kind == RZ_CLAUSE_COORDINATE && token < saying->first;
}

/* «در حالی که X خواهان صلح است، Y می‌گوید …» */
static bool meanwhile(const rz_scene *s, uint32_t token, const rz_saying *said) {
    enum { LONGEST = 3 };
    uint32_t clause = s->clause_of[token];
    if (said->clause == RZ_NONE || clause == RZ_NONE || clause == said->clause || token >= said->from) return false;
    const rz_clause *c = &s->clauses[clause];
    if (c->verb == RZ_NONE || c->subject == RZ_NONE || c->subject == said->speaker) return false;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("conj-while")); /* the clause begins with them, or with their که */
    return rz_listed_end(s, words, c->first) > c->first || rz_listed_before(s, words, c->first + 1, c->first > LONGEST ? c->first - LONGEST : 0);
}

static rz_row state_of(const rz_scene *s, uint32_t mention) {
    const rz_mention *m = &s->mentions->at[mention];
    rz_row own = m->row != RZ_NONE && m->kind == RZ_M_PERSON ? rz_row_state(s->text->data, m->row) : RZ_NONE;
    if (own != RZ_NONE) return own;
    if (m->describes != RZ_NONE) m = &s->mentions->at[m->describes];
    if (m->whose == RZ_WHOSE_OURS) return s->article->country;
    if (m->kind == RZ_M_ORGANISATION && m->row != RZ_NONE) return rz_row_state(s->text->data, m->row);
    return m->whose == RZ_WHOSE_STATE || m->kind == RZ_M_PLACE ? m->state : RZ_NONE;
}

/* «لاوروف گفت که بغداد آن را محکوم کرد»: what one of another state did is not the speaker's stance. */
static bool deed_of_another(const rz_scene *s, const rz_hit *hit, const rz_saying *said) {
    uint32_t clause = s->clause_of[hit->first];
    if (said->speaker >= RZ_SPEAKER || clause == RZ_NONE || clause == said->clause || hit->row == s->g->call_for) return false;
    if (hit->key == s->g->k_weak) return false; /* a judgement of it: «لندن پشت این حمله است» */
    const rz_clause *c = &s->clauses[clause];
    if (c->verb != RZ_NONE && s->text->verbs[c->verb].tense == RZ_FUTURE) return false; /* «X گفت Y بهای سنگینی خواهد پرداخت»: he has it in store */
    if (c->verb == RZ_NONE || c->subject == RZ_NONE || c->subject == said->speaker || s->text->verbs[c->verb].person == 1) return false;
    bool predicate = hit->key == s->g->k_noun; /* «لاوروف گفت پکن مخالف آن است» */
    if (!predicate && light_verb(s, hit) != c->verb && s->text->tokens[hit->last - 1].verb != c->verb) return false;
    rz_row own = state_of(s, said->speaker), other = state_of(s, c->subject);
    return own != RZ_NONE && other != RZ_NONE && own != other;
}

/* «اقداماتی که امنیت منطقه را تهدید می‌کند», «گفت X صلح را تهدید می‌کند»: what endangers something is not the threat of who says so. */
static bool endangers(const rz_scene *s, const rz_hit *hit, const rz_saying *said) {
    uint32_t clause = s->clause_of[hit->first];
    if (hit->row != s->g->threaten || hit->key != s->g->k_phrase || clause == RZ_NONE || clause == said->clause || s->clauses[clause].verb == RZ_NONE) return false;
    const rz_clause *c = &s->clauses[clause];
    bool others = c->kind == RZ_CLAUSE_RELATIVE || (c->subject != RZ_NONE && c->subject != said->speaker && s->mentions->at[c->subject].first >= c->first);
    const rz_verb *v = &s->text->verbs[c->verb];
    return others && v->person == 3 && v->tense == RZ_PRESENT;
}

/* «قطعنامه‌ای که خواستار آتش‌بس است», «نامه‌ای که ایران را تهدید کرده بود»: what others did, by which one tells in his words what he means;
 * «عاملی را که مانع صلح است اعلام کرد»: so too before them. */
static bool told_of_thing(const rz_scene *s, const rz_hit *hit, const rz_saying *said) {
    uint32_t clause = s->clause_of[hit->first], end;
    if (clause == RZ_NONE || clause == said->clause || s->clauses[clause].kind != RZ_CLAUSE_RELATIVE || s->clauses[clause].verb == RZ_NONE) return false;
    const rz_clause *c = &s->clauses[clause];
    const rz_verb *v = &s->text->verbs[c->verb];
    uint32_t that = c->first && rz_class_at(s, c->first, &end) != RZ_C_THAT ? c->first - 1 : c->first;
    bool object = that > 1 && rz_class_at(s, that - 1, &end) == RZ_C_OBJECT;
    if (object && hit->first < said->from) return true;
    uint32_t letters = that ? rz_letters_end(&s->text->tokens[that - 1]) : 0;
    if (!object && (!letters || s->text->letters[letters - 1] != s->g->yeh)) return false; /* «ضمن آن که X را رد می‌کنند» */
    if (hit->first < said->from || v->person != 3 || v->tense == RZ_SUBJUNCTIVE || v->tense == RZ_FUTURE || hit->key == s->g->k_weak) return false;
    bool does = hit->key == s->g->k_phrase || v->first == hit->last || s->text->tokens[hit->last - 1].verb == c->verb;
    return does || (hit->row == s->g->call_for && v->first >= hit->last && (v->lemma == s->g->be || rz_verb_among(s, c->verb, s->g->become, 2)));
}

/* «در پاسخ به این پرسش که آیا باید …، گفت»: what was asked is not what he said. */
static uint32_t question_from(const rz_scene *s, uint32_t first, const rz_saying *said) {
    uint32_t at = RZ_NONE, verb = said->clause == RZ_NONE ? RZ_NONE : s->clauses[said->clause].verb;
    if (verb == RZ_NONE || !rz_class_in(s, first, s->text->verbs[verb].first, RZ_NONE, RZ_C_QUESTION, &at)) return RZ_NONE;
    return at;
}

/* «آیا باید …؟»: who asks calls for nothing. */
static bool is_asked(const rz_scene *s, uint32_t last) {
    enum { NEAR = 3 };
    for (uint32_t t = last; t-- > 0 && last - t <= NEAR && s->text->tokens[t].kind == RZ_TOKEN_PUNCT;)
        if (s->text->tokens[t].punct == '?') return true;
    return false;
}

enum { MOST_COVERS = 4 };

typedef struct {
    uint32_t clause[MOST_COVERS];
    uint32_t n;
} covers;

/* Clauses that thank or praise: what stands in their relative clauses, or after their که, is told of others. */
static covers covers_in(const rz_scene *s, uint32_t first, uint32_t last) {
    covers out = {.n = 0};
    for (uint32_t t = first; t < last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STANCE)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (carries(s, hit) != CARRIED || !s->g->stances[hit->row - s->g->first_stance].covers) continue;
            if (s->clause_of[t] != RZ_NONE && out.n < MOST_COVERS) out.clause[out.n++] = s->clause_of[t];
        }
    return out;
}

static bool covered(const rz_scene *s, uint32_t clause, const covers *by) {
    for (int depth = 0; by->n && depth < 6 && clause != RZ_NONE; depth++) {
        uint8_t kind = s->clauses[clause].kind;
        uint32_t parent = s->clauses[clause].parent;
        bool under = kind == RZ_CLAUSE_COMPLEMENT || kind == RZ_CLAUSE_RELATIVE;
        for (uint32_t i = 0; i < by->n && under; i++)
            if (parent == by->clause[i]) return true;
        clause = parent;
    }
    return false;
}

/* «اگر X عقب نرود، Y از پیمان خارج خواهد شد»: what is to come if another does not do it. */
static bool warns_of_it(const rz_scene *s, uint32_t first, uint32_t last) {
    uint32_t at;
    if (!rz_class_in(s, first, last, RZ_NONE, RZ_C_IF, &at) || rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("if-as-long")), at) > at) return false;
    uint32_t clause = s->clause_of[at], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    if (verb == RZ_NONE || s->text->verbs[verb].first < at || !s->text->verbs[verb].negative || s->text->verbs[verb].person == 1) return false;
    uint32_t next = verb + 1, limit = last < at + RZ_CLAUSE_REACH ? last : at + RZ_CLAUSE_REACH;
    return next < s->text->n_verbs && s->text->verbs[next].first < limit && s->text->verbs[next].tense == RZ_FUTURE;
}

/* «با وجود ابراز امیدواری X، Y می‌گوید …»: what stands against his words is not his. */
static bool in_spite_of(const rz_scene *s, const rz_hit *hit, uint32_t first) {
    uint32_t start;
    return rz_class_before(s, hit->first, first, false, &start) == RZ_C_CIRCUMSTANCE;
}

/* «دولت را به اخراج سفیر X دعوت کرد»: who bids others to a deed invites nobody. */
static bool bids(const rz_scene *s, const rz_hit *hit) {
    uint32_t clause = s->clause_of[hit->first], from = hit->first > RZ_REACH ? hit->first - RZ_REACH : 0;
    if (hit->row != rz_row_find(s->g->data, RZ_STANCE, RZ_STR("invite")) || clause == RZ_NONE) return false;
    if (s->clauses[clause].first > from) from = s->clauses[clause].first;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("bidden-to")), from, hit->first);
}

static void take(const rz_grammar *g, rz_row *to, const rz_hit *hit, rz_stance_words *cue) {
    uint32_t rank = *to == RZ_NONE ? UINT32_MAX : g->stances[*to - g->first_stance].rank, own = g->stances[hit->row - g->first_stance].rank;
    if (own >= rank) return;
    *to = hit->row;
    cue->first = hit->first;
    cue->end = hit->last;
}

/* «X از رهایی او خبر داده بود؛ اما …», «X گفت: «…»؛ این در حالی است که …»: what follows is no more his. */
static uint32_t his_end(const rz_scene *s, uint32_t last, const rz_saying *said) {
    uint32_t from = said->from, limit = last < from + RZ_CLAUSE_REACH ? last : from + RZ_CLAUSE_REACH;
    for (uint32_t t = from; said->clause != RZ_NONE && t < limit; t++) {
        if (s->text->tokens[t].punct != ';') continue;
        if (!said->content || (t && s->text->tokens[t - 1].punct == '>')) return t;
    }
    return last;
}

/* Weak cues count where nothing but announce or emphasize is. */
rz_row rz_stance_in(const rz_scene *s, uint32_t first, uint32_t last, const rz_saying *said, rz_stance_words *cue) {
    const rz_grammar *g = s->g;
    rz_row best = said->stance == RZ_NONE ? g->announce : said->stance, weak = RZ_NONE;
    rz_stance_words weakly = {.weak = true};
    *cue = (rz_stance_words){.end = 0};
    last = his_end(s, last, said);
    covers cover = covers_in(s, first, last);
    bool question = is_asked(s, last);
    rz_row in_hope = said->stance == rz_row_find(g->data, RZ_STANCE, RZ_STR("hope")) ? rz_row_find(g->data, RZ_STANCE, RZ_STR("praise")) : RZ_NONE; /* «ابراز امیدواری کرد مذاکرات سازنده ادامه یابد» */
    uint32_t asked = question_from(s, first, said), answered = said->from;
    for (uint32_t t = first; t < last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STANCE)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->row == in_hope && t >= said->from) continue;
            carrying how = carries(s, hit);
            if (question && hit->row == g->call_for && hit->key != g->k_phrase) continue;
            if (how == NOT_CARRIED || (t >= asked && t < answered)) continue;
            if (done_before(s, t, said) || meanwhile(s, t, said) || deed_of_another(s, hit, said) || endangers(s, hit, said) || told_of_thing(s, hit, said)) continue;
            if (covered(s, s->clause_of[t], &cover) || in_spite_of(s, hit, first)) continue;
            rz_hit meant = *hit;
            if (bids(s, hit)) meant.row = g->call_for;
            take(g, how == WEAKLY ? &weak : &best, &meant, how == WEAKLY ? &weakly : cue);
        }
    bool bland = best == g->announce || best == g->emphasize;
    if (bland && weak == RZ_NONE && warns_of_it(s, said->from > first && said->from < last ? said->from : first, last)) return g->warn;
    if (!bland || weak == RZ_NONE) return best;
    *cue = weakly;
    return weak;
}
