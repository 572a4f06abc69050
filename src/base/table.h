/* Memory for a big table that is looked at here and there: zeroed, in the big pages of the processor where the system gives them, so
 * that finding a page costs no more than finding what is in it. */
#ifndef RZ_BASE_TABLE_H
#define RZ_BASE_TABLE_H

#include <stddef.h>

void *rz_table_open(size_t size); /* aligned to a page; NULL when memory runs out */
void rz_table_close(void *table, size_t size); /* NULL is allowed */

#endif
