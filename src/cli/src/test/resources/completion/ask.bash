# What bash would offer for lines: bash ask.bash SCRIPT LINE... Words are divided as readline does, at = too.
source "$1"
for line in "${@:2}"; do
  echo "> $line"
  read -ra typed <<<"$line"
  [[ $line != *' ' ]] || typed+=('')
  COMP_WORDS=()
  for word in "${typed[@]}"; do
    if [[ $word == --*=* ]]; then
      COMP_WORDS+=("${word%%=*}" =)
      [[ -z ${word#*=} ]] || COMP_WORDS+=("${word#*=}")
    else
      COMP_WORDS+=("$word")
    fi
  done
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _preflight 2>/dev/null
  printf '%s\n' "${COMPREPLY[@]}"
done
