/* Under what a page says that it stands: the way to it from the home page («خانه › سیاسی › سیاست خارجی»), as links or as told to machines. */
#include "intake/page.h"

#include <ctype.h>

/* The path of an address, behind the host. */
static const char *path_of(const char *address) {
    const char *slashes = strstr(address, "//");
    return slashes ? slashes + 2 + strcspn(slashes + 2, "/?#") : address;
}

/* «/», «/fa/», «#»: leads to no section. */
static bool is_home(const char *address) {
    const char *path = path_of(address);
    path += strspn(path, "./");
    size_t n = strcspn(path, "/?#");
    bool language = n == 2 && isalpha((unsigned char)path[0]) && isalpha((unsigned char)path[1]);
    return n == 0 || (language && !path[n + strspn(path + n, "/")]);
}

void rz_crumb_begin(rz_crumbs *crumbs, const char *address) {
    if (crumbs->n++ < RZ_CRUMBS) crumbs->at[crumbs->n - 1] = (rz_crumb){.home = !address || is_home(address)};
}

void rz_crumb_add(rz_crumbs *crumbs, const char *text, size_t size) {
    if (crumbs->n == 0 || crumbs->n > RZ_CRUMBS) return;
    rz_crumb *crumb = &crumbs->at[crumbs->n - 1];
    for (size_t i = 0; i < size && !crumb->too_long; i++) {
        bool space = (unsigned char)text[i] <= ' ';
        if (space && (crumb->n == 0 || crumb->name[crumb->n - 1] == ' ')) continue;
        crumb->too_long = crumb->n == sizeof crumb->name;
        if (!crumb->too_long) crumb->name[crumb->n++] = space ? ' ' : text[i];
    }
}

static bool begins_so(rz_str whole, rz_str with) { return whole.size >= with.size && with.size && !memcmp(whole.at, with.at, with.size); }

/* The page itself is the last on the way to it: its title, or that with the site's name behind a mark. */
static bool is_title(rz_str name, rz_str title) {
    static const char *const marks[] = {" |", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB", " \xC2\xB7 "};
    if (!begins_so(title, name)) return false;
    bool whole = title.size == name.size;
    for (size_t i = 0; !whole && i < sizeof marks / sizeof *marks; i++) whole = title.size > name.size + strlen(marks[i]) && !memcmp(title.at + name.size, marks[i], strlen(marks[i]));
    return whole;
}

static void offer(const rz_crumbs *crumbs, const rz_str titles[2], rz_meta *section, uint8_t rank) {
    for (uint32_t i = crumbs->n <= RZ_CRUMBS ? crumbs->n : 0; i-- > 0;) {
        const rz_crumb *crumb = &crumbs->at[i];
        rz_str name = {crumb->name, crumb->n};
        while (name.size && strchr(" /|>-", name.at[name.size - 1])) name.size--;
        while (name.size && strchr(" /|>-", *name.at)) name.at++, name.size--;
        bool title = crumb->too_long || is_title(name, titles[0]) || is_title(name, titles[1]);
        if (crumb->home || title || !name.size) continue;
        rz_meta_offer(section, name.at, name.size, rank);
        return;
    }
}

void rz_crumbs_offer(const rz_crumbs *shown, const rz_crumbs *told, rz_meta meta[RZ_META_KINDS]) {
    const rz_meta *title = &meta[RZ_META_TITLE], *page = &meta[RZ_META_PAGE];
    const rz_str titles[2] = {{title->value, title->size}, {page->value, page->size}};
    offer(told, titles, &meta[RZ_META_SECTION], 2);
    offer(shown, titles, &meta[RZ_META_SECTION], 1);
}
