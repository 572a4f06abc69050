/* Trains the tagger's weights from treebanks: an averaged perceptron over the features of src/text/features.c.
 *
 *     train-tagger [--leave K/N | --leave-each K/N] [--data FOLDER] [--epochs N] [--seed N] [--least N] WEIGHTS LEMMAS TREEBANK…
 *
 * WEIGHTS and LEMMAS are written (data/lexicon/tagger.weights.txt and lemmas.txt; data/FORMAT.md, "Tagging"). A TREEBANK is CoNLL-U of
 * UD_Persian-PerDT; with seraji: before its name, of UD_Persian-Seraji, whose habits differ; with early: the early state of PerDT.
 * --leave K/N: of the first treebank the K-th of N parts is kept out; --leave-each K/N: of each; --data: tables over the built-in ones. Where a treebank does not tell two labels apart, either is right.
 *
 * Every sentence goes through the library's own tokens: what is learnt is what will be met. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "reading/engine.h"
#include "text/lexeme.h"
#include "text/parts.h"
#include "tools/learner.h"
#include "tools/treebank.h"

enum { LINE = 1 << 16, FIRST = LABELS /* the label before a sentence */ };

static const char *const labels[] = {"ADJ", "ADJ-i", "ADJ-c", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NOUN-i", "NOUN-p", "NUM", "PART",
                                     "PRON", "PROPN", "PROPN-i", "PUNCT", "SCONJ", "VERB", "NOUN+PRON", "ADJ+PRON", "ADP+PRON", "VERB+PRON",
                                     "NOUN+AUX", "PRON+AUX", "ADJ+VERB", "NOUN+VERB"};
enum { N_LABELS = sizeof labels / sizeof *labels };
_Static_assert((int)N_LABELS <= (int)LABELS, "labels have room");

/* ---- sentences ---- */

typedef struct {
    uint32_t *slots[RZ_WINDOW]; /* of its features */
    uint32_t n[RZ_WINDOW];
    char word[128], class[RZ_CLASS_MOST + 1];
    uint32_t right; /* bits of the labels that are right; 0: not known */
    bool punct;
} item;

typedef struct {
    item *items;
    uint32_t n;
} sentence;

static sentence *sentences;
static uint32_t n_sentences, room_sentences;
static const rz_tagging *tagging;
static const rz_engine *engine;
static FILE *lemma_file;
static uint32_t tokens_met, tokens_known, label_counts[LABELS], lost_labels;

typedef struct {
    uint32_t *at[RZ_WINDOW];
    uint32_t n[RZ_WINDOW], room[RZ_WINDOW];
} gathered;

static void gather(void *self, rz_window where, rz_feature_kind kind, rz_str a, rz_str b) {
    gathered *g = self;
    if (g->n[where] == g->room[where]) g->at[where] = must(realloc(g->at[where], (g->room[where] = g->room[where] ? 2 * g->room[where] : 16) * sizeof(uint32_t)));
    g->at[where][g->n[where]++] = learner_note(rz_feature_names[kind], a, b);
}

static void fill_item(item *x, const rz_seen *seen) {
    gathered g = {0};
    rz_features(tagging, seen, gather, &g);
    memcpy(x->slots, g.at, sizeof g.at);
    memcpy(x->n, g.n, sizeof g.n);
    snprintf(x->word, sizeof x->word, "%.*s", seen->kind == RZ_TOKEN_NUMBER ? 1 : (int)seen->size, seen->kind == RZ_TOKEN_NUMBER ? "0" : seen->norm);
    snprintf(x->class, sizeof x->class, "%.*s", (int)seen->class_size, seen->class);
    x->punct = seen->kind == RZ_TOKEN_PUNCT;
}

static uint32_t label_of(const char *name) {
    for (uint32_t i = 0; i < N_LABELS; i++)
        if (!strcmp(labels[i], name)) return i;
    return LABELS;
}

static bool same_letters(const rz_stemmed *s, const char *lemma) {
    uint8_t codes[RZ_TAG_WORD + 1];
    uint32_t n = rz_codes(rz_str_of(lemma), codes, RZ_TAG_WORD + 1);
    return n == s->n && !memcmp(codes, s->letters, n);
}

/* How the lemma is made of the word: "", "-i", "-p", "-c"; NULL: no rule makes it. */
static const char *drop_of(const rz_seen *seen, uint8_t upos, const char *lemma) {
    static const struct {
        unsigned drop;
        const char *name;
    } ways[] = {{0, ""}, {RZ_DROP_YE, "-i"}, {RZ_DROP_PLURAL, "-p"}, {RZ_DROP_COMPARED, "-c"}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        char name[32];
        rz_stemmed s;
        snprintf(name, sizeof name, "%s%s", rz_upos_name((rz_upos)upos), ways[i].name);
        if (label_of(name) == LABELS) continue;
        rz_stem_word(tagging, seen->letters, seen->n, seen->joiners, upos, ways[i].drop, &s);
        if (same_letters(&s, lemma)) return ways[i].name;
    }
    return NULL;
}

/* Notes the lemma of a word; regular: the rules give it. */
static void tell_lemma(const gold *g, uint8_t upos, const rz_seen *seen, char habit, bool regular) {
    if (habit == 's' || habit == 'a' || (habit == 'e' && (upos == RZ_UPOS_VERB || upos == RZ_UPOS_AUX))) return;
    if (strchr(g->form, ' ') || strchr(g->lemma, ' ') || strchr(g->form, '|') || !strcmp(g->lemma, "_")) return;
    if (upos == RZ_UPOS_VERB || upos == RZ_UPOS_AUX) {
        rz_conjugation v;
        rz_conjugate(tagging, seen->letters, seen->n, &v);
        regular = v.known && rz_str_is(v.lemma, g->lemma);
    }
    fprintf(lemma_file, "%.*s\t%s\t%s\n", (int)seen->size, seen->norm, rz_upos_name((rz_upos)upos), regular ? "=" : g->lemma);
}

static uint32_t bit(const char *name) {
    uint32_t label = label_of(name);
    return label < LABELS ? 1u << label : 0;
}

/* The labels that are right for a token of one word. */
static uint32_t labels_of_one(const gold *g, const rz_seen *seen, char habit) {
    uint8_t upos = rz_upos_of(rz_str_of(g->upos));
    uint32_t bits = 0;
    bool names = habit != 'p' && habit != 'a' && upos == RZ_UPOS_NOUN;
    if (upos == RZ_UPOS_NOUN || upos == RZ_UPOS_PROPN || upos == RZ_UPOS_ADJ) {
        char name[32];
        const char *drop = seen->kind == RZ_TOKEN_WORD ? drop_of(seen, upos, g->lemma) : "";
        if (seen->kind == RZ_TOKEN_WORD) tell_lemma(g, upos, seen, habit, drop != NULL);
        snprintf(name, sizeof name, "%s%s", g->upos, drop ? drop : "");
        bits = bit(name);
        if (names) snprintf(name, sizeof name, "PROPN%s", drop && strcmp(drop, "-p") ? drop : ""), bits |= bit(name);
        return bits;
    }
    if (seen->kind == RZ_TOKEN_WORD) {
        rz_stemmed s;
        rz_stem_word(tagging, seen->letters, seen->n, seen->joiners, upos, 0, &s);
        tell_lemma(g, upos, seen, habit, same_letters(&s, g->lemma));
    }
    return bit(g->upos);
}

/* … and of one that something hangs on. */
static uint32_t labels_of_two(const gold *a, const gold *b) {
    char name[40];
    if (rz_upos_of(rz_str_of(b->upos)) == RZ_UPOS_ADP || rz_upos_of(rz_str_of(b->upos)) == RZ_UPOS_DET) return bit(a->upos); /* مرا, بدین */
    snprintf(name, sizeof name, "%s+%s", a->upos, b->upos);
    uint32_t bits = bit(name);
    if (!bits) snprintf(name, sizeof name, "NOUN+%s", b->upos), bits = bit(name);
    return bits;
}

static uint32_t right_labels(const gold *g, uint32_t n, const rz_seen *seen, char habit) {
    if (n > 1 && !strcmp(g[n - 1].upos, "PUNCT")) n--;
    return n == 1 ? labels_of_one(g, seen, habit) : n == 2 ? labels_of_two(g, g + 1) : 0;
}

static void add_sentence(const char *text, const gold *g, uint32_t n, char habit) {
    rz_arena arena;
    jmp_buf out_of_memory;
    rz_arena_open(&arena, &out_of_memory, 0);
    if (setjmp(out_of_memory)) must(NULL);
    const rz_language *l = rz_engine_language(engine);
    rz_text t = rz_text_of(l);
    rz_span all = {0, (uint32_t)strlen(text)};
    rz_fold(&arena, text, all.end, &t);
    rz_tokens_cut(&arena, &all, 1, &t);
    if (n_sentences == room_sentences) sentences = must(realloc(sentences, (room_sentences = room_sentences ? 2 * room_sentences : 1024) * sizeof *sentences));
    sentence *s = &sentences[n_sentences++];
    *s = (sentence){must(calloc(t.n_tokens + 1, sizeof(item))), t.n_tokens};
    for (uint32_t i = 0; i < t.n_tokens; i++) {
        rz_seen seen;
        uint32_t first, k = treebank_words_at(g, n, t.tokens[i].src_start, t.tokens[i].src_end, &first);
        rz_see(tagging, &t, i, &seen);
        fill_item(&s->items[i], &seen);
        s->items[i].right = k ? right_labels(g + first, k, &seen, habit) : 0;
        tokens_met++;
        tokens_known += k > 0;
        lost_labels += k && !s->items[i].right;
        for (uint32_t b = 0; b < LABELS; b++) label_counts[b] += s->items[i].right >> b & 1;
    }
    rz_arena_close(&arena);
}

/* ---- treebanks ---- */

/* Tags of the early state of PerDT in those of today. */
static void modernize(gold *g) {
    bool stem = strchr(g->lemma, '#') != NULL;
    if (!strcmp(g->upos, "PREM")) strcpy(g->upos, "DET");
    if (!strcmp(g->upos, "IDEN")) strcpy(g->upos, "PROPN");
    if (!strcmp(g->upos, "PSUS")) strcpy(g->upos, "INTJ");
    if (!strcmp(g->upos, "VERB") && (!strcmp(g->xpos, "MODL") || !strcmp(g->lemma, "#است") || !strcmp(g->lemma, "بود#باش"))) strcpy(g->upos, "AUX");
    if (!strcmp(g->upos, "AUX") && !strcmp(g->lemma, "کرد#کن")) strcpy(g->upos, "VERB");
    if (stem) strcpy(g->lemma, "_"); /* it is of the whole verb */
}

typedef struct {
    char habit;
    uint32_t leave; /* the part to keep out, from 1; 0: none */
} reading;

static void take_sentence(void *self, const char *text, gold *g, uint32_t n, uint32_t part) {
    const reading *r = self;
    if (part + 1 == r->leave) return;
    for (uint32_t i = 0; i < n; i++) {
        if (r->habit == 'e') modernize(&g[i]);
        if (r->habit == 's' && !strcmp(g[i].upos, "PART") && !strcmp(g[i].form, "را")) strcpy(g[i].upos, "ADP");
    }
    add_sentence(text, g, n, r->habit);
}

/* ---- learning ---- */

static item edge;

static const item *near(const sentence *s, int64_t i) { return i < 0 || i >= s->n ? &edge : &s->items[i]; }

static const char *name_of(uint32_t label) { return label < N_LABELS ? labels[label] : "<s>"; }

static rz_str part_of(rz_paired what, const sentence *s, uint32_t i, uint32_t last, uint32_t before, char *room) {
    switch (what) {
    case RZ_OF_LABEL_1: return rz_str_of(name_of(last));
    case RZ_OF_LABEL_2: return rz_str_of(name_of(before));
    case RZ_OF_LABELS: sprintf(room, "%s %s", name_of(before), name_of(last)); return rz_str_of(room);
    case RZ_OF_WORD: return rz_str_of(near(s, i)->word);
    case RZ_OF_WORD_BEFORE: return rz_str_of(near(s, (int64_t)i - 1)->word);
    case RZ_OF_WORD_AFTER: return rz_str_of(near(s, (int64_t)i + 1)->word);
    case RZ_OF_CLASS: return rz_str_of(near(s, i)->class);
    case RZ_OF_CLASS_BEFORE: return rz_str_of(near(s, (int64_t)i - 1)->class);
    case RZ_OF_CLASS_AFTER: return rz_str_of(near(s, (int64_t)i + 1)->class);
    case RZ_OF_CLASS_BEFORE_2: return rz_str_of(near(s, (int64_t)i - 2)->class);
    case RZ_OF_CLASS_AFTER_2: return rz_str_of(near(s, (int64_t)i + 2)->class);
    default: return RZ_STR("");
    }
}

enum { MOST_ACTIVE = 256 };

/* The slots of all features that speak at word i. */
static uint32_t active(const sentence *s, uint32_t i, uint32_t last, uint32_t before, uint32_t *out) {
    uint32_t n = 0;
    for (uint32_t w = 0; w < RZ_WINDOW; w++) {
        const item *x = near(s, (int64_t)i + rz_window_by[w]);
        for (uint32_t k = 0; k < x->n[w] && n < MOST_ACTIVE; k++)
            if (learner_met_again(x->slots[w][k])) out[n++] = x->slots[w][k];
    }
    for (int p = 0; p < RZ_PAIRINGS && n < MOST_ACTIVE; p++) {
        char a[128], b[128];
        out[n++] = learner_note(rz_pairings[p].kind, part_of(rz_pairings[p].a, s, i, last, before, a), part_of(rz_pairings[p].b, s, i, last, before, b));
    }
    return n;
}

static uint32_t best_of(const float *score, uint32_t among) {
    uint32_t best = LABELS;
    for (uint32_t l = 0; l < N_LABELS; l++)
        if ((among >> l & 1) && (best == LABELS || score[l] > score[best])) best = l;
    return best;
}

static uint32_t learn_sentence(const sentence *s) {
    uint32_t last = FIRST, before = FIRST, wrong = 0, all = ~(1u << label_of("PUNCT")), slots[MOST_ACTIVE];
    for (uint32_t i = 0; i < s->n; i++) {
        uint32_t label = label_of("PUNCT");
        if (!s->items[i].punct) {
            float score[LABELS] = {0};
            uint32_t n = active(s, i, last, before, slots);
            for (uint32_t k = 0; k < n; k++) {
                const float *w = learner_weights(slots[k]);
                for (int l = 0; w && l < LABELS; l++) score[l] += w[l];
            }
            label = best_of(score, all);
            uint32_t right = s->items[i].right ? best_of(score, s->items[i].right) : label;
            if (right != label) {
                wrong++;
                for (uint32_t k = 0; k < n; k++) {
                    learner_change(slots[k], right, 1);
                    learner_change(slots[k], label, -1);
                }
            }
            learner_tick();
        }
        before = last;
        last = label;
    }
    return wrong;
}

/* ---- what was learnt ---- */

typedef struct {
    char *line;
    uint32_t n;
} counted;

static int by_line(const void *a, const void *b) { return strcmp(((const counted *)a)->line, ((const counted *)b)->line); }

/* Of each form and part of speech the lemma told most often. */
static void write_lemmas(const char *path) {
    static char line[LINE];
    counted *all = NULL;
    size_t n = 0, room = 0;
    rewind(lemma_file);
    while (fgets(line, LINE, lemma_file)) {
        line[strcspn(line, "\n")] = 0;
        if (n == room) all = must(realloc(all, (room = room ? 2 * room : 1024) * sizeof *all));
        all[n++] = (counted){must(strdup(line)), 1};
    }
    if (n) qsort(all, n, sizeof *all, by_line);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (kept && !strcmp(all[kept - 1].line, all[i].line)) all[kept - 1].n++;
        else all[kept++] = all[i];
    }
    FILE *out = fopen(path, "w");
    if (!out) perror(path), exit(1);
    fprintf(out, "# Derived by tools/train-tagger: lemmas that no rule gives. FORMAT.md, \"Tagging\".\nsuffix tag-lemmas-learnt\n  use tag-lemma\n");
    for (size_t i = 0; i < kept;) {
        size_t best = i, k = i, key = (size_t)(strrchr(all[i].line, '\t') - all[i].line);
        for (; k < kept && !strncmp(all[k].line, all[i].line, key + 1); k++)
            if (all[k].n > all[best].n) best = k;
        i = k;
        if (strrchr(all[best].line, '\t')[1] == '=') continue;
        for (char *p = all[best].line; *p; p++)
            if (*p == '\t') *p = ' ';
        fprintf(out, "  form %s\n", all[best].line);
    }
    fclose(out);
}

static struct {
    uint32_t leave, parts, epochs, seed;
    int least;
    bool each;
    const char *data;
} given = {0, 0, 12, 1, 3, false, NULL};

/* The first argument that is no option. */
static int read_options(int argc, char **argv) {
    int i = 1;
    for (; i + 1 < argc && !strncmp(argv[i], "--", 2); i += 2) {
        given.each |= !strcmp(argv[i], "--leave-each");
        if (!strncmp(argv[i], "--leave", 7) && sscanf(argv[i + 1], "%u/%u", &given.leave, &given.parts) == 2) continue;
        if (!strcmp(argv[i], "--epochs")) given.epochs = (uint32_t)atoi(argv[i + 1]);
        if (!strcmp(argv[i], "--seed")) given.seed = (uint32_t)atoi(argv[i + 1]);
        if (!strcmp(argv[i], "--data")) given.data = argv[i + 1];
        if (!strcmp(argv[i], "--least")) given.least = atoi(argv[i + 1]);
    }
    return i;
}

static void prepare(void) {
    static rz_arena arena;
    static jmp_buf out_of_memory;
    rz_error error;
    if (!(engine = rz_engine_open(&given.data, given.data != NULL, &error))) fprintf(stderr, "%s\n", error.message), exit(1);
    rz_arena_open(&arena, &out_of_memory, 0);
    if (setjmp(out_of_memory)) must(NULL);
    tagging = rz_tagging_make(&arena, rz_engine_data(engine));
    learner_open();
    lemma_file = must(tmpfile());
    rz_seen outside = {.norm = "<s>", .size = 3, .kind = RZ_TOKEN_PUNCT, .class = "<s>", .class_size = 3};
    fill_item(&edge, &outside);
}

static void tell_sizes(void) {
    fprintf(stderr, "%u sentences, %u tokens, %u of them cut as in the treebank, %u without a label\n", n_sentences, tokens_met, tokens_known, lost_labels);
    for (uint32_t l = 0; l < N_LABELS; l++) fprintf(stderr, "%s %u  ", labels[l], label_counts[l]);
    fputc('\n', stderr);
}

static void learn(void) {
    uint32_t *order = must(malloc((n_sentences + 1) * sizeof *order));
    for (uint32_t s = 0; s < n_sentences; s++) order[s] = s;
    for (uint32_t e = 0; e < given.epochs; e++) {
        uint32_t wrong = 0;
        learner_shuffle(order, n_sentences, &given.seed);
        for (uint32_t s = 0; s < n_sentences; s++) wrong += learn_sentence(&sentences[order[s]]);
        fprintf(stderr, "%u: %u wrong\n", e + 1, wrong);
    }
    free(order);
}

int main(int argc, char **argv) {
    int i = read_options(argc, argv);
    if (argc - i < 3) return fputs("train-tagger [--leave K/N | --leave-each K/N] [--data FOLDER] [--epochs N] [--seed N] [--least N] WEIGHTS LEMMAS TREEBANK…\n", stderr), 2;
    prepare();
    for (int k = i + 2; k < argc; k++) {
        const char *colon = strchr(argv[k], ':');
        bool cut = k == i + 2 || given.each;
        reading r = {colon ? argv[k][0] : 'p', cut ? given.leave : 0};
        treebank_read(colon ? colon + 1 : argv[k], given.parts, take_sentence, &r);
    }
    tell_sizes();
    learn();
    learner_write(argv[i], "Derived by tools/train-tagger: what each feature of a word says for each label. FORMAT.md, \"Tagging\".", labels, N_LABELS, given.least);
    write_lemmas(argv[i + 1]);
    return 0;
}
