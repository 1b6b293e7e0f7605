-- The register of exemplars and skilful mass-mobilisation models of one office.
--
-- This file holds meaning: what a record is, what it may hold, and views that join and name
-- things, one row per exemplar, registration, honour. No period and no grouping: those are
-- questions and stand in tallies/. Any SQLite browser can open and understand the register.
--
-- Tables are named in the singular, the views over them in the plural.
-- Dates are partial ISO text (2022, 2022-05, 2022-10-04); first_day and last_day are the interval.
-- *_key columns are derived from names by domain/text.py: name_key is folded (search),
-- comparing_key keeps diacritics (identity). uuid is the identity that lasts between registers:
-- chance after the millisecond, so that the rows of a long list stand together in its index.
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

-- Vocabulary: every coded value with its labels. Forms, titles, levels, categories and fields
-- are the clerk's to extend, with the dates between which the law knows them; a title given
-- under an older law stays valid. other_names are separated by "; ".
CREATE TABLE term (
  vocabulary  TEXT NOT NULL,
  code        TEXT NOT NULL,
  label_vi    TEXT NOT NULL,
  label_en    TEXT NOT NULL,
  other_names TEXT NOT NULL DEFAULT '',
  valid_from  TEXT CHECK (date(valid_from, '+0 days') IS valid_from),
  valid_to    TEXT CHECK (date(valid_to, '+0 days') IS valid_to),
  position    INTEGER NOT NULL DEFAULT 1000,
  PRIMARY KEY (vocabulary, code)
) STRICT, WITHOUT ROWID;

-- One per writing command. at is UTC; the order of changes is that of their ids, for clocks go wrong.
CREATE TABLE change (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid    TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  at      TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  who     TEXT NOT NULL,
  command TEXT NOT NULL,
  undoes  INTEGER REFERENCES change (id)  -- the change that this one took back
) STRICT;

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
  after      TEXT           -- NULL: the row is gone
) STRICT;
CREATE INDEX change_row_by_change ON change_row (change_id);
CREATE INDEX change_row_by_record ON change_row (record);
CREATE INDEX change_row_gone ON change_row (table_name) WHERE after IS NULL;

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

CREATE TRIGGER change_stays BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_remains BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_row_stays BEFORE UPDATE ON change_row
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_row_remains BEFORE DELETE ON change_row
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE unit (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  code             TEXT UNIQUE CHECK (code <> ''),
  name             TEXT NOT NULL CHECK (name <> ''),
  name_key         TEXT NOT NULL,
  place_key        TEXT NOT NULL,  -- name_key without the word for the type: «cam due»
  type             TEXT NOT NULL CHECK (type IN ('province', 'district', 'commune', 'ward',
                     'township', 'city', 'office', 'armed_forces', 'mass_organisation', 'school',
                     'enterprise', 'village', 'club', 'other')),
  unit_group       TEXT,  -- khối
  parent_id        INTEGER REFERENCES unit (id) CHECK (parent_id <> id),
  valid_from       TEXT CHECK (date(valid_from, '+0 days') IS valid_from),
  valid_to         TEXT CHECK (date(valid_to, '+0 days') IS valid_to),
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL))
) STRICT;
CREATE INDEX unit_by_name ON unit (name_key);
CREATE INDEX unit_by_place ON unit (place_key);
CREATE INDEX unit_by_parent ON unit (parent_id);

CREATE TABLE unit_name (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  unit_id   INTEGER NOT NULL REFERENCES unit (id),
  name      TEXT NOT NULL CHECK (name <> ''),
  name_key  TEXT NOT NULL,
  place_key TEXT NOT NULL,
  UNIQUE (unit_id, name)
) STRICT;
CREATE INDEX unit_name_by_name ON unit_name (name_key);
CREATE INDEX unit_name_by_place ON unit_name (place_key);

-- Whose place was taken by whom, from a day on; many to many, for units merge and split. Records
-- keep the unit that they were made for: who answers for them on a day is a question.
CREATE TABLE unit_succession (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid        TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  old_unit_id INTEGER NOT NULL REFERENCES unit (id),
  new_unit_id INTEGER NOT NULL REFERENCES unit (id) CHECK (new_unit_id <> old_unit_id),
  date        TEXT NOT NULL CHECK (date(date, '+0 days') IS date),  -- the new unit's first day
  document    TEXT,
  UNIQUE (old_unit_id, new_unit_id)
) STRICT;
CREATE INDEX unit_succession_by_new ON unit_succession (new_unit_id);

CREATE TABLE model (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
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
  movement         TEXT,
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  field_vocabulary    TEXT AS ('model_field'),
  movement_vocabulary TEXT AS ('movement'),
  FOREIGN KEY (field_vocabulary, field) REFERENCES term (vocabulary, code),
  FOREIGN KEY (movement_vocabulary, movement) REFERENCES term (vocabulary, code)
) STRICT;
CREATE INDEX model_by_name ON model (name_key, unit_id);
CREATE INDEX model_by_unit ON model (unit_id);

-- A model's year: registered new, continued, or the list does not say. Recorded by year as a rule.
CREATE TABLE registration (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
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
CREATE INDEX registration_by_model ON registration (model_id, date, status);

CREATE TABLE model_milestone (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid      TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
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
CREATE UNIQUE INDEX model_milestone_once ON model_milestone
  (model_id, milestone, ifnull(date, ''), ifnull(level, ''), ifnull(unit_id, 0), date, level);

CREATE TABLE exemplar (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  name             TEXT NOT NULL CHECK (name <> ''),
  name_key         TEXT NOT NULL,
  comparing_key    TEXT NOT NULL,
  kind             TEXT NOT NULL
                   CHECK (kind IN ('collective', 'individual', 'household', 'unclassified')),
  unit_id          INTEGER REFERENCES unit (id),
  field            TEXT,
  movement         TEXT,
  birth_year       INTEGER CHECK (birth_year BETWEEN 1850 AND 2200),
  gender           TEXT CHECK (gender IN ('male', 'female')),
  position         TEXT,
  works_directly   INTEGER CHECK (works_directly IN (0, 1)),  -- trực tiếp lao động, sản xuất
  leads            INTEGER CHECK (leads IN (0, 1)),           -- lãnh đạo, quản lý
  summary          TEXT,
  model_id         INTEGER REFERENCES model (id),  -- the model it grew from
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  field_vocabulary    TEXT AS ('exemplar_field'),
  movement_vocabulary TEXT AS ('movement'),
  FOREIGN KEY (field_vocabulary, field) REFERENCES term (vocabulary, code),
  FOREIGN KEY (movement_vocabulary, movement) REFERENCES term (vocabulary, code)
) STRICT;
CREATE INDEX exemplar_by_name ON exemplar (name_key, unit_id);
CREATE INDEX exemplar_by_unit ON exemplar
  (unit_id, kind, field, cancelled_on, gender, works_directly, leads);
CREATE INDEX exemplar_by_model ON exemplar (model_id) WHERE model_id IS NOT NULL;

CREATE TABLE exemplar_milestone (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid        TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  exemplar_id INTEGER NOT NULL REFERENCES exemplar (id),
  milestone   TEXT NOT NULL CHECK (milestone IN ('discovered', 'fostered', 'multiplied')),
  date        TEXT CHECK (length(date) IN (4, 7, 10)),
  first_day   TEXT AS (substr(date || '-01-01', 1, 10)) STORED
              CHECK (date(first_day, '+0 days') IS first_day),
  last_day    TEXT AS (CASE length(date) WHEN 4 THEN date || '-12-31'
                WHEN 7 THEN date(date || '-01', '+1 month', '-1 day') ELSE date END) STORED,
  document    TEXT
) STRICT;
CREATE UNIQUE INDEX exemplar_milestone_once ON exemplar_milestone (exemplar_id, milestone, date);
CREATE UNIQUE INDEX exemplar_milestone_once_undated ON exemplar_milestone (exemplar_id, milestone)
  WHERE date IS NULL;

CREATE TABLE event (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
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
  movement         TEXT,
  period_reviewed  TEXT,
  attendance       INTEGER CHECK (attendance >= 0),
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  type_vocabulary     TEXT AS ('event_type'),
  movement_vocabulary TEXT AS ('movement'),
  FOREIGN KEY (type_vocabulary, type) REFERENCES term (vocabulary, code),
  FOREIGN KEY (movement_vocabulary, movement) REFERENCES term (vocabulary, code)
) STRICT;
CREATE INDEX event_by_identity ON event (comparing_key, date);
CREATE INDEX event_by_unit ON event (unit_id);

CREATE TABLE decision (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid               TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
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
  cancelled_on       TEXT,
  cancelled_reason   TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  level_vocabulary    TEXT AS ('level'),
  category_vocabulary TEXT AS ('category'),
  FOREIGN KEY (level_vocabulary, level) REFERENCES term (vocabulary, code),
  FOREIGN KEY (category_vocabulary, category) REFERENCES term (vocabulary, code)
) STRICT;
CREATE INDEX decision_by_number ON decision (number_key);

CREATE TABLE honour (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  recipient        TEXT NOT NULL CHECK (recipient <> ''),  -- as written
  name_key         TEXT NOT NULL,
  comparing_key    TEXT NOT NULL,
  honorific        TEXT,
  position         TEXT,
  kind             TEXT NOT NULL
                   CHECK (kind IN ('collective', 'individual', 'household', 'unclassified')),
  unit_id          INTEGER REFERENCES unit (id),
  act              TEXT NOT NULL CHECK (act IN ('praise', 'honour', 'commend')),
  form             TEXT,
  title            TEXT,
  category         TEXT,
  movement         TEXT,
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
  exemplar_id      INTEGER REFERENCES exemplar (id),
  model_id         INTEGER REFERENCES model (id) CHECK (model_id IS NULL OR exemplar_id IS NULL),
  cancelled_on     TEXT,
  cancelled_reason TEXT CHECK ((cancelled_reason IS NULL) = (cancelled_on IS NULL)),
  form_vocabulary     TEXT AS ('form'),
  title_vocabulary    TEXT AS ('title'),
  category_vocabulary TEXT AS ('category'),
  movement_vocabulary TEXT AS ('movement'),
  FOREIGN KEY (form_vocabulary, form) REFERENCES term (vocabulary, code),
  FOREIGN KEY (title_vocabulary, title) REFERENCES term (vocabulary, code),
  FOREIGN KEY (category_vocabulary, category) REFERENCES term (vocabulary, code),
  FOREIGN KEY (movement_vocabulary, movement) REFERENCES term (vocabulary, code)
) STRICT;
CREATE INDEX honour_by_name ON honour (name_key, unit_id);
CREATE INDEX honour_by_unit ON honour
  (unit_id, decision_id, event_id, date, status, cancelled_on);
CREATE INDEX honour_by_decision ON honour (decision_id);
CREATE INDEX honour_by_event ON honour (event_id);
CREATE INDEX honour_by_exemplar ON honour
  (exemplar_id, decision_id, event_id, date, status, cancelled_on) WHERE exemplar_id IS NOT NULL;
CREATE INDEX honour_by_model ON honour
  (model_id, decision_id, event_id, date, status, cancelled_on) WHERE model_id IS NOT NULL;

-- A figure from an old paper, which no rows of the register stand behind (DOMAIN section 3, rule 7).
-- Shown apart from what is counted, never added to it.
CREATE TABLE reported_figure (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid             TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
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

-- Records that look like one and are two, by the word of a clerk. Both are uuids.
CREATE TABLE distinct_pair (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid  TEXT NOT NULL UNIQUE DEFAULT (printf('%012x', julianday('now') * 86400000) || lower(hex(randomblob(10)))),
  one   TEXT NOT NULL,
  other TEXT NOT NULL CHECK (one < other),
  UNIQUE (one, other)
) STRICT;

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

CREATE VIEW units AS
SELECT unit.id, unit.code, unit.name, unit.type, unit.parent_id, parent.name AS parent,
       unit.unit_group, unit.valid_from, unit.valid_to,
       unit.cancelled_on, unit.cancelled_reason, ifnull(unit.code, 'U' || unit.id) AS unit_code
FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parent_id;

CREATE VIEW exemplars AS
SELECT exemplar.id, exemplar.name, exemplar.kind, exemplar.unit_id, unit.name AS unit,
       ifnull(unit.code, 'U' || unit.id) AS unit_code,
       exemplar.field, field.label_vi AS field_label_vi, field.label_en AS field_label_en,
       exemplar.movement, exemplar.birth_year, exemplar.gender, exemplar.position,
       exemplar.works_directly, exemplar.leads, exemplar.summary, exemplar.model_id,
       exemplar.cancelled_on, exemplar.cancelled_reason
FROM exemplar
LEFT JOIN unit ON unit.id = exemplar.unit_id
LEFT JOIN term AS field ON field.vocabulary = 'exemplar_field' AND field.code = exemplar.field;

CREATE VIEW models AS
SELECT model.id, model.name, model.kind, model.unit_id, unit.name AS unit,
       ifnull(unit.code, 'U' || unit.id) AS unit_code,
       model.field, field.label_vi AS field_label_vi, field.label_en AS field_label_en,
       model.leader, model.address, model.summary, model.movement,
       model.cancelled_on, model.cancelled_reason
FROM model
JOIN unit ON unit.id = model.unit_id
LEFT JOIN term AS field ON field.vocabulary = 'model_field' AND field.code = model.field;

CREATE VIEW registrations AS
SELECT registration.id, registration.model_id, models.name, models.kind, models.unit_id,
       models.unit, models.unit_code, models.field, models.field_label_vi, models.field_label_en,
       registration.date, registration.first_day, registration.last_day, registration.year,
       registration.status, registration.document, models.cancelled_on
FROM registration JOIN models ON models.id = registration.model_id;

CREATE VIEW events AS
SELECT event.id, event.name, event.type, type.label_vi AS type_label_vi,
       type.label_en AS type_label_en, event.date, event.first_day, event.last_day, event.place,
       event.organiser, event.unit_id, event.movement, event.period_reviewed, event.attendance,
       event.cancelled_on, event.cancelled_reason
FROM event JOIN term AS type ON type.vocabulary = 'event_type' AND type.code = event.type;

CREATE VIEW decisions AS
SELECT decision.id, decision.number, decision.date, decision.first_day, decision.last_day,
       decision.body, decision.level, decision.system, decision.signer, decision.signer_position,
       decision.abstract, decision.category, decision.stated_collectives,
       decision.stated_individuals, decision.stated_households,
       decision.cancelled_on, decision.cancelled_reason
FROM decision;

CREATE VIEW figures AS
SELECT reported_figure.id, reported_figure.name, reported_figure.section, reported_figure.value,
       reported_figure.period, reported_figure.first_day, reported_figure.last_day,
       reported_figure.unit_id, unit.name AS unit, ifnull(unit.code, 'U' || unit.id) AS unit_code,
       reported_figure.source, reported_figure.cancelled_on, reported_figure.cancelled_reason
FROM reported_figure LEFT JOIN unit ON unit.id = reported_figure.unit_id;

-- An honour counts by the date of its decision, else of its event, else by its own
-- (DOMAIN section 3, rule 1). A recipient on a register is one recipient however it is spelt.
CREATE VIEW honours AS
SELECT honour.id, honour.recipient, honour.honorific, honour.position, honour.kind,
       honour.unit_id, unit.name AS unit, ifnull(unit.code, 'U' || unit.id) AS unit_code,
       honour.act, honour.form, honour.title, honour.movement,
       ifnull(honour.category, decision.category) AS category, decision.level,
       honour.decision_id, decision.number AS decision,
       honour.event_id, event.name AS event,
       coalesce(decision.date, event.date, honour.date) AS date,
       coalesce(decision.first_day, event.first_day, honour.first_day) AS first_day,
       coalesce(decision.last_day, event.last_day, honour.last_day) AS last_day,
       honour.achievement_year, honour.achievement, honour.amount,
       honour.exemplar_id, honour.model_id,
       CASE WHEN honour.exemplar_id IS NOT NULL THEN 'X' || honour.exemplar_id
            WHEN honour.model_id IS NOT NULL THEN 'M' || honour.model_id
            ELSE honour.kind || '/' || ifnull(honour.unit_id, '') || '/' || honour.comparing_key
       END AS recipient_key,
       CASE WHEN honour.cancelled_on IS NOT NULL THEN 'cancelled' ELSE honour.status END AS status,
       honour.cancelled_on, honour.cancelled_reason
FROM honour
LEFT JOIN unit ON unit.id = honour.unit_id
LEFT JOIN decision ON decision.id = honour.decision_id
LEFT JOIN event ON event.id = honour.event_id;

------------------------------------------------------------------------------------------------
-- Vocabulary rows
------------------------------------------------------------------------------------------------

INSERT INTO term (vocabulary, position, code, label_vi, label_en, other_names) VALUES
('kind', 1, 'collective', 'Tập thể', 'Collective', 'TT; TAPTHE'),
('kind', 2, 'individual', 'Cá nhân', 'Individual', 'CN; CANHAN; cá thể'),
('kind', 3, 'household', 'Hộ gia đình', 'Household', 'HGĐ; hộ; gia đình; HOGIADINH'),
('kind', 4, 'unclassified', 'Chưa phân loại', 'Not classified', 'chưa rõ'),
('act', 1, 'praise', 'Biểu dương', 'Praise', 'tuyên dương'),
('act', 2, 'honour', 'Tôn vinh', 'Honour', 'vinh danh; tôn vinh, vinh danh'),
('act', 3, 'commend', 'Khen thưởng', 'Commend', 'khen; tặng thưởng'),
('exemplar_milestone', 1, 'discovered', 'Phát hiện', 'Discovered', 'phát hiện mới'),
('exemplar_milestone', 2, 'fostered', 'Bồi dưỡng', 'Fostered', 'bồi dưỡng, xây dựng'),
('exemplar_milestone', 3, 'multiplied', 'Nhân rộng', 'Multiplied', 'nhân điển hình'),
('model_milestone', 1, 'registered', 'Đăng ký', 'Registered', 'đăng ký mới; new; mới'),
('model_milestone', 2, 'continued', 'Duy trì', 'Continued', 'tiếp tục; tiếp tục duy trì'),
('model_milestone', 3, 'appraised', 'Thẩm định', 'Appraised', 'kiểm tra, thẩm định'),
('model_milestone', 4, 'recognised', 'Công nhận', 'Recognised', 'được công nhận; recognized'),
('model_milestone', 5, 'replicated', 'Nhân rộng', 'Replicated', 'nhân ra diện rộng; nhân rộng mô hình'),
('model_milestone', 6, 'stopped', 'Dừng', 'Stopped', 'kết thúc; ngừng; dừng hoạt động'),
('registration_status', 1, 'new', 'Đăng ký mới', 'New', 'mới; xây dựng mới; registered'),
('registration_status', 2, 'continued', 'Duy trì', 'Continued',
 'tiếp tục; tiếp tục duy trì; duy trì, nhân rộng; duy trì từ năm trước; cũ; chuyển tiếp'),
('honour_status', 1, 'proposed', 'Đề nghị cấp trên', 'Proposed', 'đề nghị'),
('honour_status', 2, 'awarded', 'Đã ghi nhận', 'Awarded', ''),
('honour_status', 3, 'cancelled', 'Đã hủy', 'Cancelled', 'hủy bỏ; hủy'),
('gender', 1, 'male', 'Nam', 'Male', 'm; ông'),
('gender', 2, 'female', 'Nữ', 'Female', 'f; bà; nu'),
('unit_state', 1, 'unassigned', 'Chưa phân về đơn vị mới', 'Not assigned to a new unit', ''),
('unit_type', 1, 'province', 'Tỉnh', 'Province', 'cấp tỉnh'),
('unit_type', 2, 'district', 'Huyện', 'District', 'quận; thị xã'),
('unit_type', 3, 'commune', 'Xã', 'Commune', ''),
('unit_type', 4, 'ward', 'Phường', 'Ward', ''),
('unit_type', 5, 'township', 'Thị trấn', 'Township', 'TT'),
('unit_type', 6, 'city', 'Thành phố', 'City', 'TP'),
('unit_type', 7, 'office', 'Cơ quan', 'Office', 'phòng ban; ban; cơ quan, ban, ngành; ban ngành'),
('unit_type', 8, 'armed_forces', 'Lực lượng vũ trang', 'Armed forces', 'LLVT; công an; quân sự'),
('unit_type', 9, 'mass_organisation', 'Đoàn thể', 'Mass organisation',
 'tổ chức chính trị - xã hội; MTTQ và đoàn thể; mặt trận, đoàn thể'),
('unit_type', 10, 'school', 'Trường học', 'School', 'trường'),
('unit_type', 11, 'enterprise', 'Doanh nghiệp', 'Enterprise', 'công ty; hợp tác xã; HTX'),
('unit_type', 12, 'village', 'Thôn', 'Village', 'tổ dân phố; TDP; xóm; bản'),
('unit_type', 13, 'club', 'Câu lạc bộ', 'Club', 'CLB'),
('unit_type', 14, 'other', 'Khác', 'Other', ''),
('event_type', 1, 'interim_review', 'Sơ kết', 'Interim review', 'hội nghị sơ kết'),
('event_type', 2, 'final_review', 'Tổng kết', 'Final review', 'hội nghị tổng kết'),
('event_type', 3, 'praise', 'Biểu dương', 'Praise conference',
 'hội nghị biểu dương; tôn vinh; gặp mặt biểu dương; tuyên dương; gặp mặt, tuyên dương'),
('event_type', 4, 'other', 'Khác', 'Other', 'hội nghị khác'),
('level', 1, 'grassroots', 'Cấp cơ sở', 'Grassroots', 'cơ sở; xã; cấp xã; phường'),
('level', 2, 'district', 'Cấp huyện', 'District', 'huyện'),
('level', 3, 'province', 'Cấp tỉnh', 'Province', 'tỉnh'),
('level', 4, 'ministry', 'Cấp bộ, ngành', 'Ministry', 'bộ; cấp bộ; bộ, ngành; ngành; trung ương đoàn thể'),
('level', 5, 'state', 'Cấp Nhà nước', 'State', 'nhà nước; trung ương; cấp trung ương'),
('model_field', 1, 'KT', 'Kinh tế', 'Economy', 'phát triển kinh tế; lĩnh vực kinh tế; kinh tế - xã hội'),
('model_field', 2, 'VHXH', 'Văn hóa - xã hội', 'Culture and society',
 'VH-XH; VH - XH; văn hóa; xã hội; văn hóa xã hội; văn hóa, xã hội; lĩnh vực văn hóa - xã hội; văn xã'),
('model_field', 3, 'QPAN', 'Quốc phòng - an ninh', 'Defence and security',
 'QP-AN; QP - AN; ANQP; AN-QP; quốc phòng; an ninh; quốc phòng an ninh; quốc phòng, an ninh; an ninh - quốc phòng; an ninh trật tự'),
('model_field', 4, 'HTCT', 'Xây dựng hệ thống chính trị', 'Political system',
 'XD HTCT; XDHTCT; hệ thống chính trị; xây dựng HTCT; xây dựng Đảng và hệ thống chính trị; xây dựng Đảng'),
('exemplar_field', 1, 'kinh-te', 'Phát triển kinh tế', 'Economic development', 'kinh tế; KT; sản xuất kinh doanh'),
('exemplar_field', 2, 'van-hoa', 'Văn hóa, thể thao', 'Culture and sport', 'văn hóa; văn hóa - xã hội; VHXH; văn hóa - thể thao; thể dục thể thao'),
('exemplar_field', 3, 'giao-duc', 'Giáo dục và đào tạo', 'Education and training', 'giáo dục; GD&ĐT; giáo dục - đào tạo; khuyến học'),
('exemplar_field', 4, 'y-te', 'Y tế', 'Health', 'chăm sóc sức khỏe'),
('exemplar_field', 5, 'quoc-phong', 'Quốc phòng', 'Defence', 'quân sự; quốc phòng - an ninh; QPAN'),
('exemplar_field', 6, 'an-ninh', 'An ninh trật tự', 'Public security', 'an ninh; ANTT; an ninh, trật tự'),
('exemplar_field', 7, 'he-thong-chinh-tri', 'Xây dựng hệ thống chính trị', 'Political system', 'HTCT; xây dựng Đảng; hệ thống chính trị; dân vận'),
('exemplar_field', 8, 'nong-thon-moi', 'Xây dựng nông thôn mới', 'New countryside', 'NTM; nông thôn mới; nông thôn mới, đô thị văn minh'),
('exemplar_field', 9, 'moi-truong', 'Bảo vệ môi trường', 'Environment', 'môi trường'),
('exemplar_field', 10, 'tu-thien', 'Nhân đạo, từ thiện', 'Humanitarian work', 'nhân đạo; từ thiện; an sinh xã hội'),
('exemplar_field', 11, 'cai-cach-hanh-chinh', 'Cải cách hành chính', 'Administrative reform', 'CCHC'),
('exemplar_field', 12, 'chuyen-doi-so', 'Chuyển đổi số', 'Digital transformation', 'CĐS'),
('exemplar_field', 13, 'hoc-tap-va-lam-theo-bac', 'Học tập và làm theo Bác', 'Following Ho Chi Minh', 'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; học và làm theo Bác; Chỉ thị 05'),
('form', 1, 'giay-khen', 'Giấy khen', 'Certificate of commendation', 'GK; tặng Giấy khen'),
('form', 2, 'bang-khen', 'Bằng khen', 'Certificate of merit', 'BK; tặng Bằng khen'),
('form', 3, 'bang-khen-thu-tuong', 'Bằng khen của Thủ tướng Chính phủ', 'Prime Minister''s certificate of merit', 'Bằng khen Thủ tướng; Bằng khen TTg; BKTTg'),
('form', 4, 'ky-niem-chuong', 'Kỷ niệm chương', 'Commemorative medal', 'KNC'),
('form', 5, 'huan-chuong-lao-dong', 'Huân chương Lao động', 'Labour Order', 'HCLĐ; Huân chương Lao động hạng Nhất; Huân chương Lao động hạng Nhì; Huân chương Lao động hạng Ba'),
('form', 6, 'huan-chuong', 'Huân chương', 'Order', ''),
('form', 7, 'huy-chuong', 'Huy chương', 'Medal', ''),
('form', 8, 'thu-khen', 'Thư khen', 'Letter of praise', ''),
('form', 9, 'bieu-trung', 'Biểu trưng', 'Emblem', 'biểu tượng; kỷ niệm chương lưu niệm'),
('title', 1, 'lao-dong-tien-tien', 'Lao động tiên tiến', 'Advanced worker', 'LĐTT; chiến sĩ tiên tiến'),
('title', 2, 'chien-si-thi-dua-co-so', 'Chiến sĩ thi đua cơ sở', 'Emulation fighter, grassroots level', 'CSTĐCS; CSTĐ cơ sở; chiến sỹ thi đua cơ sở'),
('title', 3, 'chien-si-thi-dua-cap-tinh', 'Chiến sĩ thi đua cấp tỉnh', 'Emulation fighter, province level', 'CSTĐ cấp tỉnh; CSTĐ tỉnh; chiến sỹ thi đua cấp tỉnh; chiến sĩ thi đua tỉnh'),
('title', 4, 'chien-si-thi-dua-toan-quoc', 'Chiến sĩ thi đua toàn quốc', 'National emulation fighter', 'CSTĐTQ; CSTĐ toàn quốc; chiến sỹ thi đua toàn quốc'),
('title', 5, 'tap-the-lao-dong-tien-tien', 'Tập thể lao động tiên tiến', 'Advanced collective', 'TTLĐTT; tập thể LĐTT; đơn vị tiên tiến'),
('title', 6, 'tap-the-lao-dong-xuat-sac', 'Tập thể lao động xuất sắc', 'Excellent collective', 'TTLĐXS; tập thể LĐXS; đơn vị quyết thắng'),
('title', 7, 'co-thi-dua', 'Cờ thi đua', 'Emulation flag', 'cờ thi đua của UBND tỉnh; cờ thi đua cấp tỉnh'),
('title', 8, 'co-thi-dua-chinh-phu', 'Cờ thi đua của Chính phủ', 'Government emulation flag', 'cờ thi đua Chính phủ'),
('title', 9, 'gia-dinh-van-hoa', 'Gia đình văn hóa', 'Cultured family', ''),
('title', 10, 'thon-van-hoa', 'Thôn, tổ dân phố văn hóa', 'Cultured village', 'thôn văn hóa; tổ dân phố văn hóa; khu dân cư văn hóa'),
('category', 1, 'cong-trang', 'Công trạng', 'Merit', 'khen thưởng công trạng; công trạng và thành tích; thường xuyên'),
('category', 2, 'dot-xuat', 'Đột xuất', 'Sudden achievement', 'khen thưởng đột xuất'),
('category', 3, 'phong-trao', 'Phong trào', 'Movement', 'chuyên đề; theo chuyên đề; khen thưởng phong trào; phong trào (chuyên đề)'),
('category', 4, 'cong-hien', 'Quá trình cống hiến', 'Contribution', 'cống hiến'),
('category', 5, 'nien-han', 'Niên hạn', 'Length of service', ''),
('category', 6, 'doi-ngoai', 'Đối ngoại', 'External relations', ''),
('category', 7, 'khang-chien', 'Thành tích kháng chiến', 'Resistance wars', 'kháng chiến'),
('movement', 1, 'dan-van-kheo', 'Thi đua «Dân vận khéo»', 'Skilful mass mobilisation', 'dân vận khéo; DVK'),
('movement', 2, 'nong-thon-moi', 'Chung sức xây dựng nông thôn mới', 'Building the new countryside', 'cả nước chung sức xây dựng nông thôn mới'),
('movement', 3, 'vi-nguoi-ngheo', 'Vì người nghèo – không để ai bị bỏ lại phía sau', 'For the poor', 'vì người nghèo'),
('movement', 4, 'hoc-tap-bac', 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', 'Following Ho Chi Minh', 'học tập và làm theo Bác');

