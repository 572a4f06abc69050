/* A text for people, written into memory: labelled rows, names, days, the words that prove something. */
#ifndef RZ_OUTPUT_SHEET_H
#define RZ_OUTPUT_SHEET_H

#include "base/stream.h"
#include "output/labels.h"

typedef struct {
    FILE *out;
    rz_labels l;
    bool failed; /* memory ran out for something of it */
    rz_stream stream;
} rz_sheet; /* stays where it is between open and finish */

bool rz_sheet_open(rz_sheet *sheet, const rz_engine *engine, const char *lang);
/* The text, to be freed with rz_free; NULL when memory ran out. Signs that would steer a terminal have become spaces. */
char *rz_sheet_finish(rz_sheet *sheet);

const char *rz_wording(const rz_sheet *sheet, const char *word); /* the label word-WORD */
void rz_put_capital(rz_sheet *sheet, const char *label);      /* with a capital, where the letters have them */
void rz_put_days(rz_sheet *sheet, rz_days days);
/* «12 events of 80»; one and many: words */
void rz_put_count(rz_sheet *sheet, const char *one, const char *many, size_t n, size_t all);

/* A row: a label and what stands beside it, gathered in memory to be wrapped. Its items stand apart by commas. */
typedef struct {
    FILE *out;
    rz_stream stream;
    uint32_t items;
} rz_entry;

bool rz_entry_open(rz_sheet *sheet, rz_entry *entry); /* false: there is no row, and the sheet has failed */
void rz_entry_item(const rz_sheet *sheet, rz_entry *entry);
void rz_entry_put(const rz_sheet *sheet, rz_entry *entry, const char *item); /* "" puts none */
/* Prints the row, where anything was put into it. word: of the label; NULL: none. */
void rz_entry_close(rz_sheet *sheet, rz_entry *entry, const char *word);

void rz_days_row(rz_sheet *sheet, const char *word, rz_days days);
void rz_text_row(rz_sheet *sheet, const char *word, const char *text);
void rz_file_row(rz_sheet *sheet, const char *word, const char *path); /* set apart from the direction of the line */
/* The words that prove something, in quotation marks of the article's own language, within what stands around them; those
 * that stand close to each other in one row. */
void rz_proof_rows(rz_sheet *sheet, const char *word, const rz_proof *proofs, uint32_t n);

#endif
