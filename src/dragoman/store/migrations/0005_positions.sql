-- Who stands where. Pages that were coded before positions were are coded again, as with every change of the pipeline.

CREATE TABLE position ( -- Where somebody stands on an issue, according to one article.
    key INTEGER PRIMARY KEY, -- number within this file
    id TEXT NOT NULL UNIQUE, -- made from content
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- article that tells it
    number INTEGER NOT NULL, -- place in the order of the text, from 0
    issue TEXT NOT NULL, -- id of the issue in the ontology; else the page's words, or whom the stand is on
    stance TEXT NOT NULL, -- supports, opposes, calls-for, recognises, rejects, neutral ...
    basis TEXT NOT NULL CHECK (basis IN ('quote', 'act', 'outlet')), -- what it rests on: quote, act or outlet
    evidence_start INTEGER NOT NULL, -- where the sentence that says so starts
    evidence_end INTEGER NOT NULL, -- where it ends
    evidence TEXT NOT NULL, -- the sentence
    cue_start INTEGER NOT NULL, -- where the words that show the stance start
    cue_end INTEGER NOT NULL, -- where they end
    cue TEXT NOT NULL, -- the words that show the stance
    issue_start INTEGER, -- where the words of the issue start; NULL where the stand is on an actor
    issue_end INTEGER, -- where they end
    issue_words TEXT, -- the words of the issue
    quote TEXT, -- id of the quote that it stands in
    report TEXT, -- id of the report of the act that shows it
    date_start TEXT, -- first day on which it may have been taken; NULL where unknown
    date_end TEXT, -- last such day
    date_precision TEXT, -- day, week, month, season, year, decade or range
    date_basis TEXT CHECK (date_basis IN ('explicit', 'relative', 'inferred')), -- explicit, relative or inferred
    date_text TEXT, -- the words it was read from
    date_inferred_from TEXT, -- JSON array: the clues of an inferred date
    date_span_start INTEGER, -- where those words start
    date_span_end INTEGER, -- where they end
    date_span_text TEXT, -- what stands there
    in_headline INTEGER NOT NULL CHECK (in_headline IN (0, 1)), -- 1 where the headline says it
    why TEXT, -- JSON array: the rules that made it
    UNIQUE (article, number)
) STRICT;
CREATE INDEX position_issue ON position (issue);
CREATE INDEX position_date ON position (date_start);
CREATE INDEX position_report ON position (report);

CREATE VIRTUAL TABLE position_search USING fts5 (
    evidence, content = 'position', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE position_actor ( -- Who holds it, whom it is on, and on whose word it stands.
    position TEXT NOT NULL REFERENCES position (id) ON DELETE CASCADE, -- the position
    role TEXT NOT NULL CHECK (role IN ('holder', 'object', 'attributed_to')), -- part played
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
    PRIMARY KEY (position, role, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX position_actor_id ON position_actor (actor_id);
CREATE INDEX position_actor_unnamed ON position_actor (country) WHERE actor_id IS NULL;
CREATE INDEX position_actor_collective ON position_actor (role) WHERE members IS NOT NULL;
