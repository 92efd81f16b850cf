import type { SessionToEnter } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFormat } from './format.ts';

/** What somebody who chooses a session has to know of it: why it cannot be entered, or what has closed and what soon will. */
export function useEnteringText(): (session: SessionToEnter) => string[] {
  const { t } = useTranslation('tries');
  const format = useFormat();
  const dimensionOf = (part: Pick<SessionToEnter['parts'][number], 'dimension'>) =>
    t(`common:dimension.${part.dimension}`);
  return ({ entering, parts, closesSoon, closesAt }) => {
    if (entering.kind === 'refused') {
      if (entering.code === 'SESSION_ENTERED_BEFORE') return [t('session.enteredBefore')];
      if ('earliestAt' in entering)
        return [t('session.tooEarly', { time: format.dateTime(entering.earliestAt) })];
      if (entering.code === 'SESSION_NOT_FOR_YOU') return [t('session.notForYou')];
      if (entering.code === 'SESSION_FULL') return [t('session.full')];
      const time = format.dateTime(entering.closesAt);
      if (entering.code === 'SESSION_NOT_OPEN_FOR_ENTRY') return [t('session.over', { time })];
      return [t('session.partClosed', { dimension: dimensionOf(entering), time })];
    }
    const closed = parts.filter(({ isClosed }) => isClosed);
    const closing = parts.filter(
      (part) => part.closesSoon && !(closesSoon && Date.parse(part.closesAt) >= Date.parse(closesAt)),
    );
    return [
      ...new Set([
        ...(closesSoon ? [t('session.closesSoon', { time: format.dateTime(closesAt) })] : []),
        ...closing.map((part) =>
          t('session.partClosesSoon', {
            dimension: dimensionOf(part),
            time: format.dateTime(part.closesAt),
          }),
        ),
        ...closed.map((part) => t('session.closedPart', { dimension: dimensionOf(part) })),
      ]),
    ];
  };
}
