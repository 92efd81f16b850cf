import type { Case } from '@ennead/contracts/internal';
import type { LabCaseOutput } from '@ennead/contracts';
import { matchExpectation, type Json } from '@ennead/domain';
import { type Machine, type RunReply, SandboxFault } from '@ennead/sandbox';
import { PlatformFault } from './platform-fault.ts';

const shownCharacters = 2_000;
/** A timer that fires this late means that the host stood still, and the candidate's time with it. */
const hostStallMs = 2_000;

export type CaseJudgement = {
  readonly passed: boolean;
  readonly output: LabCaseOutput;
  /** The machine cannot be used for another case. */
  readonly machineSpent: boolean;
};

type Turn = { readonly reason: LabCaseOutput['reason']; readonly reply: string };
type SentTurn = Turn & { sent: string };

/**
 * Judges one case: starts the suite's command in the machine, sends one line at a time, and compares each reply here.
 * Expected values never leave this process.
 *
 * What the candidate's code does to itself (silence, crash, no JSON, too much memory) fails the case.
 *
 * @throws PlatformFault for what the candidate cannot have caused
 */
export const judgeCase = async (
  machine: Machine,
  command: readonly string[],
  wanted: Case,
  options: { alone: boolean },
): Promise<CaseJudgement> => {
  const turn: SentTurn = { reason: 'passed', reply: '', sent: '' };
  try {
    const run = await machine.startRun(command, options);
    const deadline = performance.now() + wanted.timeoutSec * 1000;
    for (const exchange of wanted.exchanges) {
      const line = Buffer.from(exchange.sendText ?? JSON.stringify(exchange.send ?? null), 'utf8');
      turn.sent = shorten(line);
      const answer = await run.exchange(line, deadline - performance.now());
      if (answer.kind === 'timeout' && performance.now() > deadline + hostStallMs)
        throw new PlatformFault('the host stood still while a case ran');
      Object.assign(turn, judgeReply(answer, exchange.expect));
      if (turn.reason !== 'passed') break;
    }
    return judgement(turn, shorten(await run.finish()), false);
  } catch (error) {
    return judgement(await blame(machine, error, turn), '', true);
  }
};

const judgeReply = (answer: RunReply, expected: Case['exchanges'][number]['expect']): Turn => {
  if (answer.kind !== 'line') return { reason: answer.kind, reply: '' };
  const reply = shorten(answer.line);
  const json = parseJson(answer.line);
  if (json === undefined) return { reason: 'not-json', reply };
  return { reason: expected.every((one) => matchExpectation(one, json)) ? 'passed' : 'reply', reply };
};

/** Whether the machine went down by the candidate's doing. @throws PlatformFault when it did not. */
const blame = async (machine: Machine, error: unknown, turn: SentTurn): Promise<SentTurn> => {
  if (!(error instanceof SandboxFault)) throw error;
  if (error.code === 'MACHINE_LOST') {
    const { oomKilled, reason } = await machine.ended;
    if (reason === 'exited' && oomKilled) return { ...turn, reason: 'exit' };
    throw new PlatformFault(`the machine was lost (${reason})`, { cause: error });
  }
  // The agent shares the machine's processor and its limit of processes with what it judges: code that takes all of
  // them silences it. An agent that is silent before anything ran is the platform's own fault.
  if (error.code === 'AGENT_SILENT' && turn.sent !== '') return { ...turn, reason: 'timeout' };
  throw new PlatformFault(error.message, { cause: error });
};

const judgement = (
  { reason, reply, sent }: SentTurn,
  errors: string,
  machineSpent: boolean,
): CaseJudgement => ({ passed: reason === 'passed', output: { sent, reply, errors, reason }, machineSpent });

/** Undefined for what is no JSON; invalid UTF-8 is none. */
const parseJson = (line: Buffer): Json | undefined => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)) as Json;
  } catch {
    return undefined;
  }
};

const shorten = (bytes: Buffer): string => {
  const text = bytes.toString('utf8', 0, shownCharacters * 4);
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)} …` : text;
};
