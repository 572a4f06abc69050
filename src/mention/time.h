/* A time expression as its parts say it. */
#ifndef RZ_MENTION_TIME_H
#define RZ_MENTION_TIME_H

#include "mention/mention.h"

typedef enum {
    RZ_TIME_DATE,     /* day (or 0) and month (or 0) and year (or 0) of a calendar, and maybe its twin in another */
    RZ_TIME_WEEKDAY,  /* سه‌شنبه alone, or of a week told from the report's */
    RZ_TIME_OFFSET,   /* days from the report: امروز 0, دیروز -1, «سه روز پیش» -3 */
    RZ_TIME_PERIOD,   /* a week, month … `offset` periods from the report's; or, with a count, the last or next so many */
    RZ_TIME_NTH,      /* «هفته اول مهر»: of another, the units `nth` to `nth_last` */
    /* the rest tell no day of their own */
    RZ_TIME_VAGUE,    /* روزهای اخیر, چند روز پیش */
    RZ_TIME_LENGTH,   /* دو ساعت, سه روزه */
    RZ_TIME_SET,      /* هر دوشنبه */
    RZ_TIME_AGE,      /* ۶۵ ساله */
    RZ_TIME_CLOCK,    /* ساعت ۱۰:۳۰ */
    RZ_TIME_PART      /* عصر, beside a day */
} rz_time_kind;

typedef enum {
    RZ_UNIT_DAY, RZ_UNIT_WEEK, RZ_UNIT_MONTH, RZ_UNIT_YEAR, RZ_UNIT_SECOND, RZ_UNIT_MINUTE, RZ_UNIT_HOUR, RZ_UNIT_PART,
    RZ_UNIT_SEASON, RZ_UNIT_DECADE, RZ_UNIT_CENTURY
} rz_time_unit;

/* Where a month or year that is not said in full is found from. */
typedef enum {
    RZ_FROM_TEXT,       /* as said; without a year, the nearest */
    RZ_FROM_YEAR,       /* of the year `offset` years from the report's: آبان سال گذشته */
    RZ_FROM_MONTH,      /* of the month `offset` months from the report's: پنجم ماه آینده */
    RZ_FROM_NEAR,       /* the last (offset -1) or next (1) such: دی‌ماه گذشته */
    RZ_FROM_STORY       /* of the year `offset` years from the day told before: آبان همان سال */
} rz_time_from;

/* What of a date cannot be. */
typedef enum { RZ_DATE_CAN_BE, RZ_NO_SUCH_DAY, RZ_NO_SUCH_MONTH, RZ_NO_SUCH_YEAR, RZ_NO_SUCH_TIME } rz_date_wrong;

enum { RZ_LAST_DAY = 255 }; /* as `parts`: «تا پایان مهر» is its last day */

/* «تا ۵ مهر», «پس از ۵ مهر»: what is told of reaches to it, or begins with it. */
typedef enum { RZ_EDGE_NONE, RZ_EDGE_END, RZ_EDGE_START } rz_time_edge;

typedef enum { RZ_WEEK_NOT_SAID, RZ_WEEK_OFFSET /* دوشنبه هفته آینده */, RZ_WEEK_NEAR /* دوشنبه گذشته */ } rz_week;

typedef struct {
    uint8_t calendar; /* rz_calendar: Gregorian, Jalali, Hijri */
    uint8_t season, last_season; /* 1 spring … 4 winter; 0: not said */
    uint8_t month;    /* 1..12, 0: not said */
    uint8_t day;      /* 0: not said */
    uint8_t last_day, last_month; /* the end of «۹ و ۱۰ شهریور», «۲۸ بهمن تا ۳ اسفند»; 0: the same */
    uint8_t part, parts; /* اوایل: part 0 of 3; نیمه دوم: part 1 of 2; parts 0: the whole */
    uint8_t from;     /* rz_time_from */
    uint8_t wrong;    /* rz_date_wrong */
    uint8_t years;    /* RZ_UNIT_DECADE, RZ_UNIT_CENTURY where the years are such; else 0 */
    bool imperial;    /* the year was said as an imperial one */
    bool before_era;  /* «سال ۷۷۶ قبل از میلاد»: no day that is counted here */
    int8_t offset;
    uint16_t year, last_year; /* 0: not said; last_year > year in «۲۰۲۶–۲۰۲۸» */
} rz_time_date;

/* «یک سال و شش ماه و ده روز» */
enum { RZ_MOST_PARTS = 4 };
typedef struct {
    uint8_t n; /* 0 or 1: it is of one */
    uint8_t unit[RZ_MOST_PARTS];
    int32_t count[RZ_MOST_PARTS];
} rz_time_parts;

struct rz_time_mention {
    uint32_t first, last;               /* tokens of the expression */
    uint32_t extent_first, extent_last; /* the same with در، از، تا، طی، حدود where they govern it */
    uint32_t of;      /* of a clock time or part of the day: index of the day it belongs to, or RZ_NONE */
    uint32_t anchor;  /* «دو روز پس از آن»: index of the day it is told from, or RZ_NONE: from the report */
    uint8_t kind;     /* rz_time_kind */
    uint8_t grain;    /* rz_time_unit */
    int8_t weekday;   /* 0 Saturday … 6 Friday, -1: not said */
    int8_t last_weekday; /* of a range of them, or -1 */
    uint8_t week;     /* of a WEEKDAY: rz_week */
    bool beside_day;  /* «دیروز (چهارشنبه ۸ دی)»: weekday or date are of the day `offset` days from the report */
    bool has_twin;    /* the same day in another calendar */
    bool story;       /* told from another day of the text: «دو روز پس از آن» */
    bool within;      /* «ظرف ۷۲ ساعت»: forwards or backwards, as the verb tells */
    rz_time_date date, twin; /* of a PERIOD: calendar, part and parts alone */
    uint8_t third;    /* 1 << the calendar, of a third date beside its twin */
    uint8_t edge;     /* rz_time_edge */
    uint32_t near;    /* of a date without its year: the one before it that has one, or RZ_NONE */
    rz_time_parts made_of; /* of a LENGTH or a PERIOD with a count */
    int32_t least;    /* of a LENGTH «۹۰ تا ۱۸۰ روز»: the smaller number; 0: there is one */
    int16_t minute_to; /* of a CLOCK «۹ تا ۱۱», or -1 */
    bool inherited;   /* its year is that of the date before it */
    bool adjective;   /* of a LENGTH: «شصت‌روزه», not «شصت روز» */
    bool bare;        /* a year that nothing but its number tells: «جام جهانی ۲۰۱۸» */
    bool until_now;   /* «از سال ۱۳۹۸ تاکنون»: it goes on to the day of the report */
    uint8_t unit;     /* rz_time_unit: of offset and count; of an NTH, of what it counts */
    int8_t nth, nth_last;               /* from 1; from the end where negative */
    const rz_time_mention *whole;       /* of an NTH: what it is a part of */
    const rz_time_mention *until;       /* «از امروز تا جمعه»: where it ends; or NULL */
    int32_t offset;   /* OFFSET: days; PERIOD: periods from the present one, or 0 with a count; WEEKDAY: weeks, or -1 and 1 the near one */
    int32_t count;    /* PERIOD: the last (negative) or next so many units */
    int16_t minute;   /* of a CLOCK, of the day; else -1 */
    int8_t second;    /* of the minute, or -1 */
    int16_t zone;     /* minutes ahead of Greenwich, in winter; RZ_NO_ZONE: not said */
    uint8_t summer;   /* rz_summer_time of the zone */
};

/* Who puts clocks forward, and when. */
typedef enum { RZ_SUMMER_NONE, RZ_SUMMER_EUROPE, RZ_SUMMER_AMERICA, RZ_SUMMER_IRAN } rz_summer_time;

static inline rz_time_mention rz_time_nothing(void) {
    return (rz_time_mention){.weekday = -1, .last_weekday = -1, .of = RZ_NONE, .anchor = RZ_NONE, .near = RZ_NONE, .minute = -1, .second = -1, .minute_to = -1, .zone = RZ_NO_ZONE};
}

/* Does it tell days, and from the report's alone? */
static inline bool rz_time_tells_days(const rz_time_mention *t) {
    return t->kind <= RZ_TIME_PERIOD && !t->story && !t->bare && !t->until && !t->until_now && t->date.from != RZ_FROM_STORY;
}

#endif
