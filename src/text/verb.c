/* Verbs: the forms of single words, and the auxiliaries beside them. */
#include "text/form.h"
#include "text/parts.h"

typedef struct {
    rz_text *text;
    rz_arena *arena;
    const rz_verb_forms *forms;
    RZ_VEC(rz_verb) out;
} finder;

static const uint8_t *letters_of(const finder *f, uint32_t t, uint32_t *n) {
    *n = rz_letters_count(&f->text->tokens[t]);
    return f->text->letters + f->text->tokens[t].letters_start;
}

/* «نیافتند»: of «یافتند», whatever else the letters after ن and ی may be. */
static const rz_stem *denied_past(const finder *f, const uint8_t *w, uint32_t n, rz_verb *v) {
    rz_verb past = {.lemma = RZ_NONE};
    if (n < 4 || w[0] != f->forms->na || w[1] != f->forms->mi[1] || w[2] != f->forms->alef) return NULL;
    const rz_stem *s = rz_verb_form(f->forms, w + 1, n - 1, &past);
    if (!s || past.negative || (past.tense != RZ_PAST && past.tense != RZ_PERFECT && past.tense != RZ_PARTICIPLE)) return NULL;
    v->tense = past.tense;
    v->person = past.person;
    v->plural = past.plural;
    v->negative = true;
    return s;
}

/* The form of a word. «نرسید» is a denied past, where the letters may be an order as well; three letters of one («نشد») count here, where the
 * tagger, which asks for forms as well, learnt without. */
static const rz_stem *form_of(const finder *f, const uint8_t *w, uint32_t n, rz_verb *v) {
    const rz_stem *s = denied_past(f, w, n, v);
    if (s) return s;
    s = rz_verb_form(f->forms, w, n, v);
    bool denied = n >= 3 && w[0] == f->forms->na && (s ? v->negative && n > 3 : n == 3 && !rz_stem_find(f->forms, w, n, true, true));
    const rz_stem *past = denied ? rz_stem_find(f->forms, w + 1, n - 1, true, false) : NULL;
    if (!past) return s;
    v->tense = RZ_PAST;
    v->person = 3;
    v->plural = false;
    v->negative = true;
    return past;
}

static bool next_form(const finder *f, uint32_t t, uint32_t limit, rz_verb *v, const rz_stem **s) {
    uint32_t n;
    if (t >= limit || f->text->tokens[t].kind != RZ_TOKEN_WORD) return false;
    const uint8_t *w = letters_of(f, t, &n);
    *v = (rz_verb){.lemma = RZ_NONE};
    *s = form_of(f, w, n, v);
    return *s != NULL;
}

static bool is_perfect_ending(const finder *f, uint32_t t, uint32_t limit, rz_verb *v) {
    uint32_t n;
    if (t >= limit || f->text->tokens[t].kind != RZ_TOKEN_WORD) return false;
    const uint8_t *w = letters_of(f, t, &n);
    for (uint32_t i = 0; i < f->forms->perfect.n; i++) {
        const rz_verb_ending *e = &f->forms->perfect.at[i];
        if (e->n != n || memcmp(e->letters, w, n) != 0) continue;
        v->person = e->person;
        v->plural = e->plural;
        return true;
    }
    return false;
}

/* خواهد + کرد: the verb that the future is of, by the token after خواهد. */
static const rz_stem *future_of(const finder *f, const rz_verb *want, rz_row lemma, uint32_t t, uint32_t limit) {
    uint32_t n;
    if (lemma != f->forms->want_row || t >= limit || (want->tense != RZ_PRESENT && want->tense != RZ_SUBJUNCTIVE)) return NULL;
    const uint8_t *w = letters_of(f, t, &n);
    return rz_stem_find(f->forms, w, n, true, false);
}

/* گفته + شد, شده, می‌شود, خواهد شد */
static bool passive(const finder *f, rz_verb *v, uint32_t limit) {
    rz_verb next;
    const rz_stem *s, *of;
    if (v->lemma == f->forms->become_row || !next_form(f, v->last, limit, &next, &s)) return false;
    uint32_t last = v->last + 1;
    if ((of = future_of(f, &next, s->verb, last, limit))) {
        s = of;
        next.tense = RZ_FUTURE;
        last++;
    }
    if (s->verb != f->forms->become_row) return false;
    v->passive = true;
    v->tense = next.tense;
    v->person = next.person;
    v->plural = next.plural;
    v->negative |= next.negative;
    v->last = last;
    return true;
}

/* کرده + است, بود, باشد; گفته + شد: the participle's auxiliaries. */
static void auxiliaries(finder *f, rz_verb *v, uint32_t limit) {
    rz_verb next;
    const rz_stem *s;
    if (v->tense != RZ_PARTICIPLE) return;
    if (passive(f, v, limit) && v->tense != RZ_PARTICIPLE) return;
    if (is_perfect_ending(f, v->last, limit, v)) {
        v->tense = RZ_PERFECT;
        v->last++;
        return;
    }
    if (next_form(f, v->last, limit, &next, &s) && s->verb == f->forms->be_row) {
        v->tense = next.tense == RZ_PAST ? RZ_PLUPERFECT : next.tense == RZ_SUBJUNCTIVE ? RZ_SUBJUNCTIVE : RZ_PERFECT;
        v->person = next.person;
        v->plural = next.plural;
        v->last++;
    }
}

static bool future(const finder *f, rz_verb *v, uint32_t limit) {
    const rz_stem *s = future_of(f, v, v->lemma, v->last, limit);
    if (!s) return false;
    v->lemma = s->verb;
    v->tense = RZ_FUTURE;
    v->last++;
    return true;
}

static bool is_pos(const finder *f, uint32_t t, uint8_t pos) {
    uint32_t n;
    rz_word word;
    const uint8_t *w = letters_of(f, t, &n);
    return rz_word_find(f->text->data, w, n, &word) && (word.pos & pos);
}

/* «از او خواست به تهران برود»: the next verb is in the subjunctive; not «به خواست او». */
static bool asks_for(const finder *f, uint32_t t, uint32_t limit) {
    enum { FAR = 30 };
    if (t == 0 || is_pos(f, t - 1, RZ_POS_PREP)) return false;
    uint32_t inner = 0; /* «از هر چه … می‌کند دوری کنند»: the verbs of clauses between */
    for (uint32_t u = t + 1; u < limit && u < t + FAR; u++) {
        rz_verb v;
        const rz_stem *s = NULL;
        if (f->text->tokens[u].kind == RZ_TOKEN_WORD && is_pos(f, u, RZ_POS_CONJ) && !is_pos(f, u, RZ_POS_PREP)) inner = 1;
        if (!next_form(f, u, limit, &v, &s) || s->noun) continue;
        if (v.tense == RZ_SUBJUNCTIVE) return true;
        if (v.tense == RZ_PARTICIPLE || v.tense == RZ_INFINITIVE || v.tense == RZ_IMPERATIVE) continue;
        if (!inner) return false;
        inner = 0;
    }
    return false;
}

/* «پیش از نشست، …», «در این نشست، …», but not «در گذشت», which is one word too. */
static bool governed(const finder *f, uint32_t t) {
    uint32_t n, own, at = t && !is_pos(f, t - 1, RZ_POS_PREP) && is_pos(f, t - 1, RZ_POS_PRON) ? t - 1 : t;
    if (at == 0 || !is_pos(f, at - 1, RZ_POS_PREP) || is_pos(f, at - 1, RZ_POS_CONJ)) return false;
    const uint8_t *w = letters_of(f, at - 1, &n);
    letters_of(f, t, &own);
    rz_word word;
    return at < t || !rz_word_find(f->text->data, w, n + own, &word);
}

static bool is_number(const rz_text *text, uint32_t t) {
    if (text->tokens[t].kind == RZ_TOKEN_NUMBER) return true;
    for (rz_hits h = rz_hits_of(text, t, RZ_TYPE(RZ_NUMBER)); rz_hits_next(&h);)
        if (h.hit.last == t + 1 && !h.hit.tail) return true;
    return false;
}

/* «نشست شورا»: a stem that is a noun too is a verb only where the clause ends. */
static bool rather_noun(const finder *f, const rz_stem *s, uint32_t t, uint32_t limit) {
    uint32_t n, own;
    const uint8_t *letters = letters_of(f, t, &own);
    if (s->noun && own == (uint32_t)s->n + 1 && letters[own - 1] == rz_letter_code(0x6CC)) return true; /* «نشستی»: hardly ever «you sat» */
    char after = t + 1 < limit ? f->text->tokens[t + 1].punct : 0;
    if (s->noun && !s->asks && own == s->n && (after == '<' || after == '"' || after == '(')) return true; /* «نشست «X»», by its name */
    if (s->noun && !s->asks && own == s->n && after == ',' && governed(f, t)) return true;
    if (!s->noun || own != s->n || t + 1 >= limit || f->text->tokens[t + 1].kind == RZ_TOKEN_PUNCT) return false;
    const uint8_t *w = letters_of(f, t + 1, &n);
    rz_word next;
    if (rz_word_find(f->text->data, w, n, &next) && (next.pos & RZ_POS_CONJ) && !(next.pos & (RZ_POS_PRON | RZ_POS_NOUN)))
        return false; /* «خواست تا …» */
    if (s->asks && asks_for(f, t, limit)) return false;
    if (!s->asks && is_number(f->text, t + 1)) return true; /* «نشست ۳ روزه», «نشست سه کشور» */
    return !(n == 1 || (n == 2 && w[0] != rz_letter_code(0x628) && w[1] == f->forms->he)); /* و, که; not «بازگشت به مذاکره» */
}

/* «درباره نبرد», «در نبرد با X»: a noun that only looks like a verb said no to. */
static bool noun_after_preposition(const finder *f, const rz_verb *v, uint32_t t) {
    return v->negative && v->last == t + 1 && t && is_pos(f, t, RZ_POS_NOUN) && is_pos(f, t - 1, RZ_POS_PREP) && !is_pos(f, t - 1, RZ_POS_CONJ);
}

/* «حمله شدید X»: hardly ever «you became», but where the clause ends. */
static bool rather_adjective(const finder *f, const rz_verb *v, uint32_t t, uint32_t limit) {
    bool you = v->person == 2 && v->plural && v->tense == RZ_PAST && v->last == t + 1 && is_pos(f, t, RZ_POS_ADJ);
    if (!you || t + 1 >= limit || f->text->tokens[t + 1].kind == RZ_TOKEN_PUNCT) return false;
    return !is_pos(f, t + 1, RZ_POS_CONJ) || is_pos(f, t + 1, RZ_POS_PREP | RZ_POS_NOUN);
}

/* «گفت و گو»: the token opens a longer name or noun of the tables, which ends on no verb. */
static bool opens_name(const finder *f, uint32_t t) {
    const rz_text *text = f->text;
    for (rz_hits h = rz_hits_at(text, t); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        rz_row_type type = hit->type;
        if (hit->last < t + 2) return false;
        if (type > RZ_TITLE && (type != RZ_FRAME || strcmp(rz_key_name(text->data, hit->key), "noun") != 0)) continue;
        if (hit->apart) return true; /* «است آب» is no استاب */
    }
    return false;
}

static bool is_listed(const finder *f, uint32_t t, const char *id) {
    rz_row row = rz_row_find(f->text->data, RZ_WORDS, rz_str_of(id));
    for (rz_hits h = rz_hits_listed(f->text, t, row); rz_hits_next(&h);)
        if (h.hit.row == row && h.hit.last == t + 1 && !h.hit.tail) return true;
    return false;
}

/* «را» within a few words before: something is put somewhere. */
static bool has_object(const finder *f, uint32_t t) {
    enum { FAR = 10 };
    for (uint32_t u = t; u-- > 0 && t - u < FAR && f->text->tokens[u].kind == RZ_TOKEN_WORD;)
        if (is_listed(f, u, "object-marker")) return true;
    return false;
}

/* «قرار داد امنیتی»: two words that are the noun for a paper, as what kind of paper follows; not «آن را در اولویت قرار داد». */
static bool ends_paper(const finder *f, uint32_t t, uint32_t limit) {
    uint32_t n;
    if (!t || t + 1 >= limit || f->text->tokens[t + 1].kind != RZ_TOKEN_WORD) return false;
    const uint8_t *w = letters_of(f, t + 1, &n);
    bool kind = n > 3 && w[n - 1] == rz_letter_code(0x6CC) && !is_pos(f, t + 1, RZ_POS_CONJ | RZ_POS_PREP | RZ_POS_ADV | RZ_POS_PRON | RZ_POS_NOUN);
    for (rz_hits h = rz_hits_at(f->text, t - 1); kind && rz_hits_next(&h);)
        if (h.hit.type == RZ_AGREEMENT_NOUN && h.hit.last == t + 1 && !h.hit.tail) return !has_object(f, t);
    return false;
}

/* Do words that colour the verb to come, «قرار است», stand behind the last finite verb, or end on it? */
static bool is_to_come(const finder *f, uint32_t t) {
    enum { FAR = 60, LONGEST = 3 };
    uint32_t i = f->out.n, from = t > FAR ? t - FAR : 0;
    while (i && (f->out.at[i - 1].tense == RZ_PARTICIPLE || f->out.at[i - 1].tense == RZ_INFINITIVE)) i--;
    if (i && f->out.at[i - 1].last > from + LONGEST) from = f->out.at[i - 1].last - LONGEST;
    for (rz_hits_run h = rz_hits_within(f->text, from, t); rz_hits_run_next(&h);)
        if (h.hit.type == RZ_WORDS && (!i || h.hit.last >= f->out.at[i - 1].last) && rz_row_has(f->text->data, h.hit.row, "impersonal", "yes")) return true;
    return false;
}

/* «قرار است گفت‌وگو به عمل آورد»: of the past and of what is to be there is one form, where the present stem is the past one without its end. */
static bool rather_subjunctive(const finder *f, const rz_stem *s, const rz_verb *v, uint32_t t) {
    uint32_t n;
    const uint8_t *w = letters_of(f, t, &n);
    if (v->tense != RZ_PAST || v->person != 3 || v->plural || v->negative || v->last != t + 1 || n < 3) return false;
    const rz_stem *present = rz_stem_find(f->forms, w, n - 1, false, false);
    return present && present->verb == s->verb && is_to_come(f, t);
}

/* «گپ و گفت»: the token ends a noun of the tables that is longer. */
static bool ends_noun(const finder *f, uint32_t t) {
    enum { WORDS = 2 };
    const rz_text *text = f->text;
    uint32_t n;
    if (t < WORDS || letters_of(f, t - 1, &n)[0] != rz_letter_code(0x648) || n != 1) return false; /* و */
    for (rz_hits h = rz_hits_at(text, t - WORDS); rz_hits_next(&h);)
        if (h.hit.type == RZ_FRAME && h.hit.last == t + 1 && !strcmp(rz_key_name(text->data, h.hit.key), "noun")) return true;
    return false;
}

/* «رهبران کرد عراق», where the clause goes on. */
static bool names_people(const finder *f, uint32_t t, uint32_t limit) {
    bool goes_on = t && t + 1 < limit && f->text->tokens[t + 1].kind == RZ_TOKEN_WORD && f->text->tokens[t - 1].kind == RZ_TOKEN_WORD;
    return goes_on && is_listed(f, t, "people-like-verb") && is_listed(f, t - 1, "people-like-verb-of");
}

static uint32_t try_at(finder *f, uint32_t t, uint32_t limit) {
    rz_text *text = f->text;
    uint32_t n;
    if (text->tokens[t].kind != RZ_TOKEN_WORD) return t + 1;
    const uint8_t *w = letters_of(f, t, &n);
    rz_verb v = {.lemma = RZ_NONE, .first = t, .last = t + 1};
    const rz_stem *s = NULL;
    if (n > 1) s = form_of(f, w, n, &v);
    if (!s || opens_name(f, t) || ends_noun(f, t) || ends_paper(f, t, limit) || names_people(f, t, limit) || noun_after_preposition(f, &v, t) || rather_adjective(f, &v, t, limit) || (v.last == t + 1 && rather_noun(f, s, t, limit))) return t + 1;
    v.lemma = s->verb;
    if (!future(f, &v, limit)) auxiliaries(f, &v, limit);
    if (rather_subjunctive(f, s, &v, t)) v.tense = RZ_SUBJUNCTIVE;
    for (uint32_t i = v.first; i < v.last; i++) {
        text->tokens[i].verb = f->out.n;
        text->tokens[i].pos = RZ_POS_VERB;
    }
    *RZ_PUSH(f->arena, &f->out) = v;
    return v.last;
}

void rz_verbs_find(rz_arena *arena, rz_text *text) {
    finder held = {.text = text, .arena = arena, .forms = text->forms}, *f = &held;
    for (uint32_t i = 0; i < text->n_sentences; i++)
        for (uint32_t t = text->sentences[i].first; t < text->sentences[i].last;) t = try_at(f, t, text->sentences[i].last);
    text->verbs = f->out.at;
    text->n_verbs = f->out.n;
}
