/* Which body is pointed to: «این وزارتخانه», «این گروه», «این اتحادیه». */
#include <string.h>

#include "resolve/resolve.h"

/* Does the name begin with the word: «اتحادیه اروپا», «شورای امنیت»? */
static bool begins_with(const char *name, const char *word) {
    size_t size = strlen(word);
    return size && !strncmp(name, word, size) && (!name[size] || name[size] == ' ' || !strncmp(name + size, "ی", 2) || !strncmp(name + size, "\u200c", 3));
}

/* «این شورا», «این اتحادیه»: of the bodies told of before, the last that is called so. */
static uint32_t called_so(const rz_cast *cast, const rz_mention *m) {
    enum { BACK = 80 /* mentions */ };
    if (m->last < m->first + 2) return RZ_NONE;
    const char *word = rz_text_copy(cast->arena, cast->text, m->first + 1, m->first + 2);
    uint32_t mention = (uint32_t)(m - cast->mentions->at);
    for (uint32_t i = mention; i-- > 0 && mention - i < BACK;) {
        const rz_mention *told = &cast->mentions->at[i];
        bool body = told->kind == RZ_M_ORGANISATION || told->kind == RZ_M_FORUM;
        if (body && told->actor != RZ_NONE && begins_with(cast->members.at[told->actor].shown.fa, word)) return told->actor;
    }
    return RZ_NONE;
}

uint32_t rz_body_meant(const rz_cast *cast, const rz_mention *m) {
    bool ministry = rz_row_has(cast->data, m->row, "kind", "ministry");
    if (rz_row_has(cast->data, m->row, "kind", "movement") && cast->last_movement != RZ_NONE) return cast->last_movement;
    if (ministry) return cast->last_ministry; /* no embassy */
    uint32_t called = called_so(cast, m);
    return called != RZ_NONE || rz_row_has(cast->data, m->row, "kind", "called") ? called : cast->last_body;
}
