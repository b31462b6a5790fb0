#!/usr/bin/env python3
"""Draws icons/*.svg in every size that the three systems ask for. Needs rsvg-convert (librsvg2-bin)."""

import struct
import subprocess
from pathlib import Path

ICONS = Path(__file__).resolve().parent.parent / "icons"
PNG_SIZES = [16, 32, 64, 128, 256, 512]
ICO_SIZES = [16, 24, 32, 48, 64, 256]
# Apple's name for each size; the @2x names repeat a size.
ICNS_SIZES = {
    b"icp4": 16, b"icp5": 32, b"ic11": 32, b"ic12": 64, b"ic07": 128,
    b"ic08": 256, b"ic13": 256, b"ic09": 512, b"ic14": 512, b"ic10": 1024,
}  # fmt: skip


def draw(source: str, size: int) -> bytes:
    command = ["rsvg-convert", "--width", str(size), "--height", str(size), str(ICONS / source)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def app_icon(size: int) -> bytes:
    return draw("icon-small.svg" if size <= 32 else "icon.svg", size)


def ico(images: dict[int, bytes]) -> bytes:
    directory = struct.pack("<HHH", 0, 1, len(images))
    offset = len(directory) + 16 * len(images)
    for size, png in images.items():
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return directory + b"".join(images.values())


def icns(images: dict[bytes, bytes]) -> bytes:
    chunks = b"".join(name + struct.pack(">I", 8 + len(png)) + png for name, png in images.items())
    return b"icns" + struct.pack(">I", 8 + len(chunks)) + chunks


for size in PNG_SIZES:
    (ICONS / f"{size}x{size}.png").write_bytes(app_icon(size))
for size in [128, 256]:
    (ICONS / f"document-{size}x{size}.png").write_bytes(draw("document.svg", size))
(ICONS / "icon.png").write_bytes(app_icon(512))
(ICONS / "icon.ico").write_bytes(ico({size: app_icon(size) for size in ICO_SIZES}))
(ICONS / "icon.icns").write_bytes(icns({name: app_icon(size) for name, size in ICNS_SIZES.items()}))
