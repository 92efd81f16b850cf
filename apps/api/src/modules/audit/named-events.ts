import type { EventSubject, LevelCode, LocalizedText, NamedAuditEvent, NamedCase } from '@ennead/contracts';
import { ContentBank, ContentFault } from '@ennead/persistence';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectEvents, viewEvent, type EventRow } from './find-trail.ts';

type NamedRow = Omit<EventSubject, 'person' | 'roleName' | 'lab'> & {
  readonly level: LevelCode | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly role: string | null;
  readonly standardHash: string | null;
  readonly labHash: string | null;
};

const names = `
  person.id AS "personId", person.name AS "personName", enrolment.role, enrolment.level, entry.number,
  exam_session.title AS session, cohort.name AS cohort, institution.name AS institution, credential.number AS certificate,
  lab_session.lab_hash AS "labHash", coalesce(exam_session.standard_hash, (
    SELECT standard_hash FROM exam_session other WHERE other.role = enrolment.role AND other.level = enrolment.level
    ORDER BY created_at DESC LIMIT 1)) AS "standardHash"`;

/** The id of a subject where it is of this kind, and one. */
const idOf = (kind: string): string =>
  `CASE WHEN event.subject_kind = '${kind}' AND event.subject_id ~ '^[0-9a-f-]{36}$' THEN event.subject_id::uuid END`;

/** Whatever an event names, by its own id or by way of its entry. */
const subjects = `
  LEFT JOIN entry ON entry.id = event.entry_id
  LEFT JOIN credential ON credential.id = ${idOf('credential')}
  LEFT JOIN lab_session ON lab_session.id = ${idOf('lab-session')}
  LEFT JOIN invitation ON event.subject_kind = 'invitation' AND invitation.token_hash = event.subject_id
  LEFT JOIN enrolment ON enrolment.id = coalesce(entry.enrolment_id, credential.enrolment_id, ${idOf('enrolment')})
  LEFT JOIN person ON person.id = coalesce(enrolment.candidate_id, invitation.person_id, ${idOf('person')})
  LEFT JOIN cohort ON cohort.id = coalesce(${idOf('cohort')}, invitation.cohort_id)
  LEFT JOIN exam_session ON exam_session.id = coalesce(entry.exam_session_id, cohort.exam_session_id, ${idOf('exam-session')})
  LEFT JOIN institution ON institution.id = coalesce(cohort.institution_id, ${idOf('institution')})`;

/** Reads events and cases with what they are called. */
@Injectable()
export class NamedEvents {
  constructor(private readonly bank: ContentBank) {}

  /** These events, in this order. */
  async read(manager: EntityManager, ids: readonly string[]): Promise<NamedAuditEvent[]> {
    const rows: (EventRow & NamedRow)[] = await manager.query(
      `SELECT found.*, ${names} FROM (${selectEvents} WHERE event.id = ANY ($1::bigint[])) found
       JOIN audit_event event ON event.id = found.id::bigint ${subjects}`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const found = ids.flatMap((id) => byId.get(id) ?? []);
    return Promise.all(found.map(async (row) => ({ ...viewEvent(row), subject: await this.subjectOf(row) })));
  }

  /** These cases, the latest entered first. */
  async readCases(manager: EntityManager, entryIds: readonly string[]): Promise<NamedCase[]> {
    const rows: (NamedRow & { entryId: string })[] = await manager.query(
      `SELECT entry.id AS "entryId", ${names}
       FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
       JOIN exam_session ON exam_session.id = entry.exam_session_id LEFT JOIN cohort ON cohort.id = entry.cohort_id
       LEFT JOIN institution ON institution.id = cohort.institution_id LEFT JOIN lab_session ON false
       LEFT JOIN LATERAL (
         SELECT number FROM credential JOIN decision ON decision.id = credential.decision_id
         WHERE decision.entry_id = entry.id ORDER BY issued_at DESC LIMIT 1) credential ON true
       WHERE entry.id = ANY ($1) ORDER BY entry.entered_at DESC, entry.id`,
      [entryIds],
    );
    return Promise.all(
      rows.map(async (row) => ({ entryId: row.entryId, subject: await this.subjectOf(row) })),
    );
  }

  private async subjectOf(row: NamedRow): Promise<EventSubject> {
    const { personId, personName, level, number, session, cohort, institution, certificate } = row;
    return {
      person: personId === null ? null : { id: personId, name: personName ?? '' },
      roleName: await this.roleNameOf(row),
      level,
      number,
      session,
      cohort,
      institution,
      certificate,
      lab:
        row.labHash === null ? null : await orNull(this.bank.lab(row.labHash).then(({ lab }) => lab.title)),
    };
  }

  private async roleNameOf({ role, standardHash }: NamedRow): Promise<LocalizedText | null> {
    if (role === null || standardHash === null) return null;
    const standard = await orNull(this.bank.standard(standardHash));
    return standard?.roles.find(({ code }) => code === role)?.name ?? null;
  }
}

/** A trail is read although content is missing or altered: all the more then. */
const orNull = <T>(reading: Promise<T>): Promise<T | null> =>
  reading.catch((fault: unknown) => {
    if (fault instanceof ContentFault) return null;
    throw fault;
  });
