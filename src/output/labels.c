#include "output/labels.h"

#include <inttypes.h>
#include <string.h>

rz_labels rz_labels_of(const rz_data *data, const char *lang) {
    return (rz_labels){data, lang && strcmp(lang, "fa") == 0};
}

/* In the language wanted, or in the other where that is all there is. */
static const char *name_of(const rz_labels *l, rz_row row, const char *otherwise) {
    if (row == RZ_NONE) return otherwise;
    rz_str name = rz_row_get(l->data, row, l->fa ? "fa" : "en");
    if (!name.size) name = rz_row_get(l->data, row, l->fa ? "en" : "fa");
    return name.size ? name.at : otherwise;
}

const char *rz_label(const rz_labels *l, const char *set, const char *word) {
    char id[80];
    if (!word) return "";
    int n = snprintf(id, sizeof id, "%s-%s", set, word);
    if (n < 0 || (size_t)n >= sizeof id) return word;
    return name_of(l, rz_row_find(l->data, RZ_LABEL, (rz_str){id, (uint32_t)n}), word);
}

const char *rz_row_label(const rz_labels *l, rz_row_type type, const char *id) {
    return id ? name_of(l, rz_row_find(l->data, type, rz_str_of(id)), id) : "";
}

const char *rz_body_label(const rz_labels *l, const char *id) {
    static const rz_row_type types[] = {RZ_STATE, RZ_ORGANISATION, RZ_FORUM};
    for (size_t i = 0; id && i < sizeof types / sizeof *types; i++)
        if (rz_row_find(l->data, types[i], rz_str_of(id)) != RZ_NONE) return rz_row_label(l, types[i], id);
    return id ? id : "";
}

const char *rz_actor_label(const rz_labels *l, const rz_actor *a) {
    if (!l->fa && a->en && *a->en) return a->en;
    return a->fa && *a->fa ? a->fa : a->id;
}

static bool is_ascii(const char *text) {
    while (*text && (unsigned char)*text < 0x80) text++;
    return !*text;
}

void rz_put_apart(FILE *out, const rz_labels *l, const char *text) {
    bool bare = !l->fa && is_ascii(text);
    fprintf(out, bare ? "%s" : RZ_ISOLATE "%s" RZ_POP, text);
}

void rz_put_name(FILE *out, const rz_labels *l, const char *name) {
    if (l->fa) fputs(name, out);
    else rz_put_apart(out, l, name);
}

void rz_show_digits(FILE *out, const rz_labels *l, const char *text) {
    for (; *text; text++) {
        if (l->fa && *text >= '0' && *text <= '9')
            fprintf(out, "\xDB%c", 0xB0 + (*text - '0')); /* U+06F0 and on */
        else
            putc(*text, out);
    }
}

void rz_show_number(FILE *out, const rz_labels *l, long number) {
    char room[24];
    snprintf(room, sizeof room, "%ld", number);
    rz_show_digits(out, l, room);
}
