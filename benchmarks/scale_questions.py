"""The questions of benchmarks/scale.py as an expert would put them to the bare tables.

One text for the sqlite3 program and for DuckDB: the figures of a report of 2021-2023 are those of
`emul report --format json`, without labels and without a map of units in time. Whole years make the
rule short: a partial date lies in them if its text does.
"""

PERIOD = "BETWEEN '2021' AND '2023-12-31'"
# What the program sqlite3 would have beside the register's own indexes: honours without their rows.
BEST_INDEX = """
CREATE INDEX best_honour ON honour (unit_id, status, cancelled_on, decision_id, event_id, date,
  kind, act, form, title, category, exemplar_id, model_id, comparing_key);
ANALYZE;
"""
_SUMS = """count(*), count(DISTINCT recipient), count(exemplar_id), count(model_id),
 sum(CASE WHEN kind = 'collective' THEN 1 ELSE 0 END),
 sum(CASE WHEN kind = 'individual' THEN 1 ELSE 0 END),
 sum(CASE WHEN kind = 'household' THEN 1 ELSE 0 END)"""


def _shares(kind: str, row: str) -> str:
    asked = (f"{row}.gender = 'female'", f"{row}.gender = 'male'", f"{row}.works_directly = 1",
             f"{row}.works_directly = 0", f"{row}.leads = 1", f"{row}.leads = 0")  # fmt: skip
    return ", ".join(
        f"sum(CASE WHEN {kind} = 'individual' AND {one} THEN 1 ELSE 0 END)" for one in asked
    )


def scope(code: str | None) -> str:
    """The condition on the unit of a record `r`: a unit and those below it."""
    if code is None:
        return "1 = 1"
    own = f"(SELECT id FROM unit WHERE code = '{code}')"
    return f"r.unit_id IN (SELECT id FROM unit WHERE id = {own} OR parent_id = {own})"


def report(code: str | None = None) -> str:
    """Every figure of the report."""
    unit = scope(code)
    dated = "coalesce(d.date, e.date, r.date)"
    joined = (
        "honour AS r LEFT JOIN decision AS d ON d.id = r.decision_id"
        " LEFT JOIN event AS e ON e.id = r.event_id"
    )
    first = ", ".join(
        f"max(CASE WHEN m.milestone = '{name}' THEN 1 ELSE 0 END) AS {name}"
        for name in ("discovered", "fostered", "multiplied")
    )
    directions = ("act", "event_id", "unit_id", "form", "title", "category", "level")
    by = "".join(f"SELECT {name}, {_SUMS} FROM counted GROUP BY {name};\n" for name in directions)
    return f"""
CREATE TEMP TABLE honoured AS SELECT r.exemplar_id, r.model_id FROM {joined}
 WHERE (r.exemplar_id IS NOT NULL OR r.model_id IS NOT NULL) AND {_beside(unit)}
 AND r.status = 'awarded' AND r.cancelled_on IS NULL AND {dated} {PERIOD};
CREATE TEMP TABLE placed AS SELECT r.id, min(m.date) AS date, {first}
 FROM exemplar_milestone AS m JOIN exemplar AS r ON r.id = m.exemplar_id
 WHERE m.date {PERIOD} AND r.cancelled_on IS NULL AND {unit} GROUP BY r.id;
SELECT r.kind, r.unit_id, r.field, substr(p.date, 1, 4), count(*), sum(discovered),
 sum(fostered), sum(multiplied), sum(discovered * fostered), sum(discovered * multiplied),
 sum(CASE WHEN discovered = 1 AND r.id IN (SELECT exemplar_id FROM honoured) THEN 1 ELSE 0 END),
 {_shares("r.kind", "r")}
 FROM placed AS p JOIN exemplar AS r ON r.id = p.id GROUP BY 1, 2, 3, 4;
SELECT count(*) FROM exemplar AS r WHERE cancelled_on IS NULL AND {unit}
 AND NOT EXISTS (SELECT 1 FROM exemplar_milestone WHERE exemplar_id = r.id AND date IS NOT NULL);
CREATE TEMP TABLE registered AS SELECT DISTINCT r.id, r.kind, r.unit_id, r.field
 FROM registration AS g JOIN model AS r ON r.id = g.model_id
 WHERE g.date {PERIOD} AND r.cancelled_on IS NULL AND {unit};
SELECT kind, unit_id, field, count(*),
 sum(CASE WHEN r.id IN (SELECT model_id FROM model_milestone WHERE milestone = 'recognised'
  AND date {PERIOD}) THEN 1 ELSE 0 END),
 sum(CASE WHEN r.id IN (SELECT model_id FROM model_milestone WHERE milestone = 'replicated'
  AND date {PERIOD}) THEN 1 ELSE 0 END),
 sum(CASE WHEN r.id IN (SELECT model_id FROM honoured) THEN 1 ELSE 0 END)
 FROM registered AS r GROUP BY 1, 2, 3;
SELECT year, status, count(*) FROM registration AS g JOIN model AS r ON r.id = g.model_id
 WHERE g.date {PERIOD} AND r.cancelled_on IS NULL AND {unit} GROUP BY 1, 2;
SELECT m.milestone, m.level, count(DISTINCT m.model_id)
 FROM model_milestone AS m JOIN model AS r ON r.id = m.model_id
 WHERE m.milestone IN ('recognised', 'replicated') AND m.date {PERIOD}
 AND r.cancelled_on IS NULL AND {unit} GROUP BY 1, 2;
SELECT count(*) FROM model AS r WHERE cancelled_on IS NULL AND {unit}
 AND NOT EXISTS (SELECT 1 FROM registration WHERE model_id = r.id AND date IS NOT NULL);
SELECT type, count(*) FROM event AS r WHERE date {PERIOD} AND cancelled_on IS NULL AND {unit}
 GROUP BY 1;
CREATE TEMP TABLE counted AS
 SELECT r.kind, r.act, r.event_id, r.form, r.title, coalesce(r.category, d.category) AS category,
 d.level, r.unit_id, r.exemplar_id, r.model_id, p.gender, p.works_directly, p.leads,
 CASE WHEN r.exemplar_id IS NOT NULL THEN 'X' || r.exemplar_id
  WHEN r.model_id IS NOT NULL THEN 'M' || r.model_id
  ELSE r.kind || '/' || coalesce(r.unit_id, 0) || '/' || r.comparing_key END AS recipient
 FROM {joined} LEFT JOIN exemplar AS p ON p.id = r.exemplar_id AND r.kind = 'individual'
 WHERE r.status = 'awarded' AND r.cancelled_on IS NULL AND {dated} {PERIOD} AND {unit};
SELECT {_SUMS} FROM counted;
{by}SELECT act, {_shares("counted.kind", "counted")} FROM counted GROUP BY 1;
SELECT r.status, r.cancelled_on IS NULL, {dated} IS NULL, count(*) FROM {joined}
 WHERE (r.status = 'proposed' OR r.cancelled_on IS NOT NULL OR {dated} IS NULL)
 AND {unit} GROUP BY 1, 2, 3;
"""


def _beside(unit: str) -> str:
    """Of a unit only the honours of its own exemplars and models are asked for."""
    if unit == "1 = 1":
        return unit
    return (
        f"(r.exemplar_id IN (SELECT id FROM exemplar AS r WHERE {unit})"
        f" OR r.model_id IN (SELECT id FROM model AS r WHERE {unit}))"
    )


TALLY = f"""
SELECT unit_id, field, count(*) FROM exemplar AS r
WHERE cancelled_on IS NULL
 AND id IN (SELECT exemplar_id FROM exemplar_milestone WHERE date {PERIOD})
GROUP BY 1, 2;
SELECT count(*) FROM exemplar AS r WHERE cancelled_on IS NULL
 AND NOT EXISTS (SELECT 1 FROM exemplar_milestone WHERE exemplar_id = r.id AND date IS NOT NULL);
"""


def page(code: str) -> str:
    """The first fifty honours of a unit and of the period."""
    return f"""
SELECT r.id, r.recipient, r.kind, unit.name, r.act, r.form, d.number,
 coalesce(d.date, e.date, r.date), r.amount, r.status, e.name, d.level, r.achievement
FROM honour AS r LEFT JOIN unit ON unit.id = r.unit_id
 LEFT JOIN decision AS d ON d.id = r.decision_id LEFT JOIN event AS e ON e.id = r.event_id
WHERE {scope(code)} AND r.status = 'awarded' AND r.cancelled_on IS NULL
 AND coalesce(d.date, e.date, r.date) {PERIOD} ORDER BY r.id LIMIT 50;
"""


def search(*words: str) -> str:
    """The first fifty names of each register that hold the words."""
    like = " AND ".join(f"name_key LIKE '%{word}%'" for word in words)
    return "".join(
        f"SELECT r.id, r.{name}, unit.name FROM {table} AS r LEFT JOIN unit ON unit.id = unit_id"
        f" WHERE r.id IN (SELECT id FROM {table} WHERE {like} ORDER BY +id LIMIT 50);\n"
        for table, name in (("exemplar", "name"), ("model", "name"), ("honour", "recipient"))
    )


# The same in pandas: what is asked of the file, and what is done with it.
_READ = """
import sqlite3, sys, pandas
read = lambda sql: pandas.read_sql_query(sql, sqlite3.connect(sys.argv[1]))
"""
PANDAS_PLACED = f"""
stages = read("SELECT exemplar_id, milestone, date FROM exemplar_milestone WHERE date {PERIOD}")
people = read("SELECT id, kind, unit_id, field, gender FROM exemplar WHERE cancelled_on IS NULL")
people = people.set_index("id")
first = stages.groupby("exemplar_id")["date"].min().str[:4].rename("year")
placed = people.join(first, how="inner")
"""
PANDAS_TALLY = f"""{_READ}{PANDAS_PLACED}
print(len(placed.groupby(["unit_id", "field"], dropna=False).size()))
"""
PANDAS_REPORT = f"""{_READ}{PANDAS_PLACED}
print(len(placed.groupby(["kind", "unit_id", "field", "year"], dropna=False).size()))
print(stages.groupby("milestone")["exemplar_id"].nunique())
honours = read("SELECT kind, unit_id, act, form, title, category, decision_id, event_id, date,"
    " exemplar_id, comparing_key FROM honour WHERE status = 'awarded' AND cancelled_on IS NULL")
decisions = read("SELECT id, date AS decided, level FROM decision").set_index("id")
events = read("SELECT id, date AS held FROM event").set_index("id")
honours = honours.join(decisions, on="decision_id").join(events, on="event_id")
date = honours["decided"].fillna(honours["held"]).fillna(honours["date"])
honours = honours[date.between("2021", "2023-12-31")]
for name in ("act", "event_id", "unit_id", "form", "title", "category", "level"):
    by = honours.groupby(name, dropna=False)
    print(len(by.size()), len(by["comparing_key"].nunique()), len(by["kind"].value_counts()))
"""
PANDAS_SEARCH = f"""{_READ}
for table in ("exemplar", "model", "honour"):
    names = read(f"SELECT id, name_key FROM {{table}}")
    for word in sys.argv[2:]:
        names = names[names["name_key"].str.contains(word, regex=False)]
    print(names.head(50))
"""
