# emul: completion for bash
_emul() {
    local IFS=$'\n' word
    COMPREPLY=()
    while read -r word; do COMPREPLY+=("$(printf %q "$word")"); done \
        < <(emul completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
}
complete -o default -F _emul emul
