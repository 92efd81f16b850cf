import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';

export interface NewAdmin {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale?: string;
}

type Given = Partial<Omit<NewAdmin, 'password'>>;

/**
 * What is needed to make an administrator: what the arguments gave, and the rest asked for. The password is never an
 * argument (others can read those); without a terminal it is the first line of standard input.
 */
export async function askAdmin(given: Given): Promise<NewAdmin> {
  const muted = new MutableOutput();
  const terminal = createInterface({
    input: process.stdin,
    output: muted,
    terminal: process.stdin.isTTY === true,
  });
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    const email = given.email ?? (await ask(terminal, 'E-mail: '));
    const name = given.name ?? (await ask(terminal, 'Name: '));
    const answer = ask(terminal, 'Password (ten characters or more): ');
    muted.silent = true;
    const password = await answer;
    muted.silent = false;
    muted.write('\n');
    return { email, name, password, ...(given.locale ? { locale: given.locale } : {}) };
  } finally {
    terminal.close();
  }
}

async function ask(terminal: Interface, question: string): Promise<string> {
  return (await terminal.question(question)).trim();
}

/** The terminal's output, that can be kept from echoing what is typed. */
class MutableOutput extends Writable {
  silent = false;

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (!this.silent) process.stdout.write(chunk);
    done();
  }
}
