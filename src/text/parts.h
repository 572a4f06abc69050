/* The steps of rz_text_make. */
#ifndef RZ_TEXT_PARTS_H
#define RZ_TEXT_PARTS_H

#include "text/text.h"

/* A code point of the article in normal letters: how many there are in out; 0: it is left out. A space of any kind is ' '. */
enum { RZ_FOLD_MOST = 18 };
uint32_t rz_fold_letter(uint32_t c, uint32_t *out);
enum { RZ_BEHIND_NORM = 16 /* zeros behind the normal text, so that it may be read some bytes at a time */ };
/* A diacritic or the stretching line: it belongs to the letter before. */
bool rz_is_mark(uint32_t c);
uint32_t rz_fold_form(uint32_t c, uint32_t *out); /* of presentation forms; 0: it is none, or a mark */
void rz_fold(rz_arena *arena, const char *src, uint32_t size, rz_text *out);
/* The same without what only decorates: stars, tags and emoji written on to words, backslashes before quotation marks. */
void rz_fold_loose(rz_arena *arena, const char *src, uint32_t size, rz_text *out);
/* The source byte from which the character of normal byte i comes, and the first normal byte that comes from source byte `at` or later. */
uint32_t rz_source_at(const rz_text *text, uint32_t i);
uint32_t rz_norm_at(const rz_text *text, uint32_t at);
/* The end in the source of normal bytes [from, to), with the marks behind them. stretch: the one in which `from` is. */
uint32_t rz_source_end(const rz_text *text, uint32_t stretch, uint32_t from, uint32_t to);
void rz_tokens_cut(rz_arena *arena, const rz_span *blocks, uint32_t n_blocks, rz_text *out);
void rz_tokens_cut_lines(rz_arena *arena, rz_text *text); /* the same, every line of the source a block */
/* Makes one token of what words are told of as one: ۱۴۰۲/۰۵/۱۲, #سازمان_ملل, م.ح. (paragraphs keep the old numbers). */
void rz_tokens_compact(rz_text *text);
/* How many letters of the word are a word of their own that another was written on to; 0: it is one word. */
uint32_t rz_glued_at(const rz_text *text, const uint8_t *letters, uint32_t n);
bool rz_glued_ezafe(const rz_text *text, const uint8_t *letters, uint32_t n); /* its last letter is an ezafe */
void rz_verbs_find(rz_arena *arena, rz_text *text);
void rz_hits_find(rz_arena *arena, rz_text *text);

/* Letter codes of a string of the data, without joiners and spaces; at most max. */
uint32_t rz_codes(rz_str s, uint8_t *out, uint32_t max);

#endif
