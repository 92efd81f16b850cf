"""Normalising, tokenizing and chunking of Chinese and English text."""

import re
import unicodedata

CHUNK_SIZE = 200
CHUNK_OVERLAP = 40


def normalise(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """What is indexed or put into a prompt."""
    return text.strip()


def tokenize(text: str) -> list[str]:
    return re.findall(r"[A-Za-z0-9_]+", normalise(text))


def chunk(text: str, size: int = CHUNK_SIZE, overlap: int = CHUNK_OVERLAP) -> list[str]:
    chunks = []
    for start in range(0, max(len(text) - size, 1), size - overlap):
        chunks.append(text[start : start + size - 1])
    return chunks
