"""Hides personal data before it reaches the index or a prompt."""

import re

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
IDENTITY = re.compile(r"(?<![A-Za-z0-9])[0-9]{17}[0-9Xx](?![A-Za-z0-9])")
PHONE = re.compile(r"(?<![0-9])(?:\+86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])")


def mask(text: str) -> tuple[str, dict[str, int]]:
    """`text` must be normalised already, so that full-width digits are digits."""
    text, emails = EMAIL.subn("[EMAIL]", text)
    text, identities = IDENTITY.subn("[ID]", text)
    text, phones = PHONE.subn("[PHONE]", text)
    return text, {"email": emails, "id": identities, "phone": phones}
