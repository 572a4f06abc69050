/* What the record knows, as blocks of labelled rows for a terminal. */
#ifndef RZ_OUTPUT_BLOCKS_H
#define RZ_OUTPUT_BLOCKS_H

#include "output/sheet.h"

/* Kind, status, place and id; who, about what, who reports it. Days are for the caller. */
void rz_event_block(rz_sheet *sheet, const rz_known_event *event);
/* One report: who says it, when, its title and address, and its proofs. */
void rz_report_block(rz_sheet *sheet, const rz_report *report);
/* Events under the days on which they fell. */
void rz_events_by_day(rz_sheet *sheet, const rz_known_event *events, size_t n);
/* Speaker, stance and id; to whom, about what, and the words. */
void rz_statement_block(rz_sheet *sheet, const rz_known_statement *statement);
/* «Tasnim, quoting TASS» */
void rz_put_outlet(rz_sheet *sheet, rz_entry *entry, const rz_report *report);

#endif
