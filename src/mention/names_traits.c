/* What the tables say of each office, as bits, and of outlets, in rows of their own: it is asked for in every text. */
#include "mention/names.h"

static const struct {
    const char *key, *value;
    uint16_t trait;
} said[] = {{"of", "state", RZ_OF_STATE},      {"of", "any", RZ_OF_ANY},         {"unique", "yes", RZ_UNIQUE},    {"unique", "no", RZ_NOT_UNIQUE},
            {"kind", "unnamed", RZ_UNNAMED},   {"kind", "portfolio", RZ_PORTFOLIO}, {"kind", "broad", RZ_BROAD},  {"kind", "local", RZ_LOCAL},
            {"kind", "owned", RZ_OWNED},       {"kind", "charged", RZ_CHARGED},  {"kind", "seated", RZ_SEATED},   {"kind", "sent", RZ_SENT},
            {"kind", "besides", RZ_BESIDES},   {"kind", "of-two", RZ_OF_TWO}, {"kind", "of-others", RZ_OF_OTHERS}};

void rz_office_traits_make(rz_arena *arena, const rz_data *data, rz_name_table *out) {
    rz_rows_of(data, RZ_OFFICE, &out->first_office, &out->n_offices);
    out->offices = RZ_NEW_N(arena, rz_office_traits, out->n_offices);
    for (uint32_t i = 0; i < out->n_offices; i++) {
        rz_row office = out->first_office + i;
        out->offices[i].rank = rz_str_number(rz_row_get(data, office, "rank"));
        for (size_t k = 0; k < sizeof said / sizeof *said; k++)
            if (rz_row_has(data, office, said[k].key, said[k].value)) out->offices[i].is |= said[k].trait;
    }
}

static rz_outlet_name *column(rz_arena *arena, const rz_data *data, const char *key, uint32_t *n) {
    RZ_VEC(rz_outlet_name) out = {0};
    rz_column c = {.key = rz_key(data, key)};
    while (rz_column_next(data, RZ_OUTLET, &c)) {
        const char *slash = memchr(c.value.at, '/', c.value.size);
        *RZ_PUSH(arena, &out) = (rz_outlet_name){c.value, slash ? (uint32_t)(slash - c.value.at) : c.value.size, c.row};
    }
    *n = out.n;
    return out.at;
}

void rz_outlet_names_make(rz_arena *arena, const rz_data *data, rz_name_table *out) {
    out->outlets.sites = column(arena, data, "site", &out->outlets.n_sites);
    out->outlets.english = column(arena, data, "en", &out->outlets.n_english);
}
