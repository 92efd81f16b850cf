import { type Publication, type PublishedBody, shelfOf } from '@ennead/contracts/internal';
import type { DataSource, EntityManager } from 'typeorm';
import { ContentVersion } from '../entities/content-version.ts';
import { recordAudit } from '../record-audit.ts';
import { findContradictions } from './find-contradictions.ts';
import { findLinksInUse } from './find-links-in-use.ts';
import { type KnownVersion, linkName, planPublication, type PublicationPlan } from './plan-publication.ts';

/** One publication at a time. */
const publicationLock = 7_420_002;
const author = { author: 'git', source: 'git' } as const;

/** A publication that is at odds with another author's, or with itself. */
export class PublicationRefused extends Error {
  override readonly name = 'PublicationRefused';
}

/**
 * Brings the bank to what git says: what is new is added, what changed becomes the next version, what is gone is no
 * longer offered, and nothing is ever deleted. All of it in one transaction, or nothing.
 *
 * @param db connected as the publisher
 * @throws PublicationRefused when a piece has its home elsewhere, or when two links say different things of one body
 */
export const publish = (db: DataSource, publication: Publication): Promise<PublicationPlan> =>
  db.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [publicationLock]);
    refuseContradictions(publication);
    const versions = await manager.find(ContentVersion);
    const inForce = await findInForce(manager);
    const inUse = await findLinksInUse(manager, publication.links);
    const plan = planPublication(publication, { versions, inForce, inUse });
    if (plan.foreign.length > 0)
      throw new PublicationRefused(
        `These are published elsewhere: ${plan.foreign.map(({ kind, id }) => `${kind} ${id}`).join(', ')}.`,
      );
    await addBodies(manager, publication.bodies);
    for (const version of plan.retired) await setState(manager, version, 'retired');
    for (const version of plan.revived) await setState(manager, version, 'live');
    for (const version of plan.added) await manager.insert(ContentVersion, { ...version, ...author });
    for (const { ofHash, kind, hash } of plan.linked)
      await manager.query(
        `INSERT INTO in_force (of_hash, kind, hash) VALUES ($1, $2, $3)
         ON CONFLICT (of_hash, kind, scope) DO UPDATE SET hash = excluded.hash, since = clock()`,
        [ofHash, kind, hash],
      );
    if (changes(plan)) await audit(manager, plan);
    return plan;
  });

const refuseContradictions = ({ links }: Publication): void => {
  const files = new Set(findContradictions(links).map(({ kind, file }) => `${kind} in ${file}`));
  if (files.size > 0)
    throw new PublicationRefused(
      `These say different things of the same question or lab: ${[...files].sort().join(', ')}.`,
    );
};

const findInForce = async (manager: EntityManager): Promise<Map<string, string>> => {
  const rows: { kind: 'key'; ofHash: string; hash: string }[] = await manager.query(
    `SELECT kind, of_hash AS "ofHash", hash FROM in_force WHERE scope = 'all'`,
  );
  return new Map(rows.map((row) => [linkName(row), row.hash]));
};

const addBodies = async (manager: EntityManager, bodies: readonly PublishedBody[]): Promise<void> => {
  const there = await findThere(manager, bodies);
  for (const { kind, hash, bytes } of bodies.filter((body) => !there.has(body.hash))) {
    await manager.query(
      'INSERT INTO content_body (hash, shelf, kind, size_bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [hash, shelfOf[kind], kind, bytes.length],
    );
    await manager.query(`INSERT INTO body_${shelfOf[kind]} (hash, bytes) VALUES ($1, $2)`, [
      hash,
      Buffer.from(bytes),
    ]);
  }
};

/** The hashes whose bodies lie on their shelves: that something is named says nothing of its bytes. */
const findThere = async (
  manager: EntityManager,
  bodies: readonly PublishedBody[],
): Promise<ReadonlySet<string>> => {
  const there = new Set<string>();
  for (const shelf of new Set(bodies.map(({ kind }) => shelfOf[kind]))) {
    const hashes = bodies.filter(({ kind }) => shelfOf[kind] === shelf).map(({ hash }) => hash);
    const known: { hash: string }[] = await manager.query(
      `SELECT hash FROM body_${shelf} WHERE hash = ANY ($1)`,
      [hashes],
    );
    for (const { hash } of known) there.add(hash);
  }
  return there;
};

const setState = (manager: EntityManager, { kind, id, number }: KnownVersion, state: 'live' | 'retired') =>
  manager.update(ContentVersion, { kind, id, number }, { state });

const changes = ({ added, revived, retired, linked }: PublicationPlan): boolean =>
  added.length + revived.length + retired.length + linked.length > 0;

const audit = (manager: EntityManager, { added, revived, retired, linked, heldBack }: PublicationPlan) =>
  recordAudit(manager, {
    actorId: null,
    action: 'content.published',
    subjectKind: 'content',
    subjectId: author.source,
    detail: {
      added: added.length,
      revived: revived.length,
      retired: retired.length,
      linked: linked.length,
      heldBack: heldBack.map(({ kind, id }) => `${kind} ${id}`),
    },
  });
