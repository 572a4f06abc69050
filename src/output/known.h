/* What the record knows, in words: names, parties, sources, on what reports disagree. */
#ifndef RZ_OUTPUT_KNOWN_H
#define RZ_OUTPUT_KNOWN_H

#include "output/labels.h"

static inline const char *rz_some(const char *text) { return text ? text : ""; }
static inline bool rz_is_day(rz_days days) { return days.from != RZ_NO_DAY && days.to != RZ_NO_DAY; }

/* In the language wanted, else in the other, else the id. */
const char *rz_named_label(const rz_labels *labels, const rz_named *named);
static inline bool rz_is_named(const rz_named *n) { return *rz_some(n->id) || *rz_some(n->fa) || *rz_some(n->en); }

/* Whether a role says more than that somebody took part. */
bool rz_role_tells(const char *role);

/* Whether the article goes on before and behind what stands around the proof. */
bool rz_cut_before(const rz_proof *proof);
bool rz_cut_after(const rz_proof *proof);

/* Whether this report is the first of its outlet. */
bool rz_first_of_outlet(const rz_known_event *event, uint32_t report);
/* On what the reports disagree: words of which the labels are word-…; NULL behind the last. */
void rz_differences(const rz_known_event *event, const char *out[4]);

#endif
