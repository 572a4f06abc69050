/* Are two words that stand apart one word with a joiner between? */
#ifndef RZ_TEXT_JOINT_H
#define RZ_TEXT_JOINT_H

#include "text/joiner.h"

/* What the tables say of two words side by side. */
typedef enum {
    RZ_JOINT_APART,                     /* more often written apart */
    RZ_JOINT_VERB,                      /* the first is the می of a verb */
    RZ_JOINT_OFTEN, RZ_JOINT_ONCE,      /* running text has them as one word with a joiner */
    RZ_JOINT_LISTED, RZ_JOINT_SEEN,     /* so has the list, with a count and without */
    RZ_JOINT_WHOLE, RZ_JOINT_WHOLE_RARE, /* the same letters without this joiner are a word of running text; of the list */
    RZ_JOINT_ENDING,                    /* the second is an ending of the first */
    RZ_JOINT_LAST, RZ_JOINT_FIRST,      /* the second, the first hardly ever stands alone */
    RZ_JOINT_SELDOM,                    /* one of them seldom does */
    RZ_JOINT_PART_FIRST, RZ_JOINT_PART_LAST, /* they are parts of compounds */
    RZ_JOINT_VERBAL,                    /* the second is a participle or an infinitive */
    RZ_JOINT_SIGNS
} rz_joint_sign;

/* Bits of the above. */
uint32_t rz_joint_evidence(const rz_joiner *j, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m);
/* How usual a word is, and whether it is written with a joiner. */
enum { RZ_JOINT_CLASSES = 10 };
uint8_t rz_joint_class(const rz_joiner *j, const uint8_t *w, uint32_t n);
/* The word without the longest of the endings that a last part may have: its letters. */
uint32_t rz_joint_stem(const rz_joiner *j, const uint8_t *w, uint32_t n);
/* Its parts of speech: RZ_POS_… bits, 0 of a word not known. As a text: «N,AJ», «-»; the bits of a text. */
uint8_t rz_joint_pos(const rz_joiner *j, const uint8_t *w, uint32_t n);
enum { RZ_POS_TEXT = 24 };
void rz_pos_write(uint8_t pos, char out[RZ_POS_TEXT]);
uint8_t rz_pos_read(rz_str text);
/* As data/lexicon/joints.txt writes them. */
extern const char *const rz_joint_sign_names[RZ_JOINT_SIGNS];
extern const char *const rz_joint_class_names[RZ_JOINT_CLASSES];

/* The weights of joints, read of the tables once. NULL when memory runs out. */
typedef struct rz_joints rz_joints;
rz_joints *rz_joints_open(const rz_joiner *j);
void rz_joints_close(rz_joints *joints);

/* Of a verb, the first word is its می. */
typedef enum { RZ_TWO_WORDS, RZ_ONE_WORD, RZ_ONE_VERB } rz_oneness;
rz_oneness rz_joints_between(const rz_joints *joints, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m);

#endif
