import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  supervisionOf,
  type Certification,
  type ClearanceKind,
  type EntryState,
  type OpenSession,
  type OpenSessionsView,
  type PublicSessionsView,
  type Scheme,
  type SessionPurpose,
} from '@ennead/contracts';
import { judgeEntering, judgeNextTry, type Entry } from '@ennead/domain';
import { ContentBank, hasNotFallen, readClock } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { Schemes, topGradeOf } from '../results/schemes.ts';
import { announcedSql, findPublicSessions } from './find-public-sessions.ts';
import { findSessionsOf, type SessionInSight } from './find-sessions-of.ts';
import { cellOf, findTriesByCell } from './find-tries.ts';

type Found = SessionInSight &
  Certification & {
    purpose: SessionPurpose;
    enrolmentId: string | null;
    schemeHash: string;
    venue: string | null;
    halls: string[];
    confirms: boolean;
    clearances: ClearanceKind[];
    waitingCount: number;
    ownEntry: { id: string; state: EntryState } | null;
  };

const columns = `, enrolment.id AS "enrolmentId", session.halls, ${announcedSql},
  (SELECT jsonb_build_object('id', entry.id, 'state', entry.state) FROM entry
   WHERE entry.exam_session_id = session.id AND entry.enrolment_id = enrolment.id AND ${hasNotFallen} LIMIT 1) AS "ownEntry"`;

/** Every session that somebody may enter or is in, whatever it certifies, with what its door would say. */
@Injectable()
export class OpenSessions {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
  ) {}

  /** What anybody may know of those that are for everybody. */
  async listPublic(): Promise<PublicSessionsView> {
    const found = await findPublicSessions(this.db.manager, await readClock(this.db));
    const sessions = await Promise.all(
      found.map(async ({ purpose, schemeHash, venue, opensAt, closesAt, ...session }) => {
        const { timeZone, offerDays } = (await this.bank.scheme(schemeHash)).rules;
        return {
          ...session,
          opensAt: opensAt.toISOString(),
          closesAt: closesAt.toISOString(),
          isMock: purpose === 'mock',
          place: { venue, timeZone },
          offerDays,
        };
      }),
    );
    return { sessions };
  }

  async list(caller: Caller): Promise<OpenSessionsView> {
    const { manager } = this.db;
    const now = await readClock(manager);
    const scheme = await this.schemes.inForce(now);
    const found = await findSessionsOf<Found>(manager, caller.id, now, { columns });
    const seen = found.filter(({ isForThem, isEntered }) => isForThem || isEntered);
    const tries = await findTriesByCell(manager, caller.id);
    const sessions = await Promise.all(
      seen.map((session) => {
        const earlier = tries.get(cellOf(session)) ?? [];
        return this.view(session, judgeFor(session, earlier, scheme, now.toISOString()));
      }),
    );
    return { sessions, serverNow: now.toISOString() };
  }

  private async view(found: Found, entering: OpenSession['entering']): Promise<OpenSession> {
    const { purpose, schemeHash, venue, halls, id, title, role, level, ...session } = found;
    const { timeZone, offerDays } = (await this.bank.scheme(schemeHash)).rules;
    return {
      id,
      title,
      role,
      level,
      opensAt: session.opensAt,
      closesAt: session.closesAt,
      closesSoon: session.closesSoon,
      scheme: session.scheme,
      parts: session.parts,
      entering,
      place: { venue, halls, supervision: supervisionOf[purpose], timeZone },
      isMock: purpose === 'mock',
      confirms: session.confirms,
      placesLeft: session.placesLeft,
      waitingCount: session.waitingCount,
      offerDays,
      clearances: session.clearances,
      ownEntry: session.ownEntry,
    };
  }
}

/** As the door judges: first whether another try may be sat when it opens, then the session itself. */
const judgeFor = (
  session: Found,
  tries: readonly Entry[],
  scheme: Scheme,
  now: string,
): OpenSession['entering'] => {
  const verdict = judgeEntering(session, [], now);
  if (session.purpose === 'mock' || verdict.kind === 'refused') return verdict;
  const next = judgeNextTry(scheme.rules, tries, topGradeOf(scheme, session.level), now, session.opensAt);
  return next.kind === 'allowed' ? verdict : next;
};
