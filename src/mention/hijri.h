/* Lunar Hijri months: as observed in Iran where data/hijri.txt has them, else by the civil reckoning, give or take a day. */
#ifndef RZ_MENTION_HIJRI_H
#define RZ_MENTION_HIJRI_H

#include "data/data.h"

/* The days of a month; both RZ_NO_DAY for one that does not exist. *sure: as the table has it. */
rz_days rz_hijri_month(const rz_data *data, int year, int month, bool *sure);
/* The date of a day; year 0 before the first. *sure: as of the month. */
void rz_day_hijri(const rz_data *data, rz_day day, int *year, int *month, int *date, bool *sure);
/* The year of a day, by the civil reckoning. */
int rz_hijri_year(rz_day day);

#endif
