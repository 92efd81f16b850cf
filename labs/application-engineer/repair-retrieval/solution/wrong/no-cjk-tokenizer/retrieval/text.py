"""Normalising, tokenizing and chunking of Chinese and English text."""

import re
import unicodedata

from retrieval.masking import mask

CHUNK_SIZE = 200
CHUNK_OVERLAP = 40

WORD = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def clean(text: str) -> str:
    """What is indexed or put into a prompt: normalised, on one line, without personal data."""
    return mask(" ".join(normalise(text).split()))[0]


def tokenize(text: str) -> list[str]:
    return WORD.findall(normalise(text).lower())


def chunk(text: str, size: int = CHUNK_SIZE, overlap: int = CHUNK_OVERLAP) -> list[str]:
    chunks = []
    start = 0
    while start < len(text):
        chunks.append(text[start : start + size])
        if start + size >= len(text):
            break
        start += size - overlap
    return chunks
