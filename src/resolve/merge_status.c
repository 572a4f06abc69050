/* Held, planned, put off: of two that tell of one event, which is believed. */
#include "event/status.h"
#include "resolve/merge.h"

/* «دیدار نکردند و این دیدار به زمان دیگری موکول شد»: what did not take place was put off, or called off. */
bool rz_came_to_nothing(const merged *a, const merged *b) {
    return (rz_called_off(a->status) && !strcmp(b->status, "denied")) || (rz_called_off(b->status) && !strcmp(a->status, "denied"));
}

void rz_merged_status(const merger *m, merged *to, const merged *e) {
    if (rz_came_to_nothing(to, e)) {
        to->stated |= e->stated;
        if (rz_called_off(e->status)) to->status = e->status;
        return;
    }
    bool gone = e->verbal && !rz_looks_ahead(e->status) && rz_under_way(m, to, e); /* «در سفر خود به X خواهد کرد. … وارد X شد» */
    bool put_off = (e->from->definite || to->from->lapsed) && rz_called_off(e->status) && !rz_put_off_before(m, to, e);
    if (e->from->lapsed && to->stated && !strcmp(to->status, "postponed")) put_off = false; /* «به تعویق افتاد. قرار بود این نشست شنبه برگزار شود» */
    if (rz_named_alike(m, to, e) && rz_looks_ahead(to->status) != rz_looks_ahead(e->status)) {
        if (rz_looks_ahead(e->status)) to->status = e->status; /* «نشست آینده دوحه», and «حضور در نشست دوحه» */
    } else if (to->stated && !strcmp(to->status, "planned") && !strcmp(e->status, "hoped")) {
        return; /* «سفر خواهد کرد. … از سفر احتمالی X خبر داده بود» */
    } else if (!strcmp(to->status, "hoped") && !strcmp(e->status, "planned") && e->stated && e->verbal && rz_kind_is(to->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT)) {
        to->status = e->status; /* «خواستار برگزاری نشست شد. … این نشست را برگزار خواهد کرد» */
    } else if (e->stated && (!to->stated || put_off || gone || to->from->in_title || to->from->announced)) {
        to->status = e->status;
        to->stated = true;
    }
}
