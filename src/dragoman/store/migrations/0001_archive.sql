-- The archive. Ids are text and come from content; `key` columns are numbers of this file alone, for the text indexes.
-- Offsets count code points of article.text, half-open. Dates are ISO 8601 days, both ends included. Missing is NULL.
-- Lists that explain (why, members ...) are JSON arrays. A comment behind a column is its entry in docs/codebook.md.

CREATE TABLE page ( -- What was read, whether or not it held an article.
    id TEXT PRIMARY KEY, -- made from the page's content
    name TEXT NOT NULL, -- file name or address it was read from
    url TEXT, -- address, where known
    captured TEXT, -- when it was captured, where known
    media TEXT, -- text or html
    charset TEXT, -- the encoding it was read in
    size INTEGER, -- bytes
    sha256 TEXT, -- of its bytes: the archive keeps the text of the article, not the page
    coded_by TEXT NOT NULL -- fingerprint of the stages, model and knowledge that coded it
) STRICT, WITHOUT ROWID;
CREATE INDEX page_name ON page (name);

CREATE TABLE article ( -- The news text found on a page.
    key INTEGER PRIMARY KEY, -- number within this file
    id TEXT NOT NULL UNIQUE, -- made from content
    page TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE, -- page it was found on
    url TEXT, -- address, where known
    outlet TEXT, -- who published it
    headline TEXT, -- the headline
    byline TEXT, -- who signed it
    published_start TEXT, -- first day on which it may have been published
    published_end TEXT, -- last such day
    published_precision TEXT, -- day, week, month, season, year, decade or range
    published_basis TEXT CHECK (published_basis IN ('explicit', 'relative', 'inferred')), -- explicit, relative or inferred
    published_text TEXT, -- the words it was read from
    published_inferred_from TEXT, -- JSON array: the clues of an inferred date
    published_span_start INTEGER, -- where those words start
    published_span_end INTEGER, -- where they end
    published_span_text TEXT, -- what stands there
    captured TEXT, -- when the page was captured
    language TEXT, -- ISO 639-1 code
    credit TEXT, -- the agency it credits
    text TEXT NOT NULL CHECK (instr(text, char(0)) = 0) -- everything that could be read on the page; `block` says which part is what
) STRICT;
CREATE INDEX article_page ON article (page);
CREATE INDEX article_outlet ON article (outlet COLLATE NOCASE);
CREATE INDEX article_published ON article (published_start);

CREATE TABLE block ( -- A stretch of an article's text and what it is; blocks tile the text in order.
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- article it is part of
    number INTEGER NOT NULL, -- place in the order of the text, from 0
    span_start INTEGER NOT NULL, -- where it starts
    span_end INTEGER NOT NULL, -- where it ends
    kind TEXT NOT NULL, -- headline, body, or a kind of boilerplate
    why TEXT NOT NULL, -- the cue that decided
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE VIEW article_body AS -- The article's own text, without menus, teasers and other boilerplate.
SELECT
    key, -- of the article
    id, -- of the article
    page, -- of the article
    headline, -- of the article
    (
        SELECT group_concat(substr(article.text, span_start + 1, span_end - span_start), char(10))
        FROM (SELECT span_start, span_end FROM block WHERE block.article = article.id AND kind = 'body' ORDER BY number)
    ) AS body -- body blocks, one a line
FROM article;

CREATE VIRTUAL TABLE article_search USING fts5 (
    headline, body, content = 'article_body', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE actor ( -- Every id, name and country under which an actor was met: what filters look up. Derived.
    id TEXT NOT NULL, -- id in the knowledge files, or made from the page's words
    name TEXT, -- canonical name
    country TEXT -- ISO 3166-1 alpha-3
) STRICT;
CREATE UNIQUE INDEX actor_entry ON actor (id, ifnull(name, ''), ifnull(country, ''));
CREATE INDEX actor_id ON actor (id COLLATE NOCASE);
CREATE INDEX actor_name ON actor (name COLLATE NOCASE);
CREATE INDEX actor_country ON actor (country COLLATE NOCASE);

CREATE TABLE mention ( -- Words of an article that name an actor.
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- article they stand in
    number INTEGER NOT NULL, -- place in the order found, from 0
    actor_id TEXT, -- who is meant; NULL where the page does not say
    name TEXT, -- canonical name
    type TEXT NOT NULL, -- state, person, organisation, government, group, people, company, medium, unnamed ...
    country TEXT, -- ISO 3166-1 alpha-3
    sector TEXT, -- sector code (GOV, MIL, REB ...)
    office TEXT, -- office held on the date of the article
    via TEXT NOT NULL, -- name, abbreviation, metonym, demonym, title, pronoun ...
    why TEXT NOT NULL, -- the rule that decided
    members TEXT, -- JSON array: ids of the members of a collective ("the two leaders")
    candidates TEXT, -- JSON array: ids between which an ambiguous name was left open
    span_start INTEGER NOT NULL, -- where the words start
    span_end INTEGER NOT NULL, -- where they end
    span_text TEXT NOT NULL, -- the words
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_actor ON mention (actor_id);
CREATE INDEX mention_unnamed ON mention (country) WHERE actor_id IS NULL;
CREATE INDEX mention_collective ON mention (article) WHERE members IS NOT NULL;

CREATE TABLE date ( -- Words of an article that name a day or a stretch of days.
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- article they stand in
    number INTEGER NOT NULL, -- place in the order found, from 0
    date_start TEXT, -- first day; NULL where the words cannot be placed because the page has no date
    date_end TEXT, -- last day
    date_precision TEXT, -- day, week, month, season, year, decade or range
    date_basis TEXT NOT NULL CHECK (date_basis IN ('explicit', 'relative', 'inferred')), -- explicit, relative or inferred
    date_text TEXT NOT NULL, -- the words it was read from
    date_inferred_from TEXT, -- JSON array: the clues of an inferred date
    date_span_start INTEGER, -- where those words start
    date_span_end INTEGER, -- where they end
    date_span_text TEXT, -- what stands there
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE place ( -- Words of an article that name a place as a place.
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- article they stand in
    number INTEGER NOT NULL, -- place in the order found, from 0
    place_id TEXT, -- id in the gazetteer
    place_name TEXT NOT NULL, -- canonical name
    place_country TEXT, -- ISO 3166-1 alpha-3
    place_lat REAL, -- degrees north, WGS 84
    place_lon REAL, -- degrees east, WGS 84
    place_why TEXT NOT NULL, -- the rule that decided
    place_span_start INTEGER NOT NULL, -- where the words start
    place_span_end INTEGER NOT NULL, -- where they end
    place_span_text TEXT NOT NULL, -- the words
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE report ( -- One statement in one article: something happened, is planned, is denied or the like.
    key INTEGER PRIMARY KEY, -- number within this file
    id TEXT NOT NULL UNIQUE, -- made from content
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- article that says so
    number INTEGER NOT NULL, -- place in the order of the text, from 0
    evidence_start INTEGER NOT NULL, -- where the sentence or clause starts
    evidence_end INTEGER NOT NULL, -- where it ends
    evidence TEXT NOT NULL, -- the sentence or clause
    trigger_start INTEGER NOT NULL, -- where the words that name the act start
    trigger_end INTEGER NOT NULL, -- where they end
    trigger_text TEXT NOT NULL, -- the words that name the act
    event_type TEXT NOT NULL, -- PLOVER type
    mode TEXT, -- PLOVER mode
    cameo TEXT, -- nearest CAMEO code
    contexts TEXT, -- JSON array: PLOVER contexts
    status TEXT NOT NULL, -- is it so
    date_start TEXT, -- first day on which it happened or is to happen; NULL where unknown
    date_end TEXT, -- last such day
    date_precision TEXT, -- day, week, month, season, year, decade or range
    date_basis TEXT CHECK (date_basis IN ('explicit', 'relative', 'inferred')), -- explicit, relative or inferred
    date_text TEXT, -- the words it was read from
    date_inferred_from TEXT, -- JSON array: the clues of an inferred date
    date_span_start INTEGER, -- where those words start
    date_span_end INTEGER, -- where they end
    date_span_text TEXT, -- what stands there
    place_id TEXT, -- where: id in the gazetteer
    place_name TEXT, -- canonical name
    place_country TEXT, -- ISO 3166-1 alpha-3
    place_lat REAL, -- degrees north, WGS 84
    place_lon REAL, -- degrees east, WGS 84
    place_why TEXT, -- the rule that decided
    place_span_start INTEGER, -- where the words start
    place_span_end INTEGER, -- where they end
    place_span_text TEXT, -- the words
    confidence REAL NOT NULL, -- 0 to 1
    why TEXT, -- JSON array: the rules or the model that made it
    in_headline INTEGER NOT NULL CHECK (in_headline IN (0, 1)), -- 1 where the headline says it
    UNIQUE (article, number),
    CHECK (status IN ('happened', 'ongoing', 'planned', 'expected', 'called-for', 'negated', 'background'))
) STRICT;
CREATE INDEX report_type ON report (event_type);
CREATE INDEX report_date ON report (date_start);

CREATE VIRTUAL TABLE report_search USING fts5 (
    evidence, content = 'report', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE report_actor ( -- The parties of a report and those to whom it is attributed.
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    role TEXT NOT NULL CHECK (role IN ('source', 'target', 'other', 'attributed_to')), -- part played
    number INTEGER NOT NULL, -- order within the role, from 0
    actor_id TEXT, -- as in `mention`
    name TEXT, -- as in `mention`
    type TEXT NOT NULL, -- as in `mention`
    country TEXT, -- as in `mention`
    sector TEXT, -- as in `mention`
    office TEXT, -- as in `mention`
    via TEXT NOT NULL, -- as in `mention`
    why TEXT NOT NULL, -- as in `mention`
    members TEXT, -- as in `mention`
    candidates TEXT, -- as in `mention`
    span_start INTEGER NOT NULL, -- as in `mention`
    span_end INTEGER NOT NULL, -- as in `mention`
    span_text TEXT NOT NULL, -- as in `mention`
    PRIMARY KEY (report, role, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_actor_id ON report_actor (actor_id);
CREATE INDEX report_actor_unnamed ON report_actor (country) WHERE actor_id IS NULL;
CREATE INDEX report_actor_collective ON report_actor (role) WHERE members IS NOT NULL;

CREATE TABLE event ( -- What is reported, resolved over all reports of it.
    id TEXT PRIMARY KEY, -- made from content
    event_type TEXT NOT NULL, -- PLOVER type
    mode TEXT, -- PLOVER mode
    status TEXT NOT NULL, -- is it so
    date_start TEXT, -- as in `report`
    date_end TEXT, -- as in `report`
    date_precision TEXT, -- as in `report`
    date_basis TEXT CHECK (date_basis IN ('explicit', 'relative', 'inferred')), -- as in `report`
    date_text TEXT, -- as in `report`
    date_inferred_from TEXT, -- as in `report`
    date_span_start INTEGER, -- as in `report`
    date_span_end INTEGER, -- as in `report`
    date_span_text TEXT, -- as in `report`
    place_id TEXT, -- as in `report`
    place_name TEXT, -- as in `report`
    place_country TEXT, -- as in `report`
    place_lat REAL, -- as in `report`
    place_lon REAL, -- as in `report`
    place_why TEXT, -- as in `report`
    place_span_start INTEGER, -- as in `report`
    place_span_end INTEGER, -- as in `report`
    place_span_text TEXT, -- as in `report`
    n_reports INTEGER NOT NULL, -- statements of it
    n_articles INTEGER NOT NULL, -- articles that state it
    n_independent_sources INTEGER NOT NULL, -- articles that state it, copies of one another counted once
    first_reported TEXT, -- earliest known day of publication
    differences TEXT -- JSON array: where the tellings disagree
) STRICT, WITHOUT ROWID;
CREATE INDEX event_date ON event (date_start);
CREATE INDEX event_type ON event (event_type);

CREATE TABLE event_actor ( -- The parties of an event.
    event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE, -- the event
    role TEXT NOT NULL CHECK (role IN ('source', 'target')), -- part played
    number INTEGER NOT NULL, -- order within the role, from 0
    actor_id TEXT, -- as in `mention`
    name TEXT, -- as in `mention`
    type TEXT NOT NULL, -- as in `mention`
    country TEXT, -- as in `mention`
    sector TEXT, -- as in `mention`
    office TEXT, -- as in `mention`
    via TEXT NOT NULL, -- as in `mention`
    why TEXT NOT NULL, -- as in `mention`
    members TEXT, -- as in `mention`
    candidates TEXT, -- as in `mention`
    span_start INTEGER NOT NULL, -- in the article of the event's first report
    span_end INTEGER NOT NULL, -- in the article of the event's first report
    span_text TEXT NOT NULL, -- as in `mention`
    PRIMARY KEY (event, role, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_report ( -- Which reports tell of which event.
    event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE, -- the event
    number INTEGER NOT NULL, -- order, from 0; 0 is the report that the event is shown with
    report TEXT NOT NULL UNIQUE REFERENCES report (id) ON DELETE CASCADE, -- the report
    PRIMARY KEY (event, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE dropped ( -- What was left out, why, and where to look.
    id TEXT PRIMARY KEY, -- made from content
    stage TEXT NOT NULL, -- stage that left it out
    reason TEXT NOT NULL, -- why
    page_name TEXT NOT NULL, -- file name or address
    page TEXT REFERENCES page (id) ON DELETE CASCADE, -- the page; NULL where none could be read
    detail TEXT NOT NULL, -- more about why
    span_start INTEGER, -- where it starts in the article's text; NULL where the whole page was left out
    span_end INTEGER, -- where it ends
    span_text TEXT -- what stands there
) STRICT, WITHOUT ROWID;
CREATE INDEX dropped_page ON dropped (page);
CREATE INDEX dropped_reason ON dropped (reason);

CREATE TABLE run ( -- Runs of `dragoman read`. Nothing else in the archive depends on them.
    key INTEGER PRIMARY KEY, -- number within this file
    started TEXT NOT NULL, -- UTC
    ended TEXT, -- UTC; NULL where the run was stopped
    version TEXT NOT NULL, -- of Dragoman
    coded_by TEXT NOT NULL, -- fingerprint of the stages, model and knowledge
    pages_in INTEGER, -- pages seen
    stored INTEGER, -- pages stored
    already INTEGER, -- pages that were there
    reports INTEGER, -- reports stored
    left_out TEXT -- JSON object: reason to count
) STRICT;
