# What zsh would offer for lines: zsh -f ask.zsh SCRIPT LINE... Completion works at a prompt only, so there is one, on a terminal of its own,
# in which each match that is added is printed.
zmodload zsh/zpty
zpty z zsh -f -i
print -r -- '
PROMPT=
autoload -U compinit
compinit -u -D
bindkey -e
bindkey "^I" complete-word
compadd() {
  if ((${argv[(I)-[OAD]]})); then
    builtin compadd "$@"
    return
  fi
  local -a hits
  local hit
  builtin compadd -A hits "$@"
  for hit in $hits; do
    print -r -- "hit:$hit"
  done
  return 1
}
end-of-answers() {
  print -r -- end-of-answers
  comppostfuncs=(end-of-answers) # each completion takes them away
}
comppostfuncs=(end-of-answers)
source '${(q)1}'
print -r -- re""ady' >init.zsh
zpty -w z 'source ./init.zsh'
while zpty -r z line; do
  [[ $line == *ready* ]] && break
done
for typed in "${@:2}"; do
  print -r -- "> $typed"
  zpty -w -n z "$typed"$'\t'
  while zpty -r z line; do
    line=${line//$'\r'/}
    [[ $line == *end-of-answers* ]] && break
    [[ $line == *hit:* ]] && print -r -- ${${line##*hit:}%$'\n'}
  done
  zpty -w -n z $'\C-u'
done
zpty -d z
