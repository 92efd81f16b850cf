import { describe, expect, it } from '@jest/globals';
import { viewTable, type Column } from './table-view.ts';

interface Row {
  readonly name: string;
  readonly score: number | null;
}

const rows: readonly Row[] = [
  { name: 'Wang Wei', score: 90 },
  { name: 'Li Na', score: null },
  { name: 'Zhang Li', score: 100 },
  { name: 'Zhao 10', score: 9 },
  { name: 'Zhao 9', score: 9 },
];
const columns: readonly Column<Row>[] = [
  { key: 'name', header: 'Name', cell: (row) => row.name, sortBy: (row) => row.name },
  { key: 'score', header: 'Score', cell: (row) => row.score, sortBy: (row) => row.score },
  { key: 'act', header: '', cell: () => 'Zhang', plain: true },
];
const names = (sort: string, filter = '', page = 1, size = 10) =>
  viewTable(rows, columns, { filter, sort, page }, size, 'en').rows.map((row) => row.name);

describe('viewTable', () => {
  it('keeps the given order without a sort', () => expect(names('')[0]).toBe('Wang Wei'));

  it('sorts numbers as numbers and puts the absent last either way', () => {
    expect(names('score')).toEqual(['Zhao 10', 'Zhao 9', 'Wang Wei', 'Zhang Li', 'Li Na']);
    expect(names('-score')).toEqual(['Zhang Li', 'Wang Wei', 'Zhao 10', 'Zhao 9', 'Li Na']);
  });

  it('sorts figures inside names by value', () => {
    expect(names('name').slice(-2)).toEqual(['Zhao 9', 'Zhao 10']);
  });

  it('wants every word of the filter somewhere in the row, plain columns left out', () => {
    expect(names('', 'li zhang')).toEqual(['Zhang Li']);
    expect(names('', 'ZHANG')).toEqual(['Zhang Li']);
  });

  it('cuts pages and moves a page beyond the end back to the last', () => {
    expect(names('', '', 2, 2)).toEqual(['Zhang Li', 'Zhao 10']);
    expect(names('', '', 99, 2)).toEqual(['Zhao 9']);
  });
});
