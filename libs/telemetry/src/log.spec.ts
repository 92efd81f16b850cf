import { beforeEach, expect, it } from '@jest/globals';
import { Log } from './log.ts';
import { inRequest, requestIdOf } from './request.ts';

const lines: Record<string, unknown>[] = [];
const aLog = (program: string) =>
  new Log(program, (_stream, line) => void lines.push(JSON.parse(line) as Record<string, unknown>));
beforeEach(() => {
  lines.length = 0;
});

it('writes a line of JSON that names the program and the request, however much lies between', async () => {
  await inRequest('0123456789abcdef', async () => {
    await new Promise((resolve) => setImmediate(resolve));
    aLog('worker').warn('it was late', 'Events');
  });
  aLog('worker').log('Ready');
  expect(lines).toEqual([
    {
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      level: 'warn',
      program: 'worker',
      pid: process.pid,
      requestId: '0123456789abcdef',
      context: 'Events',
      message: 'it was late',
    },
    expect.not.objectContaining({ requestId: expect.anything() }),
  ]);
});

it('keeps a trace and a line of hostile text within its own line', () => {
  const fault = new Error('one\n{"level":"log","message":"forged"}');
  aLog('server').error(fault.stack, 'Problem');
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines[0])).toContain('forged');
});

it.each([
  ['0123456789abcdef', true],
  ['2f1a9c1e-2b1d-4c9a-8f65-0d7e7a1c9b10', true],
  ['short', false],
  ['with a line\nbreak in it', false],
  ['x'.repeat(65), false],
  [undefined, false],
  [['0123456789abcdef'], false],
])('calls a request %j as it wants to be, only where that is fit for a log', (said, fit) => {
  const id = requestIdOf(said);
  expect(id === said).toBe(fit);
  expect(id).toMatch(/^[\w-]{8,64}$/);
});
