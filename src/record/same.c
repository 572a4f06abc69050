/* Which reports tell of one event.
 *
 * Two reports may be of one event when they tell of the same kind of thing on days that overlap, with the same sides: states, or
 * whoever belongs to none. Named people of a side must not be others than those of the other report. Reports whose days
 * are wider than WIDE never meet by their days, for they would tie together what they know nothing of. Copies of one
 * text meet by its words. */
#include <stdlib.h>

#include "record/record.h"

enum { WIDE = 10, MOST_SIDES = 12, COPY_DAYS = 7 };

/* Kinds that the press uses for one another, and what holds of them. */
typedef struct {
    const char *kind, *family;
    bool many;  /* of several parties, who are told incompletely */
    bool lasts; /* for days: reports differ by one */
    bool one;   /* one side makes it */
} kind_rule;

static const kind_rule rules[] = {
    {"meeting", "talk", false, false, false},     {"talks", "talk", false, false, false},
    {"call", "talk", false, false, false},        {"visit", "visit", false, true, true},
    {"summit", "session", true, true, false},     {"conference", "session", true, true, false},
    {"commission", "commission", true, true, false}, {"negotiation", "negotiation", true, true, false},
    {"signing", "signing", true, false, false},   {"press-conference", "press-conference", false, false, true},
    {"appointment", "appointment", false, true, true}, {"protest", "protest", false, false, true},
};

static kind_rule rule_of(const char *kind) {
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (strcmp(rules[i].kind, kind) == 0) return rules[i];
    return (kind_rule){kind, kind, false, false, false};
}

static bool has_days(rz_days d) { return d.from != RZ_NO_DAY && d.to != RZ_NO_DAY; }
static int width(rz_days d) { return has_days(d) ? d.to - d.from : INT32_MAX; }

/* ---- sides ---- */

static const char *side_of(const rz_kept_party *p) { return *p->state ? p->state : p->id; }

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* The sides in order, each once; the most that matter. */
static uint32_t sides_of(const rz_kept_event *e, const char *out[MOST_SIDES]) {
    const char *all[64];
    uint32_t n = 0, m = 0;
    for (uint32_t i = 0; i < e->n_parties && n < 64; i++) all[n++] = side_of(&e->parties[i]);
    qsort(all, n, sizeof *all, by_name);
    for (uint32_t i = 0; i < n && m < MOST_SIDES; i++)
        if (i == 0 || strcmp(all[i], all[i - 1]) != 0) out[m++] = all[i];
    return m;
}

/* ---- keys ---- */

typedef RZ_VEC(rz_merge_key) key_list;

static void add_key(rz_arena *arena, key_list *keys, rz_days days, const char *key) {
    *RZ_PUSH(arena, keys) = (rz_merge_key){key, days.from, days.to};
}

uint32_t rz_merge_keys(rz_arena *arena, const rz_kept_event *e, const rz_merge_key **out) {
    key_list keys = {0};
    kind_rule rule = rule_of(e->kind);
    const char *sides[MOST_SIDES];
    uint32_t n = sides_of(e, sides);
    if (*e->words) add_key(arena, &keys, (rz_days){0, 0}, rz_format(arena, "%s|=%s", rule.family, e->words));
    if (width(e->when) <= WIDE) {
        rz_days days = {e->when.from - rule.lasts, e->when.to + rule.lasts};
        for (uint32_t i = 0; i < n; i++)
            for (uint32_t j = i + 1; j < n; j++)
                add_key(arena, &keys, days, rz_format(arena, "%s|%s|%s", rule.family, sides[i], sides[j]));
        for (uint32_t i = 0; i < n && rule.one; i++) add_key(arena, &keys, days, rz_format(arena, "%s|%s", rule.family, sides[i]));
        if (*e->forum) add_key(arena, &keys, days, rz_format(arena, "%s|#%s", rule.family, e->forum));
    }
    *out = keys.at;
    return keys.n;
}

/* ---- likeness ---- */

static bool overlap(rz_days a, rz_days b, int slack) { return a.from <= b.to + slack && b.from <= a.to + slack; }

static bool is_person(const rz_kept_party *p) { return strcmp(p->kind, "person") == 0; }

/* One and the same: the person, or an office and who is known to hold it. */
static bool same_party(const rz_kept_party *a, const rz_kept_party *b) {
    if (strcmp(a->id, b->id) == 0) return true;
    return *a->office && is_person(a) != is_person(b) && strcmp(a->office, b->office) == 0 && strcmp(side_of(a), side_of(b)) == 0;
}

static bool is_somebody(const rz_kept_party *p) { return is_person(p) || strcmp(p->kind, "office") == 0; }

typedef struct {
    uint32_t shared;  /* sides that both have */
    uint32_t people;  /* sides of which both name the same somebody */
    bool conflict;    /* a side of which they name only others */
} likeness;

static void compare_side(const rz_kept_party *a, uint32_t na, const rz_kept_party *b, uint32_t nb, const char *side, likeness *l) {
    bool in_a = false, in_b = false, who_a = false, who_b = false, same = false;
    for (uint32_t i = 0; i < na; i++) {
        if (strcmp(side_of(&a[i]), side) != 0) continue;
        in_a = true;
        who_a |= is_somebody(&a[i]);
        for (uint32_t j = 0; j < nb; j++) same |= is_somebody(&a[i]) && same_party(&a[i], &b[j]);
    }
    for (uint32_t j = 0; j < nb; j++) {
        if (strcmp(side_of(&b[j]), side) != 0) continue;
        in_b = true;
        who_b |= is_somebody(&b[j]);
    }
    l->shared += in_a && in_b;
    l->people += same;
    l->conflict |= who_a && who_b && !same;
}

static likeness compare(const rz_cluster *c, const rz_kept_event *e) {
    const char *sides[MOST_SIDES];
    uint32_t n = sides_of(e, sides);
    likeness l = {0};
    for (uint32_t i = 0; i < n; i++) compare_side(c->parties.at, c->parties.n, e->parties, e->n_parties, sides[i], &l);
    return l;
}

static bool kinds_fit(const char *a, const char *b, const kind_rule *rule) {
    if (strcmp(a, b) == 0) return true;
    if (strcmp(rule->family, rule_of(b).family) != 0) return false;
    return rule->many || strcmp(a, "talks") == 0 || strcmp(b, "talks") == 0;
}

static bool same_parties(const rz_kept_event *a, const rz_kept_event *b) {
    if (a->n_parties != b->n_parties) return false;
    for (uint32_t i = 0; i < a->n_parties; i++)
        if (strcmp(a->parties[i].id, b->parties[i].id) != 0) return false;
    return true;
}

/* The same words of the same people, in the news within days of each other. */
static bool is_copy(const rz_kept_event *a, const rz_kept_event *b) {
    if (!*a->words || strcmp(a->words, b->words) != 0 || !same_parties(a, b)) return false;
    if (has_days(a->published) && has_days(b->published) && !overlap(a->published, b->published, COPY_DAYS)) return false;
    return !has_days(a->days) || !has_days(b->days) || overlap(a->days, b->days, 1);
}

int rz_cluster_fit(const rz_cluster *c, const rz_kept_event *e) {
    const rz_kept_event *seed = c->members.at[0];
    kind_rule rule = rule_of(e->kind);
    if (!kinds_fit(c->kind, e->kind, &rule)) return 0;
    for (uint32_t i = 0; i < c->members.n; i++)
        if (c->members.at[i]->article == e->article) return 0; /* the reading told them apart */
    if (is_copy(seed, e)) return 100;
    if (width(e->when) > WIDE || width(seed->when) > WIDE || !overlap(c->when, e->when, rule.lasts)) return 0;
    likeness l = compare(c, e);
    bool same_forum = *e->forum && strcmp(seed->forum, e->forum) == 0;
    bool same_place = *e->place && strcmp(seed->place, e->place) == 0;
    if (l.conflict && !(rule.many && (l.shared >= 2 || same_forum))) return 0;
    bool enough = l.shared >= 2 || (rule.many && same_forum) || (rule.one && l.shared == 1 && (same_place || l.people == 1));
    return enough ? 1 + (int)(l.shared + 2 * l.people) + same_place + same_forum : 0;
}

/* ---- clusters ---- */

static int compare_days(rz_day a, rz_day b) {
    if (a == b) return 0;
    if (a == RZ_NO_DAY || b == RZ_NO_DAY) return a == RZ_NO_DAY ? 1 : -1;
    return a < b ? -1 : 1;
}

int rz_kept_order(const void *a, const void *b) {
    const rz_kept_event *x = *(const rz_kept_event *const *)a, *y = *(const rz_kept_event *const *)b;
    int wx = width(x->days), wy = width(y->days), c;
    if (wx != wy) return wx < wy ? -1 : 1;
    if ((wx = width(x->when)) != (wy = width(y->when))) return wx < wy ? -1 : 1;
    if ((c = compare_days(x->published.from, y->published.from)) != 0) return c;
    return strcmp(x->id, y->id);
}

static void narrow(rz_days *days, rz_days by) {
    if (!has_days(*days)) *days = by;
    if (!has_days(by) || !overlap(*days, by, 0)) return;
    if (by.from > days->from) days->from = by.from;
    if (by.to < days->to) days->to = by.to;
}

void rz_cluster_take(rz_arena *arena, rz_cluster *c, const rz_kept_event *e) {
    if (c->members.n == 0) c->days = e->days, c->when = e->when, c->kind = e->kind;
    narrow(&c->days, e->days);
    narrow(&c->when, e->when);
    if (strcmp(c->kind, "talks") == 0) c->kind = e->kind;
    *RZ_PUSH(arena, &c->members) = e;
    for (uint32_t i = 0; i < e->n_parties; i++) {
        bool there = false;
        for (uint32_t j = 0; j < c->parties.n && !there; j++) there = strcmp(c->parties.at[j].id, e->parties[i].id) == 0;
        if (!there) *RZ_PUSH(arena, &c->parties) = e->parties[i];
    }
}
