import type { Locale } from '@ennead/contracts';
import type * as Monaco from 'monaco-editor/editor';

export type MonacoApi = typeof Monaco;

let loading: Promise<MonacoApi> | null = null;

/** Fetches the editor once. It takes its own texts in the language that the page has at that moment. */
export function loadMonaco(locale: Locale): Promise<MonacoApi> {
  loading ??= load(locale).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(locale: Locale): Promise<MonacoApi> {
  // Monaco reads its dictionary while its modules run, so the dictionary has to come first.
  if (locale === 'zh-CN') await import('monaco-editor/nls/lang/zh-cn');
  const { monaco } = await import('./monaco.ts');
  return monaco;
}
