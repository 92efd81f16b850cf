import type { AttemptView, WriterView } from '@ennead/contracts';
import { ApiProblem, isPassing } from '../../lib/api-problem.ts';
import { startServerClock } from '../../lib/server-clock.ts';
import { Store } from '../../lib/store.ts';
import { readClock, saveAnswers, submitAttempt, takeOver } from '../../queries/attempts.ts';
import {
  acknowledge,
  changeAnswer,
  reopenQueue,
  takeBatch,
  type Answer,
  type AnswerQueue,
} from './answer-queue.ts';
import { forgetKept, keep, readKept, watchKept } from './kept-answers.ts';
import { isHalted, latest, type SaverPhase, type SaverState } from './saver-state.ts';

const typingPauseMs = 500;
const heartbeatMs = 20_000;
const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

/** Somebody else is logged in now, or nobody. */
const shutOut: ReadonlySet<string> = new Set(['NOT_LOGGED_IN', 'CALLER_CHANGED', 'NOT_FOUND', 'FORBIDDEN']);

/** Sends every change, one batch at a time and in order, and keeps what the server has not acknowledged. */
export class ExamSaver {
  readonly state: Store<SaverState>;
  private writer = 0;
  private working: Promise<void> | null = null;
  private stopped = false;
  private retryMs = firstRetryMs;
  private sendTimer: ReturnType<typeof setTimeout> | undefined;
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly attemptId: string,
    view: AttemptView,
  ) {
    const { queue, overruled } = reopenQueue(view.responses, readKept(attemptId).pending, true);
    this.state = new Store<SaverState>({
      phase: 'connecting',
      queue,
      savedAt: latest(view.responses.map(({ savedAt }) => savedAt)),
      deadlineAt: view.deadlineAt,
      now: startServerClock(view.serverNow),
      overruled,
      keeps: true,
    });
  }

  start(): void {
    this.stopped = false;
    const retry = () => void this.work();
    const show = () => {
      if (document.visibilityState === 'hidden') void this.work();
      else void this.beat();
    };
    const unwatch = watchKept(this.attemptId, (writer) => writer > this.writer && this.enter('moved'));
    window.addEventListener('online', retry);
    document.addEventListener('visibilitychange', show);
    this.heartbeat = setInterval(() => void this.beat(), heartbeatMs);
    this.stopListening = () => {
      unwatch();
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', show);
    };
    void this.takeOver();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.sendTimer);
    clearInterval(this.heartbeat);
    this.stopListening();
  }

  change(itemId: string, answer: Answer): void {
    this.note(itemId, answer);
    void this.work();
  }

  /** For text: kept here with every key, sent when the typing pauses. */
  changeWhileTyping(itemId: string, answer: Answer): void {
    this.note(itemId, answer);
    this.workIn(typingPauseMs);
  }

  /** Sends now what would be sent after a pause. */
  flush(): void {
    if (this.state.get().queue.pending.length > 0) void this.work();
  }

  /** Makes this page the one that saves. */
  async takeOver(): Promise<void> {
    this.writer = 0;
    this.enter('connecting');
    await this.work();
  }

  /** Sends all that is pending and hands in. @throws ApiProblem where the server cannot be reached or refuses */
  async submit(): Promise<void> {
    await this.work();
    if (this.state.get().phase === 'offline' || this.state.get().queue.pending.length > 0)
      throw new ApiProblem({ status: 0, code: 'NETWORK' });
    await submitAttempt(this.attemptId, { writer: this.writer });
    this.close();
  }

  dismissOverruled(): void {
    this.set({ overruled: [] });
  }

  /** Asks how the attempt stands: an idle page learns that it was cut off, taken over or closed. */
  async beat(): Promise<void> {
    if (this.state.get().phase === 'over') return;
    if (this.state.get().phase === 'offline' || this.state.get().phase === 'logged-out') return this.work();
    try {
      const { state, writer, deadlineAt, serverNow } = await readClock(this.attemptId);
      this.set({ deadlineAt, now: startServerClock(serverNow) });
      if (state !== 'open') this.close();
      else if (this.writer > 0 && writer > this.writer) this.enter('moved');
      else void this.work();
    } catch (fault) {
      this.meet(fault);
    }
  }

  private note(itemId: string, answer: Answer): void {
    this.keepAll(changeAnswer(this.state.get().queue, itemId, answer));
  }

  private workIn(ms: number): void {
    clearTimeout(this.sendTimer);
    if (!this.stopped) this.sendTimer = setTimeout(() => void this.work(), ms);
  }

  /** Resolves once nothing is pending or nothing can be sent; one at a time, so that the order holds. */
  private work(): Promise<void> {
    if (isHalted(this.state.get().phase)) return Promise.resolve();
    clearTimeout(this.sendTimer);
    this.working ??= this.sendAll().finally(() => {
      this.working = null;
      if (this.state.get().phase === 'ready' && this.state.get().queue.pending.length > 0) this.workIn(0);
    });
    return this.working;
  }

  /** Takes the right to save where it is missing, then sends batch by batch. */
  private async sendAll(): Promise<void> {
    try {
      if (this.writer === 0) this.welcome(await takeOver(this.attemptId));
      while (this.state.get().queue.pending.length > 0 && !isHalted(this.state.get().phase))
        await this.sendBatch();
      if (!isHalted(this.state.get().phase)) this.enter('ready');
      this.retryMs = firstRetryMs;
    } catch (fault) {
      this.meet(fault);
    }
  }

  private async sendBatch(): Promise<void> {
    this.keepAll(takeBatch(this.state.get().queue));
    const saved = await saveAnswers(this.attemptId, {
      writer: this.writer,
      saves: this.state.get().queue.batch,
    });
    this.set({
      savedAt: saved.savedAt,
      deadlineAt: saved.deadlineAt,
      now: startServerClock(saved.serverNow),
      ...(this.state.get().phase === 'offline' && { phase: 'ready' }),
    });
    this.keepAll(acknowledge(this.state.get().queue, saved));
  }

  private welcome({ writer, responses, deadlineAt, serverNow }: WriterView): void {
    this.writer = writer;
    const { queue, overruled } = reopenQueue(responses, this.state.get().queue.pending);
    this.set({
      deadlineAt,
      now: startServerClock(serverNow),
      overruled: [...new Set([...this.state.get().overruled, ...overruled])],
    });
    this.keepAll(queue);
  }

  /** What a refusal or a silence means for the page. */
  private meet(fault: unknown): void {
    const problem = fault instanceof ApiProblem ? fault : new ApiProblem({ status: 0, code: 'NETWORK' });
    const { code, status } = problem;
    if (code === 'ATTEMPT_MOVED') return this.enter('moved');
    if (code === 'ATTEMPT_EXPIRED' || code === 'ATTEMPT_CLOSED') return this.close();
    if (shutOut.has(code)) return this.enter('logged-out');
    if (status === 400) this.dropSent();
    // The page and the server disagree about what was sent: begin anew from what the server has.
    if (code === 'SAVES_OUT_OF_ORDER' || status === 400) this.writer = 0;
    if (isPassing(problem)) this.enter('offline');
    this.workIn(this.retryMs * (0.5 + Math.random()));
    this.retryMs = Math.min(this.retryMs * 2, longestRetryMs);
  }

  /** What the server will never take must not hold up what it will. */
  private dropSent(): void {
    const { queue, overruled } = this.state.get();
    const refused = queue.pending.filter(({ sent }) => sent !== null).map(({ itemId }) => itemId);
    this.keepAll({ ...queue, pending: queue.pending.filter(({ sent }) => sent === null) });
    this.set({ overruled: [...overruled, ...refused] });
  }

  private close(): void {
    this.enter('over');
    if (this.state.get().queue.pending.length === 0) forgetKept(this.attemptId);
    clearInterval(this.heartbeat);
  }

  private keepAll(queue: AnswerQueue): void {
    const mayKeep = this.state.get().phase !== 'moved' && this.state.get().phase !== 'over';
    const keeps = mayKeep
      ? keep(this.attemptId, { writer: this.writer, pending: queue.pending })
      : this.state.get().keeps;
    this.set({ queue, keeps });
  }

  private enter(phase: SaverPhase): void {
    if (this.state.get().phase !== phase) this.set({ phase });
  }

  private set(change: Partial<SaverState>): void {
    this.state.update((state) => ({ ...state, ...change }));
  }
}
