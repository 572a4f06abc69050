/* The record's schema and every statement that writes or reads it. */
#ifndef RZ_RECORD_SQL_H
#define RZ_RECORD_SQL_H

#define RZ_RECORD_APPLICATION 0x727A796E /* "rzyn", PRAGMA application_id */
#define RZ_RECORD_SCHEMA 2               /* PRAGMA user_version */

/* article      as it was read: its reading stands whole in `reading`, everything else can be made again from it
 * actor_in     who is named in an article, and what the article calls him
 * reported     an event as one article tells it; who: lines of id, role, kind, state, office apart by tabs
 * reported_key where to look for reports of the same event (merge.c)
 * event        what the reports of a block come to; seed: the report that lends it its id
 * words        what search looks in: the words of title and text in their search form
 * prints       the shingles of an article; shingle: a sample of them, to find its copies by; copy: of a hundred of the article's, so many
 *              are the other's (copies.c). Since schema 2. */
#define RZ_RECORD_TABLES_2                                                                                         \
    "CREATE TABLE prints(article INTEGER PRIMARY KEY, shingles BLOB NOT NULL);"                                     \
    "CREATE TABLE shingle(hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY(hash, article)) WITHOUT ROWID;" \
    "CREATE TABLE copy(article INTEGER NOT NULL, other INTEGER NOT NULL, share INTEGER NOT NULL, PRIMARY KEY(article, other))" \
    " WITHOUT ROWID;"                                                                                               \
    "CREATE INDEX copy_other ON copy(other);"
#define RZ_RECORD_TABLES                                                                                            \
    "CREATE TABLE article(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, outlet TEXT, quoted TEXT, title TEXT,"      \
    " text TEXT NOT NULL, path TEXT, url TEXT, from_day INTEGER, to_day INTEGER, data TEXT NOT NULL,"                 \
    " version TEXT NOT NULL, reading TEXT NOT NULL);"                                                               \
    "CREATE INDEX article_outlet ON article(outlet);"                                                               \
    "CREATE TABLE actor_in(article INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT, fa TEXT, en TEXT, state TEXT,"      \
    " office TEXT, mentions INTEGER, PRIMARY KEY(article, id)) WITHOUT ROWID;"                                      \
    "CREATE INDEX actor_in_id ON actor_in(id);"                                                                     \
    "CREATE TABLE reported(n INTEGER PRIMARY KEY, article INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, kind TEXT,"      \
    " status TEXT, from_day INTEGER, to_day INTEGER, when_from INTEGER, when_to INTEGER, published_from INTEGER,"      \
    " published_to INTEGER, place TEXT,"      \
    " place_fa TEXT, forum TEXT, count INTEGER, plover TEXT, mode TEXT, context TEXT, cameo TEXT, confidence REAL,"  \
    " who TEXT, topics TEXT, evidence TEXT, words TEXT, block INTEGER, event INTEGER);"                             \
    "CREATE INDEX reported_article ON reported(article);"                                                           \
    "CREATE INDEX reported_block ON reported(block);"                                                               \
    "CREATE INDEX reported_event ON reported(event);"                                                               \
    "CREATE TABLE reported_key(key TEXT NOT NULL, from_day INTEGER NOT NULL, reported INTEGER NOT NULL,"              \
    " to_day INTEGER NOT NULL, PRIMARY KEY(key, from_day, reported)) WITHOUT ROWID;"                              \
    "CREATE INDEX reported_key_reported ON reported_key(reported);"                                                 \
    "CREATE TABLE event(n INTEGER PRIMARY KEY, seed INTEGER NOT NULL, block INTEGER NOT NULL, kind TEXT, status TEXT," \
    " from_day INTEGER, to_day INTEGER, reported_from INTEGER, reported_to INTEGER, place TEXT, place_fa TEXT,"       \
    " forum TEXT, count INTEGER, plover TEXT, mode TEXT, context TEXT, cameo TEXT, confidence REAL, differ INTEGER);"                                                  \
    "CREATE INDEX event_block ON event(block);"                                                                     \
    "CREATE INDEX event_day ON event(coalesce(from_day, reported_from));"                                                                    \
    "CREATE TABLE event_actor(event INTEGER NOT NULL, actor TEXT NOT NULL, place INTEGER, role TEXT, kind TEXT,"     \
    " state TEXT, office TEXT, PRIMARY KEY(event, actor)) WITHOUT ROWID;"                                           \
    "CREATE INDEX event_actor_actor ON event_actor(actor);"                                                         \
    "CREATE INDEX event_actor_state ON event_actor(state);"                                                         \
    "CREATE TABLE event_topic(event INTEGER NOT NULL, topic TEXT NOT NULL, place INTEGER, PRIMARY KEY(event, topic))" \
    " WITHOUT ROWID;"                                                                                               \
    "CREATE INDEX event_topic_topic ON event_topic(topic);"                                                         \
    "CREATE TABLE statement(id TEXT PRIMARY KEY, article INTEGER NOT NULL, local INTEGER NOT NULL, speaker TEXT)"     \
    " WITHOUT ROWID;"                                                                                               \
    "CREATE INDEX statement_article ON statement(article);"                                                         \
    "CREATE INDEX statement_speaker ON statement(speaker);"                                                         \
    "CREATE TABLE instrument(article INTEGER NOT NULL, local INTEGER NOT NULL, id TEXT NOT NULL, fa TEXT, stage TEXT," \
    " from_day INTEGER, to_day INTEGER, PRIMARY KEY(article, local)) WITHOUT ROWID;"                                \
    "CREATE INDEX instrument_id ON instrument(id);"                                                                 \
    "CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize=\"unicode61 remove_diacritics 0\");" RZ_RECORD_TABLES_2

#define RZ_REPORTED_COLUMNS                                                                                        \
    "n, article, id, kind, status, from_day, to_day, when_from, when_to, published_from, published_to, place,"      \
    " place_fa, forum, count, plover, mode, context, cameo, confidence, who, topics, evidence, words"

/* In order of time; what has no day stands where it was reported, after what has one. */
#define RZ_EVENT_ORDER                                                                                              \
    " ORDER BY coalesce(e.from_day, e.reported_from) IS NULL, coalesce(e.from_day, e.reported_from), e.from_day IS NULL," \
    " e.to_day, (SELECT id FROM reported WHERE n = e.seed)"

#define RZ_SQL_STATEMENTS(X)                                                                                       \
    X(ARTICLE_FIND, "SELECT n, data, version, from_day, to_day FROM article WHERE id = ?")                           \
    X(ARTICLE_ADD, "INSERT INTO article VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)")                                        \
    X(ARTICLE_DROP, "DELETE FROM article WHERE n = ?")                                                             \
    X(ARTICLE_HEAD, "SELECT id, outlet, quoted, title, path, url, from_day, to_day, text FROM article WHERE n = ?")  \
    X(ARTICLE_READING, "SELECT reading, text, url, path FROM article WHERE n = ?")                                  \
    X(ARTICLE_TEXT, "SELECT title, text FROM article WHERE n = ?")                                                 \
    X(ARTICLE_LIKE, "SELECT n, id FROM article WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 2")               \
    X(ACTOR_ADD, "INSERT OR IGNORE INTO actor_in VALUES(?,?,?,?,?,?,?,?)")                                          \
    X(ACTOR_DROP, "DELETE FROM actor_in WHERE article = ?")                                                        \
    X(ACTOR_NAMES, "SELECT fa, en, kind, state, office FROM actor_in WHERE id = ?"                                  \
                   " GROUP BY fa, en, kind, state, office ORDER BY sum(mentions) DESC, fa, en, kind, state, office") \
    X(REPORTED_ADD, "INSERT INTO reported(article, id, kind, status, from_day, to_day, when_from, when_to," \
                    " published_from, published_to, place, place_fa, forum, count, plover, mode, context, cameo, confidence, who, topics, evidence," \
                    " words) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")                                      \
    X(REPORTED_ONE, "SELECT " RZ_REPORTED_COLUMNS " FROM reported WHERE n = ?")                                     \
    X(REPORTED_OF_BLOCK, "SELECT " RZ_REPORTED_COLUMNS " FROM reported WHERE block = ?")                            \
    X(REPORTED_OF_EVENT, "SELECT " RZ_REPORTED_COLUMNS " FROM reported WHERE event = ?")                            \
    X(REPORTED_OF_ARTICLE, "SELECT n, block FROM reported WHERE article = ? ORDER BY n")                            \
    X(REPORTED_BLOCK, "SELECT block FROM reported WHERE n = ?")                                                     \
    X(REPORTED_IS, "SELECT event FROM reported WHERE id = ?")                                                       \
    X(REPORTED_DROP, "DELETE FROM reported WHERE article = ?")                                                      \
    X(REPORTED_PUT, "UPDATE reported SET block = ?, event = ? WHERE n = ?")                                         \
    X(REPORTED_EVENT, "UPDATE reported SET event = ? WHERE n = ?")                                                   \
    X(KEY_ADD, "INSERT OR IGNORE INTO reported_key VALUES(?,?,?,?)")                                                \
    X(KEY_DROP, "DELETE FROM reported_key WHERE reported IN (SELECT n FROM reported WHERE article = ?)")             \
    X(KEY_NEAR, "SELECT k.reported, r.block FROM reported_key k JOIN reported r ON r.n = k.reported"                 \
                " WHERE k.key = ?1 AND k.from_day BETWEEN ?2 - 12 AND ?3 AND k.to_day >= ?2")                        \
    X(EVENT_ADD, "INSERT INTO event(seed, block, kind, status, from_day, to_day, reported_from, reported_to, place," \
                 " place_fa, forum, count, plover, mode, context, cameo, confidence, differ)"                       \
                 " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")                \
    X(EVENT_ONE, "SELECT r.id, e.kind, e.status, e.from_day, e.to_day, e.reported_from, e.reported_to," \
                 " e.place, e.place_fa, e.forum, e.count, e.plover, e.mode, e.context, e.cameo, e.confidence, e.differ FROM event e JOIN reported r ON r.n = e.seed"    \
                 " WHERE e.n = ?")                                                                                  \
    X(EVENT_DROP, "DELETE FROM event WHERE block = ?")                                                              \
    X(EVENT_ACTOR_ADD, "INSERT OR IGNORE INTO event_actor VALUES(?,?,?,?,?,?,?)")                                   \
    X(EVENT_ACTORS, "SELECT actor, role, kind, state, office FROM event_actor WHERE event = ? ORDER BY place")        \
    X(EVENT_ACTOR_DROP, "DELETE FROM event_actor WHERE event IN (SELECT n FROM event WHERE block = ?)")              \
    X(EVENT_TOPIC_ADD, "INSERT OR IGNORE INTO event_topic VALUES(?,?,?)")                                           \
    X(EVENT_TOPICS, "SELECT topic FROM event_topic WHERE event = ? ORDER BY place")                                 \
    X(EVENT_TOPIC_DROP, "DELETE FROM event_topic WHERE event IN (SELECT n FROM event WHERE block = ?)")              \
    X(EVENT_OLDER, "SELECT min(article) FROM reported WHERE event = (SELECT event FROM reported WHERE n = ?)")       \
    X(STATEMENT_ADD, "INSERT INTO statement VALUES(?,?,?,?)")                                                       \
    X(STATEMENT_DROP, "DELETE FROM statement WHERE article = ?")                                                    \
    X(STATEMENT_IS, "SELECT article, local FROM statement WHERE id = ?")                                            \
    X(STATEMENTS_OF, "SELECT s.article, s.local FROM statement s JOIN article a ON a.n = s.article"                   \
                     " WHERE s.speaker = ? ORDER BY a.from_day, a.id, s.local")                                     \
    X(INSTRUMENT_ADD, "INSERT INTO instrument VALUES(?,?,?,?,?,?,?)")                                               \
    X(INSTRUMENT_DROP, "DELETE FROM instrument WHERE article = ?")                                                  \
    X(WORDS_ADD, "INSERT INTO words(rowid, title, body) VALUES(?,?,?)")                                             \
    X(WORDS_DROP, "INSERT INTO words(words, rowid, title, body) VALUES('delete',?,?,?)")                            \
    X(WORDS_FIND, "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY bm25(words, 4.0, 1.0), rowid LIMIT ?2")      \
    X(WORDS_COUNT, "SELECT count(*) FROM words WHERE words MATCH ?1")                                               \
    X(PRINTS_ADD, "INSERT OR REPLACE INTO prints VALUES(?,?)")                                                      \
    X(PRINTS_OF, "SELECT shingles FROM prints WHERE article = ?")                                                   \
    X(PRINTS_DROP, "DELETE FROM prints WHERE article = ?")                                                          \
    X(SHINGLE_ADD, "INSERT OR IGNORE INTO shingle VALUES(?,?)")                                                     \
    X(SHINGLE_IN, "SELECT article FROM shingle WHERE hash = ? ORDER BY article LIMIT ?")                            \
    X(SHINGLE_DROP, "DELETE FROM shingle WHERE hash = ? AND article = ?")                                           \
    X(ARTICLE_DAYS, "SELECT from_day, to_day FROM article WHERE n = ?")                                             \
    X(ACTORS_SHARED, "SELECT (SELECT count(*) FROM actor_in WHERE article = ?1 AND kind = ?3)," \
                     " (SELECT count(*) FROM actor_in WHERE article = ?2 AND kind = ?3), (SELECT count(*) FROM actor_in a" \
                     " JOIN actor_in b ON a.id = b.id WHERE a.article = ?1 AND b.article = ?2 AND a.kind = ?3)") \
    X(COPY_ADD, "INSERT OR REPLACE INTO copy VALUES(?,?,?)")                                                        \
    X(COPY_DROP, "DELETE FROM copy WHERE article = ?1 OR other = ?1")                                               \
    X(COPIES, "SELECT other FROM copy WHERE article = ? ORDER BY (SELECT id FROM article WHERE n = other)")         \
    X(COPY_HEADS, "SELECT n, id, outlet, quoted, from_day, to_day, (SELECT length(shingles) FROM prints WHERE article = n) FROM article" \
                  " WHERE n IN (SELECT other FROM copy WHERE article = ?1 UNION ALL SELECT ?1)")                    \
    X(ARTICLE_AFTER, "SELECT n FROM article WHERE n > ? ORDER BY n LIMIT 1")                                        \
    X(NAMED_ID, "SELECT 1 FROM actor_in WHERE id = ? LIMIT 1")                                                      \
    X(NAMED_SOURCE, "SELECT 1 FROM article WHERE outlet = ? LIMIT 1")

typedef enum {
#define RZ_SQL_NAME(name, text) RZ_SQL_##name,
    RZ_SQL_STATEMENTS(RZ_SQL_NAME)
#undef RZ_SQL_NAME
    RZ_SQL_COUNT
} rz_sql_name;

#endif
