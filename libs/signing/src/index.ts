export * from './make-key.ts';
export * from './sign.ts';
export * from './verify.ts';
