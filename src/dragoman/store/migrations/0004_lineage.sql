-- Which article was made from which. Found by the next run of `dragoman read`, for articles stored before as well.

CREATE TABLE lineage ( -- Two articles of which one is made from the other, or both from a third.
    id TEXT PRIMARY KEY, -- made from content
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- the one that was made from the other, where that is known
    of_article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- the other
    relation TEXT NOT NULL CHECK (relation IN ('copy', 'excerpt', 'rewrite', 'digest')), -- copy, excerpt, rewrite or digest
    score REAL NOT NULL, -- share of the smaller article's words that the other has, as they stand or reworded
    direction TEXT NOT NULL CHECK (direction IN ('derived', 'common-source', 'unknown')), -- derived, common-source or unknown
    confidence REAL NOT NULL, -- of the direction, 0 to 1
    why TEXT -- JSON array: what the direction was told by
) STRICT, WITHOUT ROWID;
CREATE INDEX lineage_article ON lineage (article);
CREATE INDEX lineage_of ON lineage (of_article);

CREATE TABLE lineage_passage ( -- Passages that the two articles of a lineage share; the words are those of `article.text`.
    lineage TEXT NOT NULL REFERENCES lineage (id) ON DELETE CASCADE, -- the lineage
    number INTEGER NOT NULL, -- order in the first article, from 0
    kind TEXT NOT NULL CHECK (kind IN ('verbatim', 'reworded')), -- verbatim or reworded
    score REAL NOT NULL, -- how much alike, 0 to 1
    here_start INTEGER NOT NULL, -- where it starts in `lineage.article`
    here_end INTEGER NOT NULL, -- where it ends
    there_start INTEGER NOT NULL, -- where it starts in `lineage.of_article`
    there_end INTEGER NOT NULL, -- where it ends
    PRIMARY KEY (lineage, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_family ( -- Articles that go back to one text: one source, however many pages print it.
    article TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE, -- an article that has relatives
    family TEXT NOT NULL -- id of the first of them
) STRICT, WITHOUT ROWID;
CREATE INDEX article_family_family ON article_family (family);

CREATE TABLE shingle ( -- Hashed word sequences by which copies are looked for. Derived.
    article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE, -- the article's number in this file
    version INTEGER NOT NULL, -- of the way of hashing
    hashes BLOB NOT NULL -- 64-bit numbers, little-endian, sorted
) STRICT;

CREATE TABLE kin ( -- Pairs of articles that were compared. Derived.
    one TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- the smaller id
    other TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- the other
    found TEXT, -- JSON object: what they share; NULL where they are not related
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX kin_other ON kin (other);
