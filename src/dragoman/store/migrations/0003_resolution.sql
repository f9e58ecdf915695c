-- One event, however many reports tell it. Events that were one for each report go; the next run of `dragoman read` (or
-- `dragoman resolve`) makes them anew.

DELETE FROM event;
ALTER TABLE event ADD COLUMN date_report TEXT; -- report that its date is taken from
ALTER TABLE event ADD COLUMN place_report TEXT; -- report that its place is taken from
ALTER TABLE event ADD COLUMN parties_report TEXT; -- report that its parties are taken from

CREATE TABLE report_link ( -- A report that stands to another as a plan to its deed, a part to a whole, an answer to what it answers.
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the plan, the part, the answer
    kind TEXT NOT NULL CHECK (kind IN ('announces', 'part-of', 'follows')), -- announces, part-of or follows
    of_report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the deed, the whole, what is answered
    weight REAL NOT NULL, -- sum of the evidence
    why TEXT NOT NULL, -- what decided
    PRIMARY KEY (report, kind, of_report)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_link_of ON report_link (of_report);

CREATE VIEW event_link AS -- How events hang together, through their reports.
SELECT
    told.event AS event, -- the plan, the part, the answer
    kind AS kind, -- announces, part-of or follows
    of_told.event AS of_event, -- the deed, the whole, what is answered
    max(weight) AS weight, -- of the strongest pair of reports
    count(*) AS n_pairs, -- pairs of reports that say so
    min(why) AS why -- what decided, of one of these pairs
FROM report_link
JOIN event_report AS told ON told.report = report_link.report
JOIN event_report AS of_told ON of_told.report = report_link.of_report
WHERE told.event <> of_told.event
GROUP BY told.event, kind, of_told.event;

CREATE TABLE story ( -- Articles on one occasion.
    id TEXT PRIMARY KEY, -- made from content
    headline TEXT, -- of the article that is most like the others
    article TEXT NOT NULL, -- that article
    first_published TEXT, -- earliest known day of publication
    last_published TEXT, -- latest known day of publication
    n_articles INTEGER NOT NULL, -- articles
    words TEXT -- JSON array: the terms that weigh most in it
) STRICT, WITHOUT ROWID;

CREATE TABLE story_article ( -- Which articles are of which story.
    story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    number INTEGER NOT NULL, -- order, from 0: by day of publication
    article TEXT NOT NULL UNIQUE REFERENCES article (id) ON DELETE CASCADE, -- the article
    PRIMARY KEY (story, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_key ( -- Keys under which reports are compared. Derived.
    key INTEGER NOT NULL, -- made from the act, two parties, and a day or a word
    report INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE, -- the report's number in this file
    PRIMARY KEY (key, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_key_report ON report_key (report);

CREATE TABLE report_part ( -- Reports that hang together and are resolved together. Derived.
    report INTEGER PRIMARY KEY REFERENCES report (key) ON DELETE CASCADE, -- the report's number in this file
    part TEXT NOT NULL -- id of the first of them
) STRICT;
CREATE INDEX report_part_part ON report_part (part);

CREATE TABLE article_key ( -- Keys under which articles are compared. Derived.
    key INTEGER NOT NULL, -- made from a rare word and a month
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE, -- the article's number in this file
    PRIMARY KEY (key, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_key_article ON article_key (article);

CREATE TABLE article_part ( -- Articles that hang together and are parted into stories together. Derived.
    article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE, -- the article's number in this file
    part TEXT NOT NULL -- id of the first of them
) STRICT;
CREATE INDEX article_part_part ON article_part (part);

CREATE TABLE setting ( -- What holds for the whole archive.
    name TEXT PRIMARY KEY, -- same_event: how much must speak for it before reports are one event; resolver: its version
    value TEXT NOT NULL -- strict, default or loose; a number
) STRICT, WITHOUT ROWID;
