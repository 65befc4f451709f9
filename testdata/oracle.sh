#!/bin/sh
# Asks ffprobe, exiftool and mediainfo what the samples are, and writes oracle.tsv: a second opinion that shares no
# code with this project.
#
#   testdata/oracle.sh [FOLDER]     the folder of the samples, where oracle.tsv is written too; else its own
#
# Debian packages: ffmpeg libimage-exiftool-perl mediainfo
#
# Columns (`-` is absent):
#   format            by content, in the words of `preflight`
#   kind              image, video, audio, other
#   width, height     as stored; display_*: sample aspect ratio applied, rounded half up, before rotation
#   rotation          clockwise degrees, from the display matrix or the EXIF orientation
#   duration_s        the container's, video_track_s the first real video track's, edit list applied
#   codec             the four characters of the sample description, where the container has some
# Pictures are measured by exiftool, the rest by ffprobe. Where another of the three sees another stored size, or
# mediainfo another duration (by 0.06 s), or another rotation, that is said on standard error, and the row stands.

set -eu

LC_ALL=C
export LC_ALL

missing=
need() { # TOOL PACKAGE
    command -v "$1" >/dev/null 2>&1 && return 0
    echo "oracle.sh: no $1: install the Debian package $2" >&2
    missing="$missing $2"
}
need ffprobe ffmpeg
need exiftool libimage-exiftool-perl
need mediainfo mediainfo
if [ -n "$missing" ]; then
    echo "oracle.sh: apt-get install$missing" >&2
    exit 2
fi

here=$(cd -- "$(dirname -- "$0")" && pwd)
folder=${1:-$here}
cd -- "$folder"

exif() { exiftool -s3 "-$1" "./$file" 2>/dev/null | head -n 1; }
probe() { # SECTION=ENTRY,...: one key=value a line
    ffprobe -v error -show_entries "$1" -of default=noprint_wrappers=1 "file:$file" 2>/dev/null || true
}
value() { sed -n "s/^$1=//p" | head -n 1; }
or_dash() { case $1 in '' | N/A | unknown) echo - ;; *) echo "$1" ;; esac; }
differs() { echo "oracle.sh: $file: $*" >&2; }
far() { awk -v a="$1" -v b="$2" 'BEGIN { d = a - b; exit !(d > 0.06 || d < -0.06) }'; }

# The first video stream that is no cover art, as key=value lines.
video_stream() {
    probe 'stream=index,codec_type,codec_tag_string,width,height,sample_aspect_ratio,duration:stream_disposition=attached_pic:stream_side_data=rotation' |
        awk '/^index=/ { flush() } { block = block $0 "\n" } /^codec_type=video$/ { video = 1 } /attached_pic=1$/ { cover = 1 }
             END { flush() }
             function flush() { if (video && !cover && !done) { printf "%s", block; done = 1 } block = ""; video = cover = 0 }'
}

describe() {
    bytes=$(wc -c <"$file" | tr -d ' ')
    type=$(exif FileType)
    case $type in
    '') format=- ;;
    APNG) format=png ;;
    MP4 | MOV | M4A | M4V | 3GP | 3G2)
        # exiftool lets the name and the tracks have a say; the brand is what the file says of itself.
        case $(exif MajorBrand#) in
        '' | qt*) format=mov ;;
        M4A*) format=m4a ;;
        3g*) format=3gp ;;
        *) format=mp4 ;;
        esac
        ;;
    *) format=$(echo "$type" | tr '[:upper:]' '[:lower:]') ;;
    esac
    case $(exif MIMEType) in
    image/*) kind=image ;;
    video/*) kind=video ;;
    audio/*) kind=audio ;;
    *) kind=other ;;
    esac
    width=- height=- display_width=- display_height=- rotation=- orientation=- duration=- track=- codec=-

    case $kind in
    image)
        width=$(or_dash "$(exif ImageWidth)") height=$(or_dash "$(exif ImageHeight)")
        display_width=$width display_height=$height
        orientation=$(exiftool -s3 -n -IFD0:Orientation "./$file" 2>/dev/null | head -n 1)
        orientation=$(or_dash "$orientation")
        [ "$width" = - ] || case $orientation in
        3 | 4) rotation=180 ;;
        6 | 7) rotation=90 ;;
        5 | 8) rotation=270 ;;
        *) rotation=0 ;;
        esac
        if [ "$width" != - ]; then
            seen=$(probe stream=width,height)
            seen="$(echo "$seen" | value width)x$(echo "$seen" | value height)"
            [ "$seen" = "${width}x$height" ] || differs "stored $width x $height, ffprobe sees $seen"
            seen=$(mediainfo '--Inform=Image;%Width%x%Height%|' "$file" | cut -d'|' -f1)
            [ "$seen" = "${width}x$height" ] || differs "stored $width x $height, mediainfo sees ${seen:-none}"
        fi
        ;;
    video | audio)
        stream=$(video_stream)
        duration=$(or_dash "$(probe format=duration | value duration)")
        if [ -n "$stream" ]; then
            kind=video
            width=$(echo "$stream" | value width) height=$(echo "$stream" | value height)
            sar=$(echo "$stream" | value sample_aspect_ratio)
            case $sar in '' | N/A | 0:*) sar=1:1 ;; esac
            # Both ways of writing one shape: a wider sample widens the picture, and none makes it lower.
            display_width=$(echo "$width:$sar" | awk -F: '{ print int($1 * $2 / $3 + 0.5) }')
            display_height=$height
            track=$(or_dash "$(echo "$stream" | value duration)")
            codec=$(echo "$stream" | value codec_tag_string)
            case $codec in *'['*) codec=- ;; esac
            # ffprobe counts against the clock.
            rotation=$(echo "$stream" | value rotation)
            rotation=$(((360 - ${rotation:-0}) % 360))

            seen=$(mediainfo '--Inform=Video;%Width%x%Height% %Duration% %Rotation%|' "$file" | cut -d'|' -f1)
            # The three are words without blanks.
            # shellcheck disable=SC2086
            set -- $seen - - -
            [ "$1" = "${width}x$height" ] || differs "stored $width x $height, mediainfo sees $1"
            if [ "$track" != - ] && far "$track" "$(echo "$2" | awk '{ print $1 / 1000 }')"; then
                differs "video track of $track s, mediainfo sees $2 ms"
            fi
            case $3 in - | '') turned=0 ;; *) turned=${3%%.*} ;; esac
            [ "$turned" = "$rotation" ] || differs "turned by $rotation, mediainfo sees $3"
        elif [ "$duration" != - ]; then
            kind=audio
        fi
        if [ "$duration" != - ]; then
            seen=$(mediainfo '--Inform=General;%Duration%' "$file" | awk '{ print $1 / 1000 }')
            far "$duration" "$seen" && differs "lasts $duration s, mediainfo sees $seen s"
        fi
        ;;
    esac
    printf '%s\t' "$file" "$bytes" "$format" "$kind" "$width" "$height" "$display_width" "$display_height" \
        "$rotation" "$orientation" "$duration" "$track"
    printf '%s\n' "$codec"
}

new=$(mktemp)
trap 'rm -f -- "$new"' EXIT
{
    printf '%s\t' file bytes format kind width height display_width display_height rotation exif_orientation duration_s video_track_s
    printf '%s\n' codec
    for file in *; do
        case $file in *.sh | *.md | *.tsv) continue ;; esac
        [ -f "$file" ] && describe
    done
} >"$new"
cat "$new" >oracle.tsv
