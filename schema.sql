-- The register of exemplars and skilful mass-mobilisation models of one office.
--
-- This file holds meaning: what a record is, what it may hold, and views that join and name
-- things, one row per exemplar, registration, honour. No period and no grouping: those are
-- questions and stand in tallies/. Any SQLite browser can open and understand the register.
--
-- Tables are named in the singular, the views over them in the plural.
-- Dates are partial ISO text (2022, 2022-05, 2022-10-04); first_day and last_day are the interval.
-- *_key columns are derived from names by domain/text.py: name_key is folded (search),
-- comparing_key keeps diacritics (identity). uuid is the identity that lasts between registers.
-- Where it is empty it follows from the change that brought the row, and the row's number
-- (register/uuids.py); stored are those that came from elsewhere, or by another program.
-- A cancelled record stays visible and leaves the counting.
-- AUTOINCREMENT: an id that an undo took away is never given to another record.
-- Indexes: *_by_name finds a record by its whole name and is what a search reads through;
-- *_by_unit and *_once answer the report without the rows, or without those outside the period.
-- Generated columns stand in none: SQLite fetches the row for each, and with it a page of the
-- file. None begins with a date: without statistics SQLite would read a whole period of the nation
-- for the sake of one commune.

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Vocabulary: every coded value with its labels. Fields, forms, titles, categories and event
-- types are the clerk's to extend, with the dates between which the law knows them; a title given
-- under an older law stays valid. other_names are separated by "; ". What the clerk edited no
-- later seed overwrites. A code is never narrower or wider than the text that stands beside it.
CREATE TABLE term (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  change_id   INTEGER,  -- none: the program brought it
  vocabulary  TEXT NOT NULL,
  code        TEXT NOT NULL,
  label_vi    TEXT NOT NULL,
  label_en    TEXT NOT NULL,
  other_names TEXT NOT NULL DEFAULT '',
  valid_from  TEXT CHECK (date(valid_from, '+0 days') IS valid_from),
  valid_to    TEXT CHECK (date(valid_to, '+0 days') IS valid_to),
  position    INTEGER NOT NULL DEFAULT 1000,
  system      TEXT,  -- of a form or title: state, party, front, enterprise
  source      TEXT,  -- the law's article
  retired_on  TEXT,  -- taken out of forms by the clerk
  edited      INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
  note        TEXT,
  UNIQUE (vocabulary, code)
) STRICT;

-- One per writing command. at is the raw clock, in UTC; the order of changes is that of their ids,
-- for clocks go wrong, and the day of a change is worked out from all of them (register/clock.py).
-- chain is the digest over the change before, this one, and the digests of its rows
-- (register/sealing/chain.py).
CREATE TABLE change (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid    TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  at      TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  who     TEXT NOT NULL,
  command TEXT NOT NULL,
  undoes  INTEGER REFERENCES change (id),  -- the change that this one took back
  salt    BLOB,
  digest  BLOB,  -- of salt, who and command
  chain   BLOB
) STRICT;
CREATE INDEX change_by_undone ON change (undoes) WHERE undoes IS NOT NULL;

-- What a change did to one row: its stored columns before and after, as name=literal of SQL,…
-- Written through the view change_log by triggers on every table, which the program makes from
-- the tables' columns (register/log.py).
CREATE TABLE change_row (
  id         INTEGER PRIMARY KEY,
  change_id  INTEGER NOT NULL REFERENCES change (id),
  table_name TEXT NOT NULL,
  row_key    ANY NOT NULL,  -- the row's id, or its name where it has none
  record     TEXT NOT NULL, -- the record that the row belongs to: X12 for a milestone of exemplar 12
  before     TEXT,          -- NULL: the row is new
  after      TEXT,          -- NULL: the row is gone
  salt       BLOB,
  digest     BLOB           -- of salt and the row; a purge takes these and leaves it
) STRICT;
CREATE INDEX change_row_by_change ON change_row (change_id);
CREATE INDEX change_row_by_record ON change_row (record);
CREATE INDEX change_row_gone ON change_row (table_name) WHERE after IS NULL;

-- Rows that came many at once (an import, a merge) have no image in the log until their first
-- change: one range of numbers a table stands for all of them. Rows that hang on new records are
-- covered with them; what was added to older records has its images. Many lines of one change
-- are a range of the table change_row: sealed together, none with a digest of its own.
CREATE TABLE change_range (
  change_id  INTEGER NOT NULL REFERENCES change (id),
  table_name TEXT NOT NULL,
  first_id   INTEGER NOT NULL,
  last_id    INTEGER NOT NULL CHECK (last_id >= first_id),
  row_count  INTEGER NOT NULL,
  filled     TEXT,  -- the columns that any of the rows fills
  salt       BLOB,
  digest     BLOB,  -- over the rows as they were written
  marks      BLOB,  -- four bytes a number, to tell which row is another one now
  PRIMARY KEY (change_id, table_name, first_id)  -- beside the rows: marks are long
) STRICT;
CREATE INDEX change_range_by_table ON change_range (table_name, first_id);

-- What a purge blanked in the log: its digest stays where it was, and the digest of what is left
-- stands here, under the change that purged. Of a place blanked twice the later one holds.
CREATE TABLE purged_place (
  change_id INTEGER NOT NULL REFERENCES change (id),
  place     TEXT NOT NULL,  -- change 5, row 17, range 5/exemplar/1
  digest    BLOB NOT NULL,
  PRIMARY KEY (place, change_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX purged_place_by_change ON purged_place (change_id);

-- Finished years of the log that lie in a file of their own beside the register (emul compact).
CREATE TABLE compacted_log (
  first_change INTEGER PRIMARY KEY,
  last_change  INTEGER NOT NULL CHECK (last_change >= first_change),
  file         TEXT NOT NULL,
  digest       BLOB NOT NULL
) STRICT;

-- The change under way, inside its transaction only. Rows written by another program, while none
-- is under way, get a change of their own, so that nobody is named for what he did not do.
CREATE TABLE open_change (
  change_id INTEGER PRIMARY KEY REFERENCES change (id)
) STRICT;

CREATE VIEW change_log AS
SELECT table_name, row_key, record, before, after FROM change_row;
CREATE TRIGGER change_log_writes INSTEAD OF INSERT ON change_log
BEGIN
  INSERT INTO change (who, command)
  SELECT '?', 'sqlite' WHERE NOT EXISTS (SELECT 1 FROM open_change);
  INSERT INTO change_row (change_id, table_name, row_key, record, before, after)
  VALUES (ifnull((SELECT change_id FROM open_change), (SELECT max(id) FROM change)),
          NEW.table_name, NEW.row_key, NEW.record, NEW.before, NEW.after);
END;

-- Append-only: only the digests are set, once, when the change is closed.
CREATE TRIGGER change_stays BEFORE UPDATE ON change
WHEN OLD.chain IS NOT NULL OR (NEW.id, NEW.uuid, NEW.at, NEW.who, NEW.command, NEW.undoes)
  IS NOT (OLD.id, OLD.uuid, OLD.at, OLD.who, OLD.command, OLD.undoes)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_remains BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_row_stays BEFORE UPDATE ON change_row
WHEN OLD.digest IS NOT NULL
  OR (NEW.id, NEW.change_id, NEW.table_name, NEW.row_key, NEW.record, NEW.before, NEW.after)
  IS NOT (OLD.id, OLD.change_id, OLD.table_name, OLD.row_key, OLD.record, OLD.before, OLD.after)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_row_remains BEFORE DELETE ON change_row
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_range_stays BEFORE UPDATE ON change_range
WHEN OLD.digest IS NOT NULL
  OR (NEW.change_id, NEW.table_name, NEW.first_id, NEW.last_id, NEW.row_count)
  IS NOT (OLD.change_id, OLD.table_name, OLD.first_id, OLD.last_id, OLD.row_count)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_range_remains BEFORE DELETE ON change_range
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER purged_place_stays BEFORE UPDATE ON purged_place
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER purged_place_remains BEFORE DELETE ON purged_place
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE unit (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  code             TEXT CHECK (code <> ''),
  name             TEXT NOT NULL CHECK (name <> ''),
  name_key         TEXT NOT NULL,
  place_key        TEXT NOT NULL,  -- name_key without the word for the type: «cam due»
  type             TEXT NOT NULL CHECK (type IN ('province', 'district', 'commune', 'ward',
                     'township', 'city', 'office', 'armed_forces', 'mass_organisation', 'school',
                     'enterprise', 'village', 'club', 'other')),
  type_text        TEXT,
  unit_group       TEXT,  -- khối
  parent_id        INTEGER REFERENCES unit (id) CHECK (parent_id <> id),
  valid_from       TEXT CHECK (date(valid_from, '+0 days') IS valid_from),
  valid_to         TEXT CHECK (date(valid_to, '+0 days') IS valid_to),
  address          TEXT,
  note             TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL))
) STRICT;
CREATE UNIQUE INDEX unit_by_uuid ON unit (uuid) WHERE uuid IS NOT NULL;
CREATE UNIQUE INDEX unit_by_code ON unit (code COLLATE NOCASE);
CREATE INDEX unit_by_name ON unit (name_key);
CREATE INDEX unit_by_place ON unit (place_key);
CREATE INDEX unit_by_parent ON unit (parent_id);

CREATE TABLE unit_name (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  unit_id   INTEGER NOT NULL REFERENCES unit (id),
  name      TEXT NOT NULL CHECK (name <> ''),
  name_key  TEXT NOT NULL,
  place_key TEXT NOT NULL,
  UNIQUE (unit_id, name)
) STRICT;
CREATE UNIQUE INDEX unit_name_by_uuid ON unit_name (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX unit_name_by_name ON unit_name (name_key);
CREATE INDEX unit_name_by_place ON unit_name (place_key);

-- Whose place was taken by whom, from a day on; many to many, for units merge and split. Records
-- keep the unit that they were made for: who answers for them on a day is a question.
CREATE TABLE unit_succession (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid        TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  old_unit_id INTEGER NOT NULL REFERENCES unit (id),
  new_unit_id INTEGER NOT NULL REFERENCES unit (id) CHECK (new_unit_id <> old_unit_id),
  date        TEXT NOT NULL CHECK (date(date, '+0 days') IS date),  -- the new unit's first day
  document    TEXT,
  UNIQUE (old_unit_id, new_unit_id)
) STRICT;
CREATE UNIQUE INDEX unit_succession_by_uuid ON unit_succession (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX unit_succession_by_new ON unit_succession (new_unit_id);

-- A movement (phong trào thi đua): launched by a document, for a term. Decisions, events, honours,
-- exemplars and models belong to one. code: of those that the program brings.
CREATE TABLE movement (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  code             TEXT UNIQUE CHECK (code <> ''),
  name             TEXT NOT NULL CHECK (name <> ''),
  name_key         TEXT NOT NULL,
  comparing_key    TEXT NOT NULL,
  other_names      TEXT NOT NULL DEFAULT '',
  document         TEXT,  -- that launched it
  date             TEXT CHECK (length(date) IN (4, 7, 10)),
  first_day        TEXT AS (substr(date || '-01-01', 1, 10)) STORED
                   CHECK (date(first_day, '+0 days') IS first_day),
  last_day         TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
                     WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  term_from        TEXT CHECK (length(term_from) IN (4, 7, 10)),
  term_to          TEXT CHECK (length(term_to) IN (4, 7, 10)),
  organiser        TEXT,  -- as written
  unit_id          INTEGER REFERENCES unit (id),  -- the organiser, where it is on the register
  scope            TEXT,
  theme            TEXT,
  note             TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL))
) STRICT;
CREATE UNIQUE INDEX movement_by_uuid ON movement (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX movement_by_name ON movement (name_key);

CREATE TABLE model (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  name             TEXT NOT NULL CHECK (name <> ''),
  name_key         TEXT NOT NULL,
  comparing_key    TEXT NOT NULL,
  kind             TEXT NOT NULL DEFAULT 'unclassified'
                   CHECK (kind IN ('collective', 'individual', 'household', 'unclassified')),
  unit_id          INTEGER NOT NULL REFERENCES unit (id),
  field            TEXT,
  leader           TEXT,
  address          TEXT,
  summary          TEXT,
  movement_id      INTEGER REFERENCES movement (id),
  note             TEXT,
  kind_text        TEXT,
  unit_text        TEXT,
  field_text       TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  field_vocabulary    TEXT AS ('model_field'),
  FOREIGN KEY (field_vocabulary, field) REFERENCES term (vocabulary, code)
) STRICT;
CREATE UNIQUE INDEX model_by_uuid ON model (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX model_by_name ON model (name_key, unit_id);
CREATE INDEX model_by_unit ON model (unit_id);

-- A model's year: registered new, continued, or the list does not say. Recorded by year as a rule.
CREATE TABLE registration (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  model_id  INTEGER NOT NULL REFERENCES model (id),
  date      TEXT NOT NULL CHECK (length(date) IN (4, 7, 10)),
  first_day TEXT AS (substr(date || '-01-01', 1, 10)) STORED
            CHECK (date(first_day, '+0 days') IS first_day),
  last_day  TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
              WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  year      INTEGER AS (CAST(substr(date, 1, 4) AS INTEGER)) STORED,
  status    TEXT CHECK (status IN ('new', 'continued')),
  document  TEXT,
  UNIQUE (model_id, year)
) STRICT;
CREATE UNIQUE INDEX registration_by_uuid ON registration (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX registration_by_model ON registration (model_id, date, status);

CREATE TABLE model_milestone (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  model_id  INTEGER NOT NULL REFERENCES model (id),
  milestone TEXT NOT NULL CHECK (milestone IN ('appraised', 'recognised', 'replicated', 'stopped')),
  date      TEXT CHECK (length(date) IN (4, 7, 10)),
  first_day TEXT AS (substr(date || '-01-01', 1, 10)) STORED
            CHECK (date(first_day, '+0 days') IS first_day),
  last_day  TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
              WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  level     TEXT CHECK ((level IS NULL) OR milestone = 'recognised'),
  unit_id   INTEGER REFERENCES unit (id),  -- the unit that took the model up
  document  TEXT,
  level_vocabulary TEXT AS ('level'),
  FOREIGN KEY (level_vocabulary, level) REFERENCES term (vocabulary, code)
) STRICT;
CREATE UNIQUE INDEX model_milestone_by_uuid ON model_milestone (uuid) WHERE uuid IS NOT NULL;
CREATE UNIQUE INDEX model_milestone_once ON model_milestone
  (model_id, milestone, ifnull(date, ''), ifnull(level, ''), ifnull(unit_id, 0), date, level);

CREATE TABLE exemplar (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  name             TEXT NOT NULL CHECK (name <> ''),
  name_key         TEXT NOT NULL,
  comparing_key    TEXT NOT NULL,
  kind             TEXT NOT NULL
                   CHECK (kind IN ('collective', 'individual', 'household', 'unclassified')),
  unit_id          INTEGER REFERENCES unit (id),
  field            TEXT,
  movement_id      INTEGER REFERENCES movement (id),
  birth_year       INTEGER CHECK (birth_year BETWEEN 1850 AND 2200),
  gender           TEXT CHECK (gender IN ('male', 'female')),
  position         TEXT,
  works_directly   INTEGER CHECK (works_directly IN (0, 1)),  -- trực tiếp lao động, sản xuất
  leads            INTEGER CHECK (leads IN (0, 1)),           -- lãnh đạo, quản lý
  address          TEXT,
  summary          TEXT,
  model_id         INTEGER REFERENCES model (id),  -- the model it grew from
  note             TEXT,
  kind_text        TEXT,
  unit_text        TEXT,
  field_text       TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  field_vocabulary    TEXT AS ('exemplar_field'),
  FOREIGN KEY (field_vocabulary, field) REFERENCES term (vocabulary, code)
) STRICT;
CREATE UNIQUE INDEX exemplar_by_uuid ON exemplar (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX exemplar_by_name ON exemplar (name_key, unit_id);
CREATE INDEX exemplar_by_unit ON exemplar
  (unit_id, kind, field, cancelled_on, gender, works_directly, leads);
CREATE INDEX exemplar_by_model ON exemplar (model_id) WHERE model_id IS NOT NULL;

CREATE TABLE exemplar_milestone (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid        TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  exemplar_id INTEGER NOT NULL REFERENCES exemplar (id),
  milestone   TEXT NOT NULL CHECK (milestone IN ('discovered', 'fostered', 'multiplied')),
  date        TEXT CHECK (length(date) IN (4, 7, 10)),
  -- Not stored: there are more of these rows than of all others, and few ask.
  first_day   TEXT AS (substr(date || '-01-01', 1, 10))
              CHECK (date(first_day, '+0 days') IS first_day),
  last_day    TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
                WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END),
  document    TEXT
) STRICT;
CREATE UNIQUE INDEX exemplar_milestone_by_uuid ON exemplar_milestone (uuid) WHERE uuid IS NOT NULL;
CREATE UNIQUE INDEX exemplar_milestone_once ON exemplar_milestone (exemplar_id, milestone, date);
CREATE UNIQUE INDEX exemplar_milestone_once_undated ON exemplar_milestone (exemplar_id, milestone)
  WHERE date IS NULL;

CREATE TABLE event (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  name             TEXT NOT NULL CHECK (name <> ''),
  name_key         TEXT NOT NULL,
  comparing_key    TEXT NOT NULL,
  type             TEXT NOT NULL,
  date             TEXT CHECK (length(date) IN (4, 7, 10)),
  first_day        TEXT AS (substr(date || '-01-01', 1, 10)) STORED
                   CHECK (date(first_day, '+0 days') IS first_day),
  last_day         TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
                     WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  place            TEXT,
  organiser        TEXT,  -- as written
  unit_id          INTEGER REFERENCES unit (id),  -- the organiser, where it is on the register
  movement_id      INTEGER REFERENCES movement (id),
  period_reviewed  TEXT,
  attendance       INTEGER CHECK (attendance >= 0),
  note             TEXT,
  type_text        TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  type_vocabulary     TEXT AS ('event_type'),
  FOREIGN KEY (type_vocabulary, type) REFERENCES term (vocabulary, code)
) STRICT;
CREATE UNIQUE INDEX event_by_uuid ON event (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX event_by_identity ON event (comparing_key, date);
CREATE INDEX event_by_unit ON event (unit_id);

CREATE TABLE decision (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid               TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  number             TEXT NOT NULL CHECK (number <> ''),  -- 163/QĐ-UBND, 123-QĐ/HU
  number_key         TEXT NOT NULL,
  date               TEXT CHECK (length(date) IN (4, 7, 10)),
  first_day          TEXT AS (substr(date || '-01-01', 1, 10)) STORED
                     CHECK (date(first_day, '+0 days') IS first_day),
  last_day           TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
                       WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  body               TEXT,  -- the issuing body
  level              TEXT,
  system             TEXT,  -- State, Party, Front and unions, enterprise
  signer             TEXT,
  signer_position    TEXT,
  abstract           TEXT,
  category           TEXT,
  stated_collectives INTEGER CHECK (stated_collectives >= 0),
  stated_individuals INTEGER CHECK (stated_individuals >= 0),
  stated_households  INTEGER CHECK (stated_households >= 0),
  movement_id        INTEGER REFERENCES movement (id),
  note             TEXT,
  level_text       TEXT,
  system_text      TEXT,
  category_text    TEXT,
  cancelled_on       TEXT,
  cancelled_reason   TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  level_vocabulary    TEXT AS ('level'),
  system_vocabulary   TEXT AS ('system'),
  category_vocabulary TEXT AS ('category'),
  FOREIGN KEY (level_vocabulary, level) REFERENCES term (vocabulary, code),
  FOREIGN KEY (system_vocabulary, system) REFERENCES term (vocabulary, code),
  FOREIGN KEY (category_vocabulary, category) REFERENCES term (vocabulary, code)
) STRICT;
CREATE UNIQUE INDEX decision_by_uuid ON decision (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX decision_by_number ON decision (number_key);

CREATE TABLE honour (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  recipient        TEXT NOT NULL CHECK (recipient <> ''),  -- as written
  name_key         TEXT NOT NULL,
  comparing_key    TEXT NOT NULL,
  honorific        TEXT,
  position         TEXT,
  birth_year       INTEGER CHECK (birth_year BETWEEN 1850 AND 2200),
  gender           TEXT CHECK (gender IN ('male', 'female')),
  address          TEXT,
  works_directly   INTEGER CHECK (works_directly IN (0, 1)),
  leads            INTEGER CHECK (leads IN (0, 1)),
  kind             TEXT NOT NULL
                   CHECK (kind IN ('collective', 'individual', 'household', 'unclassified')),
  unit_id          INTEGER REFERENCES unit (id),
  act              TEXT NOT NULL CHECK (act IN ('praise', 'honour', 'commend')),
  form             TEXT,
  title            TEXT,
  form_text        TEXT,  -- form or title as written, with its class, body and level
  class            TEXT,  -- hạng
  body             TEXT,  -- the decision's, where the form does not name one
  level            TEXT,
  system           TEXT,
  years            INTEGER CHECK (years > 0),  -- of membership: Huy hiệu 40 năm tuổi Đảng
  category         TEXT,
  movement_id      INTEGER REFERENCES movement (id),
  decision_id      INTEGER REFERENCES decision (id),
  event_id         INTEGER REFERENCES event (id),
  date             TEXT CHECK (length(date) IN (4, 7, 10)),  -- where no decision or event dates it
  first_day        TEXT AS (substr(date || '-01-01', 1, 10)) STORED
                   CHECK (date(first_day, '+0 days') IS first_day),
  last_day         TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
                     WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  achievement_year INTEGER CHECK (achievement_year BETWEEN 1945 AND 2200),
  achievement      TEXT,
  amount           INTEGER CHECK (amount >= 0),  -- đồng
  status           TEXT NOT NULL DEFAULT 'awarded' CHECK (status IN ('proposed', 'awarded')),
  note             TEXT,
  kind_text        TEXT,
  unit_text        TEXT,
  act_text         TEXT,
  level_text       TEXT,
  system_text      TEXT,
  category_text    TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  form_vocabulary     TEXT AS ('form'),
  title_vocabulary    TEXT AS ('title'),
  class_vocabulary    TEXT AS ('class'),
  level_vocabulary    TEXT AS ('level'),
  system_vocabulary   TEXT AS ('system'),
  category_vocabulary TEXT AS ('category'),
  FOREIGN KEY (form_vocabulary, form) REFERENCES term (vocabulary, code),
  FOREIGN KEY (title_vocabulary, title) REFERENCES term (vocabulary, code),
  FOREIGN KEY (class_vocabulary, class) REFERENCES term (vocabulary, code),
  FOREIGN KEY (level_vocabulary, level) REFERENCES term (vocabulary, code),
  FOREIGN KEY (system_vocabulary, system) REFERENCES term (vocabulary, code),
  FOREIGN KEY (category_vocabulary, category) REFERENCES term (vocabulary, code)
) STRICT;
CREATE UNIQUE INDEX honour_by_uuid ON honour (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX honour_by_name ON honour (name_key, unit_id);
CREATE INDEX honour_by_unit ON honour
  (unit_id, decision_id, event_id, date, status, cancelled_on);
CREATE INDEX honour_by_decision ON honour (decision_id);
CREATE INDEX honour_by_event ON honour (event_id);

-- The papers of one round of proposals: from the lists of units to the meeting and the decision.
CREATE TABLE dossier (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  name             TEXT NOT NULL CHECK (name <> ''),
  name_key         TEXT NOT NULL,
  comparing_key    TEXT NOT NULL,
  date             TEXT CHECK (length(date) IN (4, 7, 10)),
  first_day        TEXT AS (substr(date || '-01-01', 1, 10)) STORED
                   CHECK (date(first_day, '+0 days') IS first_day),
  last_day         TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
                     WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  unit_id          INTEGER REFERENCES unit (id),  -- who proposes
  body             TEXT,                          -- to whom
  level            TEXT,
  level_text       TEXT,
  movement_id      INTEGER REFERENCES movement (id),
  decision_id      INTEGER REFERENCES decision (id),  -- that ended it
  event_id         INTEGER REFERENCES event (id),     -- where it is handed over
  meeting_date     TEXT CHECK (date(meeting_date, '+0 days') IS meeting_date),
  meeting_place    TEXT,
  chair            TEXT,
  secretary        TEXT,
  members          INTEGER CHECK (members >= 0),
  present          INTEGER CHECK (present BETWEEN 0 AND members),
  note             TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  level_vocabulary    TEXT AS ('level'),
  FOREIGN KEY (level_vocabulary, level) REFERENCES term (vocabulary, code)
) STRICT;
CREATE UNIQUE INDEX dossier_by_uuid ON dossier (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX dossier_by_decision ON dossier (decision_id);

-- A proposal keeps its day and its fate; who is proposed, and for what, says its honour, which has
-- the status proposed until it is awarded. That it was awarded is said by the honour alone.
CREATE TABLE proposal (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  honour_id        INTEGER NOT NULL UNIQUE REFERENCES honour (id),
  dossier_id       INTEGER REFERENCES dossier (id),
  date             TEXT CHECK (length(date) IN (4, 7, 10)),
  first_day        TEXT AS (substr(date || '-01-01', 1, 10)) STORED
                   CHECK (date(first_day, '+0 days') IS first_day),
  last_day         TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
                     WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  proposer_id      INTEGER REFERENCES unit (id),  -- who proposes
  to_body          TEXT,                          -- to whom
  to_level         TEXT,
  votes_for        INTEGER CHECK (votes_for >= 0),
  votes_of         INTEGER CHECK (votes_of >= votes_for),
  outcome          TEXT NOT NULL DEFAULT 'open'
                   CHECK (outcome IN ('open', 'passed', 'not_passed', 'returned')),
  outcome_date     TEXT CHECK (length(outcome_date) IN (4, 7, 10)),
  outcome_reason   TEXT,
  proposer_text    TEXT,
  to_level_text    TEXT,
  outcome_text     TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  to_level_vocabulary TEXT AS ('level'),
  FOREIGN KEY (to_level_vocabulary, to_level) REFERENCES term (vocabulary, code)
) STRICT;
CREATE UNIQUE INDEX proposal_by_uuid ON proposal (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX proposal_by_dossier ON proposal (dossier_id);

CREATE TABLE certificate (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  honour_id        INTEGER NOT NULL UNIQUE REFERENCES honour (id),
  number           TEXT NOT NULL CHECK (number <> ''),  -- in the book
  place            TEXT,
  date             TEXT CHECK (length(date) IN (4, 7, 10)),
  first_day        TEXT AS (substr(date || '-01-01', 1, 10)) STORED
                   CHECK (date(first_day, '+0 days') IS first_day),
  last_day         TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
                     WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  signer           TEXT,
  signer_position  TEXT,
  note             TEXT
) STRICT;
CREATE UNIQUE INDEX certificate_by_uuid ON certificate (uuid) WHERE uuid IS NOT NULL;

-- Who hands over to whom at a conference, in the order of place_in_order where it is given.
CREATE TABLE presenter (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  event_id         INTEGER NOT NULL REFERENCES event (id),
  name             TEXT NOT NULL CHECK (name <> ''),
  name_key         TEXT NOT NULL,
  comparing_key    TEXT NOT NULL,
  position         TEXT,
  recipients       TEXT,  -- the group, as the programme of the conference calls it
  place_in_order   INTEGER CHECK (place_in_order > 0),
  note             TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL))
) STRICT;
CREATE UNIQUE INDEX presenter_by_uuid ON presenter (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX presenter_by_event ON presenter (event_id);

-- Publicity: an article, a broadcast, a talk about an exemplar.
CREATE TABLE publication (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  exemplar_id      INTEGER NOT NULL REFERENCES exemplar (id),
  title            TEXT NOT NULL CHECK (title <> ''),
  type             TEXT NOT NULL,
  date             TEXT CHECK (length(date) IN (4, 7, 10)),
  first_day        TEXT AS (substr(date || '-01-01', 1, 10)) STORED
                   CHECK (date(first_day, '+0 days') IS first_day),
  last_day         TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
                     WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  place            TEXT,  -- newspaper, station, meeting
  note             TEXT,
  type_text        TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  type_vocabulary  TEXT AS ('publication_type'),
  FOREIGN KEY (type_vocabulary, type) REFERENCES term (vocabulary, code)
) STRICT;
CREATE UNIQUE INDEX publication_by_uuid ON publication (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX publication_by_exemplar ON publication (exemplar_id);

-- What a unit is to reach in a year («chỉ tiêu»); what it reached is counted, never recorded.
CREATE TABLE target (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  unit_id          INTEGER NOT NULL REFERENCES unit (id),
  year             INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  measure          TEXT NOT NULL CHECK (measure IN ('models_registered', 'models_recognised',
                     'exemplars_discovered', 'exemplars_fostered', 'exemplars_multiplied')),
  value            INTEGER NOT NULL CHECK (value >= 0),
  document         TEXT,
  note             TEXT,
  measure_text     TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  UNIQUE (unit_id, year, measure)
) STRICT;
CREATE UNIQUE INDEX target_by_uuid ON target (uuid) WHERE uuid IS NOT NULL;

-- When a title may be given: years of another one, as data with its article.
CREATE TABLE award_rule (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  vocabulary       TEXT NOT NULL CHECK (vocabulary IN ('form', 'title')),
  code             TEXT NOT NULL,  -- what may be given
  needed_vocabulary TEXT NOT NULL CHECK (needed_vocabulary IN ('form', 'title')),
  needed           TEXT NOT NULL,  -- after so many years of this
  years            INTEGER NOT NULL CHECK (years > 0),
  in_a_row         INTEGER NOT NULL DEFAULT 1 CHECK (in_a_row IN (0, 1)),
  source           TEXT,           -- the law's article
  valid_from       TEXT CHECK (date(valid_from, '+0 days') IS valid_from),
  valid_to         TEXT CHECK (date(valid_to, '+0 days') IS valid_to),
  FOREIGN KEY (vocabulary, code) REFERENCES term (vocabulary, code),
  FOREIGN KEY (needed_vocabulary, needed) REFERENCES term (vocabulary, code)
) STRICT;
CREATE UNIQUE INDEX award_rule_by_uuid ON award_rule (uuid) WHERE uuid IS NOT NULL;

-- A figure from an old paper, which no rows of the register stand behind (DOMAIN section 3, rule 7).
-- Shown apart from what is counted, never added to it.
CREATE TABLE reported_figure (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id        INTEGER,
  name             TEXT NOT NULL CHECK (name <> ''),  -- what the paper counts, in its words
  name_key         TEXT NOT NULL,
  comparing_key    TEXT NOT NULL,
  section          TEXT NOT NULL CHECK (section IN ('exemplars', 'models', 'events', 'honours')),
  value            INTEGER NOT NULL CHECK (value >= 0),
  period           TEXT NOT NULL,  -- as written: 6 tháng đầu năm 2019
  first_day        TEXT NOT NULL CHECK (date(first_day, '+0 days') IS first_day),
  last_day         TEXT NOT NULL CHECK (date(last_day, '+0 days') IS last_day),
  unit_id          INTEGER REFERENCES unit (id),
  source           TEXT NOT NULL CHECK (source <> ''),
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL))
) STRICT;
CREATE UNIQUE INDEX reported_figure_by_uuid ON reported_figure (uuid) WHERE uuid IS NOT NULL;

-- One run of `emul import`, and under it one row per sheet that it took in.
CREATE TABLE import (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id INTEGER NOT NULL REFERENCES change (id),
  at        TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT;
CREATE TABLE import_list (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  import_id INTEGER NOT NULL REFERENCES import (id),
  file      TEXT NOT NULL,
  digest    TEXT NOT NULL,
  sheet     TEXT,
  register  TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  added     INTEGER NOT NULL,
  changed   INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  refused   INTEGER NOT NULL,
  skipped   INTEGER NOT NULL
) STRICT;
CREATE INDEX import_list_by_import ON import_list (import_id);
CREATE INDEX import_list_by_digest ON import_list (digest);

------------------------------------------------------------------------------------------------
-- Registers that come together (register/merging.py)
------------------------------------------------------------------------------------------------

-- How far each register was taken in. It is written first in the change that merges, which tells
-- such a change from an edit.
CREATE TABLE merged_register (
  register_uuid TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  last_change   TEXT NOT NULL  -- uuid of its last change that was taken in
) STRICT, WITHOUT ROWID;

-- Edits made in other registers, of which the log here knows only that they were merged.
CREATE TABLE edit_elsewhere (
  table_name  TEXT NOT NULL,
  row_id      INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  change_uuid TEXT NOT NULL,
  at          TEXT NOT NULL,
  who         TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id, column_name, change_uuid)
) STRICT, WITHOUT ROWID;

-- Identities that other registers know a row by: two units found to be one, records joined.
CREATE TABLE other_uuid (
  uuid       TEXT PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX other_uuid_by_row ON other_uuid (table_name, row_id);

-- Rows that some register took away; a merge must not bring them back.
CREATE TABLE gone_row (
  uuid       TEXT PRIMARY KEY,
  table_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a clerk says of two records: the same, or two. It stands beside them, nothing is rewritten,
-- so it can be withdrawn at any time. Both are uuids of records, which may come later.
CREATE TABLE verdict (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  change_id INTEGER,
  one       TEXT NOT NULL,
  other     TEXT NOT NULL CHECK (one < other),
  verdict   TEXT NOT NULL CHECK (verdict IN ('same', 'distinct')),
  reason    TEXT,
  UNIQUE (one, other)
) STRICT;
CREATE UNIQUE INDEX verdict_by_uuid ON verdict (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX verdict_by_other ON verdict (other);

-- Who is who (register/identity/): derived from the records and verdicts, computed again for the
-- names that a change touches, outside the log. A record that is alone stands in none.
CREATE TABLE subject_record (
  noun      TEXT NOT NULL,     -- the letter of the record's ids
  record_id INTEGER NOT NULL,
  subject   TEXT NOT NULL,     -- the first id of its records: X12, H40; of papers the most exact
  kind      TEXT,              -- of all of them: two known kinds leave it open
  birth_year INTEGER,          -- as one of them has it
  gender    TEXT,
  turn      INTEGER,           -- among several of its noun: of equal days the first one counts;
                               -- of an honour 1 where it repeats another one, else none
  PRIMARY KEY (noun, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX subject_record_by_subject ON subject_record (subject, noun, record_id, turn);
CREATE TABLE suspect (
  one   TEXT NOT NULL,  -- two subjects that nothing known tells apart
  other TEXT NOT NULL CHECK (one <> other),
  why   TEXT NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX suspect_by_other ON suspect (other);

-- What was purged: its identity, and a salted digest of its comparing name, so that neither a
-- merge nor a list brings it back. No name.
CREATE TABLE tombstone (
  uuid       TEXT PRIMARY KEY,
  table_name TEXT NOT NULL,
  change_id  INTEGER NOT NULL,
  salt       TEXT NOT NULL,
  digest     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the clerk answered about a heading or a name in lists. It holds within the life of the units
-- that she was asked about, or for the one list.
CREATE TABLE answer (
  about       TEXT NOT NULL CHECK (about IN ('heading', 'unit')),
  text        TEXT NOT NULL,
  meaning     TEXT NOT NULL,
  valid_from  TEXT NOT NULL DEFAULT '',
  valid_to    TEXT,
  list_digest TEXT NOT NULL DEFAULT '',
  change_id   INTEGER,
  PRIMARY KEY (about, text, valid_from, list_digest)
) STRICT, WITHOUT ROWID;

-- «It is so»: what check would warn of and the clerk has looked at: a unit outside its life, a
-- title after its law.
CREATE TABLE accepted_finding (
  record    TEXT NOT NULL,  -- X12
  finding   TEXT NOT NULL,  -- the word of the finding
  note      TEXT,
  change_id INTEGER,
  PRIMARY KEY (record, finding)
) STRICT, WITHOUT ROWID;

-- Tables and requests that the clerk keeps for every quarter.
CREATE TABLE kept_table (
  name          TEXT PRIMARY KEY CHECK (name <> ''),
  specification TEXT NOT NULL,  -- JSON
  change_id     INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_request (
  name      TEXT PRIMARY KEY CHECK (name <> ''),
  command   TEXT NOT NULL,
  change_id INTEGER
) STRICT, WITHOUT ROWID;

-- A report kept as it was submitted: what was asked and every figure, as JSON. Its figures are
-- those of the register as change_id left it.
CREATE TABLE kept_report (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  name      TEXT NOT NULL UNIQUE CHECK (name <> ''),  -- 45-BC/HU
  change_id INTEGER NOT NULL REFERENCES change (id),
  request   TEXT NOT NULL,
  figures   TEXT NOT NULL
) STRICT;

------------------------------------------------------------------------------------------------
-- Views at row grain
------------------------------------------------------------------------------------------------
-- For people first: what a record is called, its codes each with their labels, its days; then the
-- texts as written, and last what only joins and counts need. A value that is worked out is cast,
-- so that a reader of the file finds a type declared (SQLite names it from 3.41 on).


CREATE VIEW units AS
SELECT unit.id, unit.code, unit.name, unit.type,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'unit_type' AND code = unit.type) AS type_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'unit_type' AND code = unit.type) AS type_label_en,
       parent.name AS parent, unit.unit_group, unit.valid_from, unit.valid_to, unit.address,
       unit.note, unit.type_text, unit.cancelled_on, unit.cancelled_reason, unit.parent_id,
       CAST(ifnull(unit.code, 'U' || unit.id) AS TEXT) AS unit_code
FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parent_id;

-- Whose place was taken by whom, by their names.
CREATE VIEW successions AS
SELECT unit_succession.id, old.name AS old_unit, new.name AS new_unit, unit_succession.date,
       unit_succession.document, unit_succession.old_unit_id, unit_succession.new_unit_id
FROM unit_succession
JOIN unit AS old ON old.id = unit_succession.old_unit_id
JOIN unit AS new ON new.id = unit_succession.new_unit_id;

CREATE VIEW movements AS
SELECT movement.id, movement.code, movement.name, movement.other_names, movement.document,
       movement.date, movement.first_day, movement.last_day, movement.term_from,
       movement.term_to, movement.organiser, movement.scope, movement.theme, movement.note,
       movement.cancelled_on, movement.cancelled_reason, movement.unit_id
FROM movement;

-- Records of one subject have one kind; `subject` is the id that the subject is called by, `turn`
-- stands only where there are several of the noun. The days of the stages are the first of each.
CREATE VIEW exemplars AS
SELECT exemplar.id, exemplar.name, CAST(ifnull(who.kind, exemplar.kind) AS TEXT) AS kind,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'kind' AND code = ifnull(who.kind, exemplar.kind)) AS kind_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'kind' AND code = ifnull(who.kind, exemplar.kind)) AS kind_label_en,
       unit.name AS unit, exemplar.field, field.label_vi AS field_label_vi,
       field.label_en AS field_label_en,
       (SELECT code
        FROM exemplar_milestone JOIN term ON vocabulary = 'exemplar_milestone' AND code = milestone
        WHERE exemplar_id = exemplar.id ORDER BY position DESC LIMIT 1) AS stage,
       (SELECT label_vi
        FROM exemplar_milestone JOIN term ON vocabulary = 'exemplar_milestone' AND code = milestone
        WHERE exemplar_id = exemplar.id ORDER BY position DESC LIMIT 1) AS stage_label_vi,
       (SELECT label_en
        FROM exemplar_milestone JOIN term ON vocabulary = 'exemplar_milestone' AND code = milestone
        WHERE exemplar_id = exemplar.id ORDER BY position DESC LIMIT 1) AS stage_label_en,
       CAST((SELECT min(date) FROM exemplar_milestone
             WHERE exemplar_id = exemplar.id AND milestone = 'discovered') AS TEXT) AS discovered,
       CAST((SELECT min(date) FROM exemplar_milestone
             WHERE exemplar_id = exemplar.id AND milestone = 'fostered') AS TEXT) AS fostered,
       CAST((SELECT min(date) FROM exemplar_milestone
             WHERE exemplar_id = exemplar.id AND milestone = 'multiplied') AS TEXT) AS multiplied,
       movement.name AS movement,
       CAST(ifnull(exemplar.birth_year, who.birth_year) AS INTEGER) AS birth_year,
       CAST(ifnull(exemplar.gender, who.gender) AS TEXT) AS gender, exemplar.position,
       exemplar.works_directly, exemplar.leads, exemplar.summary, exemplar.address,
       exemplar.note, exemplar.kind_text, exemplar.unit_text, exemplar.field_text,
       exemplar.cancelled_on, exemplar.cancelled_reason, exemplar.unit_id,
       CAST(ifnull(unit.code, 'U' || unit.id) AS TEXT) AS unit_code, exemplar.movement_id,
       exemplar.model_id, CAST(ifnull(who.subject, 'X' || exemplar.id) AS TEXT) AS subject,
       who.turn
FROM exemplar
LEFT JOIN unit ON unit.id = exemplar.unit_id
LEFT JOIN movement ON movement.id = exemplar.movement_id
LEFT JOIN term AS field ON field.vocabulary = 'exemplar_field' AND field.code = exemplar.field
LEFT JOIN subject_record AS who ON who.noun = 'X' AND who.record_id = exemplar.id;

CREATE VIEW models AS
SELECT model.id, model.name, CAST(ifnull(who.kind, model.kind) AS TEXT) AS kind,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'kind' AND code = ifnull(who.kind, model.kind)) AS kind_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'kind' AND code = ifnull(who.kind, model.kind)) AS kind_label_en,
       unit.name AS unit, model.field, field.label_vi AS field_label_vi,
       field.label_en AS field_label_en, model.leader, model.address, model.summary, model.note,
       movement.name AS movement, model.kind_text, model.unit_text, model.field_text,
       model.cancelled_on, model.cancelled_reason, model.unit_id,
       CAST(ifnull(unit.code, 'U' || unit.id) AS TEXT) AS unit_code, model.movement_id,
       CAST(ifnull(who.subject, 'M' || model.id) AS TEXT) AS subject, who.turn
FROM model
JOIN unit ON unit.id = model.unit_id
LEFT JOIN movement ON movement.id = model.movement_id
LEFT JOIN term AS field ON field.vocabulary = 'model_field' AND field.code = model.field
LEFT JOIN subject_record AS who ON who.noun = 'M' AND who.record_id = model.id;

CREATE VIEW registrations AS
SELECT registration.id, models.name, models.kind, models.kind_label_vi, models.kind_label_en,
       models.unit, models.field, models.field_label_vi, models.field_label_en,
       registration.year, registration.status,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'registration_status' AND code = registration.status) AS status_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'registration_status' AND code = registration.status) AS status_label_en,
       registration.date, registration.first_day, registration.last_day, registration.document,
       models.cancelled_on, registration.model_id, models.unit_id, models.unit_code,
       models.subject, models.turn
FROM registration JOIN models ON models.id = registration.model_id;

-- What exemplars and models reached, one row each; `record` is the id that the screen shows. What a
-- model reached year by year are its registrations.
CREATE VIEW milestones AS
SELECT CAST('X' || exemplars.id AS TEXT) AS record, exemplars.name, exemplars.kind,
       exemplars.kind_label_vi, exemplars.kind_label_en, exemplars.unit, step.milestone,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'exemplar_milestone' AND code = step.milestone) AS milestone_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'exemplar_milestone' AND code = step.milestone) AS milestone_label_en,
       step.date, CAST(step.first_day AS TEXT) AS first_day,
       CAST(step.last_day AS TEXT) AS last_day, CAST(NULL AS TEXT) AS level,
       CAST(NULL AS TEXT) AS level_label_vi, CAST(NULL AS TEXT) AS level_label_en,
       CAST(NULL AS TEXT) AS replicated_by, step.document, exemplars.cancelled_on,
       exemplars.unit_id, exemplars.subject
FROM exemplar_milestone AS step JOIN exemplars ON exemplars.id = step.exemplar_id
UNION ALL
SELECT 'M' || models.id, models.name, models.kind, models.kind_label_vi, models.kind_label_en,
       models.unit, step.milestone,
       (SELECT label_vi FROM term WHERE vocabulary = 'model_milestone' AND code = step.milestone),
       (SELECT label_en FROM term WHERE vocabulary = 'model_milestone' AND code = step.milestone),
       step.date, step.first_day, step.last_day, step.level,
       (SELECT label_vi FROM term WHERE vocabulary = 'level' AND code = step.level),
       (SELECT label_en FROM term WHERE vocabulary = 'level' AND code = step.level), taker.name,
       step.document, models.cancelled_on, models.unit_id, models.subject
FROM model_milestone AS step JOIN models ON models.id = step.model_id
LEFT JOIN unit AS taker ON taker.id = step.unit_id;

CREATE VIEW events AS
SELECT event.id, event.name, event.type, type.label_vi AS type_label_vi,
       type.label_en AS type_label_en, event.date, event.first_day, event.last_day, event.place,
       event.organiser, movement.name AS movement, event.period_reviewed, event.attendance,
       event.note, event.type_text, event.cancelled_on, event.cancelled_reason, event.unit_id,
       event.movement_id, CAST(ifnull(who.subject, 'E' || event.id) AS TEXT) AS subject, who.turn
FROM event JOIN term AS type ON type.vocabulary = 'event_type' AND type.code = event.type
LEFT JOIN movement ON movement.id = event.movement_id
LEFT JOIN subject_record AS who ON who.noun = 'E' AND who.record_id = event.id;

CREATE VIEW decisions AS
SELECT decision.id, decision.number, decision.date, decision.first_day, decision.last_day,
       decision.body, decision.level,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'level' AND code = decision.level) AS level_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'level' AND code = decision.level) AS level_label_en,
       decision.system,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'system' AND code = decision.system) AS system_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'system' AND code = decision.system) AS system_label_en,
       decision.signer, decision.signer_position, decision.abstract, decision.category,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'category' AND code = decision.category) AS category_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'category' AND code = decision.category) AS category_label_en,
       decision.stated_collectives, decision.stated_individuals, decision.stated_households,
       movement.name AS movement, decision.note, decision.level_text, decision.system_text,
       decision.category_text, decision.cancelled_on, decision.cancelled_reason,
       decision.movement_id, CAST(ifnull(who.subject, 'D' || decision.id) AS TEXT) AS subject,
       who.turn
FROM decision LEFT JOIN movement ON movement.id = decision.movement_id
LEFT JOIN subject_record AS who ON who.noun = 'D' AND who.record_id = decision.id;

CREATE VIEW figures AS
SELECT reported_figure.id, reported_figure.name, reported_figure.section, reported_figure.value,
       reported_figure.period, reported_figure.first_day, reported_figure.last_day,
       unit.name AS unit, reported_figure.source, reported_figure.cancelled_on,
       reported_figure.cancelled_reason, reported_figure.unit_id,
       CAST(ifnull(unit.code, 'U' || unit.id) AS TEXT) AS unit_code
FROM reported_figure LEFT JOIN unit ON unit.id = reported_figure.unit_id;

-- An honour counts by the date of its decision, else of its event, else by its own
-- (DOMAIN section 3, rule 1). Of several records of one decision or event the most exact stands for
-- all; a row that says of one of them what a row of another says of the same person is repeated.
-- The exemplar or model that it belongs to is the first of its subject.
CREATE VIEW honours AS
SELECT honour.id, honour.recipient, honour.honorific, honour.position,
       CAST(ifnull(honour.birth_year, who.birth_year) AS INTEGER) AS birth_year,
       CAST(ifnull(honour.gender, who.gender) AS TEXT) AS gender,
       CAST(ifnull(who.kind, honour.kind) AS TEXT) AS kind,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'kind' AND code = ifnull(who.kind, honour.kind)) AS kind_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'kind' AND code = ifnull(who.kind, honour.kind)) AS kind_label_en,
       unit.name AS unit, honour.act,
       (SELECT label_vi FROM term WHERE vocabulary = 'act' AND code = honour.act) AS act_label_vi,
       (SELECT label_en FROM term WHERE vocabulary = 'act' AND code = honour.act) AS act_label_en,
       honour.form,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'form' AND code = honour.form) AS form_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'form' AND code = honour.form) AS form_label_en,
       honour.title,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'title' AND code = honour.title) AS title_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'title' AND code = honour.title) AS title_label_en,
       honour.class,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'class' AND code = honour.class) AS class_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'class' AND code = honour.class) AS class_label_en,
       CAST(ifnull(honour.body, decision.body) AS TEXT) AS body,
       CAST(ifnull(honour.level, decision.level) AS TEXT) AS level,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'level' AND code = ifnull(honour.level, decision.level)) AS level_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'level' AND code = ifnull(honour.level, decision.level)) AS level_label_en,
       CAST(ifnull(honour.system, decision.system) AS TEXT) AS system,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'system' AND code = ifnull(honour.system, decision.system)) AS system_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'system' AND code = ifnull(honour.system, decision.system)) AS system_label_en,
       honour.years, CAST(ifnull(honour.category, decision.category) AS TEXT) AS category,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'category' AND code = ifnull(honour.category, decision.category)) AS category_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'category' AND code = ifnull(honour.category, decision.category)) AS category_label_en,
       movement.name AS movement, decision.number AS decision, event.name AS event,
       CAST(coalesce(decision.date, event.date, honour.date) AS TEXT) AS date,
       CAST(coalesce(decision.first_day, event.first_day, honour.first_day) AS TEXT) AS first_day,
       CAST(coalesce(decision.last_day, event.last_day, honour.last_day) AS TEXT) AS last_day,
       CAST(CASE WHEN honour.cancelled_on IS NOT NULL THEN 'cancelled'
            WHEN who.turn > 0 THEN 'repeated' ELSE honour.status END AS TEXT) AS status,
       honour.achievement_year, honour.achievement, honour.amount, honour.address,
       honour.works_directly, honour.leads, honour.note, honour.form_text, honour.kind_text,
       honour.unit_text, honour.act_text, honour.level_text, honour.system_text,
       honour.category_text, honour.cancelled_on, honour.cancelled_reason, honour.unit_id,
       CAST(ifnull(unit.code, 'U' || unit.id) AS TEXT) AS unit_code, honour.movement_id,
       decision.id AS decision_id, event.id AS event_id,
       CAST(CASE substr(who.subject, 1, 1) WHEN 'X' THEN substr(who.subject, 2) END AS INTEGER)
       AS exemplar_id,
       CAST(CASE substr(who.subject, 1, 1) WHEN 'M' THEN substr(who.subject, 2) END AS INTEGER)
       AS model_id,
       CAST(ifnull(who.subject, 'H' || honour.id) AS TEXT) AS subject
FROM honour
LEFT JOIN unit ON unit.id = honour.unit_id
LEFT JOIN movement ON movement.id = honour.movement_id
LEFT JOIN subject_record AS who ON who.noun = 'H' AND who.record_id = honour.id
LEFT JOIN subject_record AS paper ON paper.noun = 'D' AND paper.record_id = honour.decision_id
LEFT JOIN decision
  ON decision.id = ifnull(CAST(substr(paper.subject, 2) AS INTEGER), honour.decision_id)
LEFT JOIN subject_record AS meeting ON meeting.noun = 'E' AND meeting.record_id = honour.event_id
LEFT JOIN event ON event.id = ifnull(CAST(substr(meeting.subject, 2) AS INTEGER), honour.event_id);

CREATE VIEW dossiers AS
SELECT dossier.id, dossier.name, dossier.date, dossier.first_day, dossier.last_day,
       unit.name AS unit, dossier.body, dossier.level,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'level' AND code = dossier.level) AS level_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'level' AND code = dossier.level) AS level_label_en,
       dossier.meeting_date, dossier.meeting_place, dossier.chair, dossier.secretary,
       dossier.members, dossier.present, movement.name AS movement, event.name AS event,
       decision.number AS decision, dossier.note, dossier.level_text, dossier.cancelled_on,
       dossier.cancelled_reason, dossier.unit_id, dossier.movement_id, dossier.event_id,
       dossier.decision_id
FROM dossier
LEFT JOIN unit ON unit.id = dossier.unit_id
LEFT JOIN movement ON movement.id = dossier.movement_id
LEFT JOIN event ON event.id = dossier.event_id
LEFT JOIN decision ON decision.id = dossier.decision_id;

-- A proposal counts by its own day, whatever became of it. One of which the honour was cancelled
-- before it was awarded is cancelled with it.
CREATE VIEW proposals AS
SELECT proposal.id, honours.recipient, honours.kind, honours.kind_label_vi,
       honours.kind_label_en, honours.unit, honours.honorific, honours.position,
       honours.birth_year, honours.gender, honours.act, honours.act_label_vi,
       honours.act_label_en, honours.form, honours.form_label_vi, honours.form_label_en,
       honours.title, honours.title_label_vi, honours.title_label_en, honours.class,
       honours.class_label_vi, honours.class_label_en, honours.body, honours.level,
       honours.level_label_vi, honours.level_label_en, honours.system, honours.system_label_vi,
       honours.system_label_en, honours.years, honours.category, honours.category_label_vi,
       honours.category_label_en, honours.movement, proposal.date, proposal.first_day,
       proposal.last_day, proposer.name AS proposer, proposal.to_body, proposal.to_level,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'level' AND code = proposal.to_level) AS to_level_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'level' AND code = proposal.to_level) AS to_level_label_en,
       proposal.votes_for, proposal.votes_of,
       CAST(CASE honour.status WHEN 'awarded' THEN 'awarded' ELSE proposal.outcome END AS TEXT) AS outcome,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'proposal_outcome' AND code = CASE honour.status WHEN 'awarded' THEN 'awarded' ELSE proposal.outcome END) AS outcome_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'proposal_outcome' AND code = CASE honour.status WHEN 'awarded' THEN 'awarded' ELSE proposal.outcome END) AS outcome_label_en,
       proposal.outcome_date, proposal.outcome_reason, dossier.name AS dossier, honours.decision,
       honours.event, honours.achievement_year, honours.achievement, honours.amount,
       honours.address, honours.works_directly, honours.leads, honours.note, honours.form_text,
       honours.kind_text, honours.unit_text, honours.act_text, honours.level_text,
       honours.system_text, honours.category_text, proposal.proposer_text,
       proposal.to_level_text, proposal.outcome_text,
       CAST(CASE WHEN proposal.cancelled_on IS NOT NULL THEN proposal.cancelled_on
            WHEN honour.status = 'proposed' THEN honour.cancelled_on END AS TEXT) AS cancelled_on,
       CAST(CASE WHEN proposal.cancelled_on IS NOT NULL THEN proposal.cancelled_reason
            WHEN honour.status = 'proposed' THEN honour.cancelled_reason END AS TEXT) AS cancelled_reason,
       proposal.honour_id, honours.unit_id, honours.unit_code, honours.movement_id,
       proposal.proposer_id, proposal.dossier_id, honours.decision_id, honours.event_id,
       honours.subject
FROM proposal
JOIN honours ON honours.id = proposal.honour_id
JOIN honour ON honour.id = proposal.honour_id
LEFT JOIN unit AS proposer ON proposer.id = proposal.proposer_id
LEFT JOIN dossier ON dossier.id = proposal.dossier_id;

-- A presenter is of the day and the unit of the conference, a publication of the unit of whom it is
-- about; a target is of its whole year.
CREATE VIEW presenters AS
SELECT presenter.id, presenter.name, presenter.position, presenter.recipients,
       presenter.place_in_order, events.name AS event, events.date, events.first_day,
       events.last_day, presenter.note, presenter.cancelled_on, presenter.cancelled_reason,
       presenter.event_id, events.unit_id
FROM presenter JOIN events ON events.id = presenter.event_id;

CREATE VIEW publications AS
SELECT publication.id, publication.title, publication.type, type.label_vi AS type_label_vi,
       type.label_en AS type_label_en, publication.date, publication.first_day,
       publication.last_day, publication.place, exemplars.name AS exemplar, exemplars.unit,
       publication.note, publication.type_text, publication.cancelled_on,
       publication.cancelled_reason, publication.exemplar_id, exemplars.unit_id,
       exemplars.unit_code, exemplars.subject
FROM publication
JOIN term AS type ON type.vocabulary = 'publication_type' AND type.code = publication.type
JOIN exemplars ON exemplars.id = publication.exemplar_id;

CREATE VIEW targets AS
SELECT target.id, unit.name AS unit, target.year, target.measure,
       (SELECT label_vi
        FROM term WHERE vocabulary = 'target_measure' AND code = target.measure) AS measure_label_vi,
       (SELECT label_en
        FROM term WHERE vocabulary = 'target_measure' AND code = target.measure) AS measure_label_en,
       target.value, target.document, target.note, CAST(target.year AS TEXT) AS date,
       CAST(target.year || '-01-01' AS TEXT) AS first_day,
       CAST(target.year || '-12-31' AS TEXT) AS last_day, target.measure_text,
       target.cancelled_on, target.cancelled_reason, target.unit_id,
       CAST(ifnull(unit.code, 'U' || unit.id) AS TEXT) AS unit_code
FROM target JOIN unit ON unit.id = target.unit_id;

-- Who or what is meant, one row each: named by the first of its records, of which it has so many.
CREATE VIEW subjects AS
SELECT exemplars.subject, exemplars.name AS name, exemplars.kind, exemplars.kind_label_vi,
       exemplars.kind_label_en, exemplars.unit, exemplars.birth_year, exemplars.gender,
       CAST(ifnull(nullif((SELECT count(*) FROM subject_record WHERE subject = exemplars.subject), 0), 1) AS INTEGER) AS records,
       exemplars.cancelled_on, exemplars.unit_id
FROM exemplars WHERE exemplars.subject = 'X' || exemplars.id
UNION ALL
SELECT models.subject, models.name AS name, models.kind, models.kind_label_vi,
       models.kind_label_en, models.unit, NULL, NULL,
       CAST(ifnull(nullif((SELECT count(*) FROM subject_record WHERE subject = models.subject), 0), 1) AS INTEGER) AS records,
       models.cancelled_on, models.unit_id
FROM models WHERE models.subject = 'M' || models.id
UNION ALL
SELECT honours.subject, honours.recipient AS name, honours.kind, honours.kind_label_vi,
       honours.kind_label_en, honours.unit, honours.birth_year, honours.gender,
       CAST(ifnull(nullif((SELECT count(*) FROM subject_record WHERE subject = honours.subject), 0), 1) AS INTEGER) AS records,
       honours.cancelled_on, honours.unit_id
FROM honours WHERE honours.subject = 'H' || honours.id;
