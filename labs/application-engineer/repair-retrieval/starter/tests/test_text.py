"""A place for your own tests: python3 -m unittest. They are not part of the score."""

import unittest

from retrieval.text import chunk, tokenize


class TokenizeTest(unittest.TestCase):
    def test_splits_at_punctuation(self) -> None:
        self.assertEqual(tokenize("retry-after: 30s"), ["retry", "after", "30s"])

    def test_cuts_chinese_into_pairs(self) -> None:
        self.assertEqual(tokenize("退款 API"), ["退款", "api"])


class ChunkTest(unittest.TestCase):
    def test_keeps_the_tail(self) -> None:
        self.assertEqual(chunk("abcdefg", size=4, overlap=1), ["abcd", "defg"])


if __name__ == "__main__":
    unittest.main()
