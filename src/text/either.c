#include "text/either.h"

#include <stdio.h>

#include "text/joining.h"
#include "text/joint.h"
#include "text/weighing.h"

const char *const rz_either_uses[RZ_EITHER_KINDS] = {"either-known", "either-parts", "either-stems", "either-before-class", "either-after-class",
                                                     "either-after-known", "either-around", "either-stem", "either-before", "either-after"};

static bool is_known(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    rz_word word;
    return rz_spelling_find(j->data, w, n, &word);
}

/* The ending is written on to the stem, or its first letter is the last of another word: that word is the stem and this letter. */
uint32_t rz_either_stem(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    for (uint32_t i = 0; i < j->either.n; i++) {
        const rz_joining_part *e = &j->either.at[i];
        uint32_t stem = n - e->n;
        if (n < e->n + 2u || !rz_part_ends(w, n, e) || !is_known(j, w, stem)) continue;
        return is_known(j, w, stem + 1) || rz_is_verbal(j, w, stem + 1) ? stem : 0;
    }
    return 0;
}

/* What the lexicon has these letters for, and how often. */
static void known(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t stem, char *out) {
    rz_word word;
    const char *as = "neither";
    if (rz_spelling_find(j->data, w, n, &word)) {
        rz_places at = rz_joiner_written(word.spelling.at, word.spelling.size);
        as = at & rz_joiner_before(stem) ? "plural" : at & rz_joiner_before(stem + 1) ? "other" : "plain";
    }
    snprintf(out, RZ_EITHER_TEXT, "%u %s %s", n - stem, as, rz_joint_class_names[rz_joint_class(j, w, n)]);
}

static void class_of(const rz_joiner *j, rz_beside b, char *out) {
    rz_word word;
    if (!b.n || !rz_spelling_find(j->data, b.letters, b.n, &word)) {
        snprintf(out, RZ_EITHER_TEXT, "%s", b.n ? "unknown" : b.sign ? "sign" : "end");
        return;
    }
    if (word.pos) rz_pos_write(word.pos, out);
    else snprintf(out, RZ_EITHER_TEXT, "word");
}

/* The texts hold three classes at most. */
static void join(char *out, const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b);
    if (n + m + 2 > RZ_EITHER_TEXT) m = RZ_EITHER_TEXT - 2 - n;
    memmove(out, a, n);
    out[n] = ' ';
    memcpy(out + n + 1, b, m);
    out[n + 1 + m] = 0;
}

void rz_either_texts(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t stem, rz_beside before, rz_beside after,
                     char out[RZ_EITHER_TEXTS][RZ_EITHER_TEXT]) {
    char other[RZ_EITHER_TEXT];
    known(j, w, n, stem, out[RZ_EITHER_KNOWN]);
    snprintf(out[RZ_EITHER_PARTS], RZ_EITHER_TEXT, "%s %s %s", rz_joint_class_names[rz_joint_class(j, w, stem)],
             rz_joint_class_names[rz_joint_class(j, w, stem + 1)], rz_is_verbal(j, w, stem + 1) ? "verbal" : "nominal");
    class_of(j, (rz_beside){w, stem, false}, out[RZ_EITHER_STEMS]);
    class_of(j, (rz_beside){w, stem + 1, false}, other);
    join(out[RZ_EITHER_STEMS], out[RZ_EITHER_STEMS], other);
    class_of(j, before, out[RZ_EITHER_BEFORE_CLASS]);
    class_of(j, after, out[RZ_EITHER_AFTER_CLASS]);
    join(out[RZ_EITHER_AROUND], out[RZ_EITHER_BEFORE_CLASS], out[RZ_EITHER_AFTER_CLASS]);
    join(out[RZ_EITHER_AFTER_KNOWN], out[RZ_EITHER_AFTER_CLASS], out[RZ_EITHER_KNOWN]);
}

/* ---- weights ---- */

static uint64_t key_of(uint32_t kind, rz_str form) {
    return kind < RZ_EITHER_TEXTS ? rz_sign_key(kind, form.at, form.size) : rz_sign_letters(kind, form);
}

static const rz_signs signs = {rz_either_uses, RZ_EITHER_KINDS, "either-bias", key_of};

void rz_either_read(rz_arena *arena, rz_joiner *j) {
    uint32_t slots = rz_weighing_slots(j->data, &signs);
    rz_weighing_read(&j->either_weights, j->data, &signs, RZ_NEW_N(arena, uint64_t, slots), slots);
}

rz_places rz_either_places(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t stem, rz_beside before, rz_beside after) {
    char texts[RZ_EITHER_TEXTS][RZ_EITHER_TEXT];
    const rz_weighing *weights = &j->either_weights;
    rz_either_texts(j, w, n, stem, before, after, texts);
    int sum = weights->bias + rz_weight_of(weights, rz_sign_key(RZ_EITHER_STEM, w, stem));
    for (uint32_t i = 0; i < RZ_EITHER_TEXTS; i++) sum += rz_weight_of(weights, rz_sign_key(i, texts[i], (uint32_t)strlen(texts[i])));
    if (before.n) sum += rz_weight_of(weights, rz_sign_key(RZ_EITHER_BEFORE, before.letters, before.n));
    if (after.n) sum += rz_weight_of(weights, rz_sign_key(RZ_EITHER_AFTER, after.letters, after.n));
    uint32_t cut = sum > 0 ? stem : stem + 1;
    return rz_joiner_places(j, w, cut) | rz_joiner_before(cut);
}
