export * from './log.ts';
export * from './request.ts';
