# What fish would offer for lines: fish --no-config ask.fish SCRIPT LINE...
source $argv[1]
for line in $argv[2..]
    echo "> $line"
    complete -C $line
end
