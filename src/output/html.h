/* Pieces of HTML. Whatever comes from an article or a table passes rz_html. */
#ifndef RZ_OUTPUT_HTML_H
#define RZ_OUTPUT_HTML_H

#include "output/sheet.h"

/* Text or the value of an attribute: escaped; bytes that are no UTF-8 and control signs become U+FFFD. */
void rz_html(FILE *out, const char *text);
void rz_html_bytes(FILE *out, const char *text, size_t size);
/* Only http and https may become links. */
bool rz_html_is_link(const char *url);

void rz_html_word(rz_sheet *sheet, const char *word); /* the label word-WORD */
void rz_html_label(rz_sheet *sheet, const char *set, const char *word);
void rz_html_capital(rz_sheet *sheet, const char *label);
void rz_html_number(rz_sheet *sheet, size_t number);
/* A name, apart from the direction of the line, marked where it is not in the language of the page. */
void rz_html_name(rz_sheet *sheet, const rz_named *named);
/* Days in the first or in the other calendar of the language. */
void rz_html_days(rz_sheet *sheet, rz_days days, bool first);
/* A sign of web/signs.svg; a word that has none is drawn as nothing. */
void rz_html_sign(rz_sheet *sheet, const char *set, const char *word);

/* The files of web/, as they stand. */
typedef struct {
    const char *at;
    size_t size;
} rz_asset;
rz_asset rz_page_css(void);
rz_asset rz_page_js(void);
rz_asset rz_page_signs(void);
/* The hash by which a Content-Security-Policy allows an asset: sha256-… */
#define RZ_ASSET_HASH 52
void rz_asset_hash(rz_asset asset, char out[RZ_ASSET_HASH]);

#endif
