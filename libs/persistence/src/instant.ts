import { Column, type ColumnOptions } from 'typeorm';

/** A point in time, stored with its zone, read as a Date. */
export const Timestamp = (options: ColumnOptions = {}) => Column({ type: 'timestamptz', ...options });
