import type { RosterRow } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTryText } from '../../../lib/try-text.ts';

/** What is wrong with a row of a roster, or what is to become of it. */
export function useRowWords(): (row: RosterRow) => readonly string[] {
  const { t } = useTranslation('institution');
  const format = useFormat();
  const tryText = useTryText();
  return ({ outcome, faults, earliestAt, next, storedName }) =>
    outcome === 'fault'
      ? faults.map((fault) =>
          t(`roster.fault.${fault}`, {
            time: earliestAt ? format.dateTime(earliestAt) : '',
            stored: storedName ?? '',
          }),
        )
      : [
          t(`roster.outcomeText.${outcome}`, { stored: storedName ?? '' }),
          ...(next ? [t('roster.again', { entry: tryText(next) })] : []),
          ...(storedName === null || outcome === 'renamed'
            ? []
            : [t('roster.stays', { stored: storedName })]),
        ];
}
