export * from './builders/index.ts';
export * from './clear-entries.ts';
export * from './eventually.ts';
export * from './hold-by-run.ts';
export * from './shift-clock.ts';
