/* The weights of joints (data/lexicon/joints.txt, which tools/train-joints learns): a sum over what the tables say of two words and over
 * the words themselves; above zero they are one. Only the two words count and nothing around them, so that what is mended once stays. */
#include "text/joint.h"

#include <stdlib.h>

#include "text/joining.h"

enum { FIRST_END = 2, LAST_START = 3, LAST_END = 3 /* letters */, WEIGHT = 8 /* bits of a slot; the rest is of the hash */ };

typedef enum { EVIDENCE, CLASSES, FIRST, LAST, FIRST_ENDS, LAST_STARTS, LAST_ENDS, KINDS } kind;
static const char *const uses[KINDS] = {"joint-evidence", "joint-classes", "joint-first", "joint-last", "joint-first-end", "joint-last-start", "joint-last-end"};

struct rz_joints {
    const rz_joiner *joiner;
    uint32_t mask;
    int bias;
    uint64_t slots[]; /* hash and weight; 0: free */
};

static uint64_t key_of(kind k, const uint8_t *letters, uint32_t n) {
    uint64_t h = (rz_hash(letters, n) + k + 1) * 0x9E3779B97F4A7C15u;
    return (h ^ h >> 29) & ~(((uint64_t)1 << WEIGHT) - 1);
}

static int weight_of(const rz_joints *s, uint64_t key) {
    for (uint32_t i = (uint32_t)(key >> 32) & s->mask; s->slots[i]; i = (i + 1) & s->mask)
        if ((s->slots[i] & ~(((uint64_t)1 << WEIGHT) - 1)) == key) return (int8_t)(s->slots[i] & 0xFF);
    return 0;
}

static void put(rz_joints *s, uint64_t key, int weight) {
    uint32_t i = (uint32_t)(key >> 32) & s->mask;
    while (s->slots[i]) i = (i + 1) & s->mask;
    s->slots[i] = key | (uint8_t)(int8_t)weight;
}

static uint32_t named(rz_str name, const char *const *names, uint32_t count) {
    uint32_t i = 0;
    while (i < count && !rz_str_is(name, names[i])) i++;
    return i;
}

static uint64_t evidence_key(uint32_t evidence) { return key_of(EVIDENCE, (const uint8_t *)&(uint16_t){(uint16_t)evidence}, 2); }
static uint64_t classes_key(uint8_t a, uint8_t b) { return key_of(CLASSES, (const uint8_t[]){a, b}, 2); }
_Static_assert((int)RZ_JOINT_SIGNS <= 16, "evidence has room");

static uint64_t key_of_form(kind k, rz_str form) {
    if (k == EVIDENCE) {
        uint32_t evidence = 0;
        for (rz_str name; (name = rz_str_word(&form)).size;)
            if (!rz_str_is(name, "none")) evidence |= 1u << named(name, rz_joint_sign_names, RZ_JOINT_SIGNS);
        return evidence_key(evidence);
    }
    if (k == CLASSES) {
        rz_str a = rz_str_word(&form);
        return classes_key((uint8_t)named(a, rz_joint_class_names, RZ_JOINT_CLASSES), (uint8_t)named(form, rz_joint_class_names, RZ_JOINT_CLASSES));
    }
    uint8_t letters[RZ_JOINER_LETTERS];
    uint32_t n = rz_letters_of(form.at, form.size, letters, sizeof letters);
    return key_of(k, letters, n < sizeof letters ? n : sizeof letters);
}

static int number(rz_str s) {
    int n = 0;
    for (uint32_t i = s.size && s.at[0] == '-'; i < s.size && s.at[i] >= '0' && s.at[i] <= '9' && n < 1000; i++) n = n * 10 + (s.at[i] - '0');
    return s.size && s.at[0] == '-' ? -n : n;
}

/* Which kind of joint a row is of; KINDS: of none. */
static kind kind_of(const rz_data *d, rz_row row) { return (kind)named(rz_row_get(d, row, "use"), uses, KINDS); }

static void read_row(rz_joints *s, const rz_data *d, rz_row row) {
    kind k = kind_of(d, row);
    int weight = number(rz_row_get(d, row, "weight"));
    uint32_t form = rz_key(d, "form");
    if (rz_str_is(rz_row_get(d, row, "use"), "joint-bias")) s->bias = weight;
    for (uint32_t i = 0; k < KINDS && i < rz_fields_of(d, row); i++) {
        rz_field field = rz_field_at(d, row, i);
        if (field.key == form) put(s, key_of_form(k, field.value), weight);
    }
}

rz_joints *rz_joints_open(const rz_joiner *j) {
    const rz_data *data = j->data;
    rz_row first;
    uint32_t count, fields = 0, room = 64;
    rz_rows_of(data, RZ_SUFFIX, &first, &count);
    for (rz_row r = first; r < first + count; r++) fields += kind_of(data, r) < KINDS ? rz_fields_of(data, r) : 0;
    while (room < 2 * fields) room *= 2;
    rz_joints *s = calloc(1, sizeof *s + room * sizeof s->slots[0]);
    if (!s) return NULL;
    s->joiner = j, s->mask = room - 1;
    for (rz_row r = first; r < first + count; r++) read_row(s, data, r);
    return s;
}

void rz_joints_close(rz_joints *joints) { free(joints); }

static int score(const rz_joints *s, uint32_t evidence, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    uint32_t end = n < FIRST_END ? n : FIRST_END, start = m < LAST_START ? m : LAST_START, tail = m < LAST_END ? m : LAST_END;
    int sum = s->bias + weight_of(s, evidence_key(evidence));
    sum += weight_of(s, classes_key(rz_joint_class(s->joiner, a, n), rz_joint_class(s->joiner, b, m)));
    sum += weight_of(s, key_of(FIRST, a, n)) + weight_of(s, key_of(LAST, b, m));
    sum += weight_of(s, key_of(FIRST_ENDS, a + n - end, end));
    return sum + weight_of(s, key_of(LAST_STARTS, b, start)) + weight_of(s, key_of(LAST_ENDS, b + m - tail, tail));
}

rz_oneness rz_joints_between(const rz_joints *s, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    if (!n || !m || n + m >= RZ_JOINER_LETTERS) return RZ_TWO_WORDS;
    uint32_t evidence = rz_joint_evidence(s->joiner, a, n, b, m);
    if (score(s, evidence, a, n, b, m) <= 0) return RZ_TWO_WORDS;
    return evidence >> RZ_JOINT_VERB & 1 ? RZ_ONE_VERB : RZ_ONE_WORD;
}
