"""Normalising, tokenizing and chunking of Chinese and English text."""

import re
import unicodedata

from retrieval.masking import mask

CHUNK_SIZE = 200
CHUNK_OVERLAP = 40

RUN = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]+")


def normalise(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def clean(text: str) -> str:
    """What is indexed or put into a prompt: normalised, on one line, without personal data."""
    return mask(" ".join(normalise(text).split()))[0]


def tokenize(text: str) -> list[str]:
    tokens = []
    for run in RUN.findall(normalise(text).lower()):
        if run.isascii() or len(run) == 1:
            tokens.append(run)
        else:
            tokens.extend(run[i : i + 2] for i in range(len(run) - 1))
    return tokens


def chunk(text: str, size: int = CHUNK_SIZE, overlap: int = CHUNK_OVERLAP) -> list[str]:
    chunks = []
    start = 0
    while start < len(text):
        chunks.append(text[start : start + size])
        if start + size >= len(text):
            break
        start += size - overlap
    return chunks
