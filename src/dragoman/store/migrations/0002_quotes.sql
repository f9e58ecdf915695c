-- Who said what. Pages that were coded before quotes were are coded again, as with every change of the pipeline.

CREATE TABLE quote ( -- What somebody said, according to one article.
    key INTEGER PRIMARY KEY, -- number within this file
    id TEXT NOT NULL UNIQUE, -- made from content
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- article that quotes
    number INTEGER NOT NULL, -- place in the order of the text, from 0
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')), -- direct, indirect or mixed
    act TEXT, -- what was done by saying it: say, accuse, call-for, deny ...
    status TEXT NOT NULL, -- whether it was said
    evidence_start INTEGER NOT NULL, -- where the words that quote start
    evidence_end INTEGER NOT NULL, -- where they end
    evidence TEXT NOT NULL, -- speaker, cue and content, as the page has them
    cue_start INTEGER, -- where the words of saying start
    cue_end INTEGER, -- where they end
    cue TEXT, -- the words of saying
    content_start INTEGER NOT NULL, -- where what was said starts
    content_end INTEGER NOT NULL, -- where it ends
    content TEXT NOT NULL, -- what was said
    source_start INTEGER, -- where the words that stand for the speaker start
    source_end INTEGER, -- where they end
    source TEXT, -- the words that stand for the speaker, named or not
    venue_start INTEGER, -- where the words that name the occasion start
    venue_end INTEGER, -- where they end
    venue TEXT, -- where or at what it was said
    date_start TEXT, -- first day on which it may have been said; NULL where unknown
    date_end TEXT, -- last such day
    date_precision TEXT, -- day, week, month, season, year, decade or range
    date_basis TEXT CHECK (date_basis IN ('explicit', 'relative', 'inferred')), -- explicit, relative or inferred
    date_text TEXT, -- the words it was read from
    date_inferred_from TEXT, -- JSON array: the clues of an inferred date
    date_span_start INTEGER, -- where those words start
    date_span_end INTEGER, -- where they end
    date_span_text TEXT, -- what stands there
    medium TEXT, -- tweet, statement, briefing, phone call ...
    within TEXT, -- id of the quote that it stands in
    topics TEXT, -- JSON array: issues
    inferred_from TEXT, -- JSON array: what the speaker was inferred from
    in_headline INTEGER NOT NULL CHECK (in_headline IN (0, 1)), -- 1 where the headline quotes
    why TEXT, -- JSON array: the rules that made it
    UNIQUE (article, number),
    CHECK (status IN ('happened', 'ongoing', 'planned', 'expected', 'called-for', 'negated', 'background'))
) STRICT;
CREATE INDEX quote_date ON quote (date_start);

CREATE VIRTUAL TABLE quote_search USING fts5 (
    evidence, content = 'quote', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE quote_verbatim ( -- The parts of a quote that stand in quotation marks.
    quote TEXT NOT NULL REFERENCES quote (id) ON DELETE CASCADE, -- the quote
    number INTEGER NOT NULL, -- order, from 0
    span_start INTEGER NOT NULL, -- where the words start
    span_end INTEGER NOT NULL, -- where they end
    span_text TEXT NOT NULL, -- the words, without the marks
    PRIMARY KEY (quote, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE quote_actor ( -- Who speaks, to whom, and through whom.
    quote TEXT NOT NULL REFERENCES quote (id) ON DELETE CASCADE, -- the quote
    role TEXT NOT NULL CHECK (role IN ('speaker', 'addressee', 'via')), -- part played
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
    PRIMARY KEY (quote, role, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX quote_actor_id ON quote_actor (actor_id);
CREATE INDEX quote_actor_unnamed ON quote_actor (country) WHERE actor_id IS NULL;
CREATE INDEX quote_actor_collective ON quote_actor (role) WHERE members IS NOT NULL;

CREATE TABLE utterance ( -- Which quotes are of one utterance, and which utterances repeat one formula.
    quote TEXT PRIMARY KEY REFERENCES quote (id) ON DELETE CASCADE, -- the quote
    utterance TEXT NOT NULL, -- id of the utterance, made from the first of its quotes
    formula TEXT -- id of the formula that is said again and again; NULL where it was said once
) STRICT, WITHOUT ROWID;
CREATE INDEX utterance_id ON utterance (utterance);
