/* Statements: sentences in which a speaker is given words. */
#include "event/saying.h"

enum { SHORTEST = 4, DOCUMENT_HEAD = 6, LONGEST_OPENED = 400 };

/* «او نوشت:», «متن پیام به این شرح است:»: whose words the next lines are. */
typedef struct {
    bool open, document, list;
    rz_saying said;
    const char *channel;
    uint32_t paragraph, sentence; /* where the words begin to be told */
    uint32_t left;                /* sentences that may still be his */
} opening;

typedef struct {
    uint32_t index, first, last; /* of the sentence; first without label */
    uint32_t first_clause, end_clause;
} line;

static rz_found_statement *add(rz_found *found, const line *l, const rz_saying *said, uint32_t via) {
    const rz_scene *s = &found->scene;
    rz_found_statement *st = RZ_PUSH(s->arena, &found->statements);
    st->speaker = said->speaker;
    st->voice = said->voice;
    st->issuer = said->issuer;
    st->passed = rz_resolution_speaks(s, l->first, l->last, said);
    st->officials = rz_officials_from(s, said->speaker);
    st->via = via;
    st->sentence = l->index;
    st->clause = said->clause;
    st->first = l->first;
    st->last = l->last;
    st->direct = said->colon;
    st->earlier = said->earlier;
    st->declared = said->declares;
    st->direct = st->direct || rz_words_quoted(s, st->first, st->last);
    uint32_t head = said->document && said->from < st->first + DOCUMENT_HEAD ? st->first + DOCUMENT_HEAD : said->from;
    st->channel = rz_channel_in(s, st->first, head < st->last ? head : st->last, said->document);
    if (said->document && !st->channel) st->channel = "statement";
    if (!st->channel) st->channel = rz_said_at_contact(found, said);
    st->fresh_channel = st->channel != NULL;
    rz_stance_words cue;
    st->stance = rz_stance_in(s, st->first, st->last, said, &cue);
    rz_statement_targets(s, said, &cue, st);
    rz_statement_topics(s, said, st);
    return st;
}

static bool within(const rz_scene *s, uint32_t clause, uint32_t outer) {
    for (int depth = 0; depth < 12 && clause != RZ_NONE; depth++) {
        if (clause == outer) return true;
        if (s->clauses[clause].kind == RZ_CLAUSE_COORDINATE && clause != outer && s->clauses[clause].parent == outer) return false;
        clause = s->clauses[clause].parent;
    }
    return false;
}

/* «وزارت X اعلام کرد که Y از Z تشکر کرد»: a body passes on what somebody has said, by whatever verb. */
static bool passes_on(const rz_scene *s, const rz_saying *inner, const rz_saying *outer) {
    const rz_mention *who = inner->speaker < RZ_SPEAKER ? &s->mentions->at[inner->speaker] : NULL;
    const rz_mention *body = outer->speaker < RZ_SPEAKER ? &s->mentions->at[outer->speaker] : NULL;
    bool of_body = body ? rz_family(body) == 2 : outer->voice.last ? (outer->voice.kind & RZ_VOICE_KIND) == RZ_VOICE_BODY : outer->document;
    return of_body && outer->plain && !inner->plain && who && (who->kind == RZ_M_PERSON || who->kind == RZ_M_OFFICE) && who->first >= s->clauses[inner->clause].first;
}

/* «X گفت: Y به من گفت …»: X tells what he was told. */
static bool told_to_teller(const rz_scene *s, const rz_saying *inner) {
    const rz_clause *c = &s->clauses[inner->clause];
    uint32_t to = s->text->verbs[c->verb].first, from = to > c->first + RZ_REACH ? to - RZ_REACH : c->first;
    return inner->plain && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("to-me")), from, to);
}

/* A speaker quoted by the speaker: another subject, in the words of the first, who has said it («مسکو تأکید می‌کند» is
 * his own way of saying «we»). */
static bool nested(const rz_scene *s, const rz_saying *inner, const rz_saying *outer) {
    if (rz_is_unknown(inner) || inner->clause == RZ_NONE || outer->clause == RZ_NONE) return false;
    if (rz_same_speaker(inner, outer) || s->clauses[inner->clause].inherits || inner->present || inner->judges) return false;
    const rz_mention *who = inner->speaker < RZ_SPEAKER ? &s->mentions->at[inner->speaker] : NULL;
    if (who && (who->kind == RZ_M_COLLECTIVE || who->whose == RZ_WHOSE_BOTH)) return false; /* «اعلام کرد دو طرف تأکید کردند» */
    if (!passes_on(s, inner, outer) && (!inner->content || !(inner->plain || inner->stance == s->g->emphasize))) return false; /* «گفت که بغداد آن را رد کرد» tells what another did, not what he said */
    bool without_that = s->clauses[inner->clause].first == outer->from && passes_on(s, inner, outer); /* «می‌گوید X به Y تبریک گفته است» */
    if (told_to_teller(s, inner)) return false;
    return s->text->verbs[s->clauses[inner->clause].verb].first >= outer->from && (without_that || within(s, inner->clause, outer->clause));
}

/* «گفتنی است»: the outlet speaks again. */
static bool is_aside(const rz_scene *s, const line *l) {
    uint32_t last;
    return l->first < l->last && rz_class_at(s, l->first, &last) == RZ_C_ASIDE;
}

static bool has_verb(const rz_scene *s, const line *l) {
    for (uint32_t c = l->first_clause; c < l->end_clause; c++)
        if (s->clauses[c].verb != RZ_NONE) return true;
    return false;
}

/* ---- words that run on ---- */

/* «ما نیز پاسخ خواهیم داد»: no words of the outlet. */
static bool speaks_of_us(const rz_scene *s, const line *l) {
    for (uint32_t c = l->first_clause; c < l->end_clause; c++)
        if (s->clauses[c].verb != RZ_NONE && s->text->verbs[s->clauses[c].verb].person == 1) return true;
    return false;
}

static bool continues(const rz_found *found, const line *l) {
    const rz_scene *s = &found->scene;
    if (!found->statements.n || l->last - l->first < SHORTEST || is_aside(s, l)) return false;
    const rz_found_statement *before = &found->statements.at[found->statements.n - 1];
    if (before->sentence + 1 != l->index && (before->sentence + 2 != l->index || !speaks_of_us(s, l))) return false;
    if (!before->direct && !speaks_of_us(s, l)) return false;
    if (s->text->sentences[before->sentence].paragraph != s->text->sentences[l->index].paragraph) return false;
    uint32_t who = s->mention_at[l->first], end;
    bool another = who != RZ_NONE && s->links[who].kind == RZ_LINK_FREE && rz_is_actor(&s->mentions->at[who]) && s->links[who].last < l->last;
    if (another && rz_class_at(s, s->links[who].last, &end) == RZ_C_ALSO) return false; /* «X نیز …» */
    if (who != RZ_NONE && s->mentions->at[who].kind == RZ_M_PRONOUN && s->links[who].kind == RZ_LINK_FREE) return false; /* «وی دیروز …»: told of him */
    bool quoted = false;
    for (uint32_t t = before->first; t < before->last && !quoted; t++) quoted = s->text->tokens[t].quote != 0;
    uint32_t look = l->first + 1 < l->last ? l->first + 1 : l->first;
    return !quoted || s->text->tokens[look].quote || s->text->tokens[l->first].quote;
}

static void go_on(rz_found *found, const line *l) {
    const rz_found_statement before = found->statements.at[found->statements.n - 1];
    rz_saying same = {.clause = RZ_NONE, .speaker = before.speaker, .voice = before.voice, .issuer = before.issuer, .colon = true,
                      .stance = found->scene.g->announce, .from = l->first, .earlier = before.earlier};
    rz_found_statement *st = add(found, l, &same, before.via);
    st->continued = true;
    st->fresh_channel = false;
    st->channel = before.channel;
}

/* «او گفت:», «او گفت که» and nothing more */
static bool ends_open(const rz_scene *s, const line *l) {
    uint32_t t = l->last, last;
    if (t > l->first + 1 && rz_class_at(s, t - 1, &last) == RZ_C_THAT) return true;
    while (t > l->first && (s->text->tokens[t - 1].punct == '<' || s->text->tokens[t - 1].punct == '"')) t--;
    return t > l->first && s->text->tokens[t - 1].punct == ':';
}

static void open_words(const rz_found *found, opening *o, const line *l, const rz_saying *said) {
    const rz_scene *s = &found->scene;
    uint32_t at;
    *o = (opening){.open = true, .said = *said, .sentence = l->index, .paragraph = s->text->sentences[l->index].paragraph,
                   .left = LONGEST_OPENED};
    o->document = said->document && rz_class_in(s, l->first, l->last, RZ_NONE, RZ_C_DOCUMENT, &at);
    o->channel = rz_channel_in(s, l->first, l->last, said->document);
    if (said->document && !o->channel) o->channel = "statement";
    o->said.clause = RZ_NONE;
    o->said.colon = o->said.plain = true;
    o->said.document = o->said.content = false;
    o->said.stance = s->g->announce;
}

static bool is_item(const rz_scene *s, uint32_t sentence) {
    char c = s->text->tokens[s->text->sentences[sentence].first].punct;
    return c == '~' || c == '-';
}

/* «وزیر خارجه آلمان:», and in the next line «برلین خواهان …»: what a state does now, he tells. */
static bool tells_of_state(const rz_scene *s, const rz_saying *who, const rz_saying *said) {
    if (who->speaker >= RZ_SPEAKER || said->speaker >= RZ_SPEAKER || !said->present) return false;
    uint8_t kind = s->mentions->at[said->speaker].kind;
    return rz_family(&s->mentions->at[who->speaker]) == 1 && (kind == RZ_M_STATE || kind == RZ_M_PLACE);
}

/* Is the line still part of what was opened? A quotation has one paragraph, a list its items, a document all that follow. */
static bool still_open(const rz_scene *s, opening *o, const line *l, const rz_saying *said, uint32_t n, bool headed) {
    uint32_t paragraph = s->text->sentences[l->index].paragraph;
    if (!o->open || !o->left || headed || is_aside(s, l)) return false;
    if (s->article->in_label[s->text->sentences[l->index].first]) return false;
    if (n && !(o->document && said[0].present) && !tells_of_state(s, &o->said, &said[0])) return false;
    if (l->index == o->sentence + 1) o->list = is_item(s, l->index);
    o->left--;
    return o->document || o->list ? true : paragraph <= o->paragraph + 1;
}

static void tell_opened(rz_found *found, opening *o, const line *l) {
    if (!has_verb(&found->scene, l) || l->last - l->first < SHORTEST) return;
    o->said.from = l->first;
    rz_found_statement *st = add(found, l, &o->said, RZ_NONE);
    st->channel = o->channel;
    st->fresh_channel = o->channel != NULL;
}

/* ---- a sentence ---- */

static uint32_t rank_of(const rz_grammar *g, rz_row stance) {
    return stance == RZ_NONE ? UINT32_MAX : g->stances[stance - g->first_stance].rank;
}

static bool quoted_at(const rz_scene *s, uint32_t token) { return s->text->tokens[token].quote && s->text->tokens[token].punct != '<'; }

/* «X گفت …، اما Y آن را رد کرد»: another speaks, in a clause of his own. */
static bool speaks_apart(const rz_scene *s, const rz_saying *one, const rz_saying *other) {
    if (rz_is_unknown(other) || rz_same_speaker(other, one) || other->clause == RZ_NONE || one->clause == RZ_NONE) return false;
    const rz_clause *c = &s->clauses[other->clause];
    bool opens = one->plain && c->first <= one->from + 1; /* «X گفت؛ Y …» */
    bool stopped = c->first > 0 && !opens && s->text->tokens[c->first - 1].punct == ';'; /* «X … خبر داد؛ Y می‌گوید …» */
    if (c->first < one->from || (other->plain && !other->content && !stopped)) return false;
    if (!other->voice.last && (c->inherits || other->speaker >= s->mentions->n || s->mentions->at[other->speaker].first < c->first)) return false;
    if (stopped && !quoted_at(s, c->first)) return true;
    if (rz_listed_whole(s, s->g->but, c->first) > c->first) return true;
    if (!one->plain && other->plain && other->content && c->first && s->text->tokens[c->first - 1].punct == ',') return true; /* «X خواستار صلح است، Y می‌گوید که …» */
    if (other->present) return false; /* «گفت واشنگتن از آن پشتیبانی می‌کند» */
    return (c->kind == RZ_CLAUSE_MAIN || c->kind == RZ_CLAUSE_COORDINATE) && !within(s, other->clause, one->clause);
}

/* One statement a speaker and sentence: the strongest of his verbs («ابراز نگرانی کرد و خواستار … شد»). */
static void put_together(const rz_scene *s, rz_saying *said, uint32_t n) {
    for (uint32_t i = 1; i < n; i++) {
        if (nested(s, &said[i], &said[0]) || speaks_apart(s, &said[0], &said[i])) continue;
        bool stronger = !said[i].plain && rank_of(s->g, said[i].stance) < rank_of(s->g, said[0].stance);
        if (rz_same_speaker(&said[i], &said[0]) && stronger) said[0].stance = said[i].stance, said[0].stronger = said[i].clause + 1;
        said[0].colon |= said[i].colon;
        said[0].content |= said[i].content;
    }
}

/* «X گفت: «رئیس‌جمهور تأکید کرده …»»: X is quoted word for word. */
static bool quoted_from(const rz_scene *s, const rz_saying *said, uint32_t last) {
    uint32_t t = said->from;
    while (t < last && s->text->tokens[t].kind == RZ_TOKEN_PUNCT && !s->text->tokens[t].quote) t++;
    return t < last && s->text->tokens[t].quote;
}

/* «X گفت ایتالیا آماده است» goes on; «X گفت … و Y», «…؛ Y» is the next. */
static bool parted(const rz_scene *s, const rz_saying *one, const rz_saying *other) {
    uint32_t end, first = s->clauses[other->clause].first;
    uint8_t class = rz_class_at(s, first, &end);
    return first > one->from + 1 || (!one->plain && s->text->tokens[one->from].punct == ',') || class == RZ_C_AND || class == RZ_C_CLAUSE || (first && s->text->tokens[first - 1].punct == ';');
}

static void tell(rz_found *found, const line *whole, rz_saying *said, uint32_t n) {
    const rz_scene *s = &found->scene;
    uint32_t inner = 0, apart = 0;
    for (uint32_t i = 1; i < n && !apart; i++)
        if (speaks_apart(s, &said[0], &said[i]) && parted(s, &said[i - 1], &said[i])) apart = i;
    line own = *whole, rest = *whole;
    const line *l = &own;
    if (apart) own.last = rest.first = s->clauses[said[apart].clause].first;
    uint32_t all = n;
    if (apart) n = apart;
    put_together(s, said, n);
    for (uint32_t i = 1; i < n && !inner; i++)
        if (nested(s, &said[i], &said[0])) inner = i;
    bool only_inner = inner && said[0].plain && (!said[0].document || passes_on(s, &said[inner], &said[0])) && !quoted_from(s, &said[0], l->last);
    if (inner && said[0].document && !said[inner].plain) said[0].stance = said[inner].stance;
    if (!only_inner) add(found, l, &said[0], RZ_NONE);
    else add(found, l, &said[inner], said[0].speaker == RZ_NONE ? RZ_SPEAKER : said[0].speaker);
    if (apart) tell(found, &rest, said + apart, all - apart);
}

static bool all_plain(const rz_saying *said, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (!said[i].plain && !said[i].colon) return false;
    return true;
}

/* Nobody speaks here, but the occasion is told. */
static void note_occasion(rz_found *found, const line *l) {
    const rz_scene *s = &found->scene;
    if (l->first_clause >= l->end_clause || s->text->tokens[l->first].quote) return;
    const char *channel = rz_channel_in(s, l->first, l->last, false);
    if (!channel) return;
    *RZ_PUSH(s->arena, &found->occasions) = (rz_found_occasion){l->index, s->clauses[l->first_clause].subject, channel};
}

static bool is_pronoun(const rz_scene *s, uint32_t speaker) { return speaker < RZ_SPEAKER && s->mentions->at[speaker].kind == RZ_M_PRONOUN; }

/* «…، به گفته X، …؛ Y هم گفت …»: the first who says so with a verb does it behind a stop. */
static bool told_apart(const rz_scene *s, const line *l, const rz_saying *said, bool headed) {
    if (said[0].clause == RZ_NONE) return false;
    uint32_t first = s->clauses[said[0].clause].first;
    if (first <= l->first + SHORTEST || s->text->tokens[l->first].quote) return false;
    bool stopped = s->text->tokens[first - 1].punct == ';';
    if (headed) return stopped || rz_listed_whole(s, s->g->but, first) > first;
    uint32_t last;
    for (uint32_t t = l->first; stopped && t < first && t < l->first + LONGEST_OPENED; t++)
        if (rz_class_at(s, t, &last) == RZ_C_ACCORDING && rz_listed_end(s, s->g->said_by, t) > t) return true;
    return false;
}

/* The part before the stop, by whom it cites; then the rest. */
static void tell_both(rz_found *found, const line *l, rz_saying *said, uint32_t n, const rz_saying *head) {
    const rz_scene *s = &found->scene;
    line one = *l, rest = *l;
    one.last = rest.first = s->clauses[said[0].clause].first;
    rz_sentence part = s->text->sentences[l->index];
    part.last = one.last;
    rz_saying by;
    if (head) add(found, &one, head, RZ_NONE);
    else if (rz_said_by_the_way(s, &part, &by)) add(found, &one, &by, RZ_NONE);
    tell(found, &rest, said, n);
}

/* «X از Y انتقاد کرد؛ Z: …»: two halves of a headline. */
static bool tell_halves(rz_found *found, const line *l, const rz_saying *said, uint32_t n, const rz_saying *head) {
    const rz_scene *s = &found->scene;
    uint32_t half = head->from, k = 0;
    while (half > l->first && s->text->tokens[half - 1].punct != ';') half--;
    if (half <= l->first) return false;
    line one = *l, rest = *l;
    one.last = rest.first = half;
    rz_saying before[RZ_MOST_SAYINGS];
    for (; k < n && said[k].clause != RZ_NONE && s->clauses[said[k].clause].first < half; k++) before[k] = said[k], before[k].colon = false;
    if (k) tell(found, &one, before, k);
    add(found, &rest, head, RZ_NONE);
    return true;
}

static void read_line(rz_found *found, const line *l, opening *o) {
    const rz_scene *s = &found->scene;
    const rz_sentence *sentence = &s->text->sentences[l->index];
    rz_saying said[RZ_MOST_SAYINGS], head;
    uint32_t n = rz_sayings_of(s, sentence, l->first_clause, said);
    bool headed = rz_head_names_source(s, sentence, &head);
    if (still_open(s, o, l, said, n, headed)) {
        tell_opened(found, o, l);
        return;
    }
    o->open = false;
    bool cited = headed && n && !head.colon && !rz_is_unknown(&head) && !rz_is_unknown(&said[0]) && told_apart(s, l, said, true);
    if (cited) {
        tell_both(found, l, said, n, &head);
        return;
    }
    if (headed && n && !rz_is_unknown(&head) && is_pronoun(s, said[0].speaker)) said[0].speaker = RZ_NONE; /* «به گفته X، او …» */
    headed = headed && (n == 0 || head.colon || rz_is_unknown(&said[0]) || head.issuer);
    if (ends_open(s, l) && (headed || (n && said[n - 1].colon))) {
        open_words(found, o, l, headed ? &head : &said[0]);
        if (headed || all_plain(said, n)) return;
    }
    if (headed && head.colon && tell_halves(found, l, said, n, &head)) return;
    if (n && told_apart(s, l, said, headed)) {
        tell_both(found, l, said, n, headed ? &head : NULL);
    } else if (headed) {
        if (n && !head.colon && !rz_is_unknown(&said[0])) head.stance = said[0].stance;
        add(found, l, &head, RZ_NONE);
    } else if (n) {
        tell(found, l, said, n);
    } else if (continues(found, l)) {
        go_on(found, l);
    } else if (rz_said_by_the_way(s, sentence, &head)) {
        add(found, l, &head, RZ_NONE);
    } else {
        note_occasion(found, l);
    }
}

static bool title_without_verb(const rz_scene *s, const line *l) {
    const rz_article *a = s->article;
    const rz_sentence *sentence = &s->text->sentences[l->index];
    return a->title_last && sentence->first >= a->title_first && sentence->last <= a->title_last && l->first_clause < s->n_clauses &&
           s->text->tokens[sentence->first].kind != RZ_TOKEN_PUNCT && s->clauses[l->first_clause].verb == RZ_NONE;
}

static void tell_message(rz_found *found, const line *l, const rz_saying *said) {
    rz_found_statement *st = add(found, l, said, RZ_NONE);
    st->direct = false;
    if (!st->channel) st->channel = "letter";
    st->fresh_channel = true;
}

/* In no table, and of no state that is told. */
static bool stranger(const rz_scene *s, const rz_found_statement *st) {
    return st->voice.last && s->mention_at[st->voice.last - 1] == RZ_NONE;
}

/* Where no event and no two other states are told the report may be of anything: who is in no table then says nothing that counts. */
static void drop_strangers(rz_found *found) {
    const rz_scene *s = &found->scene;
    uint32_t n = 0, states = 0;
    for (uint32_t i = 0; i < s->g->n_states; i++) states += s->state_told[i] != RZ_NONE && s->g->first_state + i != s->article->country;
    if (found->events.n || states > 1) return;
    for (uint32_t i = 0; i < found->statements.n; i++)
        if (!stranger(s, &found->statements.at[i])) found->statements.at[n++] = found->statements.at[i];
    found->statements.n = n;
}

void rz_statements_find(rz_found *found) {
    const rz_scene *s = &found->scene;
    opening o = {0};
    uint32_t clause = 0;
    for (uint32_t i = 0; i < s->text->n_sentences; i++) {
        const rz_sentence *sentence = &s->text->sentences[i];
        while (clause < s->n_clauses && s->clauses[clause].sentence < i) clause++;
        uint32_t end = clause;
        while (end < s->n_clauses && s->clauses[end].sentence == i) end++;
        line l = {i, rz_sentence_start(s, sentence), sentence->last, clause, end};
        if (l.first == RZ_NONE) continue;
        while (l.first < l.last && s->article->in_label[l.first]) l.first++;
        rz_saying head;
        if (!has_verb(s, &l) && rz_message_told(s, l.first, l.last, &head)) tell_message(found, &l, &head);
        else if (!title_without_verb(s, &l) || rz_head_names_source(s, sentence, &head)) read_line(found, &l, &o);
    }
    drop_strangers(found);
}
