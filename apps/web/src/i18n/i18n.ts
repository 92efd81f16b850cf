import type { Locale } from '@ennead/contracts';
import { Store } from '../lib/store.ts';
import { findText, type Dictionary, type TextValues } from './find-text.ts';
import { readLocale, rememberLocale } from './locale.ts';
import type { Namespace } from './namespaces.ts';

const chunks = import.meta.glob<{ default: Dictionary }>('./{zh-CN,en}/*.ts');

/** What every page needs; the rest comes with the route that names it. */
const core: readonly Namespace[] = ['common', 'problems'];

const loaded = new Map<string, Dictionary>();
const loading = new Map<string, Promise<void>>();
const wanted = new Set<Namespace>(core);

/** The language the page is shown in. */
export const shownLocale = new Store<Locale>(readLocale());

export const currentLocale = shownLocale.get;

export const isLoaded = (namespace: Namespace): boolean => loaded.has(`${currentLocale()}/${namespace}`);

/** Fetches a namespace in the present language, once; from then on it comes along when the language changes. */
export function loadNamespace(namespace: Namespace): Promise<void> {
  wanted.add(namespace);
  return load(currentLocale(), namespace);
}

export const loadNamespaces = (namespaces: readonly Namespace[]): Promise<unknown> =>
  Promise.all(namespaces.map(loadNamespace));

export async function startI18n(): Promise<void> {
  document.documentElement.lang = currentLocale();
  await loadNamespaces(core);
}

/** Shows the page in another language; all texts in use are fetched first, so nothing flickers. */
export async function changeLocale(next: Locale): Promise<void> {
  rememberLocale(next);
  await Promise.all([...wanted].map((namespace) => load(next, namespace)));
  document.documentElement.lang = next;
  shownLocale.set(next);
}

/** The text of a key in the present language, or null. */
export function textOf(namespace: string, path: string, values?: TextValues): string | null {
  const locale = currentLocale();
  const dictionary = loaded.get(`${locale}/${namespace}`);
  return dictionary ? findText(dictionary, path, values, locale) : null;
}

function load(language: Locale, namespace: Namespace): Promise<void> {
  const key = `${language}/${namespace}`;
  const known = loading.get(key);
  if (known) return known;
  const chunk = chunks[`./${key}.ts`];
  if (!chunk) return Promise.reject(new Error(`There is no dictionary ${key}`));
  const promise = chunk().then(
    (module) => void loaded.set(key, module.default),
    (error: unknown) => {
      loading.delete(key);
      throw error;
    },
  );
  loading.set(key, promise);
  return promise;
}
