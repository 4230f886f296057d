"""The tables of the library through the versions of the program.

What the columns of the second version hold:

- paper: `confidence`, a JSON object of 0 to 1 for each property that was inferred; `edited`, a JSON
  list of the properties that the user has set; `excluded`, 1 or 0 as the user has decided, NULL
  where nothing is decided and `spun` counts; `family`, the paper that is shown in its place, NULL
  for one that stands for itself; `sections` and `phrases`, counts of the headings and of the
  phrases that are worth something.
- file: `hash`, SHA-256 of its bytes, empty where unknown; `reading`, the number of the way of
  reading that it was read by; `missing`, 1 where it is gone from its folder; `withdrawn`, 1 where
  the user has removed a paper of it from the library.
- origin: which paper came out of which file; `member` is the name within an archive, else empty.
- failure: what could not be read, by the name of the error's class and its fields as JSON.
- removed: the lines that cleaning took away, each with the paragraph that it stood before.
- compared: papers whose signatures left a doubt, and whether their texts are nearly the same.
- folder: those that are watched.
- standing: the papers, each with what it serves for, as store.Scope has it.
- revision: `folded`, the number at which families were last folded.
- search: parts are merged sixteen at a time, which makes storing a quarter cheaper than fours do.

The third version counts how the user has met suggestions: how often wording of a paper was taken
and undone (use_of_paper), and how often a text was taken, undone, and passed over (use_of_text).
The fourth also counts how often wording of a paper was passed over.
"""

# Entry n brings a file from version n to version n + 1. Entries are never changed, only added.
# Ids that derived indexes hold on to (AUTOINCREMENT) are never given to another row.
MIGRATIONS = (
    """
    CREATE TABLE paper (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        title TEXT NOT NULL,
        year INTEGER,
        genre TEXT NOT NULL,
        characters INTEGER NOT NULL,
        digest BLOB NOT NULL UNIQUE,
        imported_at TEXT NOT NULL
    );
    CREATE TABLE file (
        path TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        modified_ns INTEGER NOT NULL,
        paper_id INTEGER NOT NULL REFERENCES paper ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE INDEX file_paper ON file (paper_id);
    CREATE TABLE section (
        id INTEGER PRIMARY KEY,
        paper_id INTEGER NOT NULL REFERENCES paper ON DELETE CASCADE,
        level INTEGER NOT NULL,
        heading TEXT NOT NULL,
        path TEXT NOT NULL,
        place REAL NOT NULL
    );
    CREATE INDEX section_paper ON section (paper_id);
    CREATE TABLE paragraph (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        paper_id INTEGER NOT NULL REFERENCES paper ON DELETE CASCADE,
        section_id INTEGER NOT NULL REFERENCES section ON DELETE CASCADE,
        role TEXT NOT NULL,
        run_in INTEGER NOT NULL,
        text TEXT NOT NULL
    );
    CREATE INDEX paragraph_paper ON paragraph (paper_id);
    CREATE INDEX paragraph_section ON paragraph (section_id);
    CREATE TABLE phrase (
        paragraph_id INTEGER NOT NULL REFERENCES paragraph ON DELETE CASCADE,
        start INTEGER NOT NULL,
        length INTEGER NOT NULL,
        function TEXT NOT NULL,
        worth REAL NOT NULL,
        PRIMARY KEY (paragraph_id, start)
    ) WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5(text, content='');
    CREATE TABLE favourite (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE,
        document TEXT NOT NULL,
        year INTEGER,
        section TEXT NOT NULL,
        created_at TEXT NOT NULL
    );
    CREATE TABLE revision (number INTEGER NOT NULL);
    INSERT INTO revision VALUES (0)
    """,
    """
    ALTER TABLE paper ADD COLUMN body TEXT NOT NULL DEFAULT '';
    ALTER TABLE paper ADD COLUMN place TEXT NOT NULL DEFAULT '';
    ALTER TABLE paper ADD COLUMN confidence TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE paper ADD COLUMN edited TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE paper ADD COLUMN excluded INTEGER;
    ALTER TABLE paper ADD COLUMN spun INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE paper ADD COLUMN spun_score REAL;
    ALTER TABLE paper ADD COLUMN family INTEGER REFERENCES paper ON DELETE SET NULL;
    ALTER TABLE paper ADD COLUMN signature BLOB NOT NULL DEFAULT x'';
    ALTER TABLE paper ADD COLUMN sections INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE paper ADD COLUMN phrases INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX paper_family ON paper (family);
    UPDATE paper SET
        sections = (SELECT count(*) FROM section WHERE paper_id = paper.id AND level > 0),
        phrases = (
            SELECT count(*) FROM paragraph JOIN phrase ON paragraph_id = paragraph.id
            WHERE paper_id = paper.id AND worth > 0
        );
    DROP INDEX file_paper;
    ALTER TABLE file RENAME TO file_of_paper;
    CREATE TABLE file (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        size INTEGER NOT NULL,
        modified_ns INTEGER NOT NULL,
        hash BLOB NOT NULL DEFAULT x'',
        reading INTEGER NOT NULL DEFAULT 0,
        missing INTEGER NOT NULL DEFAULT 0,
        withdrawn INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE origin (
        file_id INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
        member TEXT NOT NULL,
        paper_id INTEGER NOT NULL REFERENCES paper ON DELETE CASCADE,
        PRIMARY KEY (file_id, member)
    ) WITHOUT ROWID;
    CREATE INDEX origin_paper ON origin (paper_id);
    INSERT INTO file (path, size, modified_ns) SELECT path, size, modified_ns FROM file_of_paper;
    INSERT INTO origin
        SELECT file.id, '', paper_id FROM file_of_paper JOIN file USING (path);
    DROP TABLE file_of_paper;
    CREATE TABLE failure (
        file_id INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
        member TEXT NOT NULL,
        kind TEXT NOT NULL,
        fields TEXT NOT NULL,
        PRIMARY KEY (file_id, member)
    ) WITHOUT ROWID;
    CREATE TABLE removed (
        paper_id INTEGER NOT NULL REFERENCES paper ON DELETE CASCADE,
        position INTEGER NOT NULL,
        before INTEGER NOT NULL,
        text TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (paper_id, position)
    ) WITHOUT ROWID;
    CREATE VIEW standing AS SELECT *,
        CASE
            WHEN family IS NOT NULL OR excluded THEN 2
            WHEN excluded IS NULL AND spun THEN 1
            ELSE 0
        END AS scope
        FROM paper;
    CREATE TABLE compared (
        paper_id INTEGER NOT NULL REFERENCES paper ON DELETE CASCADE,
        other_id INTEGER NOT NULL REFERENCES paper ON DELETE CASCADE,
        near INTEGER NOT NULL,
        PRIMARY KEY (paper_id, other_id)
    ) WITHOUT ROWID;
    CREATE INDEX compared_other ON compared (other_id);
    CREATE TABLE folder (path TEXT PRIMARY KEY) WITHOUT ROWID;
    ALTER TABLE revision ADD COLUMN folded INTEGER NOT NULL DEFAULT -1;
    INSERT INTO search (search, rank) VALUES ('automerge', 16)
    """,
    """
    CREATE TABLE use_of_paper (
        paper_id INTEGER PRIMARY KEY REFERENCES paper ON DELETE CASCADE,
        taken INTEGER NOT NULL,
        undone INTEGER NOT NULL
    );
    CREATE TABLE use_of_text (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text TEXT NOT NULL UNIQUE,
        taken INTEGER NOT NULL,
        undone INTEGER NOT NULL,
        passed INTEGER NOT NULL
    )
    """,
    "ALTER TABLE use_of_paper ADD COLUMN passed INTEGER NOT NULL DEFAULT 0",
)
SCHEMA_VERSION = len(MIGRATIONS)
