import { useState } from 'react';

interface Options<Row> {
  readonly keyOf: (row: Row) => string;
  /** As many as may be acted on at once; what is chosen beyond them is not. */
  readonly most: number;
}

export interface Chosen<Row> {
  readonly rows: readonly Row[];
  readonly has: (row: Row) => boolean;
  readonly put: (rows: readonly Row[], isChosen: boolean) => void;
  readonly clear: () => void;
}

/** Rows of a list that somebody has chosen, also those that stand on other pages of it. */
export function useChosen<Row>({ keyOf, most }: Options<Row>): Chosen<Row> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  return {
    rows: [...chosen.values()],
    has: (row) => chosen.has(keyOf(row)),
    put: (rows, isChosen) =>
      setChosen((before) => {
        const others = new Map(before);
        for (const row of rows) others.delete(keyOf(row));
        return new Map(
          [...others, ...(isChosen ? rows.map((row) => [keyOf(row), row] as const) : [])].slice(0, most),
        );
      }),
    clear: () => setChosen(new Map()),
  };
}
