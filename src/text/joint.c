/* The weights of joints (data/lexicon/joints.txt, which tools/train-joiners learns): a sum over what the tables say of two words and over
 * the words themselves; above zero they are one. Only the two words count and nothing around them, so that what is mended once stays. */
#include "text/joint.h"

#include <stdlib.h>

#include "text/joining.h"
#include "text/weighing.h"

enum { FIRST_END = 2, LAST_START = 3, LAST_END = 3 /* letters */ };

typedef enum { EVIDENCE, CLASSES, FIRST, LAST, FIRST_ENDS, LAST_STARTS, LAST_ENDS, FIRST_BEFORE, LAST_AFTER, LAST_STEM, KINDS } kind;
static const char *const uses[KINDS] = {"joint-evidence", "joint-classes", "joint-first", "joint-last", "joint-first-end", "joint-last-start", "joint-last-end",
                                       "joint-first-before", "joint-last-after", "joint-last-stem"};

struct rz_joints {
    const rz_joiner *joiner;
    rz_weighing weights;
    uint64_t slots[];
};

static uint64_t evidence_key(uint32_t evidence) { return rz_sign_key(EVIDENCE, &(uint16_t){(uint16_t)evidence}, 2); }
static uint64_t classes_key(uint32_t a, uint32_t b) { return rz_sign_key(CLASSES, (const uint8_t[]){(uint8_t)a, (uint8_t)b}, 2); }

/* A word beside one of these parts of speech. */
static uint64_t beside_key(kind k, const uint8_t *w, uint32_t n, uint8_t pos) {
    uint8_t both[RZ_JOINER_LETTERS + 1];
    memcpy(both, w, n);
    both[n] = pos;
    return rz_sign_key(k, both, n + 1);
}

static uint64_t beside_key_of(kind k, rz_str form) {
    uint8_t letters[RZ_JOINER_LETTERS];
    rz_str w = rz_str_word(&form);
    uint32_t n = rz_letters_of(w.at, w.size, letters, sizeof letters);
    return beside_key(k, letters, n < sizeof letters ? n : sizeof letters, rz_pos_read(form));
}
_Static_assert((int)RZ_JOINT_SIGNS < 16, "evidence has room");

static uint64_t key_of(uint32_t k, rz_str form) {
    uint32_t evidence = 0;
    if (k == CLASSES) {
        rz_str a = rz_str_word(&form);
        return classes_key(rz_place_in(a, rz_joint_class_names, RZ_JOINT_CLASSES), rz_place_in(form, rz_joint_class_names, RZ_JOINT_CLASSES));
    }
    if (k == FIRST_BEFORE || k == LAST_AFTER) return beside_key_of((kind)k, form);
    if (k != EVIDENCE) return rz_sign_letters(k, form);
    for (rz_str name; (name = rz_str_word(&form)).size;)
        if (!rz_str_is(name, "none")) evidence |= 1u << rz_place_in(name, rz_joint_sign_names, RZ_JOINT_SIGNS);
    return evidence_key(evidence);
}

static const rz_signs signs = {uses, KINDS, "joint-bias", key_of};

rz_joints *rz_joints_open(const rz_joiner *j) {
    uint32_t slots = rz_weighing_slots(j->data, &signs);
    rz_joints *s = calloc(1, sizeof *s + slots * sizeof s->slots[0]);
    if (!s) return NULL;
    s->joiner = j;
    rz_weighing_read(&s->weights, j->data, &signs, s->slots, slots);
    return s;
}

void rz_joints_close(rz_joints *joints) { free(joints); }

static int score(const rz_joints *s, uint32_t evidence, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    const rz_weighing *w = &s->weights;
    uint32_t end = n < FIRST_END ? n : FIRST_END, start = m < LAST_START ? m : LAST_START, tail = m < LAST_END ? m : LAST_END;
    int sum = w->bias + rz_weight_of(w, evidence_key(evidence));
    sum += rz_weight_of(w, classes_key(rz_joint_class(s->joiner, a, n), rz_joint_class(s->joiner, b, m)));
    sum += rz_weight_of(w, rz_sign_key(FIRST, a, n)) + rz_weight_of(w, rz_sign_key(LAST, b, m));
    sum += rz_weight_of(w, beside_key(FIRST_BEFORE, a, n, rz_joint_pos(s->joiner, b, m)));
    sum += rz_weight_of(w, beside_key(LAST_AFTER, b, m, rz_joint_pos(s->joiner, a, n)));
    sum += rz_weight_of(w, rz_sign_key(LAST_STEM, b, rz_joint_stem(s->joiner, b, m)));
    sum += rz_weight_of(w, rz_sign_key(FIRST_ENDS, a + n - end, end));
    return sum + rz_weight_of(w, rz_sign_key(LAST_STARTS, b, start)) + rz_weight_of(w, rz_sign_key(LAST_ENDS, b + m - tail, tail));
}

rz_oneness rz_joints_between(const rz_joints *s, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    if (!n || !m || n + m >= RZ_JOINER_LETTERS) return RZ_TWO_WORDS;
    uint32_t evidence = rz_joint_evidence(s->joiner, a, n, b, m);
    if (score(s, evidence, a, n, b, m) <= 0) return RZ_TWO_WORDS;
    return evidence >> RZ_JOINT_VERB & 1 ? RZ_ONE_VERB : RZ_ONE_WORD;
}
