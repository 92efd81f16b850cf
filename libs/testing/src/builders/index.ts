export * from './blueprint.ts';
export * from './content-tree.ts';
export * from './item.ts';
export * from './lab.ts';
export * from './rubric.ts';
export * from './scheme.ts';
export * from './standard.ts';
export * from './text.ts';
