"""The office's own Word file: marked places, filled and verified."""

SENTENCES = {
    # The words of marked places
    "unit": "unit",
    "period": "period",
    "cut_off": "cut-off",
    "sentence": "sentence",
    "text": "text",
    "list": "list",
    # Sources besides the report
    "of_table": "table",
    "of_tally": "tally",
    "of_decision": "decision",
    "of_dossier": "dossier",
    "of_tally_example": "exemplars by field, kind",
    # Filling
    "filled": "Filled {count} {count:place|places}.",
    "left": "Left as it was: «{request}», which is not emul's, in: {paragraph}",
    "no_places": "«{path}» has no place to fill. Type [[exemplars.total]] where a figure belongs; all that may be typed: emul fields PERIOD.",
    "refused": "not filled: {count} {count:place|places} cannot be, and no file was written.",
    "unknown": "[[{request}]] in the paragraph «{paragraph}»: there is no such figure. Nearest: {near}.",
    "unclosed": "the paragraph «{paragraph}»: [[ and ]] do not pair.",
    "not_alone": "[[{request}]] in the paragraph «{paragraph}»: a table must be a paragraph by itself.",
    "two_lists": "[[{request}]] in the paragraph «{paragraph}»: a row repeats for one list only.",
    "unreadable": "«{path}» cannot be read: {reason}",
    "no_word_file": "«{path}» is no Word file (.docx) that can be read. Open it in Word or LibreOffice and save it as .docx.",
    "a_table": "(a table of {count} {count:row|rows})",
    "a_list": "({count} {count:row|rows}, the first: {first})",
    "every_mark": "The marks of emul",
    # Verifying
    "agrees": "AGREES   {value}: {phrase}",
    "differs": "DIFFERS  {value} in «{paragraph}»: the register has {now} ({phrase}).{see}",
    "place_differs": "DIFFERS  {value} in «{paragraph}»: filled with «{phrase}», of which the register now has {now}.{see}",
    "see": " See: {command}",
    "sum_wrong": "BAD SUM  {value} in «{paragraph}»: the parts are {phrase}.",
    "not_understood": "UNCLEAR  {value} in «{paragraph}»",
    "verified": "{agrees} numbers agree with the register, {differs} differ, {not_understood} were not understood.",
}
