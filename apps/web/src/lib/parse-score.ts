import { plainFigures } from './whole-number.ts';

/** Hundredths of a point from what a person typed: "88.4" -> 8840; null unless 0 to 100 with at most two decimals. */
export function parseScoreCents(text: string): number | null {
  const match = /^(\d{1,3})(?:[.。](\d{1,2}))?$/.exec(plainFigures(text));
  if (!match) return null;
  const cents = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return cents <= 10_000 ? cents : null;
}
