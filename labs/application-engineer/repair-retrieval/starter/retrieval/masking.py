"""Hides personal data before it reaches the index or a prompt."""


def mask(text: str) -> tuple[str, dict[str, int]]:
    """Returns the masked text and how many of each kind were found. Not written yet: nothing is hidden."""
    return text, {"email": 0, "id": 0, "phone": 0}
