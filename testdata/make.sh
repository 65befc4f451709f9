#!/bin/sh
# Remakes every sample of this folder with real encoders, from nothing but drawing commands and a sine tone.
#
#   testdata/make.sh [FOLDER]     writes beside itself, or into FOLDER (made if it is not there)
#
# Debian packages: ffmpeg imagemagick libimage-exiftool-perl libheif-examples webp
# (oracle.sh also needs mediainfo.) What is and what is not byte-stable is said in README.md.

set -eu

LC_ALL=C
TZ=UTC
export LC_ALL TZ
# One thread: ImageMagick's result must not depend on how the rows were shared out.
MAGICK_THREAD_LIMIT=1
export MAGICK_THREAD_LIMIT

missing=
need() { # TOOL PACKAGE
    command -v "$1" >/dev/null 2>&1 && return 0
    echo "make.sh: no $1: install the Debian package $2" >&2
    missing="$missing $2"
}
if command -v magick >/dev/null 2>&1; then im=magick; else im=convert; fi
need ffmpeg ffmpeg
need ffprobe ffmpeg
need "$im" imagemagick
need exiftool libimage-exiftool-perl
need heif-enc libheif-examples
need cwebp webp
if [ -n "$missing" ]; then
    echo "make.sh: apt-get install$missing" >&2
    exit 2
fi

here=$(cd -- "$(dirname -- "$0")" && pwd)
out=${1:-$here}
mkdir -p -- "$out"
out=$(cd -- "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
cd -- "$work"

encoders=$(ffmpeg -hide_banner -encoders 2>/dev/null)
for encoder in libx264 libx265 libvpx-vp9 libaom-av1 libmp3lame; do
    case $encoders in
    *" $encoder "*) ;;
    *) echo "make.sh: this ffmpeg was built without $encoder; Debian's has it" >&2; exit 2 ;;
    esac
done

size_of() { wc -c <"$1" | tr -d ' '; }
cut_to() { head -c "$2" "$1"; } # FILE BYTES
percent() { echo $(($(size_of "$1") * $2 / 100)); } # FILE PERCENT

# ---------------------------------------------------------------------------------------------------- drawing

# A figure in a landscape: one whole person, as the service wants it. Everything is drawn in a 300 x 400 space.
landscape='fill #f7d774 circle 232,72 232,102
    fill #7fa86b path "M 0,262 C 60,210 120,300 180,250 S 270,232 300,262 L 300,400 L 0,400 Z"
    fill #5d8750 path "M 0,318 C 80,282 170,342 300,300 L 300,400 L 0,400 Z"'
figure_arms_up='fill none stroke #2d3a58 stroke-width 16 stroke-linecap round stroke-linejoin round
    path "M 150,190 L 104,160 L 92,104" path "M 150,190 L 196,160 L 208,104"
    path "M 150,262 L 126,316 L 120,372" path "M 150,262 L 178,314 L 186,372"
    stroke #c2473d stroke-width 40 path "M 150,196 L 150,250"
    stroke none fill #e3b58f circle 150,138 150,164'
figure_arms_down='fill none stroke #2d3a58 stroke-width 16 stroke-linecap round stroke-linejoin round
    path "M 150,190 L 112,226 L 84,262" path "M 150,190 L 192,214 L 222,250"
    path "M 150,262 L 116,312 L 92,368" path "M 150,262 L 176,318 L 172,374"
    stroke #c2473d stroke-width 40 path "M 150,196 L 150,250"
    stroke none fill #e3b58f circle 150,138 150,164'

picture() { # WIDTH HEIGHT: the whole scene, stretched to that size, without metadata or dates
    "$im" -size "$1x$2" gradient:'#8fc7ee-#f3ead8' \
        -draw "scale $(echo "$1 300" | awk '{print $1/$2}'),$(echo "$2 400" | awk '{print $1/$2}') $landscape $figure_arms_up" \
        -strip "picture-$1x$2.miff"
    echo "picture-$1x$2.miff"
}

# The chunks that would hold the time of making are left out of every PNG.
png() { # INPUT OUTPUT [OPTION]...
    png_in=$1 png_out=$2
    shift 2
    "$im" "$png_in" "$@" -strip -define png:exclude-chunks=date,time -define png:compression-level=9 "PNG:$png_out"
}
jpeg() { # INPUT OUTPUT [OPTION]...
    jpeg_in=$1 jpeg_out=$2
    shift 2
    "$im" "$jpeg_in" -strip -quality 80 -sampling-factor 2x2 -interlace none "$@" "JPEG:$jpeg_out"
}

scene=$(picture 600 800)
scene_small=$(picture 360 480)

# ---------------------------------------------------------------------------------------------------- JPEG

jpeg "$scene" "$out/photo-small.jpg"
jpeg "$scene" "$out/progressive.jpg" -interlace JPEG
jpeg "$scene_small" "$out/cmyk.jpg" -colorspace CMYK -sampling-factor 1x1
jpeg "$scene_small" "$out/grayscale.jpeg" -colorspace Gray
jpeg "$(picture 300 900)" "$out/too-tall-300x900.jpg"
jpeg "$(picture 299 400)" "$out/too-small-299x400.jpg"
jpeg "$(picture 300 300)" "$out/smallest-300x300.jpg"
jpeg "$scene_small" "$out/photo-without-extension"

# A phone holds the picture lying on its side and says so; the thumbnail is a JPEG of its own, SOF, EOI and all.
phone() { # OUTPUT ORIENTATION BYTE-ORDER ROTATE
    "$im" "$(picture 900 1200)" -rotate "$4" upright.miff
    jpeg upright.miff "$1" -quality 75
    jpeg upright.miff thumbnail.jpg -resize 160x160 -quality 60
    exiftool -q -q -overwrite_original "-ExifByteOrder=$3" "-Orientation#=$2" '-ThumbnailImage<=thumbnail.jpg' \
        -Make=Example '-Model=Synthetic Phone 1' '-Software=testdata/make.sh' '-LensModel=Synthetic 26 mm' \
        -ExposureTime=1/120 -FNumber=1.8 -ISO=100 '-FocalLength=5.4' '-DateTimeOriginal=2024:05:01 12:00:00' \
        -ExifImageWidth=1200 -ExifImageHeight=900 "$1"
}
phone "$out/photo-exif-orientation-6.jpg" 6 Little-endian 270
phone "$out/photo-exif-orientation-8-big-endian.jpg" 8 Big-endian 90
"$im" "$scene_small" -flop mirrored.miff
jpeg mirrored.miff "$out/photo-exif-orientation-2-mirrored.jpg"
exiftool -q -q -overwrite_original -Orientation#=2 "$out/photo-exif-orientation-2-mirrored.jpg"

# ---------------------------------------------------------------------------------------------------- PNG

png "$scene_small" "$out/drawing.png"
png "$scene_small" "$out/sixteen-bit.png" -colorspace Gray -depth 16 -define png:bit-depth=16 -define png:color-type=0
png "$scene_small" "$out/interlaced.png" -interlace PNG
png "$scene_small" "$out/palette.png" +dither -colors 32 -define png:color-type=3
png "$(picture 320 800)" "$out/tallest-320x800.png" +dither -colors 64
"$im" "$(picture 310 800)" -rotate 90 wide.miff
png wide.miff "$out/too-wide-800x310.png" +dither -colors 64
# exiftool puts a new eXIf chunk before the image data, ImageMagick one it was given behind them.
png "$scene_small" "$out/exif-orientation-6.png" -rotate 270 +dither -colors 32
exiftool -q -q -overwrite_original -Orientation#=6 "$out/exif-orientation-6.png"
jpeg "$scene_small" oriented.jpg
exiftool -q -q -overwrite_original -Orientation#=3 oriented.jpg
"$im" oriented.jpg -rotate 180 +dither -colors 32 -define png:exclude-chunks=date,time -define png:compression-level=9 \
    "PNG:$out/exif-orientation-3-behind-image-data.png"

# ---------------------------------------------------------------------------------------------------- video

"$im" -size 640x360 gradient:'#8fc7ee-#f3ead8' -draw "scale 2.1333333,0.9 $landscape" -strip backdrop.png
"$im" -size 300x400 xc:none -draw "$figure_arms_up" -strip arms-up.png
"$im" -size 300x400 xc:none -draw "$figure_arms_down" -strip arms-down.png

# Same bytes at every run: no dates, no encoder names, one thread.
run() { ffmpeg -hide_banner -nostdin -loglevel error -y "$@"; }
exact='-map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -threads 1'
h264='-c:v libx264 -preset slow -crf 34 -pix_fmt yuv420p'

# The dancer, for so many frames at such a rate. What follows are output options; the picture is [v], the tone 3:a.
dance() { # WIDTH HEIGHT RATE FRAMES TONE-SECONDS [OPTION]... OUTPUT
    width=$1 height=$2 rate=$3 frames=$4 tone=$5
    shift 5
    sway="x='(W-w)/2+W/8*sin(PI*t)':y='H-h-H/40-H/20*abs(sin(2*PI*t))'"
    # $exact is a list of options.
    # shellcheck disable=SC2086
    run -filter_threads 1 -filter_complex_threads 1 \
        -loop 1 -framerate "$rate" -i backdrop.png \
        -loop 1 -framerate "$rate" -i arms-up.png \
        -loop 1 -framerate "$rate" -i arms-down.png \
        -f lavfi -i "sine=frequency=440:sample_rate=48000:duration=$tone" \
        -filter_complex "[0:v]scale=$width:$height:flags=bicubic+accurate_rnd+bitexact,format=yuv420p[b];
            [1:v]scale=-2:$height*4/5:flags=bicubic+accurate_rnd+bitexact,format=yuva420p[u];
            [2:v]scale=-2:$height*4/5:flags=bicubic+accurate_rnd+bitexact,format=yuva420p[d];
            [b][u]overlay=$sway:enable='lt(mod(t,1),0.5)'[bu];
            [bu][d]overlay=$sway:enable='gte(mod(t,1),0.5)',setsar=1,format=yuv420p,trim=end_frame=${frames}[v]" \
        -map '[v]' $exact "$@"
}
sound='-map 3:a -c:a aac -b:a 24k'

# $h264 and $sound are lists of options, here and below.
# shellcheck disable=SC2086
{
dance 640 360 25 100 4 $h264 $sound -movflags +faststart "$out/clip-4s-faststart.mp4"
# The same packets in other wrappings.
run -i "$out/clip-4s-faststart.mp4" -c copy $exact "$out/clip-4s-moov-at-end.mp4"
run -i "$out/clip-4s-faststart.mp4" -c copy $exact -f ipod "$out/clip.m4v"
run -i "$out/clip-4s-faststart.mp4" -c copy $exact -f mov "$out/clip.mov"
run -i "$out/clip-4s-faststart.mp4" -c copy $exact -f 3gp "$out/clip.3gp"
run -i "$out/clip-4s-faststart.mp4" -c copy $exact "$out/clip.mkv"
run -i "$out/clip-4s-faststart.mp4" -map 0:v -c copy $exact -f avi "$out/clip.avi"
run -i "$out/clip-4s-faststart.mp4" -vn -c copy $exact -f ipod "$out/sound.m4a"
run -i "$out/clip-4s-faststart.mp4" -vn -c copy $exact "$out/sound-only.mp4"
run -i "$out/clip-4s-faststart.mp4" -vn -c:a libmp3lame -b:a 32k $exact -id3v2_version 0 -f mp3 "$out/mp3-named.mp4"
run -i "$out/mp3-named.mp4" -c copy $exact -metadata title='A tone' "$out/sound.mp3"

# A key frame, and so a fragment, every second.
dance 640 360 25 100 4 $h264 -g 25 $sound -movflags +frag_keyframe+empty_moov+default_base_moof "$out/fragmented.mp4"

# On its side, to be turned clockwise by 90 degrees, which ffprobe calls -90. The option and its sign differ between
# versions of FFmpeg (5: an output's metadata, 6 and later: an input's -display_rotation).
dance 360 640 25 100 0.1 $h264 upright.mp4
run -i upright.mp4 -vf transpose=cclock $h264 $exact side.mp4
for way in "-display_rotation -90 -i side.mp4" "-i side.mp4 -metadata:s:v:0 rotate=90" "-i side.mp4 -metadata:s:v:0 rotate=270"; do
    run $way -c copy $exact "$out/rotated-90.mov" 2>/dev/null || continue
    turned=$(ffprobe -v error -select_streams v:0 -show_entries stream_side_data=rotation -of default=nk=1:nw=1 "$out/rotated-90.mov")
    [ "$turned" = -90 ] && break
done
if [ "$turned" != -90 ]; then
    echo "make.sh: rotated-90.mov did not come out turned by 90 degrees" >&2
    exit 1
fi

# The shown shape, width : height; 720 x 576 at 20:11 has samples of 16:11.
dance 720 576 25 80 0.1 $h264 -aspect 20:11 "$out/anamorphic-720x576-16-11.mp4"
dance 320 480 25 80 0.1 $h264 -aspect 4:3 "$out/anamorphic-narrow-320x480.mp4"

dance 640 360 25 75 0.1 $h264 "$out/exactly-3s.mp4"
dance 640 360 25 250 0.1 $h264 "$out/exactly-10s.mp4"
dance 640 360 10 301 0.1 $h264 "$out/too-long-30.1s.mp4"
dance 640 360 10 300 0.1 $h264 "$out/exactly-30s.mp4"
dance 640 360 30000/1001 300 0.1 $h264 "$out/ntsc-300-frames.mp4"
dance 640 360 50 499 10.03 $h264 $sound "$out/sound-longer-than-picture.mp4"
dance 640 360 20 50 0.1 $h264 "$out/too-short-2.5s.mp4"
dance 320 240 25 100 0.1 $h264 "$out/too-small-320x240.mp4"
dance 340 340 25 75 0.1 $h264 "$out/smallest-340x340.mp4"

# Nothing is shown for the first 2 s (an empty edit), then 9 s of picture; the tone starts at once.
dance 640 360 10 90 0.1 $h264 nine.mp4
run -f lavfi -i sine=frequency=440:sample_rate=48000:duration=11 -itsoffset 2 -i nine.mp4 \
    -map 1:v -map 0:a -c:v copy -c:a aac -b:a 24k $exact "$out/edit-list-late-picture.mp4"
# 12 s in the file, of which an edit list hides the first 3: one key frame only, so a copy cannot drop them.
dance 640 360 10 120 0.1 $h264 -g 999 -sc_threshold 0 -bf 0 twelve.mp4
run -ss 3 -i twelve.mp4 -c copy $exact "$out/edit-list-hidden-start.mp4"

dance 640 360 25 80 0.1 -c:v libx265 -preset medium -crf 36 -pix_fmt yuv420p -tag:v hvc1 \
    -x265-params log-level=error:pools=none:frame-threads=1:info=0 "$out/hevc.mov"
dance 640 360 25 80 0.1 -c:v libaom-av1 -crf 50 -b:v 0 -cpu-used 8 -row-mt 0 "$out/av1.mp4"
dance 640 360 25 80 0.1 -c:v libvpx-vp9 -crf 50 -b:v 0 -row-mt 0 -deadline good -cpu-used 4 "$out/clip.webm"

# Two pictures at once, both enabled; and one picture with cover art, which is no second picture.
run -i "$out/exactly-3s.mp4" -i "$out/smallest-340x340.mp4" -map 0:v -map 1:v -c copy $exact \
    -disposition:v:0 default -disposition:v:1 default "$out/two-video-tracks.mp4"
jpeg "$scene_small" cover.jpg
run -i "$out/exactly-3s.mp4" -i cover.jpg -map 0:v -map 1:v -c copy $exact \
    -disposition:v:1 attached_pic "$out/cover-art.mp4"
}

# ---------------------------------------------------------------------------------------------------- other images

run -i "$out/clip-4s-faststart.mp4" -an -frames:v 6 -vf "fps=4,scale=400:300:flags=bicubic+accurate_rnd+bitexact,split[a][b];[a]palettegen=max_colors=64[p];[b][p]paletteuse=dither=none" \
    -map_metadata -1 -fflags +bitexact -threads 1 "$out/animation.gif"
run -i "$out/animation.gif" -vf format=rgb24 -f apng -plays 0 -pred none -map_metadata -1 -fflags +bitexact -threads 1 "$out/animation.png"
cp "$out/animation.png" "$out/animation.apng"
png "$scene_small" plain.png
cwebp -quiet -q 60 plain.png -o "$out/picture.webp"
heif-enc -q 40 plain.png -o "$out/picture.heic" >/dev/null 2>&1
# Debian 12's heif-enc fails at AVIF ("Failed to encode frame").
run -i plain.png -c:v libaom-av1 -still-picture 1 -crf 40 -b:v 0 -cpu-used 6 -pix_fmt yuv420p \
    -map_metadata -1 -fflags +bitexact -threads 1 "$out/picture.avif"
"$im" plain.png +dither -colors 32 -type Palette -compress RLE "BMP:$out/picture.bmp"
"$im" plain.png -strip +dither -colors 32 -compress LZW "TIFF:$out/picture.tiff"

# ---------------------------------------------------------------------------------------------------- broken, and misnamed

# Cut within the media data: everything in the header can still be read.
cut_to "$out/clip-4s-faststart.mp4" "$(percent "$out/clip-4s-faststart.mp4" 60)" >"$out/truncated-moov-first.mp4"
# Cut before the header that stands at the end: nothing can.
cut_to "$out/clip-4s-moov-at-end.mp4" "$(percent "$out/clip-4s-moov-at-end.mp4" 60)" >"$out/truncated-moov-lost.mp4"
cut_to "$out/photo-small.jpg" "$(percent "$out/photo-small.jpg" 70)" >"$out/truncated.jpg"
# The thumbnail's EOI is there, the picture's is not.
cut_to "$out/photo-exif-orientation-6.jpg" "$(percent "$out/photo-exif-orientation-6.jpg" 70)" >"$out/truncated-with-thumbnail.jpg"
cut_to "$out/drawing.png" "$(percent "$out/drawing.png" 70)" >"$out/truncated.png"
cut_to "$out/photo-small.jpg" 100 >"$out/truncated-before-dimensions.jpg"

{ cat "$out/photo-small.jpg"; head -c 100 /dev/zero; } >"$out/trailing-zeros.jpg"

# As phones do it: a clip behind the picture, and its length in the picture's XMP.
motion_photo() { # CLIP OUTPUT
    jpeg "$scene" "$2"
    exiftool -q -q -overwrite_original -XMP-GCamera:MicroVideo=1 -XMP-GCamera:MicroVideoVersion=1 \
        "-XMP-GCamera:MicroVideoOffset=$(size_of "$1")" "$2"
    cat "$1" >>"$2"
}
motion_photo "$out/exactly-3s.mp4" "$out/motion-photo.jpg"

cp "$out/photo-small.jpg" "$out/jpeg-named.png"
cp "$out/palette.png" "$out/png-named.jpg"
cp "$out/exactly-3s.mp4" "$out/mp4-named.mov"
cp "$out/rotated-90.mov" "$out/mov-named.mp4"
cp "$out/photo-small.jpg" "$out/jpeg-named.mp4"
cp "$out/exactly-3s.mp4" "$out/mp4-named.jpg"
cp "$out/picture.webp" "$out/webp-named.jpg"

: >"$out/empty.mp4"
: >"$out/empty.jpg"
# Noise of a fixed seed (the constants of Numerical Recipes).
# shellcheck disable=SC2059
printf "$(awk 'BEGIN { x = 7; for (i = 0; i < 4096; i++) { x = (x * 1664525 + 1013904223) % 4294967296; printf "\\%03o", int(x / 16777216) } }')" >"$out/garbage.jpg"
cp "$out/garbage.jpg" "$out/garbage.mp4"

cat >"$out/page-named.mp4" <<'END'
<!DOCTYPE html>
<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>What a download leaves when nobody looks at the status.</p></body></html>
END
printf '%s\n' '%PDF-1.4' \
    '1 0 obj' '<< /Type /Catalog /Pages 2 0 R >>' 'endobj' \
    '2 0 obj' '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' 'endobj' \
    '3 0 obj' '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>' 'endobj' \
    'xref' '0 4' '0000000000 65535 f ' '0000000009 00000 n ' '0000000058 00000 n ' '0000000115 00000 n ' \
    'trailer' '<< /Size 4 /Root 1 0 R >>' 'startxref' '186' '%%EOF' >"$out/document.pdf"
cp "$out/document.pdf" "$out/document-named.jpg"
