import { useTranslation } from '../i18n/use-translation.ts';
import { countSeveral, type KindOfPart } from './count-several.ts';

/** "2 papers", "2 labs": of which parts a session has more than the one that everybody expects. */
export function useSeveralParts(): (parts: readonly KindOfPart[]) => string[] {
  const { t } = useTranslation();
  return (parts) => countSeveral(parts).map(({ kind, count }) => t(`part.several.${kind}`, { count }));
}
