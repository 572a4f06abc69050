/* What the text has named in full so far, so that one who stands there by a surname alone is believed, before it as well as behind. What was
 * sought in vain is kept in mind: where it is named later, the sentence that sought it is gone through again. */
#include "mention/names.h"

enum { SEEN = 1, SOUGHT = 2 };

static bool in_vain(const rz_namer *n, uint8_t *what, uint8_t sought) {
    n->asking->in_vain = true;
    *what |= sought;
    return false;
}

bool rz_was_seen(const rz_namer *n, rz_row row) { return (n->seen[row] & SEEN) || in_vain(n, &n->seen[row], SOUGHT); }

bool rz_any_seen(const rz_namer *n, const rz_atom *a) {
    bool seen = n->seen[a->row] & SEEN;
    for (uint32_t i = 0; i < a->n_others; i++) seen |= n->seen[a->others[i]] & SEEN;
    for (uint32_t i = 0; !seen && i < a->n_others; i++) in_vain(n, &n->seen[a->others[i]], SOUGHT);
    return seen || in_vain(n, &n->seen[a->row], SOUGHT);
}

void rz_note_seen(rz_namer *n, rz_row row) {
    if (n->seen[row] == SOUGHT) n->asking->answers++;
    n->seen[row] |= SEEN;
}

bool rz_was_office_named(const rz_namer *n, rz_row office) {
    return (n->office_seen[office] & RZ_OFFICE_NAMED) || in_vain(n, &n->office_seen[office], RZ_OFFICE_SOUGHT);
}

void rz_note_office(rz_namer *n, rz_row office) {
    if ((n->office_seen[office] & (RZ_OFFICE_NAMED | RZ_OFFICE_SOUGHT)) == RZ_OFFICE_SOUGHT) n->asking->answers++;
    n->office_seen[office] |= RZ_OFFICE_NAMED;
}

static uint64_t hash_of(const rz_namer *n, uint32_t first, uint32_t last) {
    uint32_t from = n->text->tokens[first].letters_start, to = rz_letters_end(&n->text->tokens[last - 1]);
    uint64_t h = rz_hash(n->text->letters + from, to - from);
    return h ? h : 1;
}

static rz_seen_name *slot_of(const rz_namer *n, uint64_t hash) {
    uint32_t i = (uint32_t)hash & (n->n_slots - 1);
    while (n->names[i].hash && n->names[i].hash != hash) i = (i + 1) & (n->n_slots - 1);
    return &n->names[i];
}

/* Some names share one of these bits: then a sentence is gone through once too often. */
static uint64_t *sought_names(const rz_namer *n, uint64_t hash) { return &n->asking->names[(hash >> 32) % RZ_SOUGHT_WORDS]; }
static uint64_t sought_bit(uint64_t hash) { return 1ull << (hash >> 58); }

const rz_seen_name *rz_seen_name_at(const rz_namer *n, uint32_t first, uint32_t last) {
    uint64_t hash = hash_of(n, first, last);
    const rz_seen_name *slot = slot_of(n, hash);
    if (slot->hash) return slot;
    n->asking->in_vain = true;
    *sought_names(n, hash) |= sought_bit(hash);
    return NULL;
}

static void keep(rz_namer *n, uint32_t token, rz_seen_name seen) {
    seen.hash = hash_of(n, token, token + 1);
    rz_seen_name *slot = slot_of(n, seen.hash);
    bool takes = slot->hash && slot->half && !seen.half; /* a surname of another's own */
    if ((slot->hash && !takes) || n->n_names > RZ_SEEN_NAMES / 2) return;
    n->n_names += !slot->hash;
    *slot = seen;
    if (*sought_names(n, seen.hash) & sought_bit(seen.hash)) n->asking->answers++;
}

/* The surname of a full name met, and the first half of one of two words: later they may stand alone. The first of a surname keeps it. So may
 * one who was told by it, a title and what he is: «دکتر احمدی معاون وزیر راه». */
void rz_name_remember(rz_namer *n, rz_span name, rz_row row) {
    enum { SURNAME = 4 /* letters */ };
    bool alone = name.end == name.start + 1 && row == RZ_NONE && rz_letters_count(&n->text->tokens[name.start]) >= SURNAME && !rz_everyday(n, name.start);
    if (name.end - name.start < 2) {
        if (alone) keep(n, name.start, (rz_seen_name){.name = name, .row = row, .half = true});
        return;
    }
    keep(n, name.end - 1, (rz_seen_name){.name = name, .row = row});
    if (name.end - name.start > 2 && !rz_given_at(n, name.end - 2, true) && rz_letters_count(&n->text->tokens[name.end - 2]) >= SURNAME)
        keep(n, name.end - 2, (rz_seen_name){.name = name, .row = row, .half = true});
    rz_row state = row == RZ_NONE ? RZ_NONE : rz_row_state(n->data, row);
    if (rz_row_refers(n->data, n->w.family_first, "of", state)) keep(n, name.start, (rz_seen_name){.name = name, .row = row, .family = true});
}
