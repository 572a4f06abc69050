/* What the tables say of two words side by side, each sign by itself: how they are weighed is joint.c's. */
#include <stdio.h>

#include "text/joining.h"
#include "text/joint.h"

const char *const rz_joint_sign_names[RZ_JOINT_SIGNS] = {"apart", "verb", "often", "once", "listed", "seen", "whole", "whole-rare", "ending",
                                                         "last", "first", "seldom", "part-first", "part-last", "verbal"};
const char *const rz_joint_class_names[RZ_JOINT_CLASSES] = {"unknown", "unknown-joined", "listed", "listed-joined", "rare", "rare-joined",
                                                            "known", "known-joined", "usual", "usual-joined"};

enum { RARE = 3, KNOWN = 20 /* times in running text */ };

static bool find(const rz_joiner *j, const uint8_t *w, uint32_t n, rz_word *word) { return rz_spelling_find(j->data, w, n, word); }

static bool is_word(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    rz_word word;
    return find(j, w, n, &word);
}

uint8_t rz_joint_class(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    rz_word word;
    if (!find(j, w, n, &word)) return 0;
    uint32_t times = rz_running(&word), step = !times ? 1 : times < RARE ? 2 : times < KNOWN ? 3 : 4;
    return (uint8_t)(2 * step + (rz_joiner_written(word.spelling.at, word.spelling.size) != 0));
}

uint32_t rz_joint_stem(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    uint32_t longest = 0;
    for (uint32_t i = 0; i < j->tails.n; i++) {
        const rz_joining_part *t = &j->tails.at[i];
        if (t->n > longest && n >= t->n + 2u && rz_part_ends(w, n, t)) longest = t->n;
    }
    return n - longest;
}

uint8_t rz_joint_pos(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    rz_word word;
    return find(j, w, n, &word) ? word.pos : 0;
}

static const struct {
    uint8_t bit;
    const char *name;
} pos_names[] = {{RZ_POS_NOUN, "N"}, {RZ_POS_ADJ, "AJ"}, {RZ_POS_VERB, "V"}, {RZ_POS_ADV, "AV"}, {RZ_POS_PREP, "P"}, {RZ_POS_CONJ, "C"},
                 {RZ_POS_PRON, "PR"}, {RZ_POS_NAME, "NM"}};
enum { N_POS = sizeof pos_names / sizeof *pos_names };

void rz_pos_write(uint8_t pos, char out[RZ_POS_TEXT]) {
    int size = snprintf(out, RZ_POS_TEXT, "%s", pos ? "" : "-");
    for (size_t i = 0; i < N_POS; i++)
        if (pos & pos_names[i].bit) size += snprintf(out + size, (size_t)(RZ_POS_TEXT - size), "%s%s", size ? "," : "", pos_names[i].name);
}

uint8_t rz_pos_read(rz_str text) {
    uint8_t pos = 0;
    for (uint32_t from = 0, i = 0; i <= text.size; i++) {
        if (i < text.size && text.at[i] != ',') continue;
        for (size_t k = 0; k < N_POS; k++)
            if (rz_str_is((rz_str){text.at + from, i - from}, pos_names[k].name)) pos |= pos_names[k].bit;
        from = i + 1;
    }
    return pos;
}

/* A last part, as it is or with endings, that is no word of running text. */
static bool never_alone(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    if (rz_joining_find(j, w, n, RZ_NEVER_ALONE_LAST)) return true;
    rz_word word;
    if (find(j, w, n, &word) && rz_running(&word)) return false;
    if (rz_joining_find(j, w, n, RZ_PART_LAST)) return true;
    for (uint32_t i = 0; i < j->tails.n; i++) {
        const rz_joining_part *t = &j->tails.at[i];
        if (n <= t->n + 1u || !rz_part_ends(w, n, t)) continue;
        if (rz_joining_find(j, w, n - t->n, RZ_NEVER_ALONE_LAST) || rz_joining_find(j, w, n - t->n, RZ_PART_LAST)) return true;
    }
    return false;
}

static bool is_ending(const rz_joiner *j, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    for (uint32_t i = 0; i < j->n_endings; i++) {
        const rz_joining_ending *e = &j->endings[i];
        if (!e->joiner || e->n != m || memcmp(e->letters, b, m) != 0) continue;
        if (e->guess || e->mend || (e->weight >= 0 && !e->after)) return true;
        if (e->after && e->weight >= -1 && n > 2 && rz_ending_allows(e, j, a, n) && (is_word(j, a, n) || rz_is_verbal(j, a, n))) return true;
        if (e->adjective && rz_is_adjective(j, a, n)) return true;
    }
    return false;
}

/* Is the first word, n letters of w, می or نمی, with a preverb or without, of a verb that goes on for m more? */
static bool begins_verb(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t m, uint32_t from) {
    rz_places at;
    if (from + rz_verb_going_on(j, w + from, n + m - from) != n) return false;
    return rz_verb_with_mi(j, w, n + m, from, &at) || rz_verb_guessed(j, w, n + m, from, &at);
}

static bool is_beginning(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t m) {
    if (begins_verb(j, w, n, m, 0)) return true;
    for (uint32_t i = 0; i < j->preverbs.n; i++) {
        const rz_joining_part *p = &j->preverbs.at[i];
        if (p->n < n && rz_part_starts(w, n, p) && begins_verb(j, w, n, m, p->n)) return true;
    }
    return false;
}

/* What the lexicon says of the two written together. */
static uint32_t together(const rz_joiner *j, const uint8_t *both, uint32_t n, uint32_t m) {
    rz_word word;
    if (!find(j, both, n + m, &word)) return 0;
    uint32_t times = rz_running(&word);
    bool joined = (rz_joiner_written(word.spelling.at, word.spelling.size) & rz_joiner_before(n)) != 0;
    if (joined && times) return 1u << (times < RARE ? RZ_JOINT_ONCE : RZ_JOINT_OFTEN);
    if (joined) return 1u << (word.count ? RZ_JOINT_LISTED : RZ_JOINT_SEEN);
    return 1u << (times ? RZ_JOINT_WHOLE : RZ_JOINT_WHOLE_RARE);
}

uint32_t rz_joint_evidence(const rz_joiner *j, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    uint8_t both[RZ_JOINER_LETTERS];
    if (!n || !m || n + m >= RZ_JOINER_LETTERS) return 1u << RZ_JOINT_APART;
    memcpy(both, a, n);
    memcpy(both + n, b, m);
    uint32_t e = together(j, both, n, m);
    if (rz_joining_apart(j, a, n, b, m)) e |= 1u << RZ_JOINT_APART;
    if (is_beginning(j, both, n, m)) e |= 1u << RZ_JOINT_VERB;
    if (is_ending(j, a, n, b, m)) e |= 1u << RZ_JOINT_ENDING;
    if (n > 1 && is_word(j, a, n) && never_alone(j, b, m)) e |= 1u << RZ_JOINT_LAST;
    if (rz_joining_find(j, a, n, RZ_NEVER_ALONE_FIRST) && is_word(j, b, m)) e |= 1u << RZ_JOINT_FIRST;
    if (rz_joining_find(j, a, n, RZ_SELDOM_ALONE_FIRST) || rz_joining_find(j, b, m, RZ_SELDOM_ALONE_LAST)) e |= 1u << RZ_JOINT_SELDOM;
    if (rz_joining_find(j, a, n, RZ_PART_FIRST)) e |= 1u << RZ_JOINT_PART_FIRST;
    if (rz_joining_find(j, b, m, RZ_PART_LAST)) e |= 1u << RZ_JOINT_PART_LAST;
    if (rz_is_verbal(j, b, m)) e |= 1u << RZ_JOINT_VERBAL;
    return e;
}
