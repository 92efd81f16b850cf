export { expect } from 'expect';

/** One `it`, or one row of a table. */
export interface Spec {
  /** Its path of titles; no two are alike. */
  readonly id: string;
  readonly run: () => unknown;
}

type Row = readonly unknown[];

const collected: Spec[] = [];
let path: readonly string[] = [];

/** What has been described since this was last asked. */
export const takeSpecs = (): Spec[] => collected.splice(0);

/** The part of Jest that specs of pure functions need: no hooks, no fakes, and a fault where one is asked for. */
export function describe(title: string, body: () => void): void {
  const outer = path;
  path = [...outer, title];
  body();
  path = outer;
}

export function it(title: string, run: () => unknown): void {
  collected.push({ id: [...path, title].join(' › '), run });
}

it.each =
  (table: readonly unknown[]) =>
  (title: string, run: (...row: Row) => unknown): void => {
    const isOfRows = table.every((row) => Array.isArray(row));
    table.forEach((row, at) => it(`${title} (${at + 1})`, () => run(...(isOfRows ? (row as Row) : [row]))));
  };
