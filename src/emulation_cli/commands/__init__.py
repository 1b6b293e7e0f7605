"""The commands, one module per noun or family of verbs: take the words, ask, hand to render.

A command's help is not here but in `words` (area `help`), so that it speaks the language of the
screen; `help_page` puts it in when the command is built.
"""

# Panels in the order of the help, and under each its commands with module and function.
PANELS = {
    "start": {
        "init": "start.init",
        "demo": "demo.demo",
        "info": "start.info",
        "manual": "manual.manual",
        "completion": "completion.completion",
    },
    "record": {
        "add": "record.add",
        "add-unit": "record.add_unit",
        "add-exemplar": "record.add_exemplar",
        "add-model": "record.add_model",
        "add-event": "record.add_event",
        "add-decision": "record.add_decision",
        "add-honour": "record.add_honour",
        "add-movement": "record.add_movement",
        "add-proposal": "record.add_proposal",
        "add-dossier": "record.add_dossier",
        "collect": "dossier.collect",
        "decide": "dossier.decide",
        "add-presenter": "dossier.add_presenter",
        "mark": "change.mark",
        "add-term": "vocabulary.add_term",
        "add-figure": "record.add_figure",
        "edit": "change.edit",
        "cancel": "change.cancel",
        "succeed": "succeed.succeed",
    },
    "find": {"list": "find.list_rows", "show": "show.show", "search": "find.search"},
    "report": {
        "report": "report.report",
        "tally": "tally.tally",
        "table": "table.table",
        "papers": "dossier.papers",
    },
    "lists": {
        "extract": "extract.extract",
        "merge": "merge.merge",
        "import": "import_lists.import_lists",
        "template": "template.template",
        "export": "export.export",
    },
    "care": {
        "duplicates": "duplicates.duplicates",
        "join": "duplicates.join",
        "distinct": "duplicates.distinct",
        "history": "history.history",
        "undo": "history.undo",
        "backup": "backup.backup",
        "restore": "backup.restore",
        "check": "check.check",
        "purge": "purge.purge",
    },
}
COMMANDS = {name: place for panel in PANELS.values() for name, place in panel.items()}
