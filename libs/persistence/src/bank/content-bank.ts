import type { LevelCode, RoleCode } from '@ennead/contracts';
import { type BodyKind, type InForceKind, shelfOf } from '@ennead/contracts/internal';
import { freeze, hashBytes } from '@ennead/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { BodyCache, type Weighed } from './body-cache.ts';
import { type BodyOf, bodySchemas } from './body-schemas.ts';
import { ContentFault } from './content-fault.ts';

/** A live version: what is offered from now on. */
export interface LivePiece {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly publishedAt: Date;
}

const cacheBytes = 64 * 1024 * 1024;

/**
 * What was published, by hash: whole, checked and never changing. Which shelves a process can read is settled by the
 * grants of its database role. Bodies are frozen, for everybody who asks gets the same.
 */
export class ContentBank {
  private readonly cache: BodyCache;

  constructor(
    private readonly db: DataSource,
    maxCacheBytes = cacheBytes,
  ) {
    this.cache = new BodyCache(maxCacheBytes);
  }

  /**
   * @param db where somebody asks within a transaction, who must not wait for a second connection
   * @throws ContentFault naming kind and hash, where the body is not there or not what its hash says
   */
  body<Kind extends BodyKind>(
    kind: Kind,
    hash: string,
    db: Pick<EntityManager, 'query'> = this.db,
  ): Promise<BodyOf<Kind>> {
    return this.cache.get(`${kind} ${hash}`, () => this.read(kind, hash, db));
  }

  standard = (hash: string) => this.body('standard', hash);
  scheme = (hash: string) => this.body('scheme', hash);
  rubric = (hash: string) => this.body('rubric', hash);
  lab = (hash: string) => this.body('lab', hash);
  starter = (hash: string) => this.body('starter', hash);
  environment = (hash: string) => this.body('environment', hash);
  visible = (hash: string) => this.body('visible', hash);
  plan = (hash: string) => this.body('plan', hash);
  letter = (hash: string) => this.body('letter', hash);
  question = (hash: string) => this.body('question', hash);
  page = (hash: string) => this.body('page', hash);
  key = (hash: string) => this.body('key', hash);
  secrets = (hash: string) => this.body('secrets', hash);

  /** The live versions of a kind, by id; of one role and level where they are given. */
  live(kind: BodyKind, place?: { role: RoleCode; level: LevelCode }): Promise<LivePiece[]> {
    return this.db.query(
      `SELECT id, number, hash, published_at AS "publishedAt" FROM content_version
       WHERE kind = $1 AND state = 'live' AND ($2::text IS NULL OR (role = $2 AND level = $3)) ORDER BY id`,
      [kind, place?.role ?? null, place?.level ?? null],
    );
  }

  /**
   * What holds for each of these bodies, by their hashes; a scope's own goes before what holds everywhere.
   *
   * @param db where somebody asks within a transaction, who must not wait for a second connection
   */
  async inForceOf(
    ofHashes: readonly string[],
    kind: InForceKind,
    scope = 'all',
    db: Pick<EntityManager, 'query'> = this.db,
  ): Promise<ReadonlyMap<string, string>> {
    const rows: { ofHash: string; hash: string }[] = await db.query(
      `SELECT DISTINCT ON (of_hash) of_hash AS "ofHash", hash FROM in_force
       WHERE of_hash = ANY ($1) AND kind = $2 AND scope IN ('all', $3) ORDER BY of_hash, scope = 'all'`,
      [ofHashes, kind, scope],
    );
    return new Map(rows.map(({ ofHash, hash }) => [ofHash, hash]));
  }

  /** What holds for one body; null where nothing does. */
  async inForce(ofHash: string, kind: InForceKind, scope?: string): Promise<string | null> {
    return (await this.inForceOf([ofHash], kind, scope)).get(ofHash) ?? null;
  }

  private async read<Kind extends BodyKind>(
    kind: Kind,
    hash: string,
    db: Pick<EntityManager, 'query'>,
  ): Promise<Weighed<BodyOf<Kind>>> {
    const [row]: { bytes: Buffer }[] = await db.query(
      `SELECT bytes FROM body_${shelfOf[kind]} WHERE hash = $1`,
      [hash],
    );
    if (!row) throw new ContentFault('missing', kind, hash);
    if (hashBytes(row.bytes) !== hash) throw new ContentFault('altered', kind, hash);
    return { value: freeze(parse(kind, hash, row.bytes)), sizeBytes: row.bytes.length };
  }
}

const parse = <Kind extends BodyKind>(kind: Kind, hash: string, bytes: Buffer): BodyOf<Kind> => {
  try {
    return bodySchemas[kind].parse(JSON.parse(bytes.toString('utf8'))) as BodyOf<Kind>;
  } catch (fault) {
    throw new ContentFault('malformed', kind, hash, fault);
  }
};
