# emul: completion for zsh
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
_emul() {
    local -a found
    found=("${(@f)$(emul completion words -- "${(@)words[2,CURRENT]}" 2> /dev/null)}")
    [[ -n ${found[1]} ]] || { _files; return; }
    # Names found without their diacritics begin otherwise than what was typed: offer each in turn.
    [[ ${found[1]} == "$PREFIX"* ]] || compstate[insert]=menu
    compadd -U -a found
}
compdef _emul emul
