"""How the HTML report looks, on screens wide and narrow and on paper."""

STYLE = """
:root { color-scheme: light; }
body { font: 17px/1.5 "Times New Roman", Tinos, serif; color: #111; background: #fff;
  max-width: 62rem; margin: 0 auto; padding: 1rem; }
header { text-align: center; }
header p { margin: .2rem 0; font-style: italic; }
header .unit { font-style: normal; font-weight: bold; text-transform: uppercase; text-align: left; }
h1 { font-size: 1.4rem; line-height: 1.35; margin: 1rem 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid #999; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem;
  justify-content: center; }
a { color: #0b3d91; }
.notes { font-style: italic; padding-left: 1.2rem; }
code { font: .82em ui-monospace, Consolas, monospace; background: #f2f2f2; padding: .1em .3em;
  overflow-wrap: anywhere; font-style: normal; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
caption { font-weight: bold; text-align: left; padding: .3rem 0; }
th, td { border: 1px solid #777; padding: .2rem .5rem; vertical-align: top;
  overflow-wrap: break-word; }
thead th { background: #e7e6e6; text-align: center; overflow-wrap: normal; }
tbody th, tfoot th { text-align: left; font-weight: normal; min-width: 9rem; }
tfoot td, tfoot th, th.group, .group td, .group th { font-weight: bold; }
td.number { text-align: right; white-space: nowrap; overflow-wrap: normal; }
td.date { text-align: center; white-space: nowrap; overflow-wrap: normal; }
.bar { width: 22%; min-width: 5rem; border: 0; background: none; padding: .35rem .5rem; }
thead th.bar { background: none; }
.bar svg { display: block; width: 100%; height: .9rem; }
.bar rect { fill: #5b7db8; }
td a { text-decoration: none; border-bottom: 1px dotted; }
.behind, .behind table { display: none; }
.behind:target, .behind:has(:target) { display: block; }
.behind:target table, .behind table:target, .behind table:has(:target) { display: table; }
.behind table:has(tbody:target) tbody:not(:target) { display: none; }
@supports not selector(:has(a)) { .behind { display: block; } .behind table { display: table; } }
:target { scroll-margin-top: 1rem; }
tbody:target th.group { background: #fff3c4; }
@media (max-width: 40rem) {
  body { font-size: 15px; padding: .6rem; }
  .bar { display: none; }
  .list table { min-width: 46rem; }
  th, td { padding: .15rem .3rem; }
}
@media print {
  @page { size: A4; margin: 20mm 15mm 20mm 20mm; }
  body { font-size: 12pt; max-width: none; padding: 0; }
  nav, .rows, .back, .notes code { display: none; }
  a, td a { color: inherit; text-decoration: none; border: 0; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr, svg { break-inside: avoid; }
  h2, caption { break-after: avoid; }
  thead { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  .list { break-before: page; font-size: 9.5pt; line-height: 1.25; }
  .wide { overflow: visible; }
}
"""
