/* What an element of a page is, by its name and by what its class, id, role and itemprop call it. */
#include "intake/page.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

typedef struct {
    const char *name;
    unsigned flags;
} named;

/* In alphabetical order. Elements that are not here run on within a line. */
static const named elements[] = {
    {"a", RZ_EL_LINK},
    {"address", RZ_EL_BLOCK},
    {"article", RZ_EL_BLOCK | RZ_EL_ARTICLE},
    {"aside", RZ_EL_BLOCK | RZ_EL_ASIDE},
    {"audio", RZ_EL_DROP},
    {"blockquote", RZ_EL_BLOCK},
    {"body", RZ_EL_BLOCK},
    {"br", RZ_EL_BREAK},
    {"button", RZ_EL_BLOCK | RZ_EL_ASIDE},
    {"canvas", RZ_EL_DROP},
    {"caption", RZ_EL_BLOCK | RZ_EL_CAPTION},
    {"center", RZ_EL_BLOCK},
    {"dd", RZ_EL_BLOCK},
    {"details", RZ_EL_BLOCK},
    {"dialog", RZ_EL_BLOCK | RZ_EL_ASIDE},
    {"div", RZ_EL_BLOCK},
    {"dl", RZ_EL_BLOCK},
    {"dt", RZ_EL_BLOCK},
    {"fieldset", RZ_EL_BLOCK | RZ_EL_ASIDE},
    {"figcaption", RZ_EL_BLOCK | RZ_EL_CAPTION},
    {"figure", RZ_EL_BLOCK},
    {"footer", RZ_EL_BLOCK | RZ_EL_ASIDE},
    {"form", RZ_EL_BLOCK | RZ_EL_ASIDE | RZ_EL_SOFT},
    {"h1", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"h2", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"h3", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"h4", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"h5", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"h6", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"head", RZ_EL_DROP},
    {"header", RZ_EL_BLOCK},
    {"hr", RZ_EL_BREAK},
    {"html", RZ_EL_BLOCK},
    {"iframe", RZ_EL_DROP},
    {"legend", RZ_EL_BLOCK | RZ_EL_ASIDE},
    {"li", RZ_EL_BLOCK | RZ_EL_LIST},
    {"main", RZ_EL_BLOCK | RZ_EL_ARTICLE},
    {"math", RZ_EL_DROP},
    {"menu", RZ_EL_BLOCK | RZ_EL_ASIDE},
    {"nav", RZ_EL_BLOCK | RZ_EL_ASIDE},
    {"noframes", RZ_EL_DROP},
    {"noscript", RZ_EL_DROP},
    {"object", RZ_EL_DROP},
    {"ol", RZ_EL_BLOCK},
    {"option", RZ_EL_DROP},
    {"p", RZ_EL_BLOCK},
    {"pre", RZ_EL_BLOCK},
    {"script", RZ_EL_DROP},
    {"section", RZ_EL_BLOCK},
    {"select", RZ_EL_DROP},
    {"style", RZ_EL_DROP},
    {"summary", RZ_EL_BLOCK},
    {"svg", RZ_EL_DROP},
    {"table", RZ_EL_BLOCK},
    {"tbody", RZ_EL_BLOCK},
    {"td", RZ_EL_BLOCK},
    {"template", RZ_EL_DROP},
    {"textarea", RZ_EL_DROP},
    {"tfoot", RZ_EL_BLOCK},
    {"th", RZ_EL_BLOCK},
    {"thead", RZ_EL_BLOCK},
    {"time", RZ_EL_TIME},
    {"title", RZ_EL_DROP},
    {"tr", RZ_EL_BLOCK},
    {"ul", RZ_EL_BLOCK},
    {"video", RZ_EL_DROP},
};

/* A class or id that holds one of these calls its element the body of the article. */
static const char *const body_names[] = {
    "articlebody", "newsbody", "newstext", "newscontent", "itemtext", "itembody", "entrycontent", "postcontent", "postbody",
    "storybody", "storycontent", "bodytext", "contentbody", "articlecontent", "articletext", "maincontent", "singlecontent",
    "newsarticle", "detailbody", "storytext",
};

/* A word of a class or id that sets its element aside. In alphabetical order. */
static const char *const aside_words[] = {
    "ads",      "advert",  "advertisement", "banner",   "breadcrumb",  "breadcrumbs", "captcha",    "comment", "comments",
    "cookie",   "copyright", "disqus",      "footer",   "hashtags",    "keywords",    "login",      "menu",    "mostread",
    "mostviewed", "nav",   "navbar",        "navigation", "newsletter", "pagination", "pager",      "popular", "popup",
    "promo",    "recommended", "related",   "respond",  "share",       "sharing",     "shortlink",  "sidebar", "social",
    "subscribe", "suggested", "tag",        "tags",     "toolbar",     "topbar",      "trending",   "widget",
};

static int by_name(const void *key, const void *at) { return strcasecmp(key, ((const named *)at)->name); }

/* Letters and digits of one class name in lower case, without marks between them. */
static size_t squeeze(const char **p, char *out, size_t room) {
    size_t n = 0;
    for (; **p && !isspace((unsigned char)**p); (*p)++)
        if (isalnum((unsigned char)**p) && n + 1 < room) out[n++] = (char)tolower((unsigned char)**p);
    out[n] = 0;
    return n;
}

static bool is_aside_word(const char *word, size_t size) {
    for (size_t i = 0; i < sizeof aside_words / sizeof *aside_words; i++)
        if (strlen(aside_words[i]) == size && strncasecmp(word, aside_words[i], size) == 0) return true;
    return false;
}

/* The words of one class name: parted by hyphen, underscore or a capital. */
static bool has_aside_word(const char *p) {
    while (*p && !isspace((unsigned char)*p)) {
        const char *start = p;
        if (isalpha((unsigned char)*p)) p++;
        while (isalpha((unsigned char)*p) && !(isupper((unsigned char)*p) && islower((unsigned char)p[-1]))) p++;
        if (is_aside_word(start, (size_t)(p - start))) return true;
        if (p == start) p++;
    }
    return false;
}

static unsigned flags_by_names(const char *names) {
    unsigned flags = 0;
    for (const char *p = names; *p;) {
        while (isspace((unsigned char)*p)) p++;
        if (!*p) break;
        if (has_aside_word(p)) flags |= RZ_EL_ASIDE | RZ_EL_SOFT;
        char whole[64];
        if (squeeze(&p, whole, sizeof whole) == 0) continue;
        for (size_t i = 0; i < sizeof body_names / sizeof *body_names; i++)
            if (strstr(whole, body_names[i])) return RZ_EL_ARTICLE;
    }
    return flags;
}

static unsigned flags_by_role(const char *role) {
    static const named roles[] = {{"main", RZ_EL_ARTICLE},        {"article", RZ_EL_ARTICLE},   {"navigation", RZ_EL_ASIDE},
                                  {"complementary", RZ_EL_ASIDE}, {"contentinfo", RZ_EL_ASIDE}, {"search", RZ_EL_ASIDE},
                                  {"dialog", RZ_EL_ASIDE}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcasecmp(role, roles[i].name) == 0) return roles[i].flags;
    return 0;
}

unsigned rz_element_flags(const char *name, const char *const *attributes) {
    const named *known = bsearch(name, elements, sizeof elements / sizeof *elements, sizeof *elements, by_name);
    unsigned flags = known ? known->flags : 0;
    if (!attributes || !(flags & RZ_EL_BLOCK) || strcasecmp(name, "body") == 0 || strcasecmp(name, "html") == 0) return flags;
    const char *style = rz_attribute(attributes, "style");
    if (rz_attribute(attributes, "hidden") || (style && strcasestr(style, "display:none"))) return flags | RZ_EL_DROP;
    const char *item = rz_attribute(attributes, "itemprop"), *role = rz_attribute(attributes, "role");
    if (item && strcasecmp(item, "articleBody") == 0) return flags | RZ_EL_ARTICLE;
    if (role) flags |= flags_by_role(role);
    bool decided = (flags & (RZ_EL_ARTICLE | RZ_EL_HEADING)) || ((flags & RZ_EL_ASIDE) && !(flags & RZ_EL_SOFT));
    if (decided) return flags;
    const char *class = rz_attribute(attributes, "class"), *id = rz_attribute(attributes, "id");
    if (class) flags |= flags_by_names(class);
    if (id) flags |= flags_by_names(id);
    return flags;
}
