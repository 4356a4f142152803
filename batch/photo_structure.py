"""Refuses a file by its bytes, before memory is taken for pixels; decodes nothing.

Twin of src/imaging/check-photo.ts and image-header.ts: the same files get the same codes.
"""

import re
import zlib
from dataclasses import dataclass
from typing import Final

from batch.coded_error import CodedError

# As src/imaging/check-photo.ts: room for a 108-megapixel phone; a progressive photo in 20 scans.
MAX_PHOTO_PIXELS: Final = 120_000_000
MAX_DECODED_PIXELS: Final = 20 * MAX_PHOTO_PIXELS

JPEG: Final = b"\xff\xd8\xff"
PNG: Final = b"\x89PNG\r\n\x1a\n"
# ITU-T T.81, annex B: in a scan's data 0xff is followed by zero or by a restart marker.
JPEG_MARKER: Final = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])", re.DOTALL)
START, END, SCAN, HUFFMAN_TABLE, TEMPORARY = 0xD8, 0xD9, 0xDA, 0xC4, 0x01
NO_FRAME_MARKERS: Final = (HUFFMAN_TABLE, 0xC8, 0xCC)
# What changes the pixels that are shown; all else in a PNG is left out before it is decoded.
PNG_CHUNKS: Final = (b"IHDR", b"PLTE", b"tRNS", b"iCCP", b"eXIf", b"IDAT", b"IEND")
# A profile is 500 bytes to 2 MB; one that grows beyond is no profile.
MAX_PROFILE_BYTES: Final = 1 << 20


@dataclass
class Structure:
    """Size as stored, before any EXIF rotation; complete: neither cut off nor wrongly summed."""

    width: int = 0
    height: int = 0
    complete: bool = False
    scans: int = 1


def is_photo(start: bytes) -> bool:
    """Whether a file of these first bytes, 8 or more where it has them, is a JPEG or PNG."""
    return start.startswith((JPEG, PNG))


def check_photo(data: bytes) -> None:
    """Raises CodedError `not-jpeg-or-png` by the first bytes, `photo-damaged` when the file is cut
    off, names no size or has a wrong checksum, `photo-too-large` above 120 megapixels, in all scans
    together above 20 times that."""
    if not is_photo(data):
        raise CodedError("not-jpeg-or-png", "neither JPEG nor PNG by its first bytes")
    found = read_jpeg(data) if data.startswith(JPEG) else read_png(data)
    if not found.complete or found.width == 0 or found.height == 0:
        raise CodedError("photo-damaged", "cut off, broken or without a size")
    pixels = found.width * found.height
    if pixels > MAX_PHOTO_PIXELS or pixels * found.scans > MAX_DECODED_PIXELS:
        detail = f"{found.width} x {found.height} pixels in {found.scans} scans"
        raise CodedError("photo-too-large", detail)


def read_jpeg(data: bytes) -> Structure:
    """Segments one after the other, each skipped by its length; what follows the end is ignored."""
    found = Structure(scans=0)
    has_table = False
    position = 2
    while match := JPEG_MARKER.search(data, position):
        marker, position = match[1][0], match.end()
        if marker == END:
            found.complete = found.scans > 0 and has_table
            break
        if marker in (TEMPORARY, START):
            continue
        is_frame = 0xC0 <= marker <= 0xCF and marker not in NO_FRAME_MARKERS
        if is_frame and found.width == 0:
            found.height = int.from_bytes(data[position + 3 : position + 5])
            found.width = int.from_bytes(data[position + 5 : position + 7])
        # A thumbnail in an APP segment has its own end marker: it is skipped here with its segment.
        position += max(int.from_bytes(data[position : position + 2]), 2)
        found.scans += marker == SCAN
        # Without one each decoder takes tables of its own, or draws grey.
        has_table |= marker == HUFFMAN_TABLE
    return found


def png_chunks(data: bytes) -> list[tuple[bytes, int, int]]:
    """Type, start and end of each whole chunk, frame included (W3C PNG, chapter 5)."""
    chunks = []
    position = len(PNG)
    while position + 12 <= len(data):
        end = position + 12 + int.from_bytes(data[position : position + 4])
        if end > len(data):
            break
        chunks.append((data[position + 4 : position + 8], position, end))
        position = end
        if chunks[-1][0] == b"IEND":
            break
    return chunks


def read_png(data: bytes) -> Structure:
    """Checksums are looked at here, since some decoders pass over a wrong one."""
    found = Structure()
    for kind, start, end in png_chunks(data):
        is_critical = not kind[0] & 0x20
        checksum = int.from_bytes(data[end - 4 : end])
        if is_critical and zlib.crc32(data[start + 4 : end - 4]) != checksum:
            break
        if kind == b"IHDR":
            found.width = int.from_bytes(data[start + 8 : start + 12])
            found.height = int.from_bytes(data[start + 12 : start + 16])
        found.complete = kind == b"IEND"
    return found


def bare_png(data: bytes) -> bytes:
    """The PNG without what its pixels do not need: text, animation, profiles that inflate."""
    kept = [
        data[start:end]
        for kind, start, end in png_chunks(data)
        if kind in PNG_CHUNKS and not (kind == b"iCCP" and inflates(data[start + 8 : end - 4]))
    ]
    return PNG + b"".join(kept)


def inflates(profile: bytes) -> bool:
    """Whether an iCCP chunk's data is broken or holds more than a profile can be."""
    _, _, packed = profile.partition(b"\0")
    inflater = zlib.decompressobj()
    try:
        inflater.decompress(packed[1:], MAX_PROFILE_BYTES)
    except zlib.error:
        return True
    return bool(inflater.unconsumed_tail)
