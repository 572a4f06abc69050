#include "base/table.h"

#include <stdint.h>
#include <sys/mman.h>

enum { BIG_PAGE = 2 << 20 };

static size_t rounded(size_t size) { return (size + BIG_PAGE - 1) / BIG_PAGE * BIG_PAGE; }

/* More is asked for than needed, and what lies before the first big page and behind the last is given back. */
void *rz_table_open(size_t size) {
    size_t wanted = rounded(size), before;
    char *all = mmap(NULL, wanted + BIG_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED) return NULL;
    before = (BIG_PAGE - (uintptr_t)all % BIG_PAGE) % BIG_PAGE;
    if (before) munmap(all, before);
    if (before < BIG_PAGE) munmap(all + before + wanted, BIG_PAGE - before);
#ifdef MADV_HUGEPAGE
    madvise(all + before, wanted, MADV_HUGEPAGE); /* as good without */
#endif
    return all + before;
}

void rz_table_close(void *table, size_t size) {
    if (table) munmap(table, rounded(size));
}
