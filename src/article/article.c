#include "article/article.h"

#include "article/lines.h"

void rz_article_find(rz_arena *arena, const rz_incoming *incoming, const rz_text *text, rz_mentions *mentions, bool alone, rz_article *out) {
    *out = (rz_article){.publisher_row = RZ_NONE, .stated_time = RZ_NONE, .metadata_day = RZ_NO_DAY, .metadata_minute = -1, .updated_day = RZ_NO_DAY, .updated_minute = -1,
                        .crawl_day = RZ_NO_DAY};
    out->country_told = mentions->ours != RZ_NONE;
    out->country = mentions->ours != RZ_NONE ? mentions->ours : rz_row_find(text->data, RZ_STATE, RZ_STR("iran"));
    out->in_body = RZ_NEW_N(arena, bool, text->n_tokens + 1);
    out->in_label = RZ_NEW_N(arena, bool, text->n_tokens + 1);
    rz_articles *a = RZ_NEW(arena, rz_articles);
    *a = (rz_articles){.arena = arena, .incoming = incoming, .text = text, .mentions = mentions, .out = out, .alone = alone, .tail = RZ_NONE, .stamp = RZ_NONE};
    rz_lines_make(a);
    rz_mark_lines(a);
    rz_find_title(a);
    if (incoming->is_list || (!incoming->is_html && rz_is_list(a))) rz_leave_out(a, "list-page");
    else rz_find_body(a);
    rz_find_sources(a);
    rz_find_day(a);
    rz_find_told(a);
    if (alone) rz_tell_cuts(a);
    rz_give_back(arena, a->lines);
    rz_give_back(arena, a->mention_at);
    rz_give_back(arena, a->is_time);
}
