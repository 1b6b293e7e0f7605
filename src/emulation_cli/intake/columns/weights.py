"""How much the cells of a column speak for or against what it may mean, at a full share of them.

One line a concept: its own weight first, then those of what its cells are. Log-odds between -4
and 4 in steps of a half. `python benchmarks/fit_weights.py FOLDER…` checks them over folders of
lists, a family of lists left out at a time. `*`: set by hand, too few lists have the column.
"""

MOST = 4.0  # no weight is larger, for or against
TABLE = """
unit            -1.5 unit 4 within 2 body 1.5 address 1 person -3 post -2 date -4 year -4 number -4 money -4 mark -4 kind -2 field -3 form -4 code -2 prose -2 level -1 decision -4 gender -4 unit_type -2
subunit       * -1   address 2 body 2 person -3 post -2 date -4 year -4 number -2 money -4 mark -4 kind -3 field -3 form -4 prose -2
name            -1   person 4 body 3 within 1 unit -1 post -2 date -4 year -4 number -4 money -4 mark -4 kind -4 field -3 form -4 code -4 prose -1 gender -4 decision -4 level -3 status -4
individual_name -1.5 person 4 body -2 unit -3 post -2 date -4 year -4 number -4 money -4 mark -4 kind -4 field -3 form -4 code -4 prose -3
collective_name -1.5 body 4 within 1 person -2 date -4 year -4 number -4 money -4 mark -4 kind -4 field -3 form -4 code -4
household_name* -1.5 person 3 body -1 date -4 year -4 number -4 money -4 mark -4 kind -4 field -3 form -4
model_name      -1   prose 1.5 words 1.5 person -3 unit -3 date -4 year -4 number -4 money -4 mark -4 kind -4 field -2 form -4 code -4 post -1
event_name    * -1   prose 2 words 1 event_type 2 person -4 unit -4 date -4 year -4 number -4 money -4 mark -4
position        -1   post 3.5 unit -2 person -3 body -1 date -4 year -4 number -4 money -4 mark -4 kind -3 field -3 form -4 prose -1
position_unit   -1.5 post 3 within 1 unit 1 body 1 person -3 date -4 year -4 number -4 money -4 mark -4 kind -3 field -3 form -4
field           -2   field 4 unit -3 person -4 body -2 post -3 date -4 year -4 number -4 money -4 mark -2 kind -3 form -4 prose -1 code -2 level -2
kind            -1.5 kind 4 unit -2 person -4 body -3 date -4 year -4 number -4 money -4 mark -2 field -3 form -4 prose -4 unit_type -1 code -3
discovered    * -1.5 date 3 partial 3 year 3 unit -4 person -4 body -4 words -4 prose -4 money -4 mark -1 number -1
date          * -1.5 date 3 partial 3 year 2 unit -4 person -4 body -4 words -3 prose -3 money -4 mark -1 number -1
year          * -1.5 year 4 date 0.5 partial 1 unit -4 person -4 body -4 words -4 prose -4 money -4 mark -1 number -1
birth_year    * -1.5 year 3 date 2.5 unit -4 person -4 body -4 words -4 prose -4 money -4 mark -4 number -1
birth_date    * -1.5 year 2 date 3 partial 2 unit -4 person -4 body -4 words -4 prose -4 money -4 mark -4 number -1
decision_date * -1.5 date 3 year 1 partial 1 unit -4 person -4 body -4 words -4 prose -4 money -4 number -1
recognised    * -1.5 date 2.5 year 2.5 partial 2 unit -4 person -4 body -4 words -3 prose -4 money -4 number -1
gender        * -2   gender 4 unit -4 person -4 words -1 date -4 number -4 mark -1
form            -2   form 4 act -1 unit -4 person -4 body -3 post -4 date -4 year -4 number -4 money -4 mark -2 kind -4 field -4 prose -2 code -3
title           -2   form 4 act -1 unit -4 person -4 body -3 post -4 date -4 year -4 number -4 money -4 mark -2 kind -4 field -4 prose -2 code -3
act           * -2   act 4 form -2 unit -4 person -4 date -4 number -4 mark -2 field -4 prose -3
category      * -2   category 4 unit -4 person -4 form -2 date -4 number -4 field -3 prose -3
level         * -2   level 4 unit -1 person -4 date -4 number -4 form -4 field -4 prose -3
status          -2   status 4 unit -4 person -4 date -4 year -4 number -4 money -4 form -4 field -4 prose -3
stage         * -2   stage 4 unit -4 person -4 date -4 number -4 form -4 field -4 prose -3
movement      * -1.5 movement 4 prose 1 unit -4 person -4 date -4 year -4 number -4 field -1 form -4
theme         * -1   prose 2 words 0.5 movement 1 field -3 unit -4 person -4 date -4 year -4 number -4 form -4 kind -4
type          * -2   unit_type 4 event_type 4 person -4 date -4 number -4 form -4 field -4 prose -3
decision        -2   decision 4 unit -4 person -4 body -4 field -4 money -4 form -4 mark -4 year -2
decision_number -2   decision 4 number 1 code 0 date -3 unit -4 person -4 body -4 field -4 money -3 form -4 mark -4
decision_body * -1.5 unit 3 body 2 person -3 date -4 number -4 form -4 field -4 kind -4
amount        * -2   money 4 number 1 date -3 year -3 unit -4 person -4 words -3 prose -4
address       * -1   address 3 unit 0.5 person -4 date -4 year -4 number -3 field -4 form -4 kind -4
leader        * -1   person 3.5 body 0 unit -2 date -4 year -4 number -4 money -4 field -4 form -4 kind -4 prose -3
summary         -0.5 prose 3 words 0.5 field -3 person -4 unit -3 date -4 year -4 number -3 money -4 mark -3 kind -4 form -3
place         * -1   words 1 address 2 body 1 unit 0.5 person -4 date -3 year -4 number -4
organiser     * -1   unit 3 body 2 person -3 date -4 year -4 number -4 field -4
attendance    * -1.5 number 3 money 0 year -1 date -3 person -4 unit -4
code          * -1.5 code 3 number 0.5 unit 0 person -4 prose -4 date -4
"""


def _weights() -> dict[str, dict[str, float]]:
    """Concept -> sort of cell -> weight; under "" its own."""
    table = {}
    for line in TABLE.strip().splitlines():
        concept, own, *pairs = line.replace("*", " ").split()
        values = map(float, pairs[1::2])
        table[concept] = {"": float(own), **dict(zip(pairs[::2], values, strict=True))}
    return table


WEIGHTS = _weights()
