/* «روند صلح», «پیش‌نویس توافق صلح»: of which question it is, those who spoke of it tell. */
#include "resolve/merge.h"

static bool is_peace(const merger *m, rz_row topic) { return rz_row_has(m->cast->data, topic, "kind", "peace"); }

static bool takes_part(const merger *m, const merged *e, rz_str id) {
    rz_row state = rz_row_find(m->cast->data, RZ_STATE, id), body = rz_row_find(m->cast->data, RZ_ORGANISATION, id);
    for (uint32_t a = 0; a < e->n_actors; a++) {
        rz_row row = m->cast->members.at[e->actors[a]].row;
        if ((state != RZ_NONE && rz_merged_state(m, e->actors[a]) == state) || (body != RZ_NONE && row == body)) return true;
    }
    return false;
}

/* Do all of those between whom the topic is peace take part? How many they are; 0: they do not. Each value tells of others. */
static uint32_t sides_there(const merger *m, const merged *e, rz_row topic) {
    uint32_t key = rz_key(m->cast->data, "peace"), most = 0;
    if (!rz_row_may_have(m->cast->data, topic, rz_key_bit(RZ_STR("peace")))) return 0;
    for (uint32_t i = 0; i < rz_fields_of(m->cast->data, topic); i++) {
        rz_field field = rz_field_at(m->cast->data, topic, i);
        uint32_t n = 0, there = 0;
        if (field.key != key) continue;
        for (rz_str id = rz_str_word(&field.value); id.size; id = rz_str_word(&field.value), n++) there += takes_part(m, e, id);
        if (n == there && n > most) most = n;
    }
    return most;
}

/* The question of which those who met are the sides; RZ_NONE: of none, or of more than one. */
static rz_row question_of(const merger *m, const merged *e) {
    const rz_grammar *g = m->found->scene.g;
    uint32_t most = 0;
    rz_row best = RZ_NONE;
    for (uint32_t i = 0; i < g->n_topics; i++) {
        uint32_t n = sides_there(m, e, g->first_topic + i);
        if (n && n == most) best = RZ_NONE;
        if (n > most) most = n, best = g->first_topic + i;
    }
    return best;
}

static bool tells_matter(const merger *m, const merged *e) {
    const rz_grammar *g = m->found->scene.g;
    for (uint32_t i = 0; i < e->topics.n; i++)
        if (g->topic_kind[e->topics.at[i] - g->first_topic] == RZ_TOPIC_OWN) return true;
    return false;
}

/* «مذاکرات غیرمستقیم X و Y» are not those of which the press speaks so without saying whose. */
static void drop_talks_of_others(const merger *m, merged *e) {
    bool alone = e->n_actors == 1 && !strcmp(e->roles[0], "participant"); /* «… دولت X و مخالفان»; not who mediates */
    if (!rz_kind_is(e->kind, RZ_KIND_ROUNDS) || (e->n_actors < 2 && !alone)) return;
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->topics.n; i++) {
        rz_str ids = rz_row_get(m->cast->data, e->topics.at[i], "sides");
        bool others = ids.size > 0;
        for (rz_str id = rz_str_word(&ids); id.size; id = rz_str_word(&ids)) others &= !takes_part(m, e, id);
        if (!others) e->topics.at[n++] = e->topics.at[i];
    }
    e->topics.n = n;
}

void rz_merge_peace(const merger *m, merged *e) {
    drop_talks_of_others(m, e);
    uint32_t at = 0;
    while (at < e->topics.n && !is_peace(m, e->topics.at[at])) at++;
    if (at == e->topics.n) return;
    rz_row question = tells_matter(m, e) ? RZ_NONE : question_of(m, e);
    if (question != RZ_NONE) e->topics.at[at] = question;
    else if (tells_matter(m, e)) { /* «مذاکرات صلح … درباره X»: it is of X */
        for (uint32_t i = at + 1; i < e->topics.n; i++) e->topics.at[i - 1] = e->topics.at[i];
        e->topics.n--;
    }
}
