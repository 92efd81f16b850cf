import { useEffect, useState } from 'react';
import { currentLocale } from '../../../i18n/i18n.ts';
import { usePageTheme } from '../page-theme.ts';
import { loadMonaco, type MonacoApi } from './load-monaco.ts';
import { applyMonacoTheme } from './monaco-theme.ts';

/** The editor's code once it is here, coloured as the page is; 'failed' when it could not be fetched. */
export function useMonaco(): MonacoApi | 'failed' | null {
  const [monaco, setMonaco] = useState<MonacoApi | 'failed' | null>(null);
  const theme = usePageTheme();

  useEffect(() => {
    let gone = false;
    loadMonaco(currentLocale()).then(
      (loaded) => !gone && setMonaco(loaded),
      () => !gone && setMonaco('failed'),
    );
    return () => {
      gone = true;
    };
  }, []);

  useEffect(() => {
    if (monaco && monaco !== 'failed') applyMonacoTheme(monaco);
  }, [monaco, theme]);

  return monaco;
}
