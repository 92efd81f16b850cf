import { placeLimits, type AccessOfSession, type SessionAccess } from '@ennead/contracts';
import { readWhole } from '../../../lib/whole-number.ts';

/** For whom a session is and how many can sit it, as it stands in the form; an address a line. */
export interface AccessPlan {
  readonly access: SessionAccess;
  readonly places: string;
  readonly confirms: boolean;
  readonly houses: readonly { readonly institutionId: string; readonly quota: string }[];
  readonly guests: string;
}

/** The form as it opens upon what stands. */
export const planOf = ({ access, places, confirms, houses, guests }: AccessOfSession): AccessPlan => ({
  access,
  places: places === null ? '' : String(places),
  confirms,
  houses: houses.map(({ institutionId, quota }) => ({
    institutionId,
    quota: quota === null ? '' : String(quota),
  })),
  guests: guests.join('\n'),
});

export const planAccess = (): AccessPlan => ({
  access: 'open',
  places: '',
  confirms: false,
  houses: [],
  guests: '',
});

/** A whole number of places; null where nothing is written, and undefined where that is none. */
function countOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const count = readWhole(text);
  return count !== null && count >= 1 && count <= placeLimits.places ? count : undefined;
}

/** Whether places or a quota can be sent as they are written. */
export const isCountFit = (text: string): boolean => countOf(text) !== undefined;

/** Addresses of a list as it was pasted: by lines, commas, semicolons or tabs, each once. */
export const addressesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;，；]+/u)
      .map((address) => address.trim().toLowerCase())
      .filter(Boolean),
  ),
];

/** Those of the list that are no address. What the server takes as one it says itself. */
export const wrongAddresses = (text: string): string[] =>
  addressesIn(text).filter((address) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address) || address.length > 254);

export const areGuestsFit = ({ guests }: AccessPlan): boolean => {
  const { length } = addressesIn(guests);
  return length > 0 && length <= placeLimits.guests && wrongAddresses(guests).length === 0;
};

/** What is sent; null while it is not fit to be. Of what another choice asked nothing is sent. */
export function toAccess(plan: AccessPlan): AccessOfSession | null {
  const { access, confirms } = plan;
  const places = countOf(plan.places);
  if (places === undefined) return null;
  const shared = { access, places, confirms };
  switch (access) {
    case 'open':
      return { ...shared, houses: [], guests: [] };
    case 'institutions': {
      const houses = plan.houses.map(({ institutionId, quota }) => ({
        institutionId,
        quota: countOf(quota),
      }));
      const isFit = (house: (typeof houses)[number]): house is AccessOfSession['houses'][number] =>
        house.quota !== undefined;
      const fit = houses.filter(isFit);
      return houses.length > 0 && fit.length === houses.length
        ? { ...shared, houses: fit, guests: [] }
        : null;
    }
    case 'list':
      return areGuestsFit(plan) ? { ...shared, houses: [], guests: addressesIn(plan.guests) } : null;
  }
}
