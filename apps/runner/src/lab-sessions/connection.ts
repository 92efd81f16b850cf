import type { LabServerMessage } from '@ennead/contracts';

/** A candidate's browser, as a live lab session sees it. */
export interface Connection {
  /** `sent` is called once the message has left this process: the measure of how fast the browser takes it. */
  send(message: LabServerMessage, sent?: () => void): void;
  close(code: number): void;
}
