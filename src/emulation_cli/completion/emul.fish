# emul: completion for fish
complete -c emul -a '(emul completion words -- (commandline -opc)[2..-1] (commandline -ct) 2> /dev/null)'
