#include "reading/known.h"

#include "base/table.h"

enum { NOT_KEPT = RZ_TYPES * RZ_LABELS_KNOWN };
#define MORE_SIZE ((NOT_KEPT + 1) * sizeof(rz_known_more))
#define KNOWN_SIZE ((NOT_KEPT + 1) * sizeof(rz_known))

bool rz_memory_open(rz_memory *m, const rz_tagging *tagging) {
    *m = (rz_memory){.tagging = tagging};
    for (uint32_t i = 0; i < rz_tags(tagging->data); i++) m->labels[i] = rz_label_read(rz_tag_at(tagging->data, i));
    m->labels[RZ_MOST_LABELS].upos = RZ_UPOS_PUNCT;
    m->known = rz_table_open(KNOWN_SIZE);
    m->more = rz_table_open(MORE_SIZE);
    return m->known && m->more;
}

void rz_memory_close(rz_memory *m) {
    rz_table_close(m->known, KNOWN_SIZE);
    rz_table_close(m->more, MORE_SIZE);
}

static rz_word_of word_of(const rz_lexeme *x, uint32_t start) {
    bool verb = x->upos == RZ_UPOS_VERB || x->upos == RZ_UPOS_AUX;
    rz_word_of w = {.span = {x->src.start - start, x->src.end - start}, .lemma = "", .infinitive = "", .group = -1, .upos = x->upos,
                    .person = x->person, .number = x->number, .degree = x->degree};
    if (!verb || !x->verb.known) return w;
    w.tense = x->verb.tense, w.mood = x->verb.mood, w.form = x->verb.form;
    w.negative = x->verb.negative;
    return w;
}

static void give_texts(rz_arena *arena, rz_word_of *w, rz_str lemma, rz_str before, rz_str infinitive) {
    w->lemma = rz_copy(arena, lemma.at, lemma.size);
    w->infinitive = infinitive.size ? rz_copy(arena, infinitive.at, infinitive.size) : "";
    if (before.size) w->infinitive = rz_format(arena, "%.*s%s", (int)before.size, before.at, w->infinitive);
}

/* Makes the words; false where a lemma is too long to be kept. */
static bool make(const rz_memory *m, rz_arena *arena, const rz_text *text, uint32_t token, uint8_t label, rz_known *k, rz_known_more *more) {
    rz_lexeme words[RZ_LEXEMES];
    bool fits = true;
    k->n = (uint8_t)rz_lexemes_of(arena, m->tagging, text, token, m->labels[label], words);
    for (uint32_t i = 0; i < k->n; i++) {
        rz_word_of *w = i ? &more->second : &k->word;
        rz_str lemma = words[i].lemma;
        *w = word_of(&words[i], text->tokens[token].src_start);
        more->infinitive[i] = words[i].verb.known ? words[i].verb.infinitive : RZ_STR("");
        more->before[i] = words[i].verb.known ? words[i].verb.before : RZ_STR("");
        fits &= lemma.size && lemma.size <= RZ_LEMMA_MOST;
        more->size[i] = lemma.size <= RZ_LEMMA_MOST ? (uint8_t)lemma.size : 0;
        memcpy(more->lemma[i], lemma.at, more->size[i]);
        give_texts(arena, w, lemma, more->before[i], more->infinitive[i]);
    }
    k->word.words = k->n;
    return fits;
}

static void copy_texts(rz_arena *arena, rz_known *k, rz_known_more *more) {
    give_texts(arena, &k->word, (rz_str){more->lemma[0], more->size[0]}, more->before[0], more->infinitive[0]);
    if (k->n > 1) give_texts(arena, &more->second, (rz_str){more->lemma[1], more->size[1]}, more->before[1], more->infinitive[1]);
}

/* Where the source has marks that the normal text has not, they matter: to lemmas, and to where a word is cut. */
static uint32_t source_of(const rz_text *text, const rz_token *t) {
    uint32_t size = t->src_end - t->src_start;
    return t->norm_start + size == t->norm_end ? 0 : (uint32_t)rz_hash(text->src + t->src_start, size) | 1;
}

/* Of two, the one of that life and label, told without a branch, for it cannot be foreseen; or the first. */
static rz_known *one_of(rz_known *pair, const rz_tagged *tagged) {
    return pair + ((pair[1].life == tagged->life) & (pair[1].label == tagged->label));
}
_Static_assert(RZ_LABELS_KNOWN == 2, "each is looked at");

const rz_known *rz_known_of(rz_memory *m, rz_arena *arena, uint64_t turn, const rz_text *text, uint32_t token, const rz_tagged *tagged) {
    uint32_t source = source_of(text, &text->tokens[token]);
    bool kept = tagged->number != RZ_NONE;
    rz_known *pair = &m->known[kept ? (size_t)RZ_LABELS_KNOWN * tagged->number : NOT_KEPT], *k = kept ? one_of(pair, tagged) : pair;
    if (kept && k->life == tagged->life && k->label == tagged->label && k->source == source) {
        if (k->turn != turn) copy_texts(arena, k, &m->more[k - m->known]), k->turn = turn;
        return k;
    }
    if (kept) k = pair + (pair->life == tagged->life && pair->label != tagged->label); /* of two that are known the second makes room */
    *k = (rz_known){.turn = turn, .source = source, .label = tagged->label};
    bool fits = make(m, arena, text, token, tagged->label, k, &m->more[k - m->known]);
    k->life = kept && fits ? tagged->life : 0;
    return k;
}
