"""What the program says around its commands: wrong usage, files, questions."""

SENTENCES = {
    "see_terms": "see emul list terms --of {of}",
    "manual_title": "The manual of emul",
    "not_in_manual": "The manual does not speak of «{text}». See all of it: emul manual.",
    "manual_written": "The manual: {path}. Open this file in a browser.",
    "welcome": """emul: the emulation register of one office, and the reports from it.

To begin
  emul demo              look around with sample data and a complete report
  emul init              make the register of your office
  emul import FILE…      take Excel lists into the register

Every day
  emul add-exemplar      record an exemplar (what is missing is asked for)
  emul search WORDS      search without diacritics
  emul report 2021-2023  the report of a period

All commands: emul --help. How to use one: emul report --help.
""",
    "warning": "Note: {text}",
    "yes_or_no": "[y/N]",
    "more_candidates": "… and {count} more; type more of the name",
    "the_output": "the output",
    # Wrong usage
    "no_such_command": "There is no command «{name}». See the commands: emul --help.",
    "no_such_command_but": "There is no command «{name}». Did you mean: {near}? See the commands: emul --help.",
    "no_such_option": "There is no option {option}. See: {command} --help.",
    "no_such_option_but": "There is no option {option}. Did you mean: {near}? See: {command} --help.",
    "option_needs_value": "The option {option} needs a value.",
    "option_twice": "The option {option} was given twice; only one value can be meant.",
    "replace_changed": "«{file}» was changed since emul wrote it, or is not of emul. Replace it?",
    "changed_since": "«{file}» was changed since emul wrote it, or is not of emul, and is left as it is. Choose another name, or add --yes to replace it.",
    "option_takes_no_value": "The option {option} takes no value.",
    "extra_arguments": "Too many words: «{words}». A name with blanks goes in quotes. See: {command} --help.",
    "missing": "{names} is missing. See: {command} --help.",
    "missing_options": "Missing: {names}.",
    "bad_value": "The value of {name} cannot be used.",
    "bad_usage": "The command line cannot be understood. See: {command} --help.",
    "unknown_language": "There is no language «{text}»: choose vi or en.",
    "unknown_term": "--{option}: there is no «{text}». Perhaps: {near}.",
    "tried": "Dry run: nothing was written to the register.",
    "unknown_shell": "There is no completion for «{text}». Choose: {known}.",
    "unknown_format": "--format: there is no format «{text}». Choose: {known}.",
    "unknown_noun": "There is no list «{text}». Choose: {known}.",
    "option_not_for_noun": "The option {option} is not for {noun}.",
    "all_of_it": "The whole register is written: leave «{nouns}» out, or name the file by -o.",
    "only_one_of": "Only one of these at a time: {options}.",
    "nothing_to_edit": 'Nothing to change was given. Such as: emul edit {id} --name "The right name".',
    "use_cancel": 'To cancel it, use: emul cancel {id} --reason "the reason".',
    "empty_value": "--{option}: there is nothing in it.",
    "fill_needs_output": "say which file to write: -o FILE.docx",
    "no_marks": "{paper}: a page for each one, and marks repeat rows only. Use emul papers, or merge letters from the sheet for it in the list of honours (.xlsx).",
    "papers_need_folder": "All papers go into a folder: -o FOLDER; to see one, --paper with one of: {known}.",
    "not_a_day": "--{option}: «{text}» must be a whole day, such as 04/10/2023.",
    "not_a_year": "--{option}: «{text}» must be a year, such as 2023.",
    "not_a_number": "--{option}: «{text}» must be a whole number.",
    "breaks_rule": "A value is out of bounds and nothing was written; the rule of the register: {rule}.",
    "out_of_bounds": "--{option}: «{text}» is not from {least} to {most}.",
    "not_an_amount": "--{option}: «{text}» must be an amount in whole đồng, such as 500.000.",
    "not_yes_or_no": "--{option}: «{text}» must be yes or no.",
    "not_such_a_record": "«{id}» is none of: {nouns}.",
    "no_such_record": "--{option}: «{text}» was not found in the register. See: emul list {noun}.",
    "several_records": "--{option}: there are several «{text}»: {found}. Use an id.",
    "needs_yes": "This must be confirmed: add --yes.",
    "not_found": "Nothing was found for «{text}».",
    # Files and the register
    "no_such_file": "There is no file «{file}».",
    "not_allowed": "«{file}» may not be opened or written: look at the rights, or close it in the other program.",
    "is_a_folder": "«{file}» is a folder, not a file.",
    "disk_full": "The disk is full, writing {file}; what was there before is untouched.",
    "file_trouble": "{file} cannot be opened or written ({why}).",
    "out_of_memory": "The machine has not enough memory for this; the register is unchanged.",
    "register_full": "The disk is full; the register «{file}» is as it was.",
    "no_text": "A word of the command, or a name in it, holds bytes that are no text. Type it anew, or rename the file.",
    "register_busy": "Another program is writing to the register «{file}»; try again in a few minutes.",
    "register_damaged": "The register «{file}» is damaged and cannot be read. Go back to the latest backup: emul restore.",
    "register_unwritable": "The register «{file}» cannot be read or written: look at the disk and the rights of the folder.",
    "interrupted": "Stopped; nothing half done was written.",
    "unexpected": (
        "A fault of the program ({kind}); the command wrote nothing further. Please report it to whoever keeps emul; "
        "set EMUL_DEBUG=1 and run it again for the details."
    ),
    "unknown_setting": "«{text}» is not understood. Write: --set name=value, where name is one of: {known}.",
    "known_or_new": "Already known; choose a number, or type «{text}» again to add it:",
    "part_on_screen_only": "--section and --by choose what the screen shows; a file and --format hold the whole report. Leave them out, or leave out -o and --format.",
    "no_record_named": "There is no record called «{text}». Look for it with fewer words: emul search WORDS.",
    "several_named": "Several are called «{text}»: {found}. Use an id.",
    "no_record_but": "There is no record called «{text}». Perhaps: {found}. Use an id, or the name.",
    "missing_milestone": "The milestone is missing: {known}.",
    "list_all": "to see all {count}",
    "no_such_number": "--{option}: «{text}» is a number, and no line of a list.",
    "answer_needed": "This is needed: type it, or stop with Ctrl-C (nothing is recorded).",
    "enter_skips": "Enter: skip",
    "two_birth_years": "The name says {name} for the year of birth, --birth-year says {option}: keep one.",
    "no_such_choice": "There is no choice «{text}»: type a number, or Enter for somebody else.",
    "other_day": "--date {date} is not the day of {id} ({of_paper}), by which the honour counts. Leave --date out, or correct the day: emul edit {id} --date.",
}
