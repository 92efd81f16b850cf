export * from './queue-message.ts';
