import { describe, expect, it } from '@jest/globals';
import { type LocalRefusal, UploadQueue } from './upload-queue.ts';

const aFile = (name: string, size = 3) => ({ name, size }) as File;

const aQueue = () => {
  const answers: {
    name: string;
    signal: AbortSignal;
    resolve: () => void;
    reject: (error: Error) => void;
  }[] = [];
  const done: string[] = [];
  const queue = new UploadQueue({
    maxBytes: 10,
    send: ({ name }, { signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        answers.push({ name, signal, resolve: () => resolve({ id: name } as never), reject });
      }),
    onDone: (_, { name }) => void done.push(name),
    onFailed: ({ name }) => void done.push(`not ${name}`),
  });
  const phases = () => queue.uploads.get().map(({ file, phase }) => `${file.name} ${phase}`);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { queue, answers, done, phases, settle };
};

describe('UploadQueue', () => {
  it('sends one after another', async () => {
    const { queue, answers, done, phases, settle } = aQueue();
    queue.add([aFile('a'), aFile('b')]);
    expect(phases()).toEqual(['a sending', 'b waiting']);
    answers[0]!.resolve();
    await settle();
    expect(phases()).toEqual(['b sending']);
    answers[1]!.resolve();
    await settle();
    expect([phases(), done]).toEqual([[], ['a', 'b']]);
  });

  it('does not send what the server would refuse for its size', () => {
    const { queue, answers } = aQueue();
    queue.add([aFile('big', 11), aFile('none', 0)]);
    expect(queue.uploads.get().map(({ error }) => (error as LocalRefusal).fault)).toEqual([
      'too-large',
      'empty',
    ]);
    expect(answers).toEqual([]);
  });

  it('goes on past a failure and past a cancelled one', async () => {
    const { queue, answers, done, phases, settle } = aQueue();
    queue.add([aFile('a'), aFile('b'), aFile('c')]);
    answers[0]!.reject(new Error('no'));
    await settle();
    expect(phases()).toEqual(['a failed', 'b sending', 'c waiting']);
    queue.remove(queue.uploads.get()[1]!.key);
    await settle();
    expect(phases()).toEqual(['a failed', 'c sending']);
    queue.retry(queue.uploads.get()[0]!.key);
    answers[2]!.resolve();
    await settle();
    expect([phases(), done]).toEqual([['a sending'], ['not a', 'c']]);
  });
});
