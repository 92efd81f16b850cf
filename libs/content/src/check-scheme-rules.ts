import { CaseAct, ErasedKind, isOwnWork, type ConflictKind, type Scheme } from '@ennead/contracts';
import { dimensions, isTimeZone } from '@ennead/domain';
import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import { findRepeats } from './find-repeats.ts';
import type { Parsed } from './read-yaml.ts';

/** A scheme's rules name a real zone and agree with one another, with the cuts and with the floors. */
export function checkSchemeRules(scheme: Parsed<Scheme>): Fault[] {
  const { timeZone } = scheme.value.rules;
  const zone = isTimeZone(timeZone)
    ? []
    : [
        faultAt(
          scheme,
          ['rules', 'timeZone'],
          `there is no time zone \`${timeZone}\``,
          'name a zone of the IANA database, such as Asia/Shanghai',
        ),
      ];
  return [
    ...zone,
    ...checkBoundary(scheme),
    ...checkCarryOver(scheme),
    ...checkValidity(scheme),
    ...checkImpartiality(scheme),
    ...checkRetention(scheme),
  ];
}

/** Where the strips around two cuts touch, every composite between them would be near a cut. */
function checkBoundary(scheme: Parsed<Scheme>): Fault[] {
  const { levels, rules } = scheme.value;
  const width = rules.boundary.compositeCents;
  const gaps = levels.flatMap(({ cuts }) =>
    cuts.slice(1).map((cut, index) => cut.compositeCents - cuts[index]!.compositeCents),
  );
  const least = Math.min(...gaps.filter((gap) => gap > 0));
  if (2 * width < least) return [];
  const message = `a width of ${width} leaves nothing between cuts that lie ${least} apart`;
  return [
    faultAt(scheme, ['rules', 'boundary', 'compositeCents'], message, 'make it less than half of that'),
  ];
}

function checkCarryOver(scheme: Parsed<Scheme>): Fault[] {
  const { levels, rules } = scheme.value;
  if (!rules.carryOver) return [];
  const { fromCents } = rules.carryOver;
  const faults: Fault[] = [];
  if (!rules.tries) {
    const fix = 'settle the tries, or carry nothing over';
    faults.push(
      faultAt(scheme, ['rules', 'carryOver'], 'scores carry over, but there is no further try', fix),
    );
  }
  const floor = Math.max(...levels.flatMap(({ floorCents }) => dimensions.map((one) => floorCents[one])));
  if (fromCents < floor) {
    const message = `scores carry over from ${fromCents}, under a floor of ${floor}`;
    const fix = 'let none carry over that lies under a floor';
    faults.push(faultAt(scheme, ['rules', 'carryOver', 'fromCents'], message, fix));
  }
  return faults;
}

function checkValidity(scheme: Parsed<Scheme>): Fault[] {
  const { validity } = scheme.value.rules;
  if (!validity || validity.renewalOpensMonths < validity.months) return [];
  const message = `a renewal opens ${validity.renewalOpensMonths} months before the end of ${validity.months}`;
  const fix = 'let it open after the term has begun';
  return [faultAt(scheme, ['rules', 'validity', 'renewalOpensMonths'], message, fix)];
}

/** What no scheme may leave open: on what is one's own, and on whom one is related to, nobody acts; who examined or trained never decides. */
const forEver: Readonly<Partial<Record<ConflictKind, readonly CaseAct[]>>> = {
  candidate: CaseAct.options,
  relative: CaseAct.options,
  trainer: ['decide'],
  assessor: ['decide', 'inspect'],
  moderator: ['decide', 'inspect'],
  'registrar-act': ['decide'],
};

/** Whoever asks to mark in spite of a tie knows whose script it is, and so does not mark it blind. */
const blind: readonly CaseAct[] = ['assign', 'mark', 'settle'];

function checkImpartiality(scheme: Parsed<Scheme>): Fault[] {
  const { bars } = scheme.value.rules.impartiality;
  const stuck = bars.findIndex(({ tie, from }) => from.some((act) => isOwnWork(tie, act)));
  if (stuck >= 0) {
    const message =
      'whoever has a script would be kept from marking it, or who looks into a case from deciding it';
    const fix =
      'bar assessors and moderators from neither mark nor settle, viewers and readers from nothing else, and registrars for what they did not from doing it again';
    return [faultAt(scheme, ['rules', 'impartiality', 'bars', stuck, 'from'], message, fix)];
  }
  const loose = bars.findIndex(({ tie, from, lifts }) =>
    lifts.some((act) => !from.includes(act) || blind.includes(act) || forEver[tie]?.includes(act)),
  );
  if (loose >= 0) {
    const message = 'a bar could be lifted that no exception may lift, or that is none';
    const fix =
      'lift none from what is marked blind, none that holds for ever by the standard, and only what the bar is from';
    return [faultAt(scheme, ['rules', 'impartiality', 'bars', loose, 'lifts'], message, fix)];
  }
  return Object.entries(forEver).flatMap(([tie, acts]) => {
    const barred = new Set(
      bars.filter((bar) => bar.tie === tie && bar.months === null).flatMap(({ from }) => from),
    );
    const open = acts.filter((act) => !barred.has(act));
    if (open.length === 0) return [];
    const message = `${tie} does not bar for ever from ${open.join(', ')}`;
    return [faultAt(scheme, ['rules', 'impartiality', 'bars'], message, 'add the bar, with months null')];
  });
}

/** Each kind has one period; and without a certificate nothing goes sooner than one would have run out. */
function checkRetention(scheme: Parsed<Scheme>): Fault[] {
  const { retention, validity } = scheme.value.rules;
  if (!retention) return [];
  const { basis, erased } = retention;
  const kinds = erased.map(({ kind }) => kind);
  const faults = findRepeats(
    'the kind',
    kinds.map((kind, at) => ({
      id: kind,
      source: scheme,
      path: ['rules', 'retention', 'erased', at, 'kind'],
    })),
  );
  const missing = ErasedKind.options.filter((kind) => !kinds.includes(kind));
  if (missing.length > 0) {
    const message = `nothing is said of ${missing.join(', ')}`;
    const fix = 'say for each kind after how many days it is erased';
    faults.push(faultAt(scheme, ['rules', 'retention', 'erased'], message, fix));
  }
  if (validity && basis.monthsWithoutCertificate < validity.months) {
    const message = `without a certificate records go after ${basis.monthsWithoutCertificate} months, a certificate holds for ${validity.months}`;
    const fix = 'keep them for one term at least';
    const path = ['rules', 'retention', 'basis', 'monthsWithoutCertificate'];
    faults.push(faultAt(scheme, path, message, fix));
  }
  return faults;
}
