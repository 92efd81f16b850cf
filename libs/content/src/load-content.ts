import { basename } from 'node:path';
import type {
  ContentPage,
  Letter,
  LevelCode,
  PageId,
  RoleCode,
  Rubric,
  Scheme,
  StandardView,
} from '@ennead/contracts';
import { RoleCode as RoleCodes } from '@ennead/contracts';
import type { Blueprint, Item } from '@ennead/contracts/internal';
import { freeze } from '@ennead/domain';
import { checkBlueprints } from './check-blueprints.ts';
import { checkItems } from './check-items.ts';
import { checkLetters } from './check-letters.ts';
import { checkPages } from './check-pages.ts';
import { checkRubrics } from './check-rubrics.ts';
import { checkSchemes } from './check-schemes.ts';
import { checkStandard } from './check-standard.ts';
import type { Fault } from './fault.ts';
import { ContentFaults, sortFaults } from './fault.ts';
import { findMissingFolders } from './find-missing-folders.ts';
import { knownCompetencies } from './known-competencies.ts';
import type { LoadedLab } from './loaded-lab.ts';
import type { Bank } from './read-bank.ts';
import { readBank } from './read-bank.ts';
import { readLabs } from './read-labs.ts';

export interface LoadedItem {
  readonly item: Item;
  readonly role: RoleCode;
  readonly level: LevelCode;
  readonly topic: string;
}

/** All content of the project, valid and frozen. */
export interface Content {
  readonly standard: StandardView;
  readonly schemes: readonly Scheme[];
  readonly items: ReadonlyMap<string, LoadedItem>;
  readonly blueprints: ReadonlyMap<string, Blueprint>;
  readonly rubrics: ReadonlyMap<string, Rubric>;
  readonly letters: readonly Letter[];
  readonly labs: ReadonlyMap<string, LoadedLab>;
  readonly pages: ReadonlyMap<PageId, ContentPage>;
}

export interface ContentPlaces {
  readonly questionBankDir: string;
  readonly labsDir: string;
}

/**
 * Reads and checks everything below the two folders.
 * @throws ContentFaults with every fault at once: file, line, what is wrong and what to do; where a folder is missing,
 *   that and nothing else
 */
export async function loadContent({ questionBankDir, labsDir }: ContentPlaces): Promise<Content> {
  const faults: Fault[] = await findMissingFolders([questionBankDir, labsDir]);
  if (faults.length > 0) throw new ContentFaults(sortFaults(faults));
  const prefix = `${basename(questionBankDir)}/`;
  const bank = await readBank(questionBankDir, prefix, faults);
  const known = knownCompetencies(bank);
  const labs = await readLabs(labsDir, `${basename(labsDir)}/`, known, faults);
  faults.push(
    ...checkStandard(bank, prefix),
    ...checkSchemes(bank, prefix),
    ...checkItems(bank, known),
    ...checkBlueprints(bank, known),
    ...checkRubrics(bank, known),
    ...checkLetters(bank, prefix),
    ...checkPages(bank, prefix),
  );
  const standard = bank.standards.parsed[0]?.value;
  if (faults.length > 0 || !standard) throw new ContentFaults(sortFaults(faults));
  return toContent(bank, standard, labs);
}

function toContent(bank: Bank, standard: StandardView['standard'], labs: readonly LoadedLab[]): Content {
  const values = <T>(shelf: { readonly parsed: readonly { readonly value: T }[] }) =>
    shelf.parsed.map(({ value }) => value);
  const roles = values(bank.roles).sort(
    (a, b) => RoleCodes.options.indexOf(a.code) - RoleCodes.options.indexOf(b.code),
  );
  const items = values(bank.topics).flatMap(({ role, level, topic, items: written }) =>
    written.map((item): LoadedItem => ({ item, role, level, topic })),
  );
  return freeze({
    standard: { standard, roles },
    schemes: values(bank.schemes),
    items: byId(items, ({ item }) => item.id),
    blueprints: byId(values(bank.blueprints), ({ id }) => id),
    rubrics: byId(values(bank.rubrics), ({ id }) => id),
    letters: values(bank.letters),
    labs: byId(labs, ({ lab }) => lab.id),
    pages: byId(values(bank.pages), ({ id }) => id),
  });
}

const byId = <T, Id extends string>(all: readonly T[], idOf: (one: T) => Id): ReadonlyMap<Id, T> =>
  new Map(all.map((one) => [idOf(one), freeze(one)]));
