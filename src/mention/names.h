/* The parts of the name finder: atoms (names of the tables at a token), whose they are, offices, people, groups. */
#ifndef RZ_MENTION_NAMES_H
#define RZ_MENTION_NAMES_H

#include "mention/mention.h"

/* Rows of data/names.txt, by their ids without `name-`. */
typedef struct {
    rz_row given, given_weak; /* first names; weak: ordinary words as well */
    rz_row given_apart;       /* حسن, حسین: each is a name of its own, and no spelling of another */
    rz_row surname_end;       /* زاده, پور: goes on with a name */
    rz_row son;               /* بن: after a first name */
    rz_row particle;          /* فان, دوس: within a surname */
    rz_row initials;          /* اس, جی: Latin letters by their names */
    rz_row glued;             /* سید: written as one with what follows */
    rz_row ours, this_one, this_movement, both;
    rz_row written_in;        /* words that only the press of one state uses */
    rz_row met, group; /* دیدار: what two do; گروه: before a place, the name of several */
    rz_row counterpart, side, people, own;
    rz_row counterparts, of_states; /* همتایان … از کشورهای … */
    rz_row object;            /* را */
    rz_row several, including; /* سه کشور: only how many states follow; از جمله: some of them */
    rz_row former, then, under; /* under: دولت, کابینه, before the one who heads it */
    rz_row new_one, acting, modifier;
    rz_row country;           /* کشور, دولت: may stand before a state */
    rz_row seat, near_to, toward; /* در, نزد; نزد alone: the seat may follow later */
    rz_row scope, charge;     /* در امور, برای: what an office, an envoy is charged with */
    rz_row and_one;
    rz_row going, going_to; /* «به X سفر», «سفر به X» */
    rz_row place_cue, groups, sized, outlet_cue, outlet_tells, place_noun, province;
    rz_row aged;              /* «وزیر ۴۲ ساله» */
    rz_row body_word;         /* خلق, سنای: after «رئیس مجلس», the name of it goes on */
    rz_row rest, home;              /* شماری: after «و», what a list ends with */
    rz_row aide;              /* معاون, مشاور: before an office, somebody else */
    rz_row man_of;            /* معاون, همسر, نمایندگان: before a name, somebody else */
    rz_row role;              /* کارشناس, رئیس: after a name that no table has, it shows that it is one */
    rz_row as;                /* را به عنوان: between a name and the office that he is given */
    rz_row own_bureau;        /* دفتر ریاست‌جمهوری: told alone, ours */
    rz_row field_with; /* مبارزه با: within what somebody heads */
    rz_row field_more; /* what ministers have charge of beside it */
    rz_row deputy, deputy_of_field; /* معاون: before a minister; معین: before what he has charge of */
    rz_row spoken_by, bureau; /* سخنگوی, دفتر: before the name of whose they are */
    rz_row homonym;           /* forms of places that are words too: کیف */
    rz_row not_name;          /* «چین و چروک»: what begins like a name and is none */
    rz_row never;             /* words that no name holds */
    rz_row family_first;      /* the states where the surname stands before the given name */
    rz_row with;              /* با, میان: whom one meets follows */
    rz_row called_after;      /* فرودگاه: before a name, what is called so */
    rz_row headed, heads;     /* با حضور, به ریاست: a name may begin after it; one must */
    rz_row before_this;       /* پیش از: what follows is «این» alone */
    rz_row indefinite;        /* هر, یک: what follows is a word with an indefinite ی */
} rz_name_words;

typedef struct {
    uint8_t letters[16];
    uint32_t n;
    bool surname; /* a surname alone may follow */
} rz_glued;
static inline bool rz_begins_so(const rz_glued *g, const uint8_t *letters, uint32_t size) {
    return size > g->n && letters[0] == g->letters[0] && !memcmp(letters, g->letters, g->n);
}

/* What an office is (names_traits.c). */
enum { RZ_OF_STATE = 1, RZ_OF_ANY = 2, RZ_UNIQUE = 4, RZ_NOT_UNIQUE = 8, RZ_UNNAMED = 16, RZ_PORTFOLIO = 32, RZ_BROAD = 64, RZ_LOCAL = 128,
       RZ_OWNED = 256, RZ_CHARGED = 512, RZ_SEATED = 1024, RZ_SENT = 2048, RZ_BESIDES = 4096, RZ_OF_TWO = 8192, RZ_OF_OTHERS = 16384 };
typedef struct {
    uint16_t is;
    int rank; /* 0: none is told */
} rz_office_traits;

struct rz_name_table {
    rz_name_words words;
    rz_glued *glued; /* forms of the list of that name, by their letters */
    uint32_t n_glued;
    bool glued_opens[RZ_LETTER_CODES]; /* one of them begins with the letter */
    rz_glued *leading; /* small words that run on into the next: «ونخست‌وزیر» */
    uint32_t n_leading;
    rz_glued *arabic; /* how surnames begin that are hardly Persian words: «الصباح» */
    uint32_t n_arabic;
    uint32_t own_lists; /* bits RZ_LIST of the lists that begin a mention by themselves */
    uint32_t fa, short_, adj, speaks, plural, label; /* keys */
    uint32_t rare;   /* a word seen less often than this may be a name */
    uint32_t n_rows; /* up to the last type */
    rz_row ours;     /* the state that «کشورمان» means where nothing says otherwise */
    rz_office_traits *offices; /* by row, from the first of an office on */
    rz_row first_office;
    uint32_t n_offices;
    rz_outlet_names outlets;
};
void rz_office_traits_make(rz_arena *arena, const rz_data *data, rz_name_table *out);
void rz_outlet_names_make(rz_arena *arena, const rz_data *data, rz_name_table *out);

/* A surname or first name seen in the text: who was meant by it. */
typedef struct {
    uint64_t hash; /* of the letters; 0: free */
    rz_span name;  /* tokens of the full name */
    rz_row row;    /* the person of the tables; RZ_NONE: not in them */
    bool family;   /* it stands before the given name: «وانگ» of «وانگ یی» */
    bool half;     /* of a surname of two words the first: «نقوی» of «حسین نقوی حسینی» */
} rz_seen_name;
enum { RZ_SEEN_NAMES = 2048 }; /* at most */

/* Of a token: a first name begins there; whether it is rather a name than a word was asked, and it is; nothing at all can begin there. */
enum { RZ_TOKEN_GIVEN = 1, RZ_TOKEN_ASKED = 2, RZ_TOKEN_RATHER_NAME = 4, RZ_TOKEN_NOTHING = 8 };

/* Of an office: named with whose it is somewhere in the text; held in our country, or not, by the tables; sought in vain. */
enum { RZ_OFFICE_NAMED = 1, RZ_OFFICE_OURS = 2, RZ_OFFICE_NOT_OURS = 4, RZ_OFFICE_SOUGHT = 8 };

/* What was sought of what the text names in full, and was not there yet (names_seen.c). */
enum { RZ_SOUGHT_WORDS = 4 };
typedef struct {
    bool in_vain;     /* something was, in the sentence at hand */
    uint32_t answers; /* how often something was named after it had been sought in vain */
    uint64_t names[RZ_SOUGHT_WORDS]; /* bits of surnames sought in vain */
} rz_asking;

typedef struct {
    rz_arena *arena;
    const rz_name_table *table;
    const rz_text *text;
    const rz_data *data;
    rz_name_words w;
    uint32_t fa, short_, adj, speaks, plural, label;
    rz_row ours;          /* the state that «کشورمان» means where nothing says otherwise */
    rz_row holder_of;     /* the state whose office somebody named is told to hold in «our country», or where that is not told */
    bool holder_ours;     /* in «our country» */
    uint8_t *seen;        /* by row: named in full in this text, or sought (names_seen.c) */
    rz_asking *asking;    /* in the arena: who only looks at the namer notes there what he sought */
    rz_seen_name *names;  /* n_slots: a power of two, and more than the text can have names */
    uint32_t n_names, n_slots;
    uint8_t *known;       /* by token: RZ_TOKEN_…, so that nothing is looked up twice */
    uint32_t rare;        /* a word seen less often than this may be a name */
    uint32_t start, end;  /* of the sentence at hand */
    uint8_t *office_seen; /* by row: RZ_OFFICE_… */
    RZ_VEC(rz_mention) out;
} rz_namer;

/* ---- atoms (names_atom.c) ---- */
typedef struct {
    rz_row row;
    rz_row_type type;
    uint32_t key, last; /* first token after it */
    uint8_t tail;
    rz_row others[3];
    uint32_t n_others;
} rz_atom;

/* The longest name of these types at the token; false when there is none. Most often there is none, and the token tells. */
bool rz_atom_find(const rz_namer *n, uint32_t token, uint32_t types, rz_atom *out);
static inline bool rz_atom_at(const rz_namer *n, uint32_t token, uint32_t types, rz_atom *out) {
    return token < n->end && (rz_types_at(n->text, token) & types) && rz_atom_find(n, token, types, out);
}
/* Where the longest form of this word list that starts at the token ends; 0 when none does. */
uint32_t rz_list_find(const rz_namer *n, uint32_t token, rz_row list);
static inline uint32_t rz_list_at(const rz_namer *n, uint32_t token, rz_row list) {
    return rz_row_there(n->text, list) && token < n->end && (rz_lists_at(n->text, token) & RZ_LIST(list)) ? rz_list_find(n, token, list) : 0;
}
/* Does a form of the list end right before the token? */
bool rz_list_before(const rz_namer *n, uint32_t token, rz_row list);
static inline char rz_punct_at(const rz_namer *n, uint32_t token) { /* 0: no punctuation, or past the sentence */
    return token < n->end && n->text->tokens[token].kind == RZ_TOKEN_PUNCT ? n->text->tokens[token].punct : 0;
}
/* The token's word in the lexicon, without its inflection where only so it is there. `out` may be NULL. */
bool rz_word_at(const rz_namer *n, uint32_t token, rz_word *out);
bool rz_everyday(const rz_namer *n, uint32_t token); /* a word as it stands, and an ordinary one: «آشنا», «سلام» */
uint8_t rz_pos_at(const rz_namer *n, uint32_t token); /* its parts of speech; 0: not known */
/* «در سوچی»: of a surname and a place of the same letters, the place after what leads to one. */
bool rz_place_rather(const rz_namer *n, uint32_t token, const rz_atom *atom);
bool rz_is_people(const rz_namer *n, const rz_atom *a); /* «آمریکایی‌ها» */
/* May the atom stand for what it names here, ambiguous words needing more around them? */
bool rz_atom_fits(const rz_namer *n, uint32_t token, const rz_atom *atom);
bool rz_is_homonym(const rz_namer *n, uint32_t token, const rz_atom *atom); /* «علی شهاب», «رامون لوپز»: no agency, no airport */

/* ---- offices and bodies (names_office.c) ---- */
static inline rz_office_traits rz_office_traits_of(const rz_namer *n, rz_row office) {
    uint32_t i = office - n->table->first_office; /* what stands for an office may be another row, or none */
    return i < n->table->n_offices ? n->table->offices[i] : (rz_office_traits){0};
}
static inline bool rz_office_is(const rz_namer *n, rz_row office, unsigned trait) { return rz_office_traits_of(n, office).is & trait; }
typedef struct {
    uint32_t first, last;
    rz_row office, body, state, seat, under;
    rz_row other; /* of a body of two states, the second; RZ_NONE */
    rz_row lower; /* «نخست‌وزیر و وزیر کشور X»: the lower of the two offices; RZ_NONE */
    rz_row post;  /* «فرستاده X در Y»; RZ_NONE */
    rz_row sender, sender_office; /* «نماینده X، رئیس‌جمهور Y»; RZ_NONE */
    uint8_t whose, serves;
    bool counterpart;
    bool shared; /* whose it is was taken from the office behind it */
} rz_office_phrase;
static const rz_office_phrase RZ_NO_OFFICE = {.office = RZ_NONE, .body = RZ_NONE, .state = RZ_NONE, .seat = RZ_NONE, .under = RZ_NONE, .other = RZ_NONE, .lower = RZ_NONE, .post = RZ_NONE, .sender = RZ_NONE, .sender_office = RZ_NONE};

/* The state whose capital or palace this place is; RZ_NONE for other places. */
rz_row rz_capital_of(const rz_namer *n, rz_row place);
/* «[جدید] ایران», «کشورمان», «روسی»: whose; moves *at past it. Organisations count where `any`. */
bool rz_whose_at(const rz_namer *n, uint32_t *at, bool any, rz_office_phrase *out);
/* An office, its whose and its seat; «معاون و سخنگوی …» as one where `merge`. */
bool rz_office_at(const rz_namer *n, uint32_t token, bool merge, rz_office_phrase *out);
bool rz_body_at(const rz_namer *n, uint32_t token, rz_office_phrase *out);
/* A body, or several of one state: mentions of each; where they end, or the token (names_bodies.c). */
uint32_t rz_join_body(rz_namer *n, uint32_t token);
/* After the mention of the office: those of the further states that it is told of; where they end (names_group.c). */
uint32_t rz_office_of_several(rz_namer *n, const rz_office_phrase *o);
bool rz_counterpart_at(const rz_namer *n, uint32_t token, rz_office_phrase *out);
/* Does the country of the outlet have such an office, as far as the tables know? (names_join.c) */
bool rz_ours_has(rz_namer *n, rz_row office);
rz_row rz_country_of_names(const rz_namer *n); /* whose «کشور» is, by what was found, where it is not the one that the tables say; RZ_NONE */
/* An office with whose it is; takes the higher one into out that has one already (names_office.c). */
bool rz_one_office(const rz_namer *n, uint32_t *at, rz_office_phrase *out);
/* Past who sent the envoy, «نماینده ویژه X», and what an office is charged with: «در امور X», «برای X» (names_charge.c). */
void rz_take_sender(const rz_namer *n, uint32_t *at, rz_office_phrase *out);
void rz_take_scope(const rz_namer *n, uint32_t *at);
void rz_take_charge(const rz_namer *n, uint32_t *at, rz_office_phrase *out);
/* What an office is of, told in words up to whose it is (names_portfolio.c). */
void rz_take_field(const rz_namer *n, uint32_t *at, rz_office_phrase *out);
/* What a minister has charge of, the longest at the token, and where it ends: his office; RZ_NONE: nothing of that. */
rz_row rz_portfolio_at(const rz_namer *n, uint32_t token, uint32_t *last);
/* «معاون [پژوهشی] وزیر علوم», «معین زراعت»: the office, and where it ends; 0: none (names_deputy.c) */
uint32_t rz_deputy_at(const rz_namer *n, uint32_t token, rz_row *office);
/* «وزرای خارجه و نفت ایران»: mentions of each; where they end, or the token (names_portfolio.c) */
uint32_t rz_portfolios_at(rz_namer *n, uint32_t token);

/* ---- people (names_person.c) ---- */
typedef struct {
    uint32_t first, last;
    rz_span name;
    rz_row row, others[3];
    uint32_t n_others;
    bool titled;
} rz_person_phrase;

/* Could a person begin at the token, seen from it alone? Of most words the answer is no. */
bool rz_may_be_person(const rz_namer *n, uint32_t token);
/* A person, with titles and quotation marks around the name. `beside`: an office stands beside it, so that ambiguous names
 * and names not in the tables are to be believed. */
bool rz_person_at(rz_namer *n, uint32_t token, bool beside, rz_person_phrase *out);
/* A name not in the tables: its end, or 0; and the pieces of names: letters by their names, surnames, fathers (names_unknown.c). */
uint32_t rz_unknown_at(const rz_namer *n, uint32_t token, bool titled, bool vague, bool beside);
uint32_t rz_past_initials(const rz_namer *n, uint32_t token);
uint32_t rz_past_surnames(const rz_namer *n, uint32_t token, uint32_t limit);
bool rz_names_other(const rz_namer *n, uint32_t token);     /* a month, a weekday or a place, which may end a name */
bool rz_arabic_surname(const rz_namer *n, uint32_t token); /* «الصباح» */
uint32_t rz_past_fathers(const rz_namer *n, uint32_t token);
/* Titles from the token on; where they end (the token itself when there are none). */
uint32_t rz_titles_end(const rz_namer *n, uint32_t token);
static inline uint32_t rz_titles_at(const rz_namer *n, uint32_t token) {
    return token < n->end && (rz_types_at(n->text, token) & RZ_TYPE(RZ_TITLE)) ? rz_titles_end(n, token) : token;
}
bool rz_stands_joined(const rz_namer *n, uint32_t token); /* «به‌عنوان», written as one */
bool rz_may_name(const rz_namer *n, uint32_t token); /* can the token be part of a name at all? */
/* Is it rather a name than a word: not in the lexicon, seen there as a name, or hardly ever seen? */
bool rz_rather_name_ask(const rz_namer *n, uint32_t token);
static inline bool rz_rather_name(const rz_namer *n, uint32_t token) {
    if (token >= n->end) return false;
    return n->known[token] & RZ_TOKEN_ASKED ? (n->known[token] & RZ_TOKEN_RATHER_NAME) != 0 : rz_rather_name_ask(n, token);
}
/* Is the first name at the token, before a surname of the tables, that person's in whatever spelling? (names_alike.c) */
bool rz_has_given(const rz_namer *n, rz_row person, uint32_t token);
/* Where the first name at the token ends, also one that is a word too where `weak`; 0 when there is none. */
uint32_t rz_given_find(const rz_namer *n, uint32_t token, bool weak);
static inline uint32_t rz_given_at(const rz_namer *n, uint32_t token, bool weak) {
    return token < n->end && (n->known[token] & RZ_TOKEN_GIVEN) ? rz_given_find(n, token, weak) : 0;
}

/* ---- what the text names in full (names_seen.c) ---- */
bool rz_was_seen(const rz_namer *n, rz_row row);
void rz_note_seen(rz_namer *n, rz_row row);
/* One of those whose name stands there? */
bool rz_any_seen(const rz_namer *n, const rz_atom *atom);
bool rz_was_office_named(const rz_namer *n, rz_row office); /* with whose it is */
void rz_note_office(rz_namer *n, rz_row office);
/* Whom these tokens are the surname of; NULL: nobody. */
const rz_seen_name *rz_seen_name_at(const rz_namer *n, uint32_t first, uint32_t last);
void rz_name_remember(rz_namer *n, rz_span name, rz_row row);

/* ---- names believed for what stands after them (names_believed.c) ---- */
/* What a man is begins at the token, past a comma. */
uint32_t rz_past_latin(const rz_namer *n, uint32_t token); /* «X (Carlos Holmes)», «X Carlos Holmes»: the name in other letters */
uint32_t rz_past_mark(const rz_namer *n, uint32_t token); /* past a comma or an opening bracket, before what somebody is */
uint32_t rz_as_at(const rz_namer *n, uint32_t token); /* past «[را … ] به عنوان»; 0: it is not there */
bool rz_office_or_role(rz_namer *n, uint32_t token);
/* The end of a name that no table has, however ordinary its words, up to what shows that it is one («X مدیرکل …»); or 0. */
uint32_t rz_name_before(rz_namer *n, uint32_t token);
bool rz_called_after(const rz_namer *n, uint32_t token); /* names_believed.c */
uint32_t rz_surname_before(rz_namer *n, uint32_t token);
bool rz_surname_alone(rz_namer *n, uint32_t token); /* a word that is hardly anything but a surname */
/* The same of one behind titles, which end at `named`, up to what he is; or 0. */
uint32_t rz_name_titled(rz_namer *n, uint32_t token, uint32_t named);
bool rz_nisba_at(const rz_namer *n, uint32_t token); /* عراقی, تهرانی: after a first name a surname */
bool rz_name_run(rz_namer *n, uint32_t token, rz_person_phrase *p); /* right behind whose an office is */
/* What stands between two commas after an office, and may be a name: «سفیر روسیه در لندن، آندری کلین، را …». */
bool rz_name_between(rz_namer *n, uint32_t token, rz_person_phrase *p);
/* A word more of a name that ends too soon: «مهدی حسینی متین، کاردار ایران». */
bool rz_name_goes_on(rz_namer *n, rz_person_phrase *p);
bool rz_surname_opens(const rz_namer *n, uint32_t token); /* «…، نجاری بر … تأکید کرد»: a word that is seldom said, where a phrase begins that no noun goes on */
/* «سخنگوی نتانیاهو», «دفتر نیکول پاشینیان»: whoever speaks for somebody is not he. Gives the end of the word, or the token. */
uint32_t rz_aide_at(rz_namer *n, uint32_t token, const rz_atom *word);

/* ---- joining them (names_join.c) ---- */
rz_mention *rz_mention_add(rz_namer *n, uint8_t kind, uint32_t first, uint32_t last);
/* Each gives the first token not used, or the token itself when nothing was found. */
uint32_t rz_join_office(rz_namer *n, uint32_t token);
uint32_t rz_join_person(rz_namer *n, uint32_t token);
rz_row rz_land_at(const rz_namer *n, uint32_t token, const rz_atom *atom); /* of an organisation that is a land as well: the place, where it is meant; RZ_NONE (names_land.c) */
uint32_t rz_group_at(rz_namer *n, uint32_t token, const rz_atom *atom); /* collectives, pronouns (names_group.c) */
uint32_t rz_counterparts_at(rz_namer *n, uint32_t token, uint32_t last, bool plural);

#endif
