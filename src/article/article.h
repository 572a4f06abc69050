/* The article in the text: title, body or chrome, outlet and chain of sources, the day that the page states. */
#ifndef RZ_ARTICLE_ARTICLE_H
#define RZ_ARTICLE_ARTICLE_H

#include "intake/intake.h"
#include "mention/mention.h"

typedef struct {
    rz_span title;          /* source bytes; empty: none */
    uint32_t title_first, title_last; /* its tokens, also where the lead repeats them */
    rz_span *body;          /* source bytes */
    uint32_t n_body;
    rz_span *paragraphs;    /* the body's, and what was cut: where they were asked for */
    uint32_t n_paragraphs;
    rz_left_out *cut;
    uint32_t n_cut;
    bool *in_body;          /* for each token: part of the title or the body */
    rz_source publisher;    /* id NULL: not found */
    rz_row publisher_row;   /* RZ_NONE: not in the tables */
    bool country_told;      /* by its words: another than what is taken where nothing tells */
    rz_row country;         /* the outlet's state, what کشورمان means; iran where nothing says otherwise */
    rz_source *chain;
    uint32_t n_chain;
    rz_source *cited;
    uint32_t n_cited;
    bool *in_label;         /* for each token: it only names the source or the dateline («به گزارش …،», «مهر:») */
    /* what the page states of its own day: index into mentions.times, or RZ_NONE; the day from metadata */
    uint32_t stated_time;
    bool stated_apart;      /* by a bare day above the title: maybe that of the crawl */
    rz_day metadata_day;
    int metadata_minute;    /* -1: not said */
    rz_day updated_day;     /* of the last change that the page tells; RZ_NO_DAY */
    int updated_minute;     /* -1: not said */
    rz_str byline, section; /* who wrote it, and under what it stands; empty: not told */
    rz_str language;        /* fa, fa-AF, en; empty: not known */
    rz_day crawl_day;       /* upper bound: «امروز: …» in a masthead; RZ_NO_DAY */
} rz_article;

/* `alone`: what was cut is told too, and of the sources the publisher alone. Looks for names where they are left for later and some are needed. */
void rz_article_find(rz_arena *arena, const rz_incoming *incoming, const rz_text *text, rz_mentions *mentions, bool alone, rz_article *out);

#endif
