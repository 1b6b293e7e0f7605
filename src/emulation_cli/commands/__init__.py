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
        "add": "entry.record.add",
        "add-unit": "entry.record.add_unit",
        "add-exemplar": "entry.record.add_exemplar",
        "add-model": "entry.record.add_model",
        "add-event": "entry.record.add_event",
        "add-decision": "entry.record.add_decision",
        "add-honour": "entry.record.add_honour",
        "add-movement": "entry.record.add_movement",
        "add-proposal": "entry.record.add_proposal",
        "add-dossier": "entry.record.add_dossier",
        "collect": "entry.dossier.collect",
        "decide": "entry.dossier.decide",
        "add-presenter": "entry.record.add_presenter",
        "add-publication": "entry.record.add_publication",
        "add-target": "entry.record.add_target",
        "mark": "entry.change.mark",
        "add-term": "entry.add_term.add_term",
        "add-figure": "entry.record.add_figure",
        "edit": "entry.change.edit",
        "cancel": "entry.change.cancel",
        "succeed": "entry.succeed.succeed",
    },
    "find": {"list": "find.list_rows", "show": "show.show", "search": "find.search"},
    "report": {
        "report": "report.report",
        "tally": "tally.tally",
        "table": "table.table",
        "due": "due.due",
        "papers": "entry.dossier.papers",
        "fill": "exchange.filling.fill",
        "fields": "exchange.filling.fields",
        "verify": "exchange.verifying.verify",
    },
    "lists": {
        "extract": "exchange.extract.extract",
        "merge": "exchange.merge.merge",
        "import": "importing.import_lists.import_lists",
        "template": "exchange.template.template",
        "export": "exchange.export.export",
    },
    "care": {
        "duplicates": "care.duplicates.duplicates",
        "join": "care.duplicates.join",
        "distinct": "care.duplicates.distinct",
        "history": "care.history.history",
        "undo": "care.history.undo",
        "backup": "care.backup.backup",
        "restore": "care.backup.restore",
        "check": "care.check.check",
        "compact": "care.compact.compact",
        "purge": "care.purge.purge",
    },
}
COMMANDS = {name: place for panel in PANELS.values() for name, place in panel.items()}
