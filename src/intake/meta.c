/* What a page says of itself: title, site, address, times of publication and change, language, author, section. */
#include "intake/page.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <strings.h>

enum { JSON_DEPTH = 12 };

void rz_meta_offer(rz_meta *meta, const char *value, size_t size, uint8_t rank) {
    while (size && (unsigned char)*value <= ' ') value++, size--;
    while (size && (unsigned char)value[size - 1] <= ' ') size--;
    if (size == 0 || size >= sizeof meta->value || rank <= meta->rank) return;
    memcpy(meta->value, value, size);
    meta->value[size] = 0;
    meta->size = (uint16_t)size;
    meta->rank = rank;
}

const char *rz_attribute(const char *const *attributes, const char *name) {
    for (; attributes && attributes[0]; attributes += 2)
        if (attributes[0][0] == name[0] && strcmp(attributes[0], name) == 0) return attributes[1] ? attributes[1] : "";
    return NULL;
}

/* Names under which pages put it, best rank wins. */
static const struct {
    const char *name;
    uint8_t kind, rank;
} places[] = {
    {"og:title", RZ_META_TITLE, 5},        {"twitter:title", RZ_META_TITLE, 3}, {"headline", RZ_META_TITLE, 4},
    {"dc.title", RZ_META_TITLE, 2},        {"og:site_name", RZ_META_SITE, 5},   {"application-name", RZ_META_SITE, 3},
    {"dc.publisher", RZ_META_SITE, 2},     {"og:url", RZ_META_URL, 4},          {"og:locale", RZ_META_LANGUAGE, 3},
    {"article:published_time", RZ_META_PUBLISHED, 9},                           {"datepublished", RZ_META_PUBLISHED, 7},
    {"og:published_time", RZ_META_PUBLISHED, 6},                                {"pubdate", RZ_META_PUBLISHED, 5},
    {"publishdate", RZ_META_PUBLISHED, 5}, {"publish-date", RZ_META_PUBLISHED, 5}, {"dc.date.issued", RZ_META_PUBLISHED, 4},
    {"dcterms.created", RZ_META_PUBLISHED, 3},                                  {"dc.date", RZ_META_PUBLISHED, 3},
    {"date", RZ_META_PUBLISHED, 2},
    {"article:modified_time", RZ_META_UPDATED, 7}, {"datemodified", RZ_META_UPDATED, 5}, {"og:updated_time", RZ_META_UPDATED, 4},
    {"lastmod", RZ_META_UPDATED, 3},       {"last-modified", RZ_META_UPDATED, 2},
    {"author", RZ_META_AUTHOR, 3},         {"article:author", RZ_META_AUTHOR, 2}, {"dc.creator", RZ_META_AUTHOR, 2},
    {"article:section", RZ_META_SECTION, 5}, {"section", RZ_META_SECTION, 3},
};

/* An address that stands by itself: the page's own is not known, which others would be relative to. */
static bool is_whole_address(const char *value) { return strncasecmp(value, "http://", 7) == 0 || strncasecmp(value, "https://", 8) == 0; }

void rz_meta_element(rz_meta meta[RZ_META_KINDS], const char *name, const char *const *attributes) {
    if (strcmp(name, "html") == 0) {
        const char *language = rz_attribute(attributes, "lang");
        if (language) rz_meta_offer(&meta[RZ_META_LANGUAGE], language, strlen(language), 5);
    } else if (strcmp(name, "link") == 0) {
        const char *rel = rz_attribute(attributes, "rel"), *href = rz_attribute(attributes, "href");
        if (rel && href && strcasecmp(rel, "canonical") == 0 && is_whole_address(href)) rz_meta_offer(&meta[RZ_META_URL], href, strlen(href), 5);
    } else if (strcmp(name, "time") == 0) {
        const char *day = rz_attribute(attributes, "datetime"), *of = rz_attribute(attributes, "itemprop");
        if (day && of && strcasecmp(of, "dateModified") == 0) {
            rz_meta_offer(&meta[RZ_META_UPDATED], day, strlen(day), 5);
            return;
        }
        bool own = rz_attribute(attributes, "pubdate") || (of && strcasecmp(of, "datePublished") == 0);
        if (day) rz_meta_offer(&meta[RZ_META_PUBLISHED], day, strlen(day), own ? 6 : 1);
    } else if (strcmp(name, "meta") == 0) {
        const char *value = rz_attribute(attributes, "content");
        static const char *const keys[] = {"property", "name", "itemprop"};
        for (int k = 0; value && k < 3; k++) {
            const char *key = rz_attribute(attributes, keys[k]);
            for (size_t i = 0; key && i < sizeof places / sizeof *places; i++)
                if (strcasecmp(key, places[i].name) == 0 && (places[i].kind != RZ_META_URL || is_whole_address(value)))
                    rz_meta_offer(&meta[places[i].kind], value, strlen(value), places[i].rank);
        }
    }
}

static void offer_string(rz_meta *meta, json_t *of, const char *key, uint8_t rank) {
    json_t *value = json_object_get(of, key);
    if (json_is_string(value)) rz_meta_offer(meta, json_string_value(value), json_string_length(value), rank);
}

/* «"author": {"name": …}», or a list of such, or a name. */
static void offer_author(rz_meta *meta, json_t *author) {
    enum { MOST = 300 };
    char names[MOST + 4] = "";
    size_t n = 0, count = json_is_array(author) ? json_array_size(author) : 1;
    for (size_t i = 0; i < count; i++) {
        json_t *one = json_is_array(author) ? json_array_get(author, i) : author, *name = json_is_object(one) ? json_object_get(one, "name") : one;
        size_t size = json_is_string(name) ? json_string_length(name) : 0;
        if (size == 0 || n + size > MOST) continue;
        if (n) memcpy(names + n, ", ", 2), n += 2;
        memcpy(names + n, json_string_value(name), size);
        n += size;
    }
    rz_meta_offer(meta, names, n, 5);
}

/* «"itemListElement": [{"name": …, "item": address}, {"item": {"name": …, "@id": address}}]» of a BreadcrumbList */
static void take_crumbs(json_t *list, rz_crumbs *crumbs) {
    size_t i;
    json_t *one;
    json_array_foreach(list, i, one) {
        json_t *item = json_object_get(one, "item"), *name = json_object_get(one, "name"), *address = json_is_object(item) ? json_object_get(item, "@id") : item;
        if (!json_is_string(name)) name = json_object_get(item, "name");
        if (!json_is_string(name)) continue;
        rz_crumb_begin(crumbs, json_is_string(address) ? json_string_value(address) : NULL);
        rz_crumb_add(crumbs, json_string_value(name), json_string_length(name));
    }
}

/* The first object with a datePublished is the article; objects around and beside it are the site's. */
static void search_json(rz_meta meta[RZ_META_KINDS], json_t *json, int depth, rz_buffer *body, rz_crumbs *crumbs) {
    if (depth == 0) return;
    size_t i;
    json_t *value;
    const char *key;
    if (json_is_array(json)) json_array_foreach(json, i, value) search_json(meta, value, depth - 1, body, crumbs);
    if (!json_is_object(json)) return;
    const char *type = json_string_value(json_object_get(json, "@type"));
    if (type && !strcmp(type, "BreadcrumbList") && crumbs->n == 0) take_crumbs(json_object_get(json, "itemListElement"), crumbs);
    json_t *text = json_object_get(json, "articleBody");
    if (json_is_string(text) && json_string_length(text) > body->n) {
        body->n = 0;
        rz_buffer_add(body, json_string_value(text), json_string_length(text));
    }
    if (json_object_get(json, "datePublished")) {
        offer_string(&meta[RZ_META_PUBLISHED], json, "datePublished", 8);
        offer_string(&meta[RZ_META_TITLE], json, "headline", 4);
        offer_string(&meta[RZ_META_UPDATED], json, "dateModified", 6);
        json_t *section = json_object_get(json, "articleSection"), *first = json_is_array(section) ? json_array_get(section, 0) : section;
        if (json_is_string(first)) rz_meta_offer(&meta[RZ_META_SECTION], json_string_value(first), json_string_length(first), 4);
        offer_author(&meta[RZ_META_AUTHOR], json_object_get(json, "author"));
        json_t *publisher = json_object_get(json, "publisher");
        if (json_is_object(publisher)) offer_string(&meta[RZ_META_SITE], publisher, "name", 4);
    }
    json_object_foreach(json, key, value) if (json_is_object(value) || json_is_array(value)) search_json(meta, value, depth - 1, body, crumbs);
}

bool rz_meta_json(rz_meta meta[RZ_META_KINDS], const char *json, size_t size, rz_buffer *body, rz_crumbs *crumbs) {
    json_error_t ignored;
    errno = 0; /* without memory jansson may lose a letter and not tell */
    json_t *root = json_loadb(json, size, JSON_DISABLE_EOF_CHECK, &ignored);
    bool whole = errno != ENOMEM;
    if (root && whole) search_json(meta, root, JSON_DEPTH, body, crumbs);
    json_decref(root);
    return whole;
}
