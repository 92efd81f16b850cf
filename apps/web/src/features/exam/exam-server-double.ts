import { problems, type ProblemCode, type ResponseView, type SaveInput } from '@ennead/contracts';

/** How a request fares: answered; lost on its way; done, and its answer lost; or done only before the next one is. */
export type Fate = 'answered' | 'lost' | 'answer lost' | 'late';

/**
 * For specs of the page, in the place of the server's part in an exam, whose rules it follows: the newest writer saves, each
 * number counts once, and none is left out. The server itself is tried by the API's specs and the journeys.
 */
export class ExamServerDouble {
  readonly responses = new Map<string, ResponseView>();
  state: 'open' | 'submitted' = 'open';
  writer = 0;
  /** What becomes of the next requests; when it is used up, all are answered. */
  fates: Fate[] = [];
  /** Answers the next request so instead of doing what it asks. */
  refusal: ProblemCode | null = null;
  readonly asked: string[] = [];
  private sequence = 0;
  private late: (() => void)[] = [];

  readonly fetch = async (path: string, { method = 'GET', body }: RequestInit = {}): Promise<Response> => {
    this.asked.push(`${method} ${path.split('/').at(-1)}`);
    if (path.endsWith('/csrf')) return Response.json({ token: 'a token' });
    const fate = this.fates.shift() ?? 'answered';
    if (fate === 'lost') throw new TypeError('Failed to fetch');
    const act = () => this.answer(path, body ? (JSON.parse(String(body)) as never) : undefined);
    if (fate === 'late') this.late.push(act);
    else this.arrive();
    if (fate === 'late') throw new TypeError('Failed to fetch');
    const answer = act();
    if (fate === 'answer lost') throw new TypeError('Failed to fetch');
    return answer;
  };

  /** What was on its way comes in. */
  arrive(): void {
    for (const act of this.late.splice(0)) act();
  }

  /** What another page of the same candidate does. */
  saveElsewhere(save: Omit<SaveInput, 'sequence'>): void {
    this.writer += 1;
    this.sequence = 0;
    this.apply({ sequence: 1, ...save });
  }

  readonly times = () => ({ deadlineAt: '2026-05-03T08:00:00.000Z', serverNow: '2026-05-03T06:30:00.000Z' });

  private answer(path: string, body: { writer: number; saves: SaveInput[] } | undefined): Response {
    if (this.refusal) {
      const code = this.refusal;
      this.refusal = null;
      return refused(code);
    }
    if (path.endsWith('/clock'))
      return Response.json({ state: this.state, writer: this.writer, ...this.times() });
    if (this.state !== 'open') return refused('ATTEMPT_CLOSED');
    if (path.endsWith('/writer')) {
      this.writer += 1;
      this.sequence = 0;
      return Response.json({
        writer: this.writer,
        sequence: 0,
        responses: [...this.responses.values()],
        ...this.times(),
      });
    }
    if (body!.writer !== this.writer) return refused('ATTEMPT_MOVED');
    if (path.endsWith('/submit')) {
      this.state = 'submitted';
      return Response.json({
        state: 'submitted',
        submittedAt: this.times().serverNow,
        submitCause: 'candidate',
      });
    }
    return this.save(body!.saves);
  }

  private save(saves: readonly SaveInput[]): Response {
    if (saves[0]!.sequence > this.sequence + 1) return refused('SAVES_OUT_OF_ORDER');
    for (const one of saves) if (one.sequence > this.sequence) this.apply(one);
    const itemIds = new Set(saves.map(({ itemId }) => itemId));
    return Response.json({
      savedAt: this.times().serverNow,
      revisions: [...itemIds].map((itemId) => ({ itemId, revision: this.responses.get(itemId)!.revision })),
      ...this.times(),
    });
  }

  private apply({ sequence, itemId, value, flagged }: SaveInput): void {
    this.sequence = sequence;
    const revision = (this.responses.get(itemId)?.revision ?? 0) + 1;
    this.responses.set(itemId, { itemId, value, flagged, revision, savedAt: this.times().serverNow });
  }
}

const refused = (code: ProblemCode): Response =>
  Response.json(
    { code, status: problems[code].status, title: code, text: problems[code].text },
    { status: problems[code].status, headers: { 'content-type': 'application/problem+json' } },
  );
