/* Names of a government that are those of its land as well. */
#include "mention/names.h"

/* «به اقلیم کردستان سفر کرد», «در اقلیم کردستان»: the place with its id; not «به اقلیم کردستان هشدار داد», «در دولت اقلیم کردستان». */
rz_row rz_land_at(const rz_namer *n, uint32_t token, const rz_atom *atom) {
    if (!rz_row_has(n->data, atom->row, "kind", "land") || rz_list_at(n, token, n->w.country)) return RZ_NONE;
    bool there = rz_list_before(n, token, n->w.place_cue) || rz_list_before(n, token, n->w.seat) || rz_list_before(n, token, n->w.going_to);
    bool goes = rz_list_before(n, token, n->w.toward) && rz_list_at(n, atom->last, n->w.going);
    return there || goes ? rz_row_find(n->data, RZ_PLACE, rz_str_of(rz_row_id(n->data, atom->row))) : RZ_NONE;
}
