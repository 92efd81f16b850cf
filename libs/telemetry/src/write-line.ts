import { fstatSync, writeSync } from 'node:fs';

export type Stream = 'stdout' | 'stderr';

const descriptors = { stdout: 1, stderr: 2 } as const;
const isPipe = (descriptor: number): boolean => {
  const facts = fstatSync(descriptor);
  return facts.isFIFO() || facts.isSocket();
};
/** Whoever reads a pipe may be slow, which only the stream waits for. */
const isPiped = { stdout: isPipe(1), stderr: isPipe(2) };

/** Writes to where logs go. A full disk loses the line, and is no reason to end: Node's own stream would, with its first fault. */
export const writeLine = (stream: Stream, line: string): void => {
  if (isPiped[stream]) return void process[stream].write(`${line}\n`);
  try {
    writeSync(descriptors[stream], `${line}\n`);
  } catch {
    return;
  }
};
