/* Which body is pointed to: «این وزارتخانه», «این گروه», «این اتحادیه». */
#include <string.h>

#include "resolve/resolve.h"

/* Does the name begin with the word, or with it and the letter that binds it to the next: «اتحادیه اروپا», «شورای امنیت»? */
static bool begins_with(const char *name, const char *word) {
    enum { LETTER = 2 /* bytes */ };
    size_t size = strlen(word), first = strcspn(name, " ");
    const char *joint = strstr(name, "\u200c");
    if (joint && (size_t)(joint - name) < first) first = (size_t)(joint - name);
    return size && !strncmp(name, word, size) && first <= size + LETTER;
}

/* Of the bodies told of before, the last that is called by the words. */
static uint32_t called_by(const rz_cast *cast, const rz_mention *m, uint32_t first, uint32_t last) {
    enum { BACK = 80 /* mentions */ };
    const char *word = rz_text_copy(cast->arena, cast->text, first, last);
    uint32_t mention = (uint32_t)(m - cast->mentions->at);
    for (uint32_t i = mention; i-- > 0 && mention - i < BACK;) {
        const rz_mention *told = &cast->mentions->at[i];
        bool body = told->kind == RZ_M_ORGANISATION || told->kind == RZ_M_FORUM;
        if (body && told->actor != RZ_NONE && begins_with(cast->members.at[told->actor].shown.fa, word)) return told->actor;
    }
    return RZ_NONE;
}

/* «مجلس نمایندگان», where that of X was told of. */
uint32_t rz_house_meant(const rz_cast *cast, const rz_mention *m) {
    bool house = m->whose == RZ_WHOSE_NONE && m->last == m->first + 2 && rz_row_has(cast->data, m->body, "kind", "parliament");
    return house ? called_by(cast, m, m->first, m->last) : RZ_NONE;
}

static bool acts(const rz_cast *cast, const rz_mention *m) { return cast->found->scene.links[m - cast->mentions->at].kind == RZ_LINK_FREE; }

/* «سخنگوی وزارت خارجه X … این وزارتخانه»: where no ministry was told of, that of who was told last with an office in one. */
static uint32_t ministry_of_holder(rz_cast *cast, const rz_mention *m) {
    enum { BACK = 40 /* mentions */ };
    uint32_t mention = (uint32_t)(m - cast->mentions->at);
    for (uint32_t i = mention; i-- > 0 && mention - i < BACK;) {
        const rz_mention *told = &cast->mentions->at[i];
        if (told->kind != RZ_M_OFFICE || told->office == RZ_NONE || rz_whose_of(cast, told) == RZ_NONE) continue;
        rz_row body = rz_row_find(cast->data, RZ_BODY, rz_row_get(cast->data, told->office, "body"));
        if (body != RZ_NONE) return rz_cast_body(cast, body, rz_whose_of(cast, told), RZ_NONE);
    }
    return RZ_NONE;
}

uint32_t rz_body_meant(rz_cast *cast, const rz_mention *m) {
    bool ministry = rz_row_has(cast->data, m->row, "kind", "ministry");
    if (rz_row_has(cast->data, m->row, "kind", "movement") && cast->last_movement != RZ_NONE) return cast->last_movement;
    if (ministry && cast->last_ministry == RZ_NONE && acts(cast, m)) return ministry_of_holder(cast, m);
    if (ministry) return cast->last_ministry; /* no embassy */
    uint32_t called = m->last < m->first + 2 ? RZ_NONE : called_by(cast, m, m->first + 1, m->first + 2); /* «این شورا» */
    return called != RZ_NONE || rz_row_has(cast->data, m->row, "kind", "called") ? called : cast->last_body;
}
