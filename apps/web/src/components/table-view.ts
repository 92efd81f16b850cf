import type { ReactNode } from 'react';

type CellText = string | number | null | undefined;

interface FileColumn<Row> {
  readonly header: string;
  readonly text: (row: Row) => CellText;
}

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** What stands in the head instead, for the rows of the page; it has words too. */
  readonly head?: (rows: readonly Row[]) => ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** What the column sorts by; leave out for columns that do not sort. */
  readonly sortBy?: (row: Row) => string | number | null | undefined;
  /** In a list that the server sorts: that it sorts by this column, under its key. */
  readonly sorts?: boolean;
  /** The cell's plain text: the filter searches it and the CSV holds it. Defaults to what it sorts by. */
  readonly text?: (row: Row) => CellText;
  /** What a file has in its place, a cell each, where it shows several things. */
  readonly inFile?: readonly FileColumn<Row>[];
  readonly align?: 'start' | 'end';
  /** Buttons and the like: neither searched nor exported. */
  readonly plain?: boolean;
}

export interface TableState {
  readonly filter: string;
  /** Column key, with a leading minus for descending; empty keeps the given order. */
  readonly sort: string;
  /** From 1. */
  readonly page: number;
}

export interface TableView<Row> {
  readonly rows: readonly Row[];
  readonly matching: readonly Row[];
  readonly page: number;
  readonly pages: number;
}

/** The plain text of a cell, for filter and CSV. */
function cellText<Row>(column: Column<Row>, row: Row): CellText {
  if (column.plain) return '';
  return (column.text ?? column.sortBy)?.(row);
}

/** A head and the plain text of the rows, for CSV. */
export function csvRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  const exported = columns
    .filter((column) => !column.plain)
    .flatMap(
      (column): readonly FileColumn<Row>[] =>
        column.inFile ?? [{ header: column.header, text: (row) => cellText(column, row) }],
    );
  return [exported.map(({ header }) => header), ...rows.map((row) => exported.map(({ text }) => text(row)))];
}

/** Filters (every word must occur somewhere in the row), sorts stably and cuts out one page. */
export function viewTable<Row>(
  all: readonly Row[],
  columns: readonly Column<Row>[],
  state: TableState,
  pageSize: number,
  locale: string,
): TableView<Row> {
  const words = state.filter.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  const matching = all.filter((row) => {
    const text = columns.map((column) => String(cellText(column, row) ?? '')).join('\n');
    const lower = text.toLocaleLowerCase(locale);
    return words.every((word) => lower.includes(word));
  });
  const sorted = sortRows(matching, columns, state.sort, locale);
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  const page = Math.min(Math.max(1, state.page), pages);
  return { rows: sorted.slice((page - 1) * pageSize, page * pageSize), matching: sorted, page, pages };
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: string,
  locale: string,
): readonly Row[] {
  const sortBy = columns.find((column) => column.key === sort.replace(/^-/, ''))?.sortBy;
  if (!sortBy) return rows;
  const direction = sort.startsWith('-') ? -1 : 1;
  const collator = new Intl.Collator(locale, { numeric: true });
  const absent = (value: unknown) => value === null || value === undefined;
  return rows.toSorted((left, right) => {
    const [a, b] = [sortBy(left), sortBy(right)];
    // What is absent goes last either way.
    if (absent(a) || absent(b)) return Number(absent(a)) - Number(absent(b));
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return order * direction;
  });
}
