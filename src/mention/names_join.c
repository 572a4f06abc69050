/* Who holds which office, as it stands: «X وزیر خارجه Y», «وزیر خارجه Y، X،». */
#include "mention/names.h"

rz_mention *rz_mention_add(rz_namer *n, uint8_t kind, uint32_t first, uint32_t last) {
    rz_mention *m = RZ_PUSH(n->arena, &n->out);
    m->kind = kind & 15;
    m->first = first;
    m->last = last;
    m->row = m->office = m->body = m->state = m->state2 = m->seat = m->head = m->sender = m->sender_office = m->describes = m->actor = m->actor2 = RZ_NONE;
    if (kind == RZ_M_OFFICE) m->lower = m->under = m->post = RZ_NONE;
    return m;
}

static uint32_t add_person(rz_namer *n, const rz_person_phrase *p) {
    rz_mention *m = rz_mention_add(n, RZ_M_PERSON, p->first, p->last);
    m->row = p->row;
    m->n_others = p->n_others & 3;
    for (uint32_t i = 0; i < p->n_others; i++) m->others[i] = p->others[i];
    m->name = p->name;
    m->titled = p->titled;
    if (p->row != RZ_NONE && p->name.end > p->name.start + 1) rz_note_seen(n, p->row);
    rz_name_remember(n, p->name, p->row);
    return n->out.n - 1;
}

static uint32_t add_office(rz_namer *n, const rz_office_phrase *o) {
    rz_mention *m = rz_mention_add(n, RZ_M_OFFICE, o->first, o->last);
    m->office = o->office;
    m->lower = o->lower;
    m->body = o->body;
    m->state = o->state;
    m->state2 = o->other;
    m->seat = o->seat;
    m->under = o->under;
    m->post = o->post;
    m->sender = o->sender;
    m->sender_office = o->sender_office;
    m->whose = o->whose & 7;
    m->serves = o->serves & 7;
    m->counterpart = o->counterpart;
    m->shared = o->shared;
    if (o->office != RZ_NONE && o->whose != RZ_WHOSE_NONE) rz_note_office(n, o->office);
    /* «مدیرکل آژانس بین‌المللی انرژی اتمی» names the organisation too */
    if (o->state != RZ_NONE && rz_row_type_of(n->data, o->state) == RZ_ORGANISATION) rz_note_seen(n, o->state);
    return n->out.n - 1;
}

static void bind(rz_namer *n, const rz_person_phrase *p, const rz_office_phrase *o) {
    uint32_t person = add_person(n, p), office = add_office(n, o);
    n->out.at[person].titled = true;
    n->out.at[person].describes = office;
    n->out.at[person].office = o->office;
    n->out.at[office].head = person;
    bool serves = o->serves == RZ_SERVES_NOW || o->serves == RZ_SERVES_ACTING, untold = o->whose == RZ_WHOSE_NONE && serves;
    bool bare = o->whose == RZ_WHOSE_OURS || (untold && !rz_row_there(n->text, n->w.ours)); /* «X رئیس‌جمهور … وزیر خارجه کشورمان»: of another */
    rz_row own = bare && p->row != RZ_NONE ? rz_row_state(n->data, p->row) : RZ_NONE;
    bool his = own != RZ_NONE && o->office != RZ_NONE && rz_row_holds(n->data, p->row, o->office, own);
    bool ours = o->whose == RZ_WHOSE_OURS; /* «اشرف غنی رئیس‌جمهور (کشور)» */
    if (his && (n->holder_of == RZ_NONE || (ours && !n->holder_ours)) && rz_writes_persian(n->data, rz_str_of(rz_row_id(n->data, own)))) {
        n->holder_of = own;
        n->holder_ours = ours;
    }
}

typedef enum { DIFFERS, MAY_BE, IS } fit;

static fit one_fits(const rz_namer *n, rz_row person, const rz_office_phrase *o) {
    if (person == RZ_NONE) return MAY_BE;
    rz_row state = o->whose == RZ_WHOSE_STATE ? o->state : o->whose == RZ_WHOSE_OURS ? n->ours : RZ_NONE;
    if (o->office != RZ_NONE && rz_row_holds(n->data, person, o->office, state)) return IS;
    rz_row own = rz_row_state(n->data, person);
    if (o->whose == RZ_WHOSE_OURS && own != RZ_NONE && rz_row_holds(n->data, person, o->office, own)) return IS; /* then ours is his */
    if (state == RZ_NONE || own == RZ_NONE || rz_row_type_of(n->data, state) != RZ_STATE) return MAY_BE;
    return own != state ? DIFFERS : o->counterpart ? IS : MAY_BE;
}

static fit fits(const rz_namer *n, rz_person_phrase *p, const rz_office_phrase *o) {
    fit best = one_fits(n, p->row, o);
    for (uint32_t i = 0; i < p->n_others; i++) {
        fit f = one_fits(n, p->others[i], o);
        if (f <= best) continue;
        rz_row row = p->row; /* the one who fits goes first */
        p->row = p->others[i];
        p->others[i] = row;
        best = f;
    }
    return best;
}

static bool closes(const rz_namer *n, uint32_t token) {
    char c = rz_punct_at(n, token);
    return c == ',' || c == ')' || c == ':' || c == '-' || c == ';';
}

/* «معاون وزیر خارجه ژاپن، X با Y …»: at the head of the sentence nobody else can be meant. */
static bool opens_with(const rz_namer *n, const rz_office_phrase *o, const rz_person_phrase *p) {
    return o->first == n->start && o->whose != RZ_WHOSE_NONE && (rz_pos_at(n, p->last) & RZ_POS_PREP);
}

/* «X با معاون وزیر دفاع ترکیه، ایلکای آلتینداغ دیدار کرد»: somebody was told of before, or the office is whose something was, so that the
 * comma ends no adjunct; not «در دیدار با سفیر هند، Y گفت». */
static bool goes_on_with(rz_namer *n, const rz_office_phrase *o, const rz_person_phrase *p) {
    if (o->office == RZ_NONE || !rz_office_is(n, o->office, RZ_NOT_UNIQUE) || p->name.end < p->name.start + 2 || !rz_rather_name(n, p->name.start)) return false;
    const rz_mention *before = n->out.n ? &n->out.at[n->out.n - 1] : NULL;
    bool told = before && before->kind != RZ_M_OUTLET && before->first >= n->start && before->last <= o->first;
    bool governed = o->first == n->start || (rz_pos_at(n, o->first - 1) & RZ_POS_PREP) || rz_list_before(n, o->first, n->w.headed);
    return (told || !governed) && !rz_office_or_role(n, p->last);
}

/* A person after an office: side by side, or after a comma when he is known to fit or a comma closes what it opened. */
static bool person_after(rz_namer *n, const rz_office_phrase *o, rz_person_phrase *p) {
    bool comma = rz_punct_at(n, o->last) == ',';
    if (o->office != RZ_NONE && rz_office_is(n, o->office, RZ_UNNAMED)) return false; /* «به گفته یک منبع آگاه X …» */
    rz_office_phrase rank; /* «نماینده ویژه X، سفیر Y، …» */
    uint32_t at = o->last + comma;
    bool ranked = comma && o->whose != RZ_WHOSE_NONE && rz_office_at(n, at, false, &rank) && rank.whose == RZ_WHOSE_NONE && rank.seat == RZ_NONE && rank.last == at + 1;
    if (ranked && rz_person_at(n, rank.last, true, p) && p->row != RZ_NONE && fits(n, p, o) != DIFFERS) return true;
    bool owned = o->whose != RZ_WHOSE_NONE && o->whose != RZ_WHOSE_THIS;
    bool found = rz_person_at(n, o->last + comma, true, p) || (comma && o->whose != RZ_WHOSE_NONE && rz_name_between(n, o->last + 1, p));
    rz_person_phrase run;
    if (owned && (!found || (p->row == RZ_NONE && p->last == p->name.end)) && (!comma || o->first == n->start) && rz_name_run(n, o->last + comma, &run) && (!found || run.last > p->last)) *p = run, found = true;
    if (!found) return false;
    fit f = fits(n, p, o);
    bool unique = o->office != RZ_NONE && o->whose == RZ_WHOSE_STATE && rz_office_is(n, o->office, RZ_UNIQUE);
    bool object = f == MAY_BE && p->row != RZ_NONE && unique && rz_list_at(n, p->last, n->w.object);
    object |= p->row == RZ_NONE && unique && o->first == n->start && !comma && rz_list_at(n, p->last, n->w.object) && rz_as_at(n, p->last); /* «رئیس‌جمهور X «Y» را به عنوان سفیر معرفی کرد» */
    bool another = p->row != RZ_NONE && p->last == o->last + comma + 1 && f != IS && o->whose == RZ_WHOSE_NONE && o->office != RZ_NONE && rz_office_is(n, o->office, RZ_CHARGED); /* «نماینده ویژه X»: his envoy */
    if (f == DIFFERS || object || another) return false; /* «رئیس‌جمهور X Y را به نخست‌وزیری منصوب کرد» */
    if (p->row != RZ_NONE && f != IS && p->name.end < p->name.start + 2 && rz_row_guarded(n->data, p->row)) return false; /* «رهبر حکیم»; but «سناتور اسحاق دار» */
    if (p->row == RZ_NONE && p->name.end < p->name.start + 2 && o->whose == RZ_WHOSE_NONE) return false;
    if (!comma) return true;
    if (o->whose != RZ_WHOSE_STATE && rz_list_before(n, o->first, n->w.as)) return false; /* «A به عنوان سفیر در X، B سفیر در Y» */
    bool whole = closes(n, p->last);
    if (!whole && rz_list_before(n, o->first, n->w.bureau)) return false; /* «بر اساس بیانیه دفتر وزیر خارجه X، Y با Z دیدار کرد» */
    bool strange = whole && owned && !rz_word_at(n, p->name.start, NULL); /* «سخنگوی X، شفقعلی‌خان، …»: no word, between two commas */
    if (p->row == RZ_NONE) return strange || (owned && goes_on_with(n, o, p)) || ((whole || opens_with(n, o, p)) && p->name.end > p->name.start + 1);
    return f == IS ? o->whose != RZ_WHOSE_THIS || whole : whole && (p->name.end > p->name.start + 1 || (p->titled && !rz_office_or_role(n, p->last))); /* «معاون وزیر خارجه X، آقای Y، …» */
}

/* A name right after the office that fits it better: the office is that one's. */
static bool belongs_to_next(rz_namer *n, const rz_office_phrase *o, fit own) {
    rz_person_phrase next;
    if (own == IS || !rz_person_at(n, o->last, true, &next)) return false;
    rz_office_phrase behind; /* «"X" معاون وزیر خارجه "Y" سفیر Z را احضار کرد» */
    if (rz_office_at(n, next.last, true, &behind) && behind.whose == RZ_WHOSE_STATE && fits(n, &next, o) != IS) return false;
    return next.row == RZ_NONE ? next.titled && next.name.end > next.name.start + 1 : fits(n, &next, o) != DIFFERS;
}

/* «… و شماری از مقامات لبنان»: the state at the end of a list of offices, or of what is said of one. Its end, or 0. */
static uint32_t whose_of_rest(rz_namer *n, uint32_t token, rz_office_phrase *o) {
    enum { REACH = 5 };
    for (uint32_t t = token; t < n->end && t < token + REACH; t++) {
        uint32_t at = t;
        const rz_token *k = &n->text->tokens[t];
        if (t > token && rz_whose_at(n, &at, false, o)) return at;
        if (k->kind != RZ_TOKEN_WORD || k->verb != RZ_NONE) return 0;
    }
    return 0;
}

/* «X، رئیس‌جمهوری جوان و تازه Y،»: whose is told at the end of what stands between the commas. */
static void take_described(rz_namer *n, rz_office_phrase *o) {
    rz_office_phrase whole = *o;
    uint32_t end = o->whose == RZ_WHOSE_NONE ? whose_of_rest(n, o->last, &whole) : 0;
    if (!end || !closes(n, end)) return;
    *o = whole;
    o->last = end;
}

/* «چین «X» سفیر Y را تحریم کرد», «وزارت خارجه Z دیروز X سفیر Y را احضار کرد»: a state right before the name does it, or a body at the head of the sentence. */
static bool behind_state(const rz_namer *n, const rz_person_phrase *p) {
    const rz_mention *before = n->out.n ? &n->out.at[n->out.n - 1] : NULL;
    char mark = p->first > n->start ? n->text->tokens[p->first - 1].punct : 0;
    uint32_t first = p->first - (mark == '<' || mark == '"');
    if (!before || before->first < n->start) return false;
    return before->last == first ? before->kind == RZ_M_STATE || before->kind == RZ_M_ORGANISATION : before->kind == RZ_M_ORGANISATION && before->first == n->start;
}

/* «X Y دیپلمات Z را به عنوان سفیر معرفی کرد»: somebody else is told of before him, who gives him another office. */
static bool given_another(const rz_namer *n, const rz_person_phrase *p, uint32_t object) {
    const rz_mention *before = n->out.n ? &n->out.at[n->out.n - 1] : NULL;
    return before && before->first >= n->start && before->last <= p->first && before->kind != RZ_M_OUTLET && rz_as_at(n, object);
}

static bool office_after(rz_namer *n, rz_person_phrase *p, rz_office_phrase *o) {
    uint32_t at = rz_past_latin(n, p->last);
    bool bracket = rz_punct_at(n, at) == '(', comma = bracket || rz_punct_at(n, at) == ',' || rz_punct_at(n, at) == ';'; /* «X؛ وزیر خارجه» */
    at += comma;
    if (!rz_office_at(n, at, true, o) && !rz_counterpart_at(n, at, o)) return false;
    if (o->whose == RZ_WHOSE_OWN && !comma) return false; /* «X سفیر خود را فراخواند» */
    if (comma) take_described(n, o);
    if (bracket && rz_punct_at(n, o->last++) != ')') return false; /* «X (وزیر خارجه وقت Y در دولت …)» */
    fit f = fits(n, p, o);
    if (f == DIFFERS || belongs_to_next(n, o, f)) return false;
    if (o->counterpart && o->whose == RZ_WHOSE_NONE) return comma && rz_list_at(n, o->last - 1, n->w.own) && !rz_list_at(n, o->last, n->w.object); /* «با X، همتای خود» */
    if (f == IS) return true;
    uint32_t object = rz_list_at(n, o->last, n->w.object);
    if (p->row != RZ_NONE && !comma && o->whose != RZ_WHOSE_NONE && object && !behind_state(n, p) && !given_another(n, p, object)) return false; /* «X سفیر Y در Z را برکنار کرد» */
    bool other = o->whose == RZ_WHOSE_THIS && p->row != RZ_NONE;
    uint32_t held = 0; /* of whom the tables know no office, any may be told */
    if (p->row != RZ_NONE) rz_tenures_of(n->data, p->row, &held);
    bool envoy = comma && held && o->office != RZ_NONE && rz_row_has(n->data, o->office, "kind", "sent");
    if (envoy && !closes(n, o->last)) return false; /* «در پی سخنان X، سفیر Y احضار شد» */
    bool said = o->last < n->end && p->first == n->start && n->text->tokens[o->last].verb != RZ_NONE; /* «X، سخنگوی وزارت خارجه گفت» */
    uint32_t next = comma ? rz_list_at(n, o->last, n->w.and_one) : 0; /* «X، معاون وزیر نیرو و Y، …» */
    rz_person_phrase beside;
    bool listed = next && o->office != RZ_NONE && rz_office_is(n, o->office, RZ_OF_STATE) && (rz_person_at(n, next, true, &beside) || rz_name_before(n, next));
    return comma ? bracket || said || listed || closes(n, o->last) || o->whose != RZ_WHOSE_NONE : !other || o->office != RZ_NONE;
}

/* The office behind a name, or a comma, or in brackets, which are of it then. */
static bool office_behind(rz_namer *n, uint32_t token, rz_office_phrase *o) {
    if (!rz_office_at(n, rz_past_mark(n, token), true, o)) return false;
    return rz_punct_at(n, token) != '(' || rz_punct_at(n, o->last++) == ')';
}

/* «حجت‌الاسلام مصدق معاون …»: a surname alone. */
static uint32_t add_titled(rz_namer *n, rz_person_phrase *p) {
    rz_office_phrase o;
    bool office = office_behind(n, p->last, &o);
    if (office && belongs_to_next(n, &o, MAY_BE)) return p->first;
    if (office) bind(n, p, &o);
    else add_person(n, p);
    return office ? o.last : p->last;
}

/* «دکتر "بهبهانی" معاون وزیر راه»: a word or two in marks between a title and what he is. */
static uint32_t join_quoted(rz_namer *n, uint32_t token, uint32_t named) {
    enum { MOST = 3 };
    char open = named > token && named < n->end ? rz_punct_at(n, named) : 0;
    uint32_t last = named + 1;
    if (open != '<' && open != '"') return token;
    while (last < named + 1 + MOST && rz_may_name(n, last)) last++;
    char close = last < n->end ? rz_punct_at(n, last) : 0;
    if (last == named + 1 || close != (open == '<' ? '>' : '"') || !rz_office_or_role(n, last + 1)) return token;
    rz_person_phrase p = {.first = token, .last = last + 1, .name = {named + 1, last}, .row = RZ_NONE, .titled = true};
    return add_titled(n, &p);
}

/* «دکتر قنبری معاون وزیر راه»: another than whom the tables know by that surname. */
static uint32_t join_namesake(rz_namer *n, uint32_t token) {
    uint32_t named = rz_titles_at(n, token), last = rz_name_titled(n, token, named);
    rz_person_phrase p = {.first = token, .last = last, .name = {named, last}, .row = RZ_NONE, .titled = true};
    return last == named + 1 ? add_titled(n, &p) : join_quoted(n, token, named);
}

/* A name believed only for what stands after it: «X مدیرکل …», «X کارشناس …». */
static uint32_t join_believed(rz_namer *n, uint32_t token) {
    rz_person_phrase p;
    rz_office_phrase o;
    if (!rz_person_at(n, token, true, &p) || !rz_office_or_role(n, p.last)) {
        p = (rz_person_phrase){.first = token, .row = RZ_NONE, .titled = true};
        uint32_t named = rz_titles_at(n, token), titled = rz_name_titled(n, token, named);
        p.last = titled ? titled : rz_name_before(n, token);
        if (!p.last) return join_quoted(n, token, named);
        p.name = (rz_span){titled ? named : token, p.last};
        if (titled && p.last == named + 1) return add_titled(n, &p);
    }
    if (p.row == RZ_NONE && p.name.end < p.name.start + 2 && rz_surname_before(n, token) != p.last) return token;
    if (!office_behind(n, rz_past_latin(n, p.last), &o)) {
        if (p.row != RZ_NONE) return join_namesake(n, token);
        add_person(n, &p);
        return p.last;
    }
    if (p.row != RZ_NONE && fits(n, &p, &o) != IS) return join_namesake(n, token);
    if (p.row == RZ_NONE && belongs_to_next(n, &o, MAY_BE)) return token;
    bind(n, &p, &o);
    return o.last;
}

/* «محترم ظهیر بلوچ سفیر X»: a surname that is a word too, before the office. */
static void take_surname(rz_namer *n, rz_person_phrase *p) {
    if (p->row != RZ_NONE || !p->titled || p->name.end != p->name.start + 1 || p->last != p->name.end) return;
    if (!rz_may_name(n, p->last) || rz_office_or_role(n, p->last) || !rz_office_or_role(n, p->last + 1)) return;
    p->last = ++p->name.end;
}

uint32_t rz_join_person(rz_namer *n, uint32_t token) {
    rz_person_phrase p;
    rz_office_phrase o;
    if (!rz_person_at(n, token, false, &p)) return join_believed(n, token);
    if (rz_called_after(n, token)) return p.last;
    take_surname(n, &p);
    bool aide = p.row != RZ_NONE && n->text->tokens[token].kind == RZ_TOKEN_WORD && rz_list_before(n, token, n->w.man_of);
    if (aide) return office_after(n, &p, &o) && fits(n, &p, &o) == IS ? o.last : p.last;
    if (!office_after(n, &p, &o) && !(rz_name_goes_on(n, &p) && office_after(n, &p, &o))) {
        add_person(n, &p);
        return p.last;
    }
    bind(n, &p, &o);
    return o.last;
}

bool rz_ours_has(rz_namer *n, rz_row office) {
    uint8_t *known = &n->office_seen[office];
    if (*known & (RZ_OFFICE_OURS | RZ_OFFICE_NOT_OURS)) return *known & RZ_OFFICE_OURS;
    uint32_t count;
    rz_tenures_in(n->data, n->ours, office, &count);
    bool has = n->ours != RZ_NONE && count > 0;
    *known |= has ? RZ_OFFICE_OURS : RZ_OFFICE_NOT_OURS;
    return has;
}

/* «۲۵ وزیر خارجه شرکت کردند»: nobody's in particular; not «2025-09-04 سخنگوی …», «یک سفیر». */
static bool is_counted(const rz_namer *n, const rz_office_phrase *o) {
    uint32_t token = o->first - 1;
    if (!o->first) return false;
    int32_t digits = rz_token_number(n->text, &n->text->tokens[token]);
    if (digits >= 0) return digits > 1 && digits < 1000 && (!token || n->text->tokens[token - 1].kind != RZ_TOKEN_PUNCT);
    for (rz_hits h = rz_hits_of(n->text, token, RZ_TYPE(RZ_NUMBER)); rz_hits_next(&h);)
        if (h.hit.last == o->first && !h.hit.tail && rz_str_number(rz_row_get(n->data, h.hit.row, "value")) > 1) return true;
    return false;
}

/* Of several who have the office one may be meant: neither «یک معاون وزیر خارجه», nor what stands behind a name. */
static bool may_be_ours(const rz_namer *n, const rz_office_phrase *o) {
    if (!rz_office_is(n, o->office, RZ_OF_STATE) || rz_row_has(n->data, o->office, "kind", "sent")) return false; /* «سفیر» alone is nobody */
    const rz_mention *before = n->out.n ? &n->out.at[n->out.n - 1] : NULL;
    if (o->first > n->start && rz_punct_at(n, o->first - 1) == ',' && before && before->kind == RZ_M_OUTLET && before->last == o->first - 1) return true; /* «به گزارش X، معاون وزیر …» */
    return !o->first || (n->text->tokens[o->first - 1].kind == RZ_TOKEN_WORD && !(rz_types_at(n->text, o->first - 1) & RZ_TYPE(RZ_NUMBER)));
}

/* An office with nothing beside it is worth a mention where it is our country's one, or one that the text names elsewhere. */
static bool says_who(rz_namer *n, const rz_office_phrase *o) {
    if (o->whose != RZ_WHOSE_NONE || o->counterpart || o->seat != RZ_NONE) return true;
    if (rz_office_is(n, o->office, RZ_UNNAMED)) return true; /* «یک منبع آگاه»: who speaks without a name */
    if (rz_list_at(n, o->last, n->w.body_word)) return false; /* «رئیس مجلس مصلحت خلق …»: of what, is said, and not known */
    if (rz_office_is(n, o->office, RZ_OF_ANY) || is_counted(n, o)) return false;
    if (rz_was_office_named(n, o->office)) return true;
    bool several = rz_office_is(n, o->office, RZ_NOT_UNIQUE), of_any_ministry = several && rz_office_is(n, o->office, RZ_PORTFOLIO); /* «معاون وزیر علوم» */
    return (of_any_ministry || rz_ours_has(n, o->office)) && (!several || may_be_ours(n, o));
}

/* «دبیرکل و رئیس شورای امنیت»: an organ has none of its own; that of the greater body is meant. */
static bool take_of_organ(const rz_namer *n, rz_row body, rz_office_phrase *o) {
    rz_row office = rz_row_find(n->data, RZ_OFFICE, rz_row_get(n->data, o->office, "for-organ"));
    rz_str whole = office == RZ_NONE || body == RZ_NONE ? RZ_STR("") : rz_row_get(n->data, office, "whose");
    if (!whole.size || !rz_str_is(rz_row_get(n->data, body, "of"), whole.at)) return false;
    o->office = office;
    o->whose = RZ_WHOSE_STATE;
    o->state = rz_row_find(n->data, RZ_ORGANISATION, whole);
    return true;
}

/* «وزیر کشور و وزیر کشور عراق», «وزیر کشور و همتای عراقی خود دیدار کردند»: the first is ours; not «با رئیس‌جمهور و همتای عراقی خود». */
static bool apart_from(rz_namer *n, const rz_office_phrase *o, const rz_office_phrase *next) {
    if (o->office == RZ_NONE || next->whose != RZ_WHOSE_STATE || next->state == n->ours || !rz_ours_has(n, o->office)) return false;
    if (!next->counterpart && next->office != RZ_NONE && rz_office_is(n, next->office, RZ_SENT)) return !rz_office_is(n, o->office, RZ_SENT); /* «وزیر نفت و سفیر X» */
    return next->counterpart ? !rz_list_before(n, o->first, n->w.with) : next->office == o->office;
}

/* «رئیس‌جمهور، نخست‌وزیر و وزیر خارجه روسیه»: whose is said once, at the end. */
static void share_whose(rz_namer *n, rz_office_phrase *o) {
    enum { MOST = 5 };
    rz_office_phrase next = RZ_NO_OFFICE;
    uint32_t at = o->last;
    bool joined = false; /* «رئیس اداره …، کاردار X را احضار کرد»: a comma alone joins nothing */
    for (int i = 0; o->whose == RZ_WHOSE_NONE && i < MOST && next.whose == RZ_WHOSE_NONE; i++) {
        uint32_t and_one = rz_list_at(n, at, n->w.and_one), from = and_one ? and_one : rz_punct_at(n, at) == ',' ? at + 1 : 0;
        if (!from) return;
        joined |= and_one != 0;
        if (rz_office_at(n, from, false, &next) || rz_counterpart_at(n, from, &next)) at = next.last; /* «رئیس‌جمهور و همتای آذری خود» */
        else if (!rz_list_at(n, from, n->w.rest) && !rz_list_at(n, from, n->w.side)) return;
        else whose_of_rest(n, from, &next), i = MOST;
    }
    if (joined && take_of_organ(n, next.state, o)) return;
    if (joined && apart_from(n, o, &next)) return;
    if (joined && (next.whose == RZ_WHOSE_STATE || next.whose == RZ_WHOSE_OURS || next.whose == RZ_WHOSE_THIS)) {
        bool of_body = next.state != RZ_NONE && rz_row_type_of(n->data, next.state) != RZ_STATE && rz_office_is(n, o->office, RZ_OF_STATE); /* «رئیس‌جمهور و رئیس کنگره خلق چین» */
        rz_row state = of_body ? rz_row_state(n->data, next.state) : RZ_NONE;
        o->whose = next.whose;
        o->state = state != RZ_NONE ? state : next.state;
        o->shared = true;
    }
}

uint32_t rz_join_office(rz_namer *n, uint32_t token) {
    rz_office_phrase o, merged;
    rz_person_phrase p;
    uint32_t first = token;
    uint32_t named = rz_titles_at(n, token); /* «جناب آقای وزیر» */
    if (!rz_office_at(n, named, false, &o) && !rz_counterpart_at(n, named, &o)) return token;
    if (!o.counterpart && rz_office_at(n, named, true, &merged) && merged.last > o.last && person_after(n, &merged, &p)) o = merged;
    o.first = first;
    if (person_after(n, &o, &p)) {
        rz_office_phrase own; /* «سناتور X وزیر خارجه Y»: what stands after his name tells whose he is */
        bool told_after = o.whose == RZ_WHOSE_NONE && !closes(n, p.last) && office_after(n, &p, &own);
        if (told_after) p.first = o.first;
        bind(n, &p, told_after ? &own : &o);
        return told_after ? own.last : p.last;
    }
    if (rz_list_before(n, token, n->w.aide)) return o.last; /* «معاون وزیر نفت» is not the minister */
    share_whose(n, &o);
    if (!says_who(n, &o)) return o.last;
    add_office(n, &o);
    return rz_office_of_several(n, &o);
}
