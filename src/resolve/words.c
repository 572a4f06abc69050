/* What was said, with its actors. */
#include "resolve/resolve.h"

/* ---- statements ---- */

static const char **topic_ids(const rz_cast *cast, const rz_row_list *topics) {
    const char **ids = RZ_NEW_N(cast->arena, const char *, topics->n);
    for (uint32_t i = 0; i < topics->n; i++) ids[i] = rz_row_id(cast->data, topics->at[i]);
    return ids;
}

/* Is it an occasion at which others speak too? */
static bool is_shared(const char *channel) {
    return !strcmp(channel, "press-conference") || !strcmp(channel, "call") || !strcmp(channel, "meeting");
}

typedef struct {
    rz_cast *cast;
    const rz_facts *facts;
    const char *now;   /* the occasion, for all who were there */
    const char **own;  /* of each member of the cast: how he spoke last */
    bool *declared;    /* of each: one whose declaration the article tells of */
    uint32_t noted;    /* of found->occasions */
} channels;

static bool is_kind(const rz_cast *cast, uint32_t member, const char *kind) { return !strcmp(cast->members.at[member].shown.kind, kind); }

static bool is_body(const rz_cast *cast, uint32_t member) { return is_kind(cast, member, "organisation") || is_kind(cast, member, "state"); }

static void speak(channels *c, uint32_t speaker, const char *channel) {
    if (is_shared(channel)) c->now = channel;
    if (speaker != RZ_NONE) c->own[speaker] = channel;
}

static void note_occasions(channels *c, uint32_t sentence) {
    const rz_found *found = c->cast->found;
    for (; c->noted < found->occasions.n && found->occasions.at[c->noted].sentence <= sentence; c->noted++) {
        const rz_found_occasion *o = &found->occasions.at[c->noted];
        speak(c, o->speaker == RZ_NONE ? RZ_NONE : c->cast->mentions->at[o->speaker].actor, o->channel);
    }
}

/* «مسکو تأکید کرد» goes on with the declaration of its ministry. */
static const char *of_same_state(const channels *c, uint32_t speaker) {
    enum { MOST = 64 };
    const rz_cast *cast = c->cast;
    for (uint32_t i = 0; i < cast->members.n && i < MOST; i++)
        if (c->own[i] && is_body(cast, i) && cast->members.at[i].state == cast->members.at[speaker].state) return c->own[i];
    return NULL;
}

/* Did he take part in what is called so? */
static bool was_there(const channels *c, uint32_t speaker) {
    for (uint32_t i = 0; c->now && i < c->facts->n_events; i++) {
        const rz_event *e = &c->facts->events[i];
        if (strcmp(e->kind, c->now) != 0) continue;
        for (uint32_t p = 0; p < e->n_participants; p++)
            if (e->participants[p].actor == speaker) return true;
    }
    return false;
}

/* Is it a body whose declaration the report passes on, or tells of anywhere («در بیانیه وزارت X آمده است»)? */
static bool declares(const channels *c, uint32_t speaker) {
    const rz_cast *cast = c->cast;
    for (uint32_t i = 0; i < cast->article->n_chain; i++)
        if (cast->article->chain[i].id && !strcmp(cast->article->chain[i].id, cast->members.at[speaker].shown.id)) return true;
    return c->declared[speaker] || cast->members.at[speaker].seat != RZ_NONE; /* a mission abroad writes to whom it speaks */
}

static void note_declarations(channels *c) {
    const rz_cast *cast = c->cast;
    for (uint32_t i = 0; i < cast->found->statements.n; i++) {
        const rz_found_statement *st = &cast->found->statements.at[i];
        bool written = st->fresh_channel && st->via == RZ_NONE && st->channel && !strcmp(st->channel, "statement");
        if (written && cast->speaker_of[i] != RZ_NONE) c->declared[cast->speaker_of[i]] = true;
    }
}

/* A channel said once holds until another is; a written one only for its writer. What a ministry announces, it declares, where the report is of it. */
static const char *channel(channels *c, const rz_found_statement *st, uint32_t speaker) {
    note_occasions(c, st->sentence);
    if (st->channel && st->fresh_channel && st->via == RZ_NONE) speak(c, speaker, st->channel);
    if (st->channel) return st->channel;
    if (st->earlier || st->via != RZ_NONE) return NULL;
    if (c->own[speaker]) return c->own[speaker];
    if (!is_body(c->cast, speaker)) return was_there(c, speaker) ? c->now : NULL;
    const char *of_state = is_kind(c->cast, speaker, "state") ? of_same_state(c, speaker) : NULL;
    bool written = st->declared && is_kind(c->cast, speaker, "organisation") && declares(c, speaker);
    return of_state ? of_state : written ? "statement" : NULL;
}

static void code(const rz_cast *cast, const rz_found_statement *st, rz_code_of *out) {
    const rz_grammar *g = cast->found->scene.g;
    const rz_coding *c = &g->stances[st->stance - g->first_stance].code;
    out->event = c->plover.size ? c->plover.at : NULL;
    out->mode = c->mode.size ? c->mode.at : NULL;
    out->cameo = c->cameo.size ? c->cameo.at : NULL;
    if (out->event) out->context[out->n_context++] = "diplomatic";
}

/* The state or body for which the speaker speaks: his words are not directed at it. */
static bool is_own(const rz_cast *cast, uint32_t speaker, uint32_t actor) {
    const rz_cast_member *he = &cast->members.at[speaker], *it = &cast->members.at[actor];
    return it->row != RZ_NONE && it->row == he->state;
}

static void targets(rz_cast *cast, const rz_found_statement *st, rz_statement *out) {
    uint32_t *at = RZ_NEW_N(cast->arena, uint32_t, st->targets.n * 2), n = 0;
    for (uint32_t i = 0; i < st->targets.n; i++) {
        uint32_t actor = rz_cast_actor(cast, st->targets.at[i]);
        bool known = actor == RZ_NONE || actor == out->speaker || is_own(cast, out->speaker, actor);
        for (uint32_t j = 0; j < n; j++) known |= at[j] == actor;
        if (!known) at[n++] = actor;
    }
    out->targets = at;
    out->n_targets = n;
}

/* The same words of the same speaker, told again (title, lead and body). */
static rz_statement *told_before(rz_facts *out, const uint64_t *keys, uint64_t key, uint32_t speaker) {
    for (uint32_t i = out->n_statements; i-- > 0 && out->n_statements - i < 64;)
        if (keys[i] == key && out->statements[i].speaker == speaker) return &out->statements[i];
    return NULL;
}

static uint64_t key_of(const rz_text *text, const rz_found_statement *st) {
    uint64_t h = 1469598103934665603u;
    for (uint32_t t = st->first; t < st->last; t++)
        if (text->tokens[t].kind != RZ_TOKEN_PUNCT)
            h = (h ^ rz_hash(text->letters + text->tokens[t].letters_start, rz_letters_count(&text->tokens[t]))) * 31;
    return h;
}

const rz_span *rz_with_span(rz_arena *arena, const rz_span *at, uint32_t *n, rz_span span) {
    rz_span *own = (rz_span *)(uintptr_t)at;
    if ((*n & (*n - 1)) == 0) {
        own = RZ_NEW_N(arena, rz_span, *n ? (size_t)*n * 2 : 1);
        if (*n) memcpy(own, at, *n * sizeof *own);
    }
    own[(*n)++] = span;
    return own;
}

static void add_proof(rz_cast *cast, rz_statement *s, rz_span span) {
    s->evidence = rz_with_span(cast->arena, s->evidence, &s->n_evidence, span);
}

static double sure(const rz_found_statement *st) {
    double c = st->speaker != RZ_NONE ? 0.95 : 0.92;
    if (st->direct) c += 0.03;
    if (st->continued) c -= 0.2;
    return c;
}

void rz_statements_merge(rz_cast *cast, rz_facts *out) {
    const rz_found *found = cast->found;
    out->statements = RZ_NEW_N(cast->arena, rz_statement, found->statements.n);
    out->n_statements = 0;
    uint64_t *keys = RZ_NEW_N(cast->arena, uint64_t, found->statements.n + 1);
    channels c = {.cast = cast, .facts = out, .own = RZ_NEW_N(cast->arena, const char *, cast->members.n + 1),
                  .declared = RZ_NEW_N(cast->arena, bool, cast->members.n + 1)};
    note_declarations(&c);
    for (uint32_t i = 0; i < found->statements.n; i++) {
        const rz_found_statement *st = &found->statements.at[i];
        uint32_t speaker = cast->speaker_of[i];
        if (speaker == RZ_NONE || st->stance == RZ_NONE) continue; /* the tables may lack it */
        const char *how = channel(&c, st, speaker);
        rz_span proof = rz_evidence(cast->text, st->first, st->last, st->first);
        uint64_t key = key_of(cast->text, st);
        rz_statement *before = told_before(out, keys, key, speaker);
        if (before) {
            add_proof(cast, before, proof);
            continue;
        }
        rz_statement *s = &out->statements[out->n_statements];
        keys[out->n_statements++] = key;
        *s = (rz_statement){.speaker = speaker, .via = cast->via_of[i] == RZ_NONE || cast->via_of[i] == speaker ? -1 : (int32_t)cast->via_of[i],
                            .form = st->direct ? "direct" : "indirect", .channel = how,
                            .stance = rz_row_id(cast->data, st->stance), .topics = topic_ids(cast, &st->topics),
                            .n_topics = st->topics.n, .span = proof, .confidence = sure(st)};
        code(cast, st, &s->code);
        targets(cast, st, s);
        add_proof(cast, s, proof);
    }
}
