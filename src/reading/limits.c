#include "intake/page.h"
#include "rayzan.h"

size_t rz_input_limit(const char *begin, size_t size) {
    return rz_looks_like_html(begin, size) ? RZ_PAGE_MAX : RZ_ARTICLE_MAX;
}
