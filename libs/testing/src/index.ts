export * from './builders/index.ts';
export * from './eventually.ts';
