/* The parts of the page of a timeline. */
#ifndef RZ_OUTPUT_PAGE_H
#define RZ_OUTPUT_PAGE_H

#include "output/html.h"

/* Events that follow each other and lie in one year of the page's first calendar. */
typedef struct {
    size_t first, n;
    int year; /* 0: nothing is known of when */
    uint32_t months[12];
} rz_page_year;

/* The year and month in the page's first calendar under which an event stands; 0 and 0 where nothing is known. */
void rz_page_month(const rz_labels *labels, const rz_known_event *event, int *year, int *month);

void rz_page_event(rz_sheet *sheet, const rz_known_event *event);
/* What stands above the events: title, counts, the years at a glance, the tools for choosing. */
void rz_page_head(rz_sheet *sheet, const rz_timeline *timeline, const rz_page_year *years, size_t n);

#endif
