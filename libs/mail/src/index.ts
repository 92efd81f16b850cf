export * from './find-latest-messages.ts';
export * from './letters.ts';
export * from './house-letters.ts';
export * from './name-certification.ts';
export * from './nameless.ts';
export * from './queue-message.ts';
export * from './to-html.ts';
export * from './to-line.ts';
