import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AttemptView } from '@ennead/contracts';
import fc from 'fast-check';
import { forgetCsrfToken } from '../../lib/api.ts';
import { answerOf, type Answer } from './answer-queue.ts';
import { ExamSaver } from './exam-saver.ts';
import { ExamServerDouble, type Fate } from './exam-server-double.ts';

const attemptId = 'a';
const items = ['one', 'two', 'three'];
const choose = (...chosen: string[]): Answer => ({ value: { chosen }, flagged: false });

let server: ExamServerDouble;
let browser: EventTarget;
let kept: Map<string, string>;
let roomInBrowser: boolean;
let saver: ExamSaver;
let current: object;

/** What a browser has and Node has not. */
const openBrowser = () => {
  server = new ExamServerDouble();
  browser = new EventTarget();
  kept = new Map();
  roomInBrowser = true;
  forgetCsrfToken();
  Object.assign(globalThis, {
    window: browser,
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (!roomInBrowser) throw new DOMException('full', 'QuotaExceededError');
        kept.set(key, value);
      },
      removeItem: (key: string) => kept.delete(key),
    },
  });
};

/** Opens the page, or loads it again: what the page before asks for may arrive, and its answers reach nobody. */
const openPage = (): ExamSaver => {
  saver?.stop();
  const page = {};
  current = page;
  globalThis.fetch = (async (path: string, init?: RequestInit) => {
    const answer = await server.fetch(path, init);
    return current === page ? answer : new Promise(() => undefined);
  }) as typeof fetch;
  const view = { responses: [...server.responses.values()], ...server.times() } as unknown as AttemptView;
  saver = new ExamSaver(attemptId, view);
  saver.start();
  return saver;
};

/** Lets everything happen that is on its way, but for what waits for a time. */
const settle = async () => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};
const backOnline = async () => {
  browser.dispatchEvent(new Event('online'));
  await settle();
};
const seen = (itemId: string): Answer => answerOf(saver.state.get().queue, itemId);
const onServer = (itemId: string) => server.responses.get(itemId)?.value ?? null;

const realFetch = globalThis.fetch;
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['performance', 'queueMicrotask', 'nextTick'] });
  openBrowser();
});
afterEach(() => {
  saver?.stop();
  jest.useRealTimers();
  globalThis.fetch = realFetch;
});

describe('an answer', () => {
  it('is sent at once, and the page says when it was saved', async () => {
    openPage();
    await settle();
    saver.change('one', choose('A'));
    expect(saver.state.get().queue.pending).toHaveLength(1);
    await settle();
    expect(onServer('one')).toEqual({ chosen: ['A'] });
    expect(saver.state.get()).toMatchObject({ phase: 'ready', queue: { pending: [] } });
    expect(saver.state.get().savedAt).not.toBeNull();
  });

  it('that is typed is kept with every key and sent when the typing pauses', async () => {
    openPage();
    await settle();
    const before = server.asked.length;
    for (const text of ['1', '12', '125'])
      saver.changeWhileTyping('one', { value: { text }, flagged: false });
    await settle();
    expect(server.asked).toHaveLength(before);
    expect(kept.get(`ennead.exam.${attemptId}`)).toContain('"125"');
    jest.advanceTimersByTime(500);
    await settle();
    expect(onServer('one')).toEqual({ text: '125' });
    expect(server.asked.filter((asked) => asked === 'POST saves')).toHaveLength(1);
  });

  it('is sent before handing in, and without the server nothing is handed in', async () => {
    openPage();
    await settle();
    server.fates = ['lost'];
    saver.change('one', choose('A'));
    await settle();
    expect(saver.state.get().phase).toBe('offline');
    server.fates = ['lost'];
    await expect(saver.submit()).rejects.toMatchObject({ code: 'NETWORK' });
    expect(server.state).toBe('open');
    await saver.submit();
    expect(onServer('one')).toEqual({ chosen: ['A'] });
    expect(server.state).toBe('submitted');
    expect(saver.state.get().phase).toBe('over');
    expect(kept.size).toBe(0);
  });

  it('that the server cannot take does not hold up those that it can', async () => {
    openPage();
    await settle();
    server.refusal = 'INPUT_INVALID';
    saver.change('one', choose('A'));
    await settle();
    saver.change('two', choose('B'));
    await backOnline();
    expect(onServer('two')).toEqual({ chosen: ['B'] });
    expect(saver.state.get().overruled).toEqual(['one']);
    saver.dismissOverruled();
    expect(saver.state.get().overruled).toEqual([]);
  });

  it('is shown to be on this page alone where the browser keeps nothing', async () => {
    openPage();
    await settle();
    roomInBrowser = false;
    saver.change('one', choose('A'));
    expect(saver.state.get().keeps).toBe(false);
    await settle();
    expect(onServer('one')).toEqual({ chosen: ['A'] });
  });
});

describe('a page', () => {
  it('tries again after growing pauses while there is no answer', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    openPage();
    await settle();
    server.fates = Array<Fate>(3).fill('lost');
    saver.change('one', choose('A'));
    await settle();
    for (const pauseMs of [1_000, 2_000, 4_000]) {
      const before = server.asked.length;
      jest.advanceTimersByTime(pauseMs - 1);
      await settle();
      expect(server.asked).toHaveLength(before);
      jest.advanceTimersByTime(1);
      await settle();
      expect(server.asked).toHaveLength(before + 1);
    }
    expect(onServer('one')).toEqual({ chosen: ['A'] });
    expect(saver.state.get().phase).toBe('ready');
    jest.restoreAllMocks();
  });

  it('that was taken over sends nothing more, and what the other saved stands when it takes over again', async () => {
    openPage();
    await settle();
    server.saveElsewhere({ itemId: 'one', ...choose('X') });
    saver.change('one', choose('A'));
    await settle();
    expect(saver.state.get().phase).toBe('moved');
    saver.change('two', choose('B'));
    await settle();
    expect(onServer('two')).toBeNull();
    await saver.takeOver();
    await settle();
    expect(seen('one')).toEqual(choose('X'));
    expect(saver.state.get().overruled).toEqual(['one']);
    expect(onServer('two')).toEqual({ chosen: ['B'] });
  });

  it('that the server does not agree with begins anew from what the server has', async () => {
    openPage();
    await settle();
    server.refusal = 'SAVES_OUT_OF_ORDER';
    saver.change('one', choose('A'));
    await settle();
    const writers = () => server.asked.filter((asked) => asked === 'POST writer').length;
    expect(writers()).toBe(1);
    await backOnline();
    expect(writers()).toBe(2);
    expect(onServer('one')).toEqual({ chosen: ['A'] });
  });

  it('that is idle learns that it was taken over, that it was handed in, and that the log-in has ended', async () => {
    openPage();
    await settle();
    server.writer += 1;
    await saver.beat();
    expect(saver.state.get().phase).toBe('moved');
    await saver.takeOver();
    server.refusal = 'NOT_LOGGED_IN';
    await saver.beat();
    expect(saver.state.get().phase).toBe('logged-out');
    await saver.beat();
    expect(saver.state.get().phase).toBe('ready');
    server.state = 'submitted';
    await saver.beat();
    expect(saver.state.get().phase).toBe('over');
  });

  it('that is another tab’s turn now knows it from what the browser keeps', async () => {
    openPage();
    await settle();
    kept.set(`ennead.exam.${attemptId}`, JSON.stringify({ writer: 7, pending: [] }));
    browser.dispatchEvent(
      Object.assign(new Event('storage'), { key: `ennead.exam.${attemptId}`, newValue: 'other' }),
    );
    expect(saver.state.get().phase).toBe('moved');
  });
});

type Step =
  | { readonly do: 'answer'; readonly item: string; readonly option: string; readonly typed: boolean }
  | { readonly do: 'reload' | 'online' | 'settle' | 'beat' };

const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      item: fc.constantFrom(...items),
      option: fc.constantFrom('A', 'B', 'C'),
      typed: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('reload', 'online', 'settle', 'beat') }) },
);

it('whatever is lost on the way, and however often the page is loaded again, the last answers arrive', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(aStep, { minLength: 1, maxLength: 25 }),
      fc.array(fc.constantFrom<Fate>('answered', 'lost', 'answer lost', 'late'), { maxLength: 20 }),
      async (steps, fates) => {
        openBrowser();
        openPage();
        await settle();
        server.fates = [...fates];
        const last = new Map<string, Answer>();
        for (const step of steps) {
          if (step.do === 'answer') {
            last.set(step.item, choose(step.option));
            if (step.typed) saver.changeWhileTyping(step.item, choose(step.option));
            else saver.change(step.item, choose(step.option));
          } else if (step.do === 'reload') {
            // What was begun in this moment is asked for before the page is gone.
            await settle();
            openPage();
          } else if (step.do === 'online') await backOnline();
          else if (step.do === 'beat') await saver.beat();
          else await settle();
          // What somebody sees is what they chose last, whatever is on its way.
          for (const [item, answer] of last) expect(seen(item)).toEqual(answer);
        }
        server.fates = [];
        await settle();
        for (let turn = 0; turn < 3; turn += 1) await backOnline();
        jest.advanceTimersByTime(30_000);
        await settle();
        for (const [item, answer] of last) expect(onServer(item)).toEqual(answer.value);
        expect(saver.state.get()).toMatchObject({ phase: 'ready', overruled: [], queue: { pending: [] } });
      },
    ),
    { numRuns: 300 },
  ));
