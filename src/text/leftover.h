/* What is left over of HTML in text. Both look back from the end of what has been written, so that an entity that is made of entities, or
 * of characters that were folded, is found as well, and nothing that is found remains. */
#ifndef RZ_TEXT_LEFTOVER_H
#define RZ_TEXT_LEFTOVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The text ends with ';': the length of the entity that ends there, and its character; 0: none does. */
size_t rz_leftover_entity(const char *text, size_t size, uint32_t *c);
/* The text ends with '>': the length of the tag or comment that ends there, and whether it parts words; 0: none does. */
size_t rz_leftover_tag(const char *text, size_t size, bool *parts);

#endif
