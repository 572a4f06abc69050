/* A time expression as its parts say it. */
#ifndef RZ_MENTION_TIME_H
#define RZ_MENTION_TIME_H

#include "mention/mention.h"

typedef enum {
    RZ_TIME_DATE,     /* day (or 0) and month (or 0) and year (or 0) of a calendar, and maybe its twin in another */
    RZ_TIME_WEEKDAY,  /* سه‌شنبه alone */
    RZ_TIME_OFFSET,   /* days from the report: امروز 0, دیروز -1, «سه روز پیش» -3 */
    RZ_TIME_PERIOD    /* a week, month or year `offset` periods from the report's; or, with a count, the last or next so many */
} rz_time_kind;

typedef enum { RZ_UNIT_DAY, RZ_UNIT_WEEK, RZ_UNIT_MONTH, RZ_UNIT_YEAR } rz_time_unit;
typedef enum { RZ_EDGE_NONE, RZ_EDGE_EARLY, RZ_EDGE_MIDDLE, RZ_EDGE_LATE } rz_time_edge;

typedef struct {
    uint8_t calendar; /* rz_calendar: Gregorian, Jalali, Hijri */
    uint8_t month;    /* 1..12, 0: not said */
    uint8_t day, last_day; /* 0: not said; last_day > day in «۹ و ۱۰ شهریور» */
    uint8_t edge;     /* اوایل، اواسط، اواخر */
    uint16_t year, last_year; /* 0: not said; last_year > year in «۲۰۲۶–۲۰۲۸» */
} rz_time_date;

struct rz_time_mention {
    uint32_t first, last;               /* tokens of the expression */
    uint32_t extent_first, extent_last; /* the same with در، از، تا، طی، حدود where they govern it */
    uint32_t of;      /* a clock time or part of the day: index of the day it belongs to, or RZ_NONE */
    uint8_t kind;     /* rz_time_kind */
    int8_t weekday;   /* 0 Saturday … 6 Friday, -1: not said */
    bool same_day;    /* «امروز (چهارشنبه)»: the weekday is the report's own */
    bool has_twin;    /* the same day in another calendar */
    rz_time_date date, twin;
    int16_t offset;   /* OFFSET: days; PERIOD: periods from the present one, or 0 with a count */
    uint8_t unit;     /* rz_time_unit */
    int16_t count;    /* PERIOD: the last (negative) or next so many units */
};

#endif
