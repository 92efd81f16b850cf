import type { LabClientMessage, LabServerMessage, LabSocketErrorCode } from '@ennead/contracts';
import type { LabConnection } from './lab-connection.ts';

/** The server refused a request. */
export class LabRefusal extends Error {
  readonly code: LabSocketErrorCode;

  constructor(code: LabSocketErrorCode) {
    super(code);
    this.code = code;
  }
}

/** There was no connection, or it was lost before the answer: whether the request took effect is not known. */
class Disconnected extends Error {}

type WithId = Extract<LabClientMessage, { requestId: string }>;
type WithoutId<T> = T extends WithId ? Omit<T, 'requestId'> : never;
export type Request = WithoutId<WithId>;

interface Waiting {
  readonly resolve: (answer: LabServerMessage) => void;
  readonly reject: (reason: LabRefusal | Disconnected) => void;
}

let count = 0;
/** Unique within this page and, by the random part, among the pages of one person. */
export const nextRequestId = (): string => `${(count += 1)}-${Math.random().toString(36).slice(2, 10)}`;

/** Finds the answer to every question that was sent over the socket. */
export class Requests {
  private readonly waiting = new Map<string, Waiting>();
  private readonly connection: LabConnection;

  constructor(connection: LabConnection) {
    this.connection = connection;
  }

  /** @throws LabRefusal, Disconnected (by rejection) */
  ask(request: Request, requestId = nextRequestId()): Promise<LabServerMessage> {
    return new Promise((resolve, reject) => {
      if (!this.connection.send({ ...request, requestId } as WithId)) {
        reject(new Disconnected());
        return;
      }
      this.waiting.set(requestId, { resolve, reject });
    });
  }

  settle(message: LabServerMessage): void {
    if (!('requestId' in message) || !message.requestId) return;
    const waiting = this.waiting.get(message.requestId);
    if (!waiting) return;
    this.waiting.delete(message.requestId);
    if (message.type === 'error') waiting.reject(new LabRefusal(message.code));
    else waiting.resolve(message);
  }

  dropAll(): void {
    const dropped = [...this.waiting.values()];
    this.waiting.clear();
    dropped.forEach(({ reject }) => reject(new Disconnected()));
  }
}
