import Mustache from 'mustache';

export type TemplateFault =
  | { readonly kind: 'unreadable'; readonly why: string }
  /** Something beside text and plain places: a section, a part, a comment. */
  | { readonly kind: 'not-a-place'; readonly value: string };

export type ReadTemplate = {
  /** The names of its places, each once, in their order. */
  readonly places: readonly string[];
  readonly faults: readonly TemplateFault[];
};

/** What a template has places for, and what stands in it that no letter may have. */
export const readTemplate = (template: string): ReadTemplate => {
  try {
    const tokens = Mustache.parse(template).map(([kind, value]) => [kind, value] as const);
    const named = tokens.filter(([kind]) => kind !== 'text');
    return {
      places: [...new Set(named.filter(([kind]) => kind === 'name').map(([, value]) => value))],
      faults: named
        .filter(([kind]) => kind !== 'name')
        .map(([, value]) => ({ kind: 'not-a-place', value }) as const),
    };
  } catch (fault) {
    return { places: [], faults: [{ kind: 'unreadable', why: (fault as Error).message }] };
  }
};
