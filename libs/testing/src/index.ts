export * from './builders/index.ts';
export * from './eventually.ts';
export * from './shift-clock.ts';
