"""What the import command says: what was understood, what was taken in, and why not."""

SENTENCES = {
    "no_files": "There is no spreadsheet at: {paths}.",
    "reading": "Reading lists",
    "take_in": "Take these lists into the register?",
    "nothing_written": "Nothing was written to the register.",
    "file": "{file}: {added} added, {changed} changed, {unchanged} unchanged, {refused} rows refused, {skipped} rows skipped.",
    "file_refused": "{file}: {added} new, {changed} changed and {unchanged} known records were read; {refused} rows refused, {skipped} rows skipped.",
    "sheet": "  Sheet «{sheet}» ({noun}), header in row {rows}: {columns}",
    "block": "  REFUSED [{sheet}] {text}",
    "warn": "  WARNING [{sheet}] {text}",
    "skipped": "  Skipped [{sheet}] row {row} ({why}): {text}",
    "refused": "Nothing was written: mend the refused rows and import again, or add --skip-bad to take the good ones.",
    "done": "Written to the register as import {id}. Look at it: emul show {id}",
    "dry_run": "Dry run: nothing was written to the register.",
    "nothing_new": "Every row is in the register already: nothing changed.",
    "demo_done": "The demo register is {file}: go on with emul --db {file} list exemplars. The people in it are invented.",
    "not_a_demo": "The file «{file}» in this folder is no demo register and is not replaced. Run emul demo in another folder.",
    "returned_title": "Rows that could not be taken in",
    "reason_heading": "Lý do",
    "returned": "The refused rows were written to {file}: have them mended, then import that file.",
}
