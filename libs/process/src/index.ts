export * from './end-on-signals.ts';
export * from './read-environment.ts';
