"""The help of the commands. A command's first line is its summary; the examples run on the demo register."""

SENTENCES = {
    "usage": "Usage: {line}",
    "examples": "Examples",
    "arguments": "Arguments",
    "needed": "Needed (on a terminal emul asks for what is missing)",
    "options": "Options",
    "root": (
        "The emulation and commendation register of one office: exemplars, skilful mass-mobilisation models, "
        "conferences, decisions, honours; and the report of a period."
    ),
    "root.usage": "emul [--db FILE] [--lang vi|en] COMMAND …",
    "root.more": "How to use a command: emul COMMAND --help. All commands: emul help --all. To begin: emul demo.",
    "panel.start": "Start",
    "panel.record": "Record",
    "panel.find": "Find",
    "panel.report": "Report",
    "panel.lists": "Lists",
    "panel.care": "Care",
    # Commands
    "init": (
        "Make a new register for an office.\n\n"
        "The register is one file, where --db or EMUL_DB says, else in the user's data folder."
    ),
    "init.examples": 'emul init --unit "Huyện Cẩm Xuyên"\nemul --db so-2024.db --lang vi init --yes',
    "init.unit": "name of the office, printed at the head of reports",
    "demo": (
        "Look around with sample data.\n\n"
        "Makes emul-demo.db in this folder, takes the sample lists in and prints the report. Your own register is not touched."
    ),
    "demo.examples": "emul demo\nemul --lang vi demo",
    "manual": (
        "Open the manual.\n\nOne page that needs no network; with a word it opens where that is spoken of."
    ),
    "manual.examples": "emul manual\nemul manual backup",
    "manual.word": "a word to look for in the manual",
    "completion": (
        "Write the script that completes commands with the Tab key.\n\n"
        "Commands, options, nouns, units, terms and ids. One line installs it:\n"
        "emul completion bash >> ~/.bashrc\n"
        "emul completion zsh >> ~/.zshrc\n"
        "emul completion fish > ~/.config/fish/completions/emul.fish\n"
        "emul completion powershell | Add-Content $PROFILE"
    ),
    "completion.examples": "emul completion bash\nemul completion powershell",
    "completion.shell": "bash, zsh, fish or powershell",
    "completion.asked": "Which shell?",
    "info": "Say where the register lies and what it holds.",
    "info.set": 'What the office says of itself once: name=value (unit, language, form=state|party, parent, place, symbol, authority, post); days of a term: "term 2020-2025=15/10/2020-20/09/2025".',
    "info.format": "text or json",
    "info.examples": 'emul info\nemul info --set form=party --set "parent=Tỉnh ủy Hà Tĩnh"',
    "add-unit": (
        "Record a unit.\n\n"
        "Types: province, district, commune, ward, township, city, office, armed_forces, mass_organisation, school, "
        "enterprise, village, club, other."
    ),
    "add-unit.examples": (
        'emul add-unit --name "Trường Tiểu học Hoa Sen" --type school\n'
        'emul add-unit --name "Xã Hoa Lư" --type commune --code HL --other-name "Hoa Lư cũ"'
    ),
    "add-exemplar": (
        "Record an exemplar.\n\n"
        "--date is the day of discovery; fostering and multiplying are recorded by emul mark. A new field is added, with a note."
    ),
    "add-exemplar.examples": (
        'emul add-exemplar --name "Nguyễn Thị Mơ" --kind CN --unit "Cẩm Duệ" --field "Y tế"\n'
        'emul add-exemplar --name "Tổ tự quản số 2" --kind collective --unit U3 --field "An ninh trật tự" --date 05/2023'
    ),
    "add-exemplar.date": "day of discovery: 04/10/2023, 10/2023 or 2023",
    "add-model": (
        "Record a skilful mass-mobilisation model and its registration.\n\n"
        "Later years, recognition and replication are recorded by emul mark."
    ),
    "add-model.examples": (
        'emul add-model --name "Ngõ xanh" --unit "Cẩm Hà" --field VHXH --year 2023\n'
        'emul add-model --name "Tổ tiết kiệm" --unit U3 --field KT --year 2023 --kind collective --leader "Trần Văn Mẫu"'
    ),
    "add-model.field": "KT, VHXH, QPAN or HTCT (or its name)",
    "add-model.kind": "collective (TT), individual (CN), household; unclassified if not given",
    "add-model.year": "year of the first registration",
    "add-event": "Record a conference.\n\nTypes: interim_review, final_review, praise, other.",
    "add-event.examples": (
        'emul add-event --name "Hội nghị tổng kết 2022" --type final_review --date 28/12/2022\n'
        'emul add-event --name "Gặp mặt biểu dương" --type praise --date 2023-05-19 --place "Hội trường huyện" --organiser "Huyện đoàn"'
    ),
    "add-event.type": "interim_review, final_review, praise or other",
    "add-movement": "Record an emulation movement.",
    "add-proposal": (
        "Record a proposal of an honour.\n\n"
        "A proposal keeps its day and its outcome, whether it is awarded later or not; who is proposed is an honour that waits for its decision."
    ),
    "add-proposal.examples": (
        'emul add-proposal --recipient "Lê Thị Thảo" --kind CN --unit "Cẩm Duệ" --form "giấy khen" --date 05/12/2023\n'
        'emul add-proposal --recipient "Tổ hòa giải thôn 3" --kind TT --unit "Cẩm Hà" --form "bằng khen" --date 2023 --to-body "UBND tỉnh" --votes-for 8 --votes-of 9 --outcome passed'
    ),
    "add-proposal.date": "day of the proposal: 05/12/2023, 12/2023 or 2023",
    "add-proposal.unit": "unit of who is proposed",
    "collect": (
        "Put proposals into a dossier.\n\n"
        "Those that are named; without any, all that are not awarded and in no dossier yet, of the period and unit given."
    ),
    "collect.examples": 'emul collect S1 Q1 Q2\nemul collect S1 --period 2023 --unit "Cẩm Duệ"',
    "collect.id": "dossier: id (S1), or name",
    "collect.proposals": "proposals: id (Q1), or the name of who is proposed",
    "papers": (
        "Write the papers of a dossier.\n\n"
        "Submission, summary, minutes, decision, annex, certificates, book, ceremony; "
        "in the form of the State or the Party (emul info --set form=party). One of them on the screen: --paper."
    ),
    "papers.marks": "write templates with marks for what is recorded, to make the office's own of",
    "papers.examples": "emul papers S1 -o papers\nemul papers S1 --paper minutes",
    "papers.id": "dossier: id (S1), or name",
    "papers.paper": "one paper: submission, summary, minutes, decision, annex, certificates, book, ceremony; may be repeated",
    "papers.output": "a folder, or a .docx for one paper",
    "decide": (
        "Record the decision of a dossier.\n\n"
        "What passed becomes an honour of the decision, with a number in the book; this can be undone. Body and level: those of the dossier where not given."
    ),
    "decide.examples": (
        'emul decide S1 --number 901/QĐ-UBND --date 20/12/2023 --body "UBND huyện" --level huyện\n'
        'emul decide S1 --number 45-QĐ/HU --date 20/12/2023 --signer "Lê Văn Mẫu" --signer-position "Bí thư" --first-number 101'
    ),
    "decide.id": "dossier: id (S1), or name",
    "decide.event": "conference where it is handed over: id (E2), or name",
    "add-presenter": "Record who hands over at a conference, in their order.",
    "add-presenter.examples": (
        'emul add-presenter --event E1 --name "Lê Văn Mẫu" --position "Chủ tịch UBND huyện"\n'
        'emul add-presenter --event E1 --name "Trần Thị Mẫu" --recipients "cá nhân"'
    ),
    "add-presenter.recipients": "which group: collectives, individuals, a form …",
    "add-publication": "Record an article, a broadcast or a talk about an exemplar.",
    "add-publication.examples": (
        'emul add-publication --title "Người giữ lửa phong trào" --type article --exemplar X1 --date 12/03/2023 --place "Báo tỉnh"\n'
        'emul add-publication --title "Giao lưu với gương sáng thôn 3" --type talk --exemplar X2 --date 2023'
    ),
    "add-publication.title": "its title, or what the talk was about",
    "add-publication.type": "article, broadcast, talk, online, other",
    "add-publication.place": "newspaper, station, page, where the talk was",
    "add-target": (
        "Set a target of a year for a unit.\n\n"
        "What was reached is not typed: the report counts it from the register, of the unit itself (not of those below it), and names who is in arrears."
    ),
    "add-target.examples": (
        'emul add-target --unit "Cẩm Duệ" --year 2023 --measure models_registered --value 5\n'
        'emul add-target --unit "Cẩm Hà" --year 2023 --measure exemplars_fostered --value 2 --document 12-KH/HU'
    ),
    "add-target.value": "how many are to be reached in the year",
    "option.publications": "a period of its own for publicity",
    "option.targets": "a period of its own for targets",
    "option.exemplar": "exemplar: id (X1), or name",
    "option.measure": "models_registered, models_recognised, exemplars_discovered, exemplars_fostered, exemplars_multiplied",
    "option.place-in-order": "place in the order; without it in the order in which they were recorded",
    "add-dossier": (
        "Begin a dossier of commendation.\n\n"
        "It gathers the proposals of one round; from it come the submission, the minutes, the decision, the certificates, and no name is typed again."
    ),
    "add-dossier.examples": (
        'emul add-dossier --name "Khen thưởng tổng kết năm 2023" --date 05/12/2023 --body "UBND huyện" --level huyện\n'
        'emul add-dossier --name "Khen đột xuất tháng 12" --members 9 --present 8 --meeting-date 10/12/2023 --chair "Lê Văn Mẫu"'
    ),
    "add-movement.examples": (
        'emul add-movement --name "Thi đua chuyển đổi số" --date 2023 --term-from 2023 --term-to 2025\n'
        'emul add-movement --name "Sáng - xanh - sạch - đẹp" --date 05/2023'
    ),
    "add-decision": "Record a decision, with the counts stated in its text.",
    "add-decision.examples": (
        'emul add-decision --number 901/QĐ-UBND --date 20/12/2023 --body "UBND huyện" --level district\n'
        'emul add-decision --number 45-QĐ/HU --date 12/2023 --body "Huyện ủy" --level district --stated-collectives 12 --stated-individuals 20'
    ),
    "add-honour": (
        "Record an instance of praise, honour or commendation.\n\n"
        "The form may be a form of commendation (Giấy khen) or a title (Lao động tiên tiến)."
    ),
    "add-honour.examples": (
        'emul add-honour --recipient "Tổ hòa giải thôn 3" --kind TT --unit "Cẩm Hà" --act praise --date 2023\n'
        'emul add-honour --recipient "Lê Thị Thảo" --kind individual --unit "Cẩm Duệ" --act commend --form "giấy khen" --date 20/12/2023 --amount 500.000'
    ),
    "add-honour.date": "the day, where there is no decision or event",
    "add-honour.unit": "the recipient's unit",
    "mark": (
        "Record a milestone of exemplars or models.\n\n"
        "Exemplars: discovered, fostered, multiplied. Models: registered, continued, appraised, recognised, replicated, stopped."
    ),
    "mark.examples": (
        "emul mark X12 fostered --date 05/2023\n"
        "emul mark M1 M2 M3 recognised --level grassroots --date 2023"
    ),
    "mark.unit": "the unit that took the model up",
    "mark.level": "who recognised it: grassroots, district, province, ministry, state",
    "add-term": (
        "Add a row to a vocabulary.\n\n"
        "Vocabularies: exemplar-field, model-field, form, title, category, movement, level, event-type, publication-type."
    ),
    "add-term.examples": (
        'emul add-term --vocabulary form --label "Kỷ niệm chương Vì dân vận"\n'
        'emul add-term --vocabulary movement --label "Xây dựng đô thị văn minh" --code do-thi-van-minh --valid-from 01/01/2024'
    ),
    "add-term.code": "the code in JSON and CSV; made from the label if not given",
    "add-figure": (
        "Record a figure from an old paper.\n\n"
        "For a number without a list behind it. The report prints it apart, marked with *, and never adds it to what it counts."
    ),
    "add-figure.examples": (
        'emul add-figure --name "Models registered" --section models --value 332 --period 2019 --source "Report 12-BC/HU"\n'
        'emul add-figure --name Exemplars --section exemplars --value 45 --period 2016-2018 --source "Yearbook 2018" --unit U3'
    ),
    "add-figure.name": "what the paper counts, in its words",
    "add-figure.period": "the period of the figure: 2019, 2016-2018, Q3/2019 …",
    "edit": (
        "Correct a record.\n\n"
        'Only the columns that are named change; an empty value ("") empties the column. What a record has: emul show.'
    ),
    "edit.examples": 'emul edit X12 --position "Bí thư chi bộ" --birth-year 1975\nemul edit M7 --field KT --leader ""',
    "edit.date": "the date of an event, a decision or an honour",
    "cancel": (
        "Cancel a record, with the reason.\n\n"
        "It stays visible and leaves the counting; reports say how many were cancelled."
    ),
    "cancel.examples": 'emul cancel X12 --reason "the same as X11"\nemul cancel H40 --reason "withdrawn by decision"',
    "succeed": (
        "Record which units follow which when units merge or split.\n\n"
        "The old unit ends on the day before --on, the new one begins then. Records keep the unit they were made for; "
        "--units now shows the unit of today."
    ),
    "succeed.examples": (
        'emul succeed "Xã Cẩm Yên" "Xã Cẩm Hòa" --by "Xã Yên Hòa" --on 01/01/2020 --document "819/NQ-UBTVQH14"\n'
        "emul succeed U9 --by U40 --by U41 --on 01/07/2025"
    ),
    "succeed.document": "the document that decided it",
    "list": (
        "List records.\n\n"
        "Lists: units, exemplars, models, events, decisions, honours, imports. "
        "They count as the report does: without what is cancelled, only proposed and, in a period, what cannot be placed in it."
    ),
    "list.examples": (
        'emul list exemplars --period 2021-2023 --unit "Cẩm Duệ"\n'
        "emul list models --field KT -o mo-hinh.xlsx"
    ),
    "list.unit": "the unit, with the units below it; several: one --unit each",
    "list.status": "registered new or continued (year by year)",
    "list.year": "year of registration",
    "list.form": "form or title",
    "list.decision": "decision: id (D5) or number",
    "list.event": "event: id (E2) or name",
    "list.for": "honours of an exemplar (X12) or a model (M7)",
    "list.proposed": "what is proposed to the level above, not awarded",
    "list.type": "type of unit or of event",
    "list.milestone": "only what reached this milestone (in the period)",
    "list.fostered": "fostered (in the period): yes or no",
    "list.multiplied": "multiplied (in the period): yes or no",
    "show": "Show all about one record.\n\nParticulars, milestones, honours; of a unit what it holds, and the commands that show it.",
    "show.format": "text or json",
    "show.examples": "emul show X12\nemul show m7\nemul show U5",
    "search": "Search by words of the names.\n\nCase and diacritics do not matter.",
    "search.format": "text or json",
    "search.examples": "emul search ngan hang mau\nemul search cẩm duệ",
    "report": (
        "Report on a period.\n\n"
        "Periods: 2023; 2021-2023; Q3/2023 or quý III/2023; H1/2023 or 6 tháng đầu năm 2023; 9 tháng 2023; 09/2023; "
        "nhiệm kỳ 2020-2025; năm học 2022-2023; 01/01/2021-04/10/2023."
    ),
    "report.examples": (
        "emul report 2021-2023 --models 2018-2023\n"
        'emul report H1/2023 --unit "Cẩm Duệ" -o report.xlsx\n'
        'emul report "quý này" --unit "Cẩm Duệ" --save quy'
    ),
    "report.unit": "the report of one unit, with the units below it; several together: one --unit each",
    "option.exemplars": "a period of its own for the exemplars",
    "option.models": "a period of its own for the models",
    "option.events": "a period of its own for the events",
    "option.honours": "a period of its own for the honours",
    "option.movements": "a period of its own for the movements",
    "option.proposals": "a period of its own for proposals",
    "report.compare": "against last-year (same months), previous, or a period",
    "report.commands": "every figure with the emul list command that opens exactly its rows (JSON)",
    "report.annex": "what the file has behind it: none, figures (long tables; the default), names (lists of names too)",
    "report.open": "open the file once it is written",
    "report.format": "text, json, csv or md",
    "fill": (
        "Fill the office's own Word file.\n\n"
        "Type [[exemplars.total]] where a figure belongs, or name a content control or a MERGEFIELD so. The words are those that a "
        "report prints beside the figure; «; 2022» or «; Cẩm Duệ» behind them takes another period or unit. A row with columns of a list "
        "repeats. Where a phrase is unknown no file is written, and the nearest are named. All that may be typed: emul fields PERIOD."
    ),
    "fill.examples": (
        "emul fill template.docx 2021-2023 -o report.docx\n"
        "emul fill template.docx 2021-2023 --models 2018-2023 -o report.docx"
    ),
    "verify": (
        "Hold a written report against the register.\n\n"
        "Of a file that emul fill made each place is held by its own request, for the period that the file remembers. Any other text is "
        "read by its meaning: sentences as the report prints them, the words around a number by the fields, units and forms of the register, "
        "tables with the report's headings. A number that cannot be told for sure is listed as not understood, never guessed. Without a "
        "period only sums, shares and tables of the text itself are checked, without a register. The exit code is 1 where one differs."
    ),
    "verify.examples": "emul verify report.docx\nemul verify report.docx 2021-2023 --models 2018-2023 --full",
    "verify.as-recorded": "compare with the register as it was on this day too: what differs since was changed",
    "verify.full": "name the numbers that agree too",
    "fill.unit": "figures of one unit and those below it",
    "fields.unit": "figures of one unit and those below it",
    "verify.unit": "figures of one unit and those below it",
    "fields": (
        "Show what may be asked for in a Word file, with its value.\n\n"
        "With -o it writes a Word file with every mark in it, to copy from; with --report a report that has marks for its figures, to make the office's own "
        "file of."
    ),
    "fields.examples": "emul fields 2021-2023\nemul fields 2021-2023 -o marks.docx\nemul fields 2021-2023 --report -o own-report.docx",
    "fields.report": "with -o: as a report, to make a template of",
    "tally": (
        "Count by any dimensions.\n\n"
        "The last dimension goes across, the others down: unit, unit_type, unit_group, field, kind, year, status, act, form, title, "
        "level, category, type, gender, movement … It counts as emul list does with the same options; what is not known has a row of "
        "its own. Every option takes none for «not stated»."
    ),
    "tally.examples": (
        "emul tally exemplars --period 2021-2023 --by unit,field\n"
        "emul tally honours --period 2023 --by act,form,level,kind -o honours.xlsx"
    ),
    "tally.by": "the dimensions, with commas between: unit,field",
    "tally.unit": "a unit, with those below it; several: one --unit each",
    "tally.fostered": "fostered (in the period): yes or no",
    "tally.multiplied": "multiplied (in the period): yes or no",
    "tally.format": "table, csv, json or md",
    "table": (
        "Tables of several measures side by side, kept as the office's own.\n\n"
        'Actions: new (keep one), list, show, edit, delete; a name and a period alone show it. Each --column is "Label = list filter=value by dimension"; '
        "by makes a column of each value, sum adds money up. There are: models, commendations, movements."
    ),
    "table.examples": (
        "emul table models 2023\n"
        'emul table new "Annex 1" --like models\n'
        'emul table new "By commune" --rows unit --column "Registered = models" --column "Commended = honours act=commend by kind"\n'
        "emul table commendations 2023 --compare last-year -o table.xlsx"
    ),
    "table.asked": "the action (new, list, show, edit, delete), the name, the period",
    "table.like": "like one of the program's: models, commendations, movements",
    "table.rows": "the rows, dimensions with commas between them: unit; form,class",
    "table.column": 'one column: "Label = models milestone=recognised by level"; several: repeat it',
    "table.title": "the title that is printed",
    "table.compare": "beside each column that of last-year, previous or a period",
    "table.format": "table, csv, json (with the command that opens each number) or md",
    "due": (
        "List who is due, each with the reason.\n\n"
        "Exemplars never honoured; models recognised and not yet taken up elsewhere; titles whose years are fulfilled, by the article of the law. "
        "The years are those that the register knows of: more than years is asked for, which the reviewers look at."
    ),
    "due.examples": 'emul due\nemul due fulfilled --unit "Xã Cẩm Duệ"',
    "due.reason": "never_honoured, not_replicated, fulfilled; else all",
    "extract": (
        "Write a register of its own for one unit.\n\n"
        "It holds every record that the unit answers for today, those of its predecessors too, with decisions, events and history. "
        "This register stays as it is; the two come together again with emul merge."
    ),
    "extract.examples": 'emul extract --unit "Xã Cẩm Duệ" -o cam-due.db\nemul extract --unit U3 -o thien-cam.db',
    "extract.output": "the new register",
    "merge": (
        "Take in the registers of offices below.\n\n"
        "New records, changes and cancellations since the last merge come in; the same merge again changes nothing. "
        "Where both sides changed one value, both are shown to choose from."
    ),
    "fields.format": "text or json",
    "verify.format": "text or json",
    "merge.format": "text or json",
    "merge.examples": "emul merge so-2024.db --dry-run\nemul merge so-2024.db --prefer newer --yes",
    "duplicates": (
        "List records that may be one.\n\n"
        "First what moves a figure: records left open, recorded twice, honoured twice; then names that are alike (Lý, Lí), through mergers of units too. "
        "Each pair with the reason and the command that settles it. Nothing is joined by itself."
    ),
    "duplicates.examples": "emul duplicates\nemul duplicates exemplars -o suspects.xlsx",
    "duplicates.noun": "one of exemplars, models, honours, decisions, events, units, movements; else all",
    "join": (
        "Say that two records are one: two exemplars, models or honours, two decisions or events, two units or movements; an honour and its exemplar too.\n\n"
        "Nothing is rewritten: both stay as they are and count as one. --undo takes it back at any time. Of two terms, units or movements the first one takes over what names the other, which is cancelled and still found by its name; emul undo takes that back."
    ),
    "join.examples": "emul join X12 X40\nemul join M7 M9",
    "distinct": "Say that two records that look like one are two.\n\nemul duplicates names them no more. --undo takes it back.",
    "distinct.examples": "emul distinct X12 X40\nemul distinct M7 M9",
    "import": (
        "Take the units' lists into the register.\n\n"
        "Spreadsheets are read as they are; all rows go in, or none (--skip-bad takes the good ones). "
        "Every row left out is named with the reason. The same file again changes nothing."
    ),
    "import.examples": (
        "emul import danh-sach.xlsx --dry-run\n"
        'emul import danh-sach.xlsx --unit "Cẩm Duệ" --year 2023 --yes\n'
        "emul import . --new"
    ),
    "import.new": "only files that were not taken in before",
    "import.unit": "the unit of rows that name none",
    "import.event": "the event the list is of: id or name",
    "import.decision": "the decision the list belongs to: id or number",
    "import.act": "praise, honour or commend, where the list does not say",
    "import.kind": "collective, individual or household, where the list does not say",
    "import.year": "the year of rows without a date",
    "import.format": "text or json",
    "template": "Make an empty workbook for the units to fill in.",
    "template.examples": (
        "emul template exemplars\n"
        'emul template models --unit "Xã Cẩm Duệ" --from 2023 -o duy-tri.xlsx'
    ),
    "template.unit": "the unit whose models are to be marked",
    "template.from": "the year whose models are taken",
    "template.year": "the year it is for: it offers the terms and units of that year (else this year)",
    "export": (
        "Write the register's lists to Excel, in the layout of emul template.\n\n"
        "One .xlsx with a sheet per list, or a folder with a file per list. "
        "Imported into an empty register they give this register again. Cancelled records stay behind. "
        "--all writes the whole register for other programs: every table as CSV with datapackage.json, which says what each column is. "
        "--postgres writes a script that psql -f loads."
    ),
    "export.examples": "emul export\nemul export exemplars honours -o exemplars.xlsx\nemul export --all -o everything.zip\nemul export --postgres -o register.sql",
    "export.nouns": "units, exemplars, models, events, decisions, honours; else all",
    "export.all": "every table as a data package",
    "export.parquet": "the same with Parquet files, in a folder",
    "export.postgres": "every table as a script for PostgreSQL",
    "export.output": "an .xlsx file, or a folder; with --all: a .zip file or a folder; with --postgres: a .sql file",
    "history": (
        "See what was recorded and changed.\n\n"
        "Alone: the latest changes. An id such as M7: the whole life of that record, old value → new. A change such as C9: every record it met."
    ),
    "history.examples": "emul history\nemul history M7\nemul history C2\nemul history --period 2026 --who lan",
    "history.period": "the changes of this period",
    "report.as-recorded": "the figures as they were recorded by the end of this day",
    "report.against": "only what differs from another day, or from a kept report, and the changes that made it differ",
    "report.save": "save what is asked under a name; then: emul report NAME",
    "report.forget": "take away the request that is saved under this name",
    "report.keep": "keep the figures of this report under a name, such as 45-BC/HU",
    "undo": (
        "Take back a whole change, an import of a list too.\n\n"
        "Alone: the last change. Taking back is a change of its own, and can be taken back as well."
    ),
    "undo.examples": "emul undo\nemul undo C3 --yes",
    "undo.id": "the change, such as C9; see: emul history",
    "backup": (
        "Make a backup of the register.\n\n"
        "A backup is whole in one file and is read again before it gets its name. Without a file: among the automatic backups (see emul info)."
    ),
    "backup.examples": "emul backup\nemul backup so-luu-23-11.db",
    "backup.file": "the file to write; where there is one already, add --yes",
    "backup.yes": "replace a file that exists",
    "restore": (
        "Go back to a backup.\n\n"
        "Without a file: the backups there are. First emul tells which changes will be lost, and it keeps the register as it is, so that there is a way back."
    ),
    "restore.examples": "emul restore\nemul restore so-luu-23-11.db --yes",
    "restore.file": "the backup, or the name of an automatic one",
    "check": (
        "Look the register over.\n\n"
        "Its file, its rules, what looks odd (doubles, impossible dates, decisions that state other numbers) and its backups. Nothing printed means that all is well."
    ),
    "check.format": "text or json",
    "check.examples": 'emul check\nemul check --accept H12 --note "decided under the old law"',
    "check.deep": "read every row, hold every figure against its list",
    "check.accept": "it is so: what is found in this record is named no more",
    "check.note": "why it is so (with --accept)",
    "compact": (
        "Put finished years of the log into a file beside the register.\n\n"
        "The register gets smaller; history, undo, --as-recorded and check --deep read the file too. Before it is done emul tells what is gained. Both files belong together from then on."
    ),
    "compact.examples": "emul compact --dry-run\nemul compact --yes",
    "compact.undo": "bring all years back into the register",
    "compact.dry-run": "tell what would be gained; write nothing",
    "purge": (
        "Blank what names a person, on request.\n\n"
        "Name, year of birth, position and summary go from the register, its log, kept reports and automatic backups. Kind, gender, unit and dates stay, so no total moves; a figure's least may rise. It cannot be undone."
    ),
    "purge.examples": 'emul purge X45 --yes\nemul purge H40 --also "N.V.A" --yes',
    "purge.also": "blank this text too, where it means the person («N.V.A»); may be given several times",
    # Options
    "option.label-vi": "Vietnamese name of a term",
    "option.retired-on": "no form offers it from this day",
    "option.note": "a note",
    "option.db": "the register (else EMUL_DB, else the user's data folder)",
    "option.lang": "language of the screen: vi or en",
    "option.quiet": "say nothing but data and problems",
    "option.verbose": "say one by one what is only counted otherwise",
    "option.no-pager": "write to the terminal, never to a pager (EMUL_PAGER)",
    "option.no-input": "ask nothing, as in a pipe",
    "option.version": "say the version",
    "option.help": "show this help",
    "option.who": "only changes by this person",
    "option.all": "everything, not only the latest",
    "option.yes": "agree beforehand, ask nothing",
    "option.format": "table, csv or json",
    "option.output": "write a file, its format by the suffix: {suffixes}; - for the stream",
    "option.name": "name",
    "option.type": "type",
    "option.code": "code, if there is one",
    "option.parent": "the unit above",
    "option.unit-group": "emulation group (khối)",
    "option.valid-from": "exists from this day",
    "option.valid-to": "until this day",
    "option.other-name": "another name; may be given several times",
    "option.kind": "collective (TT), individual (CN) or household",
    "option.unit": "unit: name (diacritics may be left out), code or U3",
    "option.field": "field",
    "option.birth-year": "year of birth",
    "option.gender": "male or female",
    "option.position": "position, occupation",
    "option.works-directly": "works directly in production: yes or no",
    "option.leads": "leads or manages: yes or no",
    "option.summary": "summary of what was achieved",
    "option.movement": "movement: id (P2) or name; a new one is added",
    "option.model": "the model it grew from (M7)",
    "option.date": "date: 04/10/2023, 10/2023 or 2023",
    "option.leader": "person in charge",
    "option.address": "address",
    "option.year": "year",
    "option.place": "place",
    "option.organiser": "who held it",
    "option.period-reviewed": "the period it reviewed",
    "option.attendance": "how many attended",
    "option.number": "number and symbol, such as 163/QĐ-UBND",
    "option.body": "issuing body",
    "option.years": "years of membership, of a badge of the Party",
    "option.level": "level: grassroots, district, province, ministry, state",
    "option.system": "system: State, Party, Front and unions",
    "option.signer": "who signed",
    "option.signer-position": "the signer's position",
    "option.abstract": "abstract",
    "option.category": "category of commendation",
    "option.stated-collectives": "collectives stated in the decision",
    "option.stated-individuals": "individuals stated in the decision",
    "option.stated-households": "households stated in the decision",
    "option.recipient": "the name as written in the document",
    "option.act": "praise, honour or commend",
    "option.honorific": "ông, bà, đồng chí …",
    "option.form": "form or title: Giấy khen, Lao động tiên tiến …",
    "option.decision": "decision: id (D5) or number",
    "option.event": "event: id (E2) or name",
    "option.achievement-year": "year of the achievement",
    "option.achievement": "achievement",
    "option.amount": "money, in đồng",
    "option.status": "status",
    "option.for": "the exemplar (X12) or model (M7) on the register it is for",
    "option.proposed": "only proposed to the level above, not awarded",
    "option.vocabulary": "vocabulary",
    "option.label": "Vietnamese label",
    "option.label-en": "English label",
    "option.ids": "ids of records, one or several",
    "option.id": "id of the record, such as X12, M7, U3",
    "option.milestone": "milestone",
    "option.document": "document",
    "option.remove": "take off a milestone recorded by mistake",
    "option.discovered": "date of discovery",
    "option.fostered": "date of fostering",
    "option.multiplied": "date of multiplying",
    "option.old": "the old units: name, code or U3",
    "option.by": "a new unit; may be given several times",
    "option.on": "the first day of the new unit",
    "option.units": "whose units: then (as recorded), now (today); else as the period ended",
    "option.unassigned": "records of a split unit, not yet assigned to a new one",
    "option.files": "the registers to take in",
    "option.prefer": "the value to keep where both sides changed it: mine, theirs or newer",
    "option.same-unit": 'units that are one, such as "Xã Cẩm Duệ=U9", or "Xã Cẩm Duệ=new"',
    "option.undo": "take back what was said of these two",
    "option.one": "the first record",
    "option.other": "the second record",
    "option.reason": "reason",
    "option.with-honours": "with all honours given by that decision or at that conference",
    "option.noun": "which list",
    "option.period": "period",
    "option.cut-off": "figures as of this day",
    "option.registrations": "a row for every year registered",
    "option.alone": "that unit alone, without those below it",
    "option.limit": "at most so many rows, the first ones",
    "option.recipients": "one row for each recipient, counted once",
    "option.at-cut-off": "records of a year or month that the cut-off day lies in",
    "option.of": "what they belong to: exemplars, models or other",
    "option.basis": "count honours by: achievement (its year); without it by their date",
    "option.amount-known": "the amount is known: yes or no",
    "option.decision-cancelled": "its decision was cancelled: yes or no",
    "option.grown": "grew from a model: yes or no",
    "option.title": "emulation title",
    "option.recognised": "recognised (in the period): yes or no",
    "option.replicated": "replicated (in the period): yes or no",
    "option.honoured": "praised, honoured or commended (in the period): yes or no",
    "option.passed": "passed at its meeting: yes or no",
    "option.awarded": "already awarded: yes or no",
    "option.highest-level": "the highest level that recognised the model",
    "option.unit-type": "type of the unit",
    "option.without": "only units that have no models, exemplars or honours in the period, nor have those below them",
    "option.differing": "decisions whose list differs from what their text says",
    "option.section": "part of the report: exemplars, models, events or honours",
    "option.value": "the number",
    "option.source": "the paper that has this figure",
    "option.cancelled": "what was cancelled",
    "option.not-placed": "what cannot be placed in the period",
    "option.text": "words to search for",
    "option.paths": "spreadsheets or folders; - reads stdin",
    "option.as": "which register the list is for, where it cannot be told: exemplars, models …",
    "option.header-row": "the header row, where it cannot be told",
    "option.encoding": "encoding of a .csv file",
    "option.date-order": "order of dates where a list mixes them: dmy or mdy",
    "option.mend": "take out what strangers put into the file, after a backup",
    "option.another-person": "a name that was purged is here that of another person",
    "option.password": "password of the file; seen by others on the machine, so rather --password-file, or wait to be asked",
    "option.password-file": "file whose first line is the password",
    "option.update": "take the list's values where the register has others",
    "option.errors": "write the refused rows, with the reasons, to this .xlsx file",
    "option.column": 'what a column is, such as "Ghi chú=summary" or "B=name"; may be given several times',
    "option.dry-run": "show what would happen, write nothing",
    "option.explain": "say why each column and list was understood so",
    "option.skip-bad": "take the good rows, leave the bad ones",
    "option.new-terms": "take more than thirty new fields",
    "option.new-units": "add units that are not on the register",
    # Names of values
    "metavar": "TEXT",
    "metavar.file": "FILE",
    "metavar.as-recorded": "DATE",
    "metavar.against": "DATE-OR-NAME",
    "metavar.save": "NAME",
    "metavar.keep": "NAME",
    "metavar.who": "PERSON",
    "metavar.db": "FILE",
    "metavar.lang": "vi|en",
    "metavar.output": "FILE",
    "metavar.format": "FORMAT",
    "metavar.paths": "FILE",
    "metavar.noun": "NOUN",
    "metavar.nouns": "NOUN",
    "metavar.period": "PERIOD",
    "metavar.compare": "PERIOD",
    "metavar.exemplars": "PERIOD",
    "metavar.models": "PERIOD",
    "metavar.events": "PERIOD",
    "metavar.honours": "PERIOD",
    "metavar.ids": "ID",
    "metavar.id": "ID",
    "metavar.model": "ID",
    "metavar.for": "ID",
    "metavar.errors": "FILE",
    "metavar.column": "HEADING=FIELD",
    "metavar.header-row": "NUMBER",
    "metavar.code": "CODE",
    "metavar.milestone": "MILESTONE",
    "metavar.text": "WORDS",
    "metavar.date": "DATE",
    "metavar.discovered": "DATE",
    "metavar.fostered": "DATE",
    "metavar.multiplied": "DATE",
    "metavar.cut-off": "DATE",
    "metavar.valid-from": "DATE",
    "metavar.valid-to": "DATE",
    "metavar.year": "YEAR",
    "metavar.birth-year": "YEAR",
    "metavar.achievement-year": "YEAR",
    "metavar.unit": "UNIT",
    "metavar.shell": "SHELL",
    "metavar.old": "UNIT",
    "metavar.by": "UNIT",
    "metavar.on": "DATE",
    "metavar.units": "then|now",
    "metavar.files": "FILE",
    "metavar.prefer": "SIDE",
    "metavar.same-unit": "NAME=ID",
    "metavar.one": "ID",
    "metavar.other": "ID",
    "metavar.parent": "UNIT",
    "metavar.name": "NAME",
    "metavar.other-name": "NAME",
    "metavar.attendance": "NUMBER",
    "metavar.amount": "NUMBER",
    "metavar.number": "NUMBER",
    "metavar.stated-collectives": "NUMBER",
    "metavar.stated-individuals": "NUMBER",
    "metavar.stated-households": "NUMBER",
    "option.full": "everything, not only what fits a screen",
    "report.section": "only this part of the report, whole: exemplars, models, events, honours; may be given several times",
    "report.by": "only the tables by this: field, unit, year …; may be given several times",
    "report.asked": "Of which period (2023; 2021-2023; Q3/2023; Enter: this year)",
    "list.asked": "Which list",
    "import.asked": "Which files or folder",
    "search.asked": "Words of the name",
    "tally.asked": "Count what",
    "template.asked": "A form for what",
    "add.asked": "What to record",
    "merge.asked": "Which registers (files)",
    "add": "Record one thing, asking for what it needs.\n\nWhat is asked may be skipped by Enter where a record can do without; what no report will count is said at once.",
    "add.examples": (
        'emul add exemplar --name "Nguyễn Thị Mơ" --kind CN --unit "Cẩm Duệ" --field "Y tế"\n'
        'emul add unit --name "Trường Tiểu học Hoa Sen" --type school'
    ),
    "exit_codes": "Exit codes",
    "exit.0": "done; an empty list or report too",
    "exit.1": "refused: no such record or unit, nothing found",
    "exit.2": "the line cannot be understood: an option, a period, a code",
    "exit.3": "the lists have errors, nothing was written",
    "exit.4": "another program is writing to the register",
    "exit.5": "the register cannot be used: missing, damaged, of a newer emul",
    "exit.6": "a file cannot be opened or written",
    "exit.130": "interrupted; nothing half done was written",
    "also": "Also: {line}",
    "metavar.yes_no": "yes|no",
}
