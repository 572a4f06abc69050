/* Reading the name of one source off the text. Private to the article stage. */
#ifndef RZ_ARTICLE_SOURCE_H
#define RZ_ARTICLE_SOURCE_H

#include "article/lines.h"

typedef struct {
    uint32_t first, last; /* tokens */
    rz_row outlet;        /* of the tables, or RZ_NONE */
    const rz_mention *body; /* an organisation or a ministry, or NULL */
    bool by_noun;         /* «خبرگزاری X», not in the tables */
} rz_named_source;

/* The source named from token t on, after «به گزارش» and its like; false where none is named. *end is where reading
 * stopped. `bare`: a few words that no table has, alone before a comma, may be a name. */
bool rz_read_source(const rz_articles *a, uint32_t t, uint32_t limit, bool bare, rz_named_source *out, uint32_t *end);
rz_source rz_source_make(const rz_articles *a, const rz_named_source *named);
/* «روسیه» + «وزارت خارجه» -> russia-mfa; NULL where it is not known whose it is. */
const char *rz_body_id(const rz_articles *a, const rz_mention *m);
rz_source rz_source_of_outlet(const rz_articles *a, rz_row outlet, uint32_t first, uint32_t last);

/* ---- chain.c ---- */
/* `own`: the page itself says so, it is not only the one that the report quotes first. */
void rz_publisher_set(rz_articles *a, rz_source source, rz_row row, bool own);

/* ---- sign.c: who publishes, where nothing was found yet ---- */
void rz_publisher_of_address(rz_articles *a); /* the address that a page prints of itself, the name that a channel signs with: «لینک کوتاه: https://…», «@name» */
void rz_publisher_of_lines(rz_articles *a);   /* «نگارش از X», «نسخه موبایل | X», «DW.COM» */
void rz_publisher_of_law(rz_articles *a);     /* «تمامی حقوق این سایت متعلق به خبرگزاری X است» */

#endif
