export * from './blueprint.ts';
export * from './item.ts';
export * from './rubric.ts';
export * from './scheme.ts';
export * from './text.ts';
