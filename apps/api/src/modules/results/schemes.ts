import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { StoredScheme, type Scheme, type SchemeLevel } from '@ennead/contracts';
import { ContentVersion } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Case } from './case.ts';

/** The rules of one case: the version of the scheme that its session was scheduled under. */
export type Rules = { readonly scheme: Scheme; readonly level: SchemeLevel };

/** Schemes as they read when a session was scheduled. A version never changes, so each is read once. */
@Injectable()
export class Schemes {
  private readonly kept = new Map<string, Promise<Scheme>>();

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async rulesOf({ session, level: code }: Pick<Case, 'session' | 'level'>): Promise<Rules> {
    const scheme = await this.find(session.scheme_hash);
    const level = scheme.levels.find((one) => one.code === code);
    if (!level) throw new Error(`Scheme ${scheme.id} version ${scheme.version} has no level ${code}.`);
    return { scheme, level };
  }

  private find(hash: string): Promise<Scheme> {
    const known = this.kept.get(hash);
    if (known) return known;
    const scheme = this.read(hash);
    scheme.catch(() => this.kept.delete(hash));
    this.kept.set(hash, scheme);
    return scheme;
  }

  private async read(hash: string): Promise<Scheme> {
    const { body } = await this.db.manager.findOneByOrFail(ContentVersion, { kind: 'scheme', hash });
    return StoredScheme.parse(body);
  }
}
