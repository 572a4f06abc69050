/* Whoever is told by his office alone in one sentence and by his name alone in the next is one: «والی هرات وارد X شد. مولوی Y در آغاز …»;
 * and whom the words after his name tell of, «X، دبیرکل سازمان Y», is meant where they stand without it. */
#include "resolve/resolve.h"

typedef struct {
    uint32_t first, last; /* tokens of the words for who has no name; last is 0 where they go on */
    uint32_t mention;     /* of the person; RZ_NONE: of whom none is */
    rz_span name;
} described;

struct rz_introduced {
    RZ_VEC(described) at;
};

enum { MOST = 64, NEAR = 4, FAR = 120 };

/* Who the last sentences were about, told by his office alone. */
typedef struct {
    uint32_t mention;     /* of the office; RZ_NONE: told by words that no table has */
    uint32_t first, last; /* tokens; none: there is nobody */
    uint32_t sentence;
} untold;

static bool same_words(const rz_text *t, uint32_t a, uint32_t b) {
    rz_span x = rz_token_letters(&t->tokens[a]), y = rz_token_letters(&t->tokens[b]);
    return x.end > x.start && x.end - x.start == y.end - y.start && !memcmp(t->letters + x.start, t->letters + y.start, x.end - x.start);
}

static bool is_role(const rz_scene *s, uint32_t token) {
    rz_row roles = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("name-role"));
    return rz_listed_end(s, roles, token) > token;
}

/* The quotation mark that closes a name, and a comma. */
static uint32_t past_marks(const rz_scene *s, uint32_t token) {
    while (token < s->text->n_tokens && (s->text->tokens[token].punct == '>' || s->text->tokens[token].punct == ',')) token++;
    return token;
}

/* What he does follows, not what he is. */
static bool acts_next(const rz_scene *s, uint32_t token) {
    uint32_t end;
    token = past_marks(s, token);
    if (token >= s->text->n_tokens || is_role(s, token)) return false;
    uint8_t class = rz_class_at(s, token, &end);
    bool small = class && class <= RZ_C_ALSO && class != RZ_C_AND && class != RZ_C_OBJECT;
    return small || s->text->tokens[token].verb != RZ_NONE || rz_token_time(s, token) != RZ_NONE || (rz_types_at(s->text, token) & RZ_TYPE(RZ_SPEECH));
}

static bool same_name(const rz_text *t, rz_span a, rz_span b) {
    if (a.end - a.start != b.end - b.start) return false;
    for (uint32_t i = 0; i < a.end - a.start; i++)
        if (!same_words(t, a.start + i, b.start + i)) return false;
    return true;
}

/* Somebody whom a sentence names, by a mention or by words that no table has. */
typedef struct {
    uint32_t mention; /* or RZ_NONE */
    uint32_t first, last;
    rz_span name;
} person;

static person person_of(const rz_cast *cast, uint32_t mention, const rz_voice *voice) {
    if (voice) return (person){RZ_NONE, voice->first, voice->last, {voice->first, voice->last}};
    const rz_mention *m = &cast->mentions->at[mention];
    return (person){mention, m->first, m->last, m->name};
}

/* Named for the first time, with nothing that says what he is. */
static bool is_new(const rz_cast *cast, const person *p) {
    const rz_mention *m = p->mention == RZ_NONE ? NULL : &cast->mentions->at[p->mention];
    if (m && (m->kind != RZ_M_PERSON || m->row != RZ_NONE || m->describes != RZ_NONE || m->head != RZ_NONE)) return false;
    if (p->name.end < p->name.start + 2 && !(m && m->titled)) return false;
    uint32_t from = rz_mention_near(cast->mentions, p->first, FAR), n = cast->mentions->n;
    for (uint32_t i = from; i < n && cast->mentions->at[i].first < p->first; i++)
        if (cast->mentions->at[i].kind == RZ_M_PERSON && same_name(cast->text, cast->mentions->at[i].name, p->name)) return false;
    return acts_next(&cast->found->scene, p->last);
}

/* He opens the sentence: only what names its source stands before him. */
static bool opens(const rz_cast *cast, uint32_t first) {
    const rz_scene *s = &cast->found->scene;
    enum { LONGEST = 3 };
    uint32_t from = s->text->sentences[rz_token_sentence(s, first)].first, end = first;
    for (uint32_t t = end; t-- > from && end - t <= LONGEST;)
        if (rz_listed_whole(s, s->g->said_by, t) == end) first = t; /* «به گفته X» */
    for (uint32_t t = first; t-- > from;) {
        uint32_t other = s->mention_at[t];
        if (s->text->tokens[t].punct == ',' && s->article->in_label[from]) return true;
        bool outlet = other != RZ_NONE && s->mentions->at[other].kind == RZ_M_OUTLET;
        if (!outlet && !s->article->in_label[t] && s->text->tokens[t].kind != RZ_TOKEN_PUNCT) return false;
    }
    return true;
}

/* Does the subject tell somebody by his office alone, whom neither the article nor the tables name. */
static bool tells_office(const rz_cast *cast, uint32_t mention) {
    const rz_mention *m = &cast->mentions->at[mention];
    if (m->kind != RZ_M_OFFICE || m->head != RZ_NONE || m->office == RZ_NONE || m->counterpart || rz_is_unnamed(cast->found->scene.g, m->office)) return false;
    rz_row whose = rz_whose_of(cast, m);
    if (whose == RZ_NONE || m->serves == RZ_SERVES_FORMER || m->serves == RZ_SERVES_THEN || rz_named_says(cast, m->office, whose)) return false;
    return rz_holder(cast->data, m->office, whose, rz_within(cast), NULL) == RZ_NONE;
}

/* Is anybody else told by his office alone between the two, whose the name might be? Not one whom the report or the tables name. */
static bool others_between(const rz_cast *cast, const untold *u, uint32_t first) {
    const rz_mention *o = u->mention == RZ_NONE ? NULL : &cast->mentions->at[u->mention];
    for (uint32_t i = rz_mention_near(cast->mentions, u->last, 0); i < cast->mentions->n && cast->mentions->at[i].first < first; i++) {
        const rz_mention *m = &cast->mentions->at[i];
        bool same = o && m->kind == RZ_M_OFFICE && m->office == o->office && m->state == o->state;
        bool somebody = (m->kind == RZ_M_OFFICE && (m->counterpart || m->whose == RZ_WHOSE_NONE || tells_office(cast, i))) || (m->kind == RZ_M_COLLECTIVE && m->office != RZ_NONE);
        if (m->head == RZ_NONE && !same && somebody) return true;
    }
    return false;
}

static void add(rz_cast *cast, uint32_t first, uint32_t last, uint32_t mention, rz_span name) {
    if (cast->introduced->at.n < MOST) *RZ_PUSH(cast->arena, &cast->introduced->at) = (described){first, last, mention, name};
}

/* He of whom the last sentences told by his office is named now. */
static void name(rz_cast *cast, const untold *u, const person *p) {
    if (!u->last || p->first >= u->first + FAR || !is_new(cast, p) || !opens(cast, p->first) || others_between(cast, u, p->first)) return;
    if (u->mention == RZ_NONE) add(cast, u->first, u->last, p->mention, p->name);
    else if (p->mention != RZ_NONE) {
        cast->mentions->at[p->mention].describes = u->mention;
        rz_named_note(cast, p->mention);
    }
}

static bool is_untold(const rz_voice *v) {
    return (v->kind & RZ_VOICE_KIND) == RZ_VOICE_ONE && !(v->kind & (RZ_VOICE_PERSON | RZ_VOICE_SOME)) && v->shown == v->first;
}

/* What a sentence is about, by its first main clause, or by who speaks in it. */
static void look(rz_cast *cast, uint32_t sentence, uint32_t subject, const rz_voice *voice, untold *u) {
    const untold nobody = {.mention = RZ_NONE};
    if (u->last && sentence > u->sentence + NEAR) *u = nobody;
    if ((voice && voice->pointed) || (!voice && subject == RZ_NONE)) return;
    bool named = voice ? (voice->kind & RZ_VOICE_PERSON) != 0 : cast->mentions->at[subject].kind == RZ_M_PERSON;
    if (named) {
        person p = person_of(cast, subject, voice);
        name(cast, u, &p);
    }
    if (voice) *u = is_untold(voice) ? (untold){RZ_NONE, voice->first, voice->last, sentence} : nobody;
    else if (tells_office(cast, subject)) *u = (untold){subject, cast->mentions->at[subject].first, cast->mentions->at[subject].last, sentence};
    else if (named || cast->mentions->at[subject].kind == RZ_M_OFFICE) *u = nobody;
}

/* «X، مسئول روابط خارجی Y»: what he is, of which no table has the office. */
static void note_described_at(rz_cast *cast, uint32_t last, uint32_t mention, rz_span name) {
    const rz_scene *s = &cast->found->scene;
    uint32_t at = past_marks(s, last);
    if (at < s->text->n_tokens && s->article->in_body[name.start] && is_role(s, at)) add(cast, at, 0, mention, name);
}

static void note_described(rz_cast *cast) {
    for (uint32_t i = 0; i < cast->mentions->n; i++) {
        const rz_mention *m = &cast->mentions->at[i];
        if (m->kind == RZ_M_PERSON && m->head == RZ_NONE) note_described_at(cast, m->last, i, m->name);
    }
    for (uint32_t i = 0; i < cast->found->statements.n; i++) {
        const rz_voice *v = &cast->found->statements.at[i].voice;
        if (v->last && (v->kind & RZ_VOICE_PERSON)) note_described_at(cast, v->last, RZ_NONE, (rz_span){v->first, v->last});
    }
}

void rz_introduced_find(rz_cast *cast) {
    const rz_found *found = cast->found;
    const rz_scene *s = &found->scene;
    cast->introduced = RZ_NEW(cast->arena, struct rz_introduced);
    *cast->introduced = (struct rz_introduced){.at = {0}};
    untold u = {.mention = RZ_NONE};
    uint32_t clause = 0, statement = 0;
    note_described(cast);
    for (uint32_t i = 0; i < cast->text->n_sentences; i++) {
        uint32_t subject = RZ_NONE;
        const rz_voice *voice = NULL;
        for (; clause < s->n_clauses && s->clauses[clause].sentence <= i; clause++)
            if (s->clauses[clause].sentence == i && s->clauses[clause].kind == RZ_CLAUSE_MAIN && subject == RZ_NONE) subject = s->clauses[clause].subject;
        for (; statement < found->statements.n && found->statements.at[statement].sentence <= i; statement++) {
            const rz_found_statement *st = &found->statements.at[statement];
            if (st->sentence != i || st->continued) continue;
            if (!voice && st->voice.last) voice = &st->voice;
            if (subject == RZ_NONE) subject = st->speaker;
        }
        look(cast, i, subject, voice, &u);
    }
}

/* As many words as the two have in common from their beginnings on. */
static uint32_t common(const rz_text *t, uint32_t a, uint32_t b) {
    enum { LONGEST = 16 };
    uint32_t n = 0;
    while (a + n < t->n_tokens && b + n < t->n_tokens && n < LONGEST && t->tokens[a + n].kind == RZ_TOKEN_WORD && same_words(t, a + n, b + n)) n++;
    return n;
}

/* Where the words at `b` end that have the letters of tokens [a, last), however they are parted: «پیام‌نور», «پیام نور»; or `b`. */
static uint32_t spelled_alike(const rz_text *t, uint32_t a, uint32_t last, uint32_t b) {
    rz_span x = rz_token_letters(&t->tokens[a]), y = rz_token_letters(&t->tokens[b]);
    uint32_t from = b;
    for (;;) {
        while (x.start == x.end && ++a < last) x = rz_token_letters(&t->tokens[a]);
        if (a >= last) return y.start == y.end ? b + 1 : from;
        while (y.start == y.end && ++b < t->n_tokens && t->tokens[b].kind == RZ_TOKEN_WORD) y = rz_token_letters(&t->tokens[b]);
        if (b >= t->n_tokens || y.start == y.end || t->letters[x.start] != t->letters[y.start]) return from;
        x.start++, y.start++;
    }
}

uint32_t rz_described_so(rz_cast *cast, const rz_voice *v) {
    enum { ENOUGH = 2 };
    uint32_t size = v->last - v->first;
    const described *found = NULL;
    for (uint32_t i = 0; i < cast->introduced->at.n; i++) {
        const described *d = &cast->introduced->at.at[i];
        uint32_t end = spelled_alike(cast->text, v->first, v->last, d->first);
        if (end == d->first || (d->last ? end != d->last : size < ENOUGH && common(cast->text, v->first, d->first) < ENOUGH)) continue;
        if (found && !same_name(cast->text, found->name, d->name)) return RZ_NONE;
        found = d;
    }
    return !found ? RZ_NONE : found->mention != RZ_NONE ? rz_cast_person(cast, found->mention) : rz_cast_name(cast, found->name.start, found->name.end);
}
