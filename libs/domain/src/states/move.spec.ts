import { describe, expect, it } from '@jest/globals';
import { AttemptState, PortfolioState } from '@ennead/contracts';
import { DomainFault } from '../domain-fault.ts';
import { attemptMoves } from './attempt-moves.ts';
import { credentialMoves } from './credential-moves.ts';
import { labSessionMoves } from './lab-session-moves.ts';
import type { MoveTable } from './move.ts';
import { canMove, move } from './move.ts';
import { portfolioMoves } from './portfolio-moves.ts';

/** Every state with every event of a table: 'from event -> to', or a cross where there is no move. */
function spellOut<S extends string, E extends string>(
  table: MoveTable<S, E>,
  events: readonly E[],
): string[] {
  return (Object.keys(table) as S[]).flatMap((from) =>
    events
      .filter((event) => canMove(table, from, event))
      .map((event) => `${from} ${event} -> ${move(table, from, event)}`),
  );
}

describe('tables of moves', () => {
  it('attempt', () => {
    expect(spellOut(attemptMoves, ['submit', 'expire', 'score'])).toEqual([
      'open submit -> submitted',
      'open expire -> submitted',
      'submitted score -> scored',
    ]);
    expect(Object.keys(attemptMoves)).toEqual(AttemptState.options);
  });

  it('lab session', () => {
    expect(spellOut(labSessionMoves, ['hand-in', 'expire', 'grade', 'stall', 'retry'])).toEqual([
      'open hand-in -> handed-in',
      'open expire -> handed-in',
      'handed-in grade -> graded',
      'handed-in stall -> stalled',
      'stalled retry -> handed-in',
    ]);
  });

  it('portfolio', () => {
    expect(spellOut(portfolioMoves, ['submit', 'assign', 'agree', 'differ', 'adjudicate'])).toEqual([
      'draft submit -> submitted',
      'submitted assign -> in-review',
      'in-review agree -> scored',
      'in-review differ -> adjudication',
      'adjudication adjudicate -> scored',
    ]);
    expect(Object.keys(portfolioMoves)).toEqual(PortfolioState.options);
  });

  it('credential', () => {
    expect(spellOut(credentialMoves, ['revoke'])).toEqual(['issued revoke -> revoked']);
  });

  it('refuses any other move by code', () => {
    expect(() => move(attemptMoves, 'scored', 'submit')).toThrow(
      new DomainFault('ILLEGAL_MOVE', { from: 'scored', event: 'submit' }),
    );
    expect(() => move(credentialMoves, 'revoked', 'revoke')).toThrow(DomainFault);
  });
});
