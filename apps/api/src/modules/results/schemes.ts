import { Injectable } from '@nestjs/common';
import type { Scheme, SchemeLevel } from '@ennead/contracts';
import { ContentBank } from '@ennead/persistence';
import type { Case } from '../enrolments/case.ts';

/** The rules of one case: the version of the scheme that its session was scheduled under. */
export type Rules = { readonly scheme: Scheme; readonly level: SchemeLevel };

/** Schemes as they read when a session was scheduled. */
@Injectable()
export class Schemes {
  constructor(private readonly bank: ContentBank) {}

  async rulesOf({ session, level: code }: Pick<Case, 'session' | 'level'>): Promise<Rules> {
    const scheme = await this.bank.scheme(session.schemeHash);
    const level = scheme.levels.find((one) => one.code === code);
    if (!level) throw new Error(`Scheme ${scheme.id} version ${scheme.version} has no level ${code}.`);
    return { scheme, level };
  }
}
