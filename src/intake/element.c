/* What an element of a page is, by its name and by what its class, id, role and itemprop call it. */
#include "intake/page.h"

#include <ctype.h>
#include <endian.h>
#include <strings.h>

enum { NAME_ROOM = 20, LONGEST_WORD = 16, BODY_LEAST = 8 /* letters of the shortest of body_names */ };

/* Names are looked up for each element of a page, their first eight letters at once. */
typedef struct {
    char name[NAME_ROOM]; /* in small letters, zeros behind them */
    unsigned flags;
} named;

#define CUT(what) ((unsigned)RZ_CUT_##what << RZ_EL_CUT)
#define HOLDS (RZ_EL_BLOCK | RZ_EL_HOLDS)
#define SETS_ASIDE(what) (HOLDS | RZ_EL_ASIDE | CUT(what))

/* In alphabetical order. Elements that are not here run on within a line. */
static const named elements[] = {
    {"a", RZ_EL_LINK | RZ_EL_INLINE},
    {"address", RZ_EL_BLOCK},
    {"amp-ad", RZ_EL_DROP},
    {"amp-embed", RZ_EL_DROP}, /* what an advertiser recommends */
    {"amp-sidebar", SETS_ASIDE(MENU)},
    {"amp-social-share", RZ_EL_DROP},
    {"article", HOLDS | RZ_EL_ARTICLE},
    {"aside", SETS_ASIDE(ASIDE)},
    {"audio", RZ_EL_DROP},
    {"blockquote", RZ_EL_BLOCK | RZ_EL_QUOTE},
    {"body", HOLDS},
    {"br", RZ_EL_BREAK},
    {"button", SETS_ASIDE(FORM)},
    {"canvas", RZ_EL_DROP},
    {"caption", RZ_EL_BLOCK | RZ_EL_CAPTION},
    {"center", HOLDS},
    {"dd", RZ_EL_BLOCK},
    {"details", HOLDS},
    {"dialog", SETS_ASIDE(ASIDE)},
    {"div", HOLDS},
    {"dl", HOLDS},
    {"dt", RZ_EL_BLOCK},
    {"fieldset", SETS_ASIDE(FORM)},
    {"figcaption", RZ_EL_BLOCK | RZ_EL_CAPTION},
    {"figure", RZ_EL_BLOCK | RZ_EL_CAPTION},
    {"footer", SETS_ASIDE(FOOTER)},
    {"form", SETS_ASIDE(FORM) | RZ_EL_SOFT},
    {"h1", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"h2", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"h3", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"h4", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"h5", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"h6", RZ_EL_BLOCK | RZ_EL_HEADING},
    {"head", RZ_EL_DROP},
    {"header", HOLDS},
    {"hr", RZ_EL_BREAK},
    {"html", HOLDS | RZ_EL_TELLS},
    {"iframe", RZ_EL_DROP},
    {"input", RZ_EL_ASKS},
    {"legend", SETS_ASIDE(FORM)},
    {"li", RZ_EL_BLOCK | RZ_EL_LIST},
    {"link", RZ_EL_TELLS},
    {"main", HOLDS | RZ_EL_ARTICLE},
    {"math", RZ_EL_DROP},
    {"menu", SETS_ASIDE(MENU)},
    {"meta", RZ_EL_TELLS},
    {"nav", SETS_ASIDE(MENU)},
    {"noframes", RZ_EL_DROP},
    {"noscript", SETS_ASIDE(FORM) | RZ_EL_SOFT | RZ_EL_LAZY}, /* a few pages have the whole article in one */
    {"object", RZ_EL_DROP},
    {"ol", HOLDS},
    {"option", RZ_EL_DROP},
    {"p", RZ_EL_BLOCK},
    {"pre", RZ_EL_BLOCK | RZ_EL_QUOTE},
    {"rp", RZ_EL_DROP},
    {"rt", RZ_EL_DROP}, /* how the signs above which it stands are said */
    {"script", RZ_EL_DROP | RZ_EL_TELLS},
    {"section", HOLDS},
    {"select", RZ_EL_DROP},
    {"span", RZ_EL_INLINE},
    {"style", RZ_EL_DROP},
    {"summary", RZ_EL_BLOCK},
    {"svg", RZ_EL_DROP},
    {"table", HOLDS | RZ_EL_QUOTE},
    {"tbody", HOLDS},
    {"td", HOLDS},
    {"template", RZ_EL_DROP},
    {"textarea", RZ_EL_DROP | RZ_EL_ASKS},
    {"tfoot", RZ_EL_BLOCK},
    {"th", RZ_EL_BLOCK},
    {"thead", RZ_EL_BLOCK},
    {"time", RZ_EL_TIME | RZ_EL_INLINE | RZ_EL_TELLS},
    {"title", RZ_EL_DROP | RZ_EL_TELLS},
    {"tr", HOLDS},
    {"ul", HOLDS},
    {"video", RZ_EL_DROP},
    {"~", 0}, /* behind all */
};

/* A class or id that holds one of these calls its element the body of the article. */
static const char *const body_names[] = {
    "articlebody", "newsbody", "newstext", "newscontent", "itemtext", "itembody", "entrycontent", "postcontent", "postbody",
    "storybody", "storycontent", "bodytext", "contentbody", "articlecontent", "articletext", "maincontent", "singlecontent",
    "newsarticle", "detailbody", "storytext",
};

/* A word of a class or id that sets its element aside, or calls it a caption. In alphabetical order. */
static const named aside_words[] = {
    {"ad", CUT(ADVERT)},
    {"addthis", CUT(SHARE)},
    {"addtoany", CUT(SHARE)},
    {"ads", CUT(ADVERT)},
    {"adsbygoogle", CUT(ADVERT)},
    {"advert", CUT(ADVERT)},
    {"advertisement", CUT(ADVERT)},
    {"advertorial", CUT(ADVERT)},
    {"audio", CUT(ADVERT)},
    {"authorbio", CUT(ASIDE)},
    {"authorbox", CUT(ASIDE)},
    {"banner", CUT(ADVERT)},
    {"bio", CUT(ASIDE)},
    {"biography", CUT(ASIDE)},
    {"breadcrumb", CUT(MENU) | RZ_EL_CRUMBS},
    {"breadcrumbs", CUT(MENU) | RZ_EL_CRUMBS},
    {"captcha", CUT(FORM)},
    {"caption", RZ_EL_CAPTION},
    {"captions", RZ_EL_CAPTION},
    {"comentarios", CUT(COMMENTS)},
    {"comment", CUT(COMMENTS)},
    {"commentaires", CUT(COMMENTS)},
    {"commentform", CUT(COMMENTS)},
    {"commentlist", CUT(COMMENTS)},
    {"comments", CUT(COMMENTS)},
    {"consent", CUT(FORM)},
    {"cookie", CUT(FORM)},
    {"cookies", CUT(FORM)},
    {"copyright", CUT(FOOTER)},
    {"credit", RZ_EL_CAPTION},
    {"credits", RZ_EL_CAPTION},
    {"disqus", CUT(COMMENTS)},
    {"donate", CUT(FORM)},
    {"donation", CUT(FORM)},
    {"feedback", CUT(FORM)},
    {"figcaption", RZ_EL_CAPTION},
    {"footer", CUT(FOOTER)},
    {"footnav", CUT(MENU)},
    {"gdpr", CUT(FORM)},
    {"hashtags", CUT(TAGS)},
    {"impressum", CUT(FOOTER)},
    {"keywords", CUT(TAGS)},
    {"kommentare", CUT(COMMENTS)},
    {"login", CUT(FORM)},
    {"menu", CUT(MENU)},
    {"modal", CUT(FORM)},
    {"mostpopular", CUT(RELATED)},
    {"mostread", CUT(RELATED)},
    {"mostviewed", CUT(RELATED)},
    {"nav", CUT(MENU)},
    {"navbar", CUT(MENU)},
    {"navigation", CUT(MENU)},
    {"newsletter", CUT(FORM)},
    {"outbrain", CUT(ADVERT)},
    {"pager", CUT(MENU)},
    {"pagination", CUT(MENU)},
    {"pholder", CUT(ADVERT)},
    {"player", CUT(ADVERT)},
    {"podcast", CUT(ADVERT)},
    {"poll", CUT(FORM)},
    {"popular", CUT(RELATED)},
    {"popup", CUT(FORM)},
    {"promo", CUT(ADVERT)},
    {"readmore", CUT(RELATED)},
    {"recirc", CUT(RELATED)},
    {"recirculation", CUT(RELATED)},
    {"recommendation", CUT(RELATED)},
    {"recommendations", CUT(RELATED)},
    {"recommended", CUT(RELATED)},
    {"related", CUT(RELATED)},
    {"relatedarticles", CUT(RELATED)},
    {"relatedcontent", CUT(RELATED)},
    {"relatedlinks", CUT(RELATED)},
    {"relatednews", CUT(RELATED)},
    {"relatedposts", CUT(RELATED)},
    {"respond", CUT(COMMENTS)},
    {"reviews", CUT(COMMENTS)},
    {"share", CUT(SHARE)},
    {"sharebar", CUT(SHARE)},
    {"sharebuttons", CUT(SHARE)},
    {"sharedaddy", CUT(SHARE)},
    {"sharethis", CUT(SHARE)},
    {"sharing", CUT(SHARE)},
    {"shortlink", CUT(SHARE)},
    {"sidebar", CUT(ASIDE)},
    {"signin", CUT(FORM)},
    {"signup", CUT(FORM)},
    {"sociable", CUT(SHARE)},
    {"social", CUT(SHARE)},
    {"socialmedia", CUT(SHARE)},
    {"socials", CUT(SHARE)},
    {"sponsor", CUT(ADVERT)},
    {"sponsored", CUT(ADVERT)},
    {"submenu", CUT(MENU)},
    {"subscribe", CUT(FORM)},
    {"subscriber", CUT(FORM)},
    {"subscription", CUT(FORM)},
    {"suggested", CUT(RELATED)},
    {"taboola", CUT(ADVERT)},
    {"tag", CUT(TAGS)},
    {"tagcloud", CUT(TAGS)},
    {"tags", CUT(TAGS)},
    {"toc", CUT(MENU)},
    {"toolbar", CUT(MENU)},
    {"topbar", CUT(MENU)},
    {"trending", CUT(RELATED)},
    {"trends", CUT(RELATED)},
    {"upnext", CUT(RELATED)},
    {"video", CUT(ADVERT)},
    {"videoplayer", CUT(ADVERT)},
    {"widget", CUT(ASIDE)},
    {"widgets", CUT(ASIDE)},
    {"~", 0}, /* behind all */
};

static uint64_t head_of(const char *name) {
    uint64_t head;
    memcpy(&head, name, sizeof head);
    return be64toh(head);
}

/* The flags of the word in the table, which is in the order of names; 0: it is not there. `word` has NAME_ROOM bytes, zeros at its end. */
static unsigned flags_in(const named *table, size_t n, const char *word) {
    uint64_t head = head_of(word);
    size_t low = 0;
    while (n) { /* the first whose head is not lower is in [low, low + n] */
        size_t half = n / 2;
        if (head_of(table[low + half].name) < head) low += half + 1, n -= half + 1;
        else n = half;
    }
    for (; head_of(table[low].name) == head; low++)
        if (!strcmp(table[low].name, word)) return table[low].flags;
    return 0;
}

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_small(char c) { return c >= 'a' && c <= 'z'; }
static bool is_letter(char c) { return is_small(c) || is_capital(c); }
static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static char small(char c) { return is_capital(c) ? (char)(c + ('a' - 'A')) : c; }

/* Letters and digits of one class name in lower case, without marks between them. */
static size_t squeeze(const char **p, char *out, size_t room) {
    size_t n = 0;
    for (; **p && !is_space(**p); (*p)++)
        if ((is_letter(**p) || isdigit((unsigned char)**p)) && n + 1 < room) out[n++] = small(**p);
    out[n] = 0;
    return n;
}

/* «has-sidebar»: not what it is */
static bool turns(const char *name) {
    static const char *const turning[] = {"has-", "with-", "without-", "no-", "not-", "hide-", "show-"};
    if (!strchr("hwns", small(*name))) return false;
    for (size_t i = 0; i < sizeof turning / sizeof *turning; i++)
        if (!strncasecmp(name, turning[i], strlen(turning[i]))) return true;
    return false;
}

/* The words of one class name, parted by hyphen, underscore or a capital: what the first that sets aside says; 0: none. */
static unsigned aside_word(const char *p) {
    const char *whole = p;
    if (turns(p)) return 0;
    while (*p && !is_space(*p)) {
        const char *start = p;
        char word[NAME_ROOM] = {0};
        size_t n = 0;
        for (; is_letter(*p) && !(p > start && is_capital(*p) && is_small(p[-1])); p++, n++)
            if (n + 1 < sizeof word) word[n] = small(*p);
        if (n == 0) p++;
        if (n == 0 || n >= LONGEST_WORD) continue;
        if (n <= 3 && start > whole && isdigit((unsigned char)start[-1])) continue; /* «org7109ad»: a number's digits */
        unsigned found = flags_in(aside_words, sizeof aside_words / sizeof *aside_words - 1, word);
        if (found) return found;
    }
    return 0;
}

/* «post type-post status-publish tag-banner»: how blogs tell an entry's tags and sections in its class. */
static bool is_entry(const char *names) { return strstr(names, "hentry") || strstr(names, "type-post") || strstr(names, "status-publish"); }

/* All body_names end in one of these or begin with it. */
static bool is_body(const char *whole, size_t size) {
    static const char *const parts[] = {"body", "text", "content", "article"};
    bool may = false;
    for (size_t i = 0; size >= BODY_LEAST && !may && i < sizeof parts / sizeof *parts; i++) may = strstr(whole, parts[i]) != NULL;
    for (size_t i = 0; may && i < sizeof body_names / sizeof *body_names; i++)
        if (strstr(whole, body_names[i])) return true;
    return false;
}

static unsigned flags_by_names(const char *names) {
    unsigned flags = 0;
    for (const char *p = names; *p;) {
        while (is_space(*p)) p++;
        if (!*p) break;
        unsigned word = aside_word(p);
        if (word && is_entry(names)) word = 0;
        flags |= word & (RZ_EL_CAPTION | RZ_EL_CRUMBS);
        if (RZ_EL_CUT_OF(word) && !(flags & RZ_EL_ASIDE)) flags |= RZ_EL_ASIDE | RZ_EL_SOFT | word;
        char whole[64];
        size_t size = squeeze(&p, whole, sizeof whole);
        if (size && is_body(whole, size)) return RZ_EL_ARTICLE | RZ_EL_TEXT;
    }
    return flags;
}

uint32_t rz_element_make(const char *name, const char *const *attributes) {
    const char *class = rz_attribute(attributes, "class");
    if (!class || !*class) class = rz_attribute(attributes, "id");
    if (!class || !*class) return 0;
    uint64_t make = rz_hash(name, strlen(name));
    for (; *class; class++)
        if (!isdigit((unsigned char)*class)) make = rz_hash_with(make, (unsigned char)*class);
    return (uint32_t)make | 1;
}

static unsigned flags_by_role(const char *role) {
    static const named roles[] = {{"main", RZ_EL_ARTICLE}, {"article", RZ_EL_ARTICLE}, {"navigation", RZ_EL_ASIDE | CUT(MENU)},
                                  {"complementary", RZ_EL_ASIDE | CUT(ASIDE)}, {"contentinfo", RZ_EL_ASIDE | CUT(FOOTER)},
                                  {"search", RZ_EL_ASIDE | CUT(FORM)}, {"dialog", RZ_EL_ASIDE | CUT(ASIDE)}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcasecmp(role, roles[i].name) == 0) return roles[i].flags;
    return 0;
}

/* Of several reasons to set it aside the first holds. */
static unsigned with(unsigned flags, unsigned more) { return flags | (RZ_EL_CUT_OF(flags) ? more & ~(0xFFu << RZ_EL_CUT) : more); }

/* <section id="sharing-with-a-single-developer">: the words of its heading, not what it is. */
static bool is_of_heading(const char *name, const char *class, const char *id) {
    enum { MARKS = 3 };
    int marks = 0;
    if (strcmp(name, "section") != 0 && !(class && strcmp(class, "section") == 0)) return false;
    for (; *id; id++) marks += *id == '-';
    return marks >= MARKS;
}

/* By its name alone. */
static unsigned flags_by_name(const char *name) {
    char word[NAME_ROOM] = {0};
    size_t n = strlen(name);
    if (n >= sizeof word) return 0;
    memcpy(word, name, n);
    return flags_in(elements, sizeof elements / sizeof *elements - 1, word);
}

/* «display: none», «visibility:hidden»: a script may show it, so that what holds most of the prose is read all the same. */
static bool hides(const char *style) {
    static const struct {
        const char *property, *value;
    } hiding[] = {{"display", "none"}, {"visibility", "hidden"}};
    for (size_t i = 0; i < sizeof hiding / sizeof *hiding; i++)
        for (const char *at = style; (at = strcasestr(at, hiding[i].property));) {
            bool whole = at == style || strchr("; \t\n", at[-1]); /* not backface-visibility */
            at += strlen(hiding[i].property);
            const char *value = at + strspn(at, " \t:");
            if (whole && !strncasecmp(value, hiding[i].value, strlen(hiding[i].value))) return true;
        }
    return false;
}

unsigned rz_element_flags(const char *name, const char *const *attributes) {
    unsigned flags = flags_by_name(name);
    if (!attributes || !(flags & RZ_EL_BLOCK) || strcmp(name, "body") == 0 || strcmp(name, "html") == 0) return flags;
    const char *style = rz_attribute(attributes, "style");
    if (rz_attribute(attributes, "hidden") || (style && hides(style))) return flags | RZ_EL_ASIDE | RZ_EL_SOFT | CUT(ASIDE);
    const char *item = rz_attribute(attributes, "itemprop"), *role = rz_attribute(attributes, "role");
    if (item && strcasecmp(item, "articleBody") == 0) return flags | RZ_EL_ARTICLE | RZ_EL_TEXT;
    if (role) flags = with(flags, flags_by_role(role));
    bool decided = (flags & (RZ_EL_ARTICLE | RZ_EL_HEADING)) || ((flags & RZ_EL_ASIDE) && !(flags & RZ_EL_SOFT));
    const char *class = rz_attribute(attributes, "class"), *id = rz_attribute(attributes, "id");
    if (decided) return flags & RZ_EL_ASIDE && class ? flags | (flags_by_names(class) & RZ_EL_CRUMBS) : flags;
    if (class) flags = with(flags, flags_by_names(class));
    if (id && !is_of_heading(name, class, id)) flags = with(flags, flags_by_names(id));
    return flags;
}
