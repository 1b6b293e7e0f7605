# emul: completion for zsh
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
_emul() {
    local -a found
    found=("${(@f)$(emul completion words -- "${(@)words[2,CURRENT]}" 2> /dev/null)}")
    if [[ -n ${found[1]} ]]; then compadd -U -a found; else _files; fi
}
compdef _emul emul
