export * from './blueprint.ts';
export * from './conversion-table.ts';
export * from './item.ts';
export * from './lab-bodies.ts';
export * from './lab-jobs.ts';
export * from './lab-suite.ts';
export * from './publication.ts';
export * from './question.ts';
