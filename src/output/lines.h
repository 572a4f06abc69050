/* Lines of text for a terminal: labelled, indented, wrapped between words. */
#ifndef RZ_OUTPUT_LINES_H
#define RZ_OUTPUT_LINES_H

#include "output/labels.h"

enum { RZ_LINE_WIDTH = 80 };

/* How many columns a text takes: its characters, less marks, joiners and other signs without width. */
int rz_columns(const char *text, size_t size);
/* Spaces up to a column. */
void rz_pad(FILE *out, int columns);
/* Words of text from column `at`, on lines indented to `indent`; any white space counts as one space. */
void rz_wrap(FILE *out, const char *text, size_t size, int at, int indent);

#endif
