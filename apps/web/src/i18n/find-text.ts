import type { Locale } from '@ennead/contracts';

export interface Dictionary {
  readonly [key: string]: string | Dictionary;
}

export type TextValues = Readonly<Record<string, string | number>>;

const pluralRules: Record<Locale, Intl.PluralRules> = {
  'zh-CN': new Intl.PluralRules('zh-CN'),
  en: new Intl.PluralRules('en'),
};

/**
 * The text at a dotted path with its `{{values}}` filled in, or null. A `count` chooses between `key_one` and
 * `key_other` by the plural rules of the language (Unicode CLDR), where the dictionary has them.
 */
export function findText(
  dictionary: Dictionary,
  path: string,
  values: TextValues | undefined,
  locale: Locale,
): string | null {
  const count = values?.['count'];
  const plural =
    typeof count === 'number' ? at(dictionary, `${path}_${pluralRules[locale].select(count)}`) : null;
  const text = plural ?? at(dictionary, path) ?? at(dictionary, `${path}_other`);
  if (text === null) return null;
  return text.replace(/{{(\w+)}}/g, (whole, name: string) => {
    const value = values?.[name];
    return value === undefined ? whole : String(value);
  });
}

function at(dictionary: Dictionary, path: string): string | null {
  let found: string | Dictionary | undefined = dictionary;
  for (const part of path.split('.')) {
    if (typeof found !== 'object') return null;
    found = Object.hasOwn(found, part) ? found[part] : undefined;
  }
  return typeof found === 'string' ? found : null;
}
