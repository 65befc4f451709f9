#!/usr/bin/env python3
"""Makes the hostile set of "A second opinion under attack": hostile.py TESTDATA DIRECTORY [SEED]. FFmpeg makes a few of them."""

import os
import random
import shutil
import socket
import stat
import struct
import subprocess
import sys
import zlib

FLIPPED = 5_000
CUTS = 24  # of each sample
WORDS = 12  # of each box
LIES = (0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x00FFFFFF)
CONTAINERS = (b"moov", b"trak", b"edts", b"mdia", b"minf", b"dinf", b"stbl", b"mvex", b"udta")
GIB = 1 << 30

testdata, target = os.fsencode(sys.argv[1]), os.fsencode(sys.argv[2])
dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 7)


def sample(name):
    with open(os.path.join(testdata, os.fsencode(name)), "rb") as file:
        return file.read()


def put(directory, name, content):
    os.makedirs(os.path.join(target, os.fsencode(directory)), exist_ok=True)
    with open(os.path.join(target, os.fsencode(directory), os.fsencode(name)), "wb") as file:
        file.write(content)


def box(kind, content=b""):
    return struct.pack(">I", 8 + len(content)) + kind + content


def boxes(content, start, end):
    """Of each box: its kind, and where it begins and ends. Only for samples, which are well-formed."""
    while start + 8 <= end:
        size = struct.unpack_from(">I", content, start)[0] or end - start
        yield content[start + 4 : start + 8], start, start + size
        start += size


def leaves(content, start, end):
    for kind, begin, after in boxes(content, start, end):
        if kind in CONTAINERS:
            yield from leaves(content, begin + 8, after)
        else:
            yield kind, begin, after


def edited(content, path, edit):
    """The boxes of content, with those at path replaced by edit(box content)."""
    out = b""
    for kind, begin, after in boxes(content, 0, len(content)):
        inner = content[begin + 8 : after]
        if kind != path[0]:
            out += content[begin:after]
        else:
            out += edit(inner) if len(path) == 1 else box(kind, edited(inner, path[1:], edit))
    return out


def media():
    for name in sorted(os.listdir(os.fsdecode(testdata))):
        if name.rsplit(".")[-1] in ("jpg", "jpeg", "png", "apng", "mp4", "mov", "m4v"):
            yield name, sample(name)


def cut_off():
    for name, content in media():
        for i in range(CUTS if content else 0):
            head = dice.randrange(min(len(content), 4096)) if i % 2 else dice.randrange(len(content))
            put("cut", f"{i:02}-{name}", content[:head])


def flipped():
    samples = [(name, content) for name, content in media() if content]
    for i in range(FLIPPED):
        name, content = samples[i % len(samples)]
        changed = bytearray(content)
        moov = max(0, content.rfind(b"moov")) if i % 3 == 0 else 0
        reach = min(len(content) - moov, 2048) if i % 2 else len(content)
        for _ in range(1 << dice.randrange(7)):
            changed[(moov if reach == 2048 else 0) + dice.randrange(reach)] = dice.randrange(256)
        put(f"flipped/{i // 500}", f"{i:04}-{name}", bytes(changed))


def lies():
    for name in ("clip-4s-faststart.mp4", "fragmented.mp4", "edit-list-hidden-start.mp4"):
        content = sample(name)
        begin, end = next((b, e) for k, b, e in boxes(content, 0, len(content)) if k == b"moov")
        for kind, at, after in leaves(content, begin + 8, end):
            for word in range(-2, min(WORDS, (after - at - 8) // 4)):
                for lie in LIES if word != -1 else ():
                    changed = bytearray(content)
                    struct.pack_into(">I", changed, at + 8 + 4 * word, lie)
                    label = kind.decode("latin-1").replace("\xa9", "c")
                    put("lies", f"{name[:4]}-{label}-{at}-{word}-{lie:08x}.mp4", bytes(changed))


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def deflated_zeros(count):
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    return b"".join(packer.compress(block) for _ in range(count >> 20)) + packer.flush()


def png(width, height, *chunks, colour=0):
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IEND", b"")


def images():
    bomb = deflated_zeros(GIB)
    small = zlib.compress(bytes(601 * 800))
    put("bombs", "idat-1GiB-32767.png", png(32767, 32767, chunk(b"IDAT", bomb)))
    put("bombs", "idat-1GiB-600x800.png", png(600, 800, chunk(b"IDAT", bomb)))
    put("bombs", "idat-2147483647.png", png(0x7FFFFFFF, 0x7FFFFFFF, chunk(b"IDAT", small)))
    for kind, prefix in ((b"zTXt", b"a\0\0"), (b"iCCP", b"a\0\0"), (b"iTXt", b"a\0\1\0\0\0")):
        name = kind.decode() + "-1GiB.png"
        put("bombs", name, png(600, 800, chunk(kind, prefix + bomb), chunk(b"IDAT", small)))
    put("bombs", "zTXt-many.png", png(600, 800, chunk(b"zTXt", b"a\0\0" + bomb) * 40, chunk(b"IDAT", small)))
    frame = struct.pack(">IIIIIHHBB", 0, 600, 800, 0, 0, 1, 1, 0, 0)
    frames = (chunk(b"acTL", struct.pack(">II", 0x7FFFFFFF, 0)), chunk(b"fcTL", frame), chunk(b"IDAT", small))
    more = b"".join(chunk(b"fcTL", frame) + chunk(b"fdAT", struct.pack(">I", i) + small) for i in range(20_000))
    put("bombs", "apng-20000-frames.png", png(600, 800, *frames, more))
    huge = struct.pack(">IIIIIHHBB", 0, 0x7FFFFFFF, 0x7FFFFFFF, 0x7FFFFFFF, 0x7FFFFFFF, 0, 0, 9, 9)
    put("bombs", "apng-huge-frame.png", png(600, 800, frames[0], chunk(b"fcTL", huge), frames[2]))
    for name in ("photo-small.jpg", "progressive.jpg"):
        content = sample(name)
        at = max(content.find(b"\xff\xc0"), content.find(b"\xff\xc2"))
        for side in (3850, 16000, 65500):
            wide = content[: at + 5] + struct.pack(">HH", side, side) + content[at + 9 :]
            put("bombs", f"{side}x{side}-{name}", wide)
            scan = wide[wide.rfind(b"\xff\xda") : wide.rfind(b"\xff\xd9")]
            put("bombs", f"{side}-5000-scans-{name}", wide[: wide.rfind(b"\xff\xd9")] + scan * 5_000 + b"\xff\xd9")
        put("bombs", f"100000-restarts-{name}", content[:-2] + b"\xff\xd0" * 100_000 + b"\xff\xd9")


class Bits:
    def __init__(self):
        self.text = ""

    def u(self, value, count):
        self.text += format(value, f"0{count}b")

    def ue(self, value):
        digits = format(value + 1, "b")
        self.text += "0" * (len(digits) - 1) + digits

    def unit(self):
        text = self.text + "1"
        text += "0" * (-len(text) % 8)
        raw = bytes(int(text[i : i + 8], 2) for i in range(0, len(text), 8))
        out = bytearray()
        for byte in raw:
            if byte <= 3 and len(out) > 1 and out[-2:] == b"\0\0":
                out.append(3)
            out.append(byte)
        return b"\x67" + bytes(out)


def sequence(width, height, references):
    bits = Bits()
    bits.u(0x640034, 24)
    for value in (0, 1, 0, 0):  # id, 4:2:0, 8 bits
        bits.ue(value)
    bits.u(0, 2)
    for value in (0, 2, references):
        bits.ue(value)
    bits.u(0, 1)
    bits.ue(width // 16 - 1)
    bits.ue(height // 16 - 1)
    bits.u(0b110, 3)
    bits.u(0, 1)
    return bits.unit()


SAMPLES = [b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd"]


def with_sequence(content, unit):
    at = content.find(b"avcC")
    size = struct.unpack_from(">I", content, at - 4)[0]
    record = content[at + 4 : at - 4 + size]
    old = struct.unpack_from(">H", record, 6)[0]
    avc = box(b"avcC", record[:6] + struct.pack(">H", len(unit)) + unit + record[8 + old :])

    def replace(inner):
        where = inner.find(b"avcC") - 4
        if where < 0:
            return box(b"stsd", inner)
        grown = inner[:where] + avc + inner[where + size :]
        grown = grown[:8] + struct.pack(">I", len(grown) - 8) + grown[12:]
        return box(b"stsd", grown)

    return edited(content, SAMPLES, replace)


def videos():
    clip = sample("clip-4s-moov-at-end.mp4")
    for side, references in ((3840, 16), (8192, 16), (16384, 16), (65536, 16), (1 << 20, 4), (16, 16)):
        put("bombs", f"sps-{side}-{references}.mp4", with_sequence(clip, sequence(side, side, references)))
    put("bombs", "sps-16384x16.mp4", with_sequence(clip, sequence(16384, 16, 16)))
    put("bombs", "10000-tracks.mp4", edited(clip, [b"moov", b"trak"], lambda inner: box(b"trak", inner) * 10_000))
    for count, content in ((1_000_000, b""), (1_000_000, box(b"traf", box(b"tfhd", bytes([0, 2, 0, 0, 0, 0, 0, 1]))))):
        moof = box(b"moof", box(b"mfhd", bytes(8)) + content)
        fragmented = edited(sample("fragmented.mp4"), [b"mdat"], lambda inner: box(b"mdat", inner))
        put("bombs", f"{count}-fragments-{len(content)}.mp4", fragmented + moof * count)
        run = box(b"trun", struct.pack(">III", 0x000000, 0x7FFFFFFF, 0))
        lying = box(b"moof", box(b"mfhd", bytes(8)) + box(b"traf", box(b"tfhd", bytes([0, 2, 0, 8, 0, 0, 0, 1, 0, 0, 0, 1])) + run))
        put("bombs", f"samples-2147483647-a-fragment-{len(content)}.mp4", fragmented + lying * 1_000)
    for handler in (b"subt", b"text", b"meta", b"tmcd", b"soun", b"auxv", b"pict", b"\0\0\0\0"):
        put("bombs", f"handler-{handler.hex()}.mp4", clip.replace(b"vide", handler))
    for codec in (b"encv", b"drmi", b"avc3", b"hvc1", b"av01", b"mp4v", b"jpeg", b"png ", b"raw ", b"rle ", b"tscc", b"icod", b"SVQ3", b"VP90", b"apch", b"dvh1"):
        put("bombs", f"codec-{codec.hex()}.mp4", clip.replace(b"avc1", codec))
    path = [b"moov", b"trak", b"mdia", b"minf", b"dinf"]
    for kind, name in ((b"url ", b"/etc/passwd\0"), (b"url ", b"http://127.0.0.1:9/a.mp4\0"), (b"alis", b"\0" * 500), (b"urn ", b"a\0/etc/passwd\0")):
        entry = box(b"dref", struct.pack(">II", 0, 1) + box(kind, bytes(4) + name))
        put("bombs", f"elsewhere-{kind.hex()}-{len(name)}.mp4", edited(clip, path, lambda _, e=entry: box(b"dinf", e)))
    made_by_ffmpeg()


def made_by_ffmpeg():
    directory = os.path.join(os.fsdecode(target), "bombs")
    run = ["ffmpeg", "-v", "error", "-y"]
    source = ["-f", "lavfi", "-i"]
    raw = b""
    for i, size in enumerate(("640x360", "1920x1080", "64x64", "3840x2160", "640x360")):
        command = [*run, *source, f"testsrc=s={size}:d=1:r=10", "-pix_fmt", "yuv420p", "-f", "h264", "-"]
        raw += subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    subprocess.run([*run, "-f", "h264", "-i", "-", "-c", "copy", f"{directory}/sizes.mp4"], input=raw, check=True)
    video = [*run, *source, "testsrc=s=640x360:d=4:r=25", "-pix_fmt", "yuv420p"]
    key = ["-encryption_scheme", "cenc-aes-ctr", "-encryption_key", "0" * 32, "-encryption_kid", "1" * 32]
    subprocess.run([*video, *key, f"{directory}/encrypted.mp4"], check=True)
    subprocess.run([*video, "-output_ts_offset", "1000000", f"{directory}/late.mp4"], check=True)
    subprocess.run([*video, "-c:v", "ffv1", "-strict", "-2", f"{directory}/ffv1.mov"], check=True)


NAMES = (b"new\nline.mp4", b"\xff\xfe.mp4", b"concat:a|b.mp4", b"%03d.mp4", b"-i.mp4", b"--.mp4", b"file:a.mp4",
         b"http:a.mp4", b"a" * 246 + b".mp4", b"subfile,,start,0,end,0,,:a.mp4", b"crypto:a.mp4", b"pipe:0.mp4", b"data:,.mp4",
         b"*.mp4", b"\x1b[31m.mp4", b" .mp4", b"a\\b.mp4", b"\xe2\x80\xae4pm.mp4", b"%d-%n-%s.mp4", b"@file.mp4", b"'\"$(id)`.mp4")


def names():
    for name in NAMES:
        put("names", name, sample("clip-4s-faststart.mp4"))
        put("names", name[:-4] + b".jpg", sample("photo-small.jpg"))


def special():
    directory = os.path.join(target, b"special")
    os.makedirs(directory, exist_ok=True)
    here = lambda name: os.path.join(directory, name)
    os.mkfifo(here(b"fifo.mp4"))
    os.mkfifo(here(b"fifo.jpg"))
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(os.fsdecode(here(b"socket.mp4")))
    if os.geteuid() == 0:
        os.mknod(here(b"zero.mp4"), 0o600 | stat.S_IFCHR, os.makedev(1, 5))
        os.mknod(here(b"random.jpg"), 0o600 | stat.S_IFCHR, os.makedev(1, 8))
    for name, to in ((b"dangling.mp4", b"nowhere"), (b"loop.mp4", b"loop.mp4"), (b"zero-link.jpg", b"/dev/zero"), (b"fifo-link.mp4", b"fifo.mp4")):
        os.symlink(to, here(name))
    os.mkdir(here(b"folder.mp4"))
    with open(here(b"sparse.mp4"), "wb") as file:
        file.write(sample("clip-4s-faststart.mp4"))
        file.truncate(1 << 42)
    with open(here(b"sparse.png"), "wb") as file:
        file.truncate(1 << 40)


if os.path.exists(target):
    shutil.rmtree(target)
for make in (cut_off, flipped, lies, images, videos, names, special):
    make()
