export * from './item.ts';
export * from './lab.ts';
export * from './locale.ts';
export * from './rubric.ts';
export * from './scheme.ts';
export * from './standard.ts';
export * from './vocabulary.ts';
