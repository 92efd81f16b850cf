import { partLimits, type ContentChoice, type SessionChoice } from '@ennead/contracts';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Select } from '../../../components/select.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { usePartWords } from '../../../lib/part-words.ts';
import { withPlaces } from '../../../lib/place-parts.ts';
import styles from '../admin.module.css';
import {
  dimensionOf,
  isDateFit,
  partKinds,
  readyContents,
  unplanned,
  weightOf,
  withPart,
  type PlannedPart,
} from './plan-parts.ts';

interface Props {
  readonly choice: SessionChoice;
  readonly parts: readonly PlannedPart[];
  readonly onChange: (parts: readonly PlannedPart[]) => void;
  /** When the session opens and closes, as instants; null while that is not filled in. */
  readonly session: { readonly opensAt: string; readonly closesAt: string } | null;
  /** Whether somebody tried to send it: faults are shown from then on. */
  readonly checked: boolean;
}

/** What is examined: papers, labs and portfolios that are ready, each with its weight and, where wanted, its own end. */
export function PartsEditor({ choice, parts, onChange, session, checked }: Props) {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const words = usePartWords();
  const placed = withPlaces(
    parts.map((part) => ({ ...part, dimension: dimensionOf[part.kind], weight: weightOf(part) ?? 1 })),
  );
  const nameOf = ({ title, contentId, durationSec, itemCount }: ContentChoice) =>
    [
      text(title),
      itemCount === null ? null : t('common:part.items', { count: itemCount }),
      durationSec === null ? null : t('common:part.minutes', { count: Math.round(durationSec / 60) }),
      contentId,
    ]
      .filter(Boolean)
      .join(' · ');
  const list = useRef<HTMLOListElement>(null);
  const [shown, setShown] = useState<{ readonly at: number } | null>(null);
  // What was pressed may be gone: the focus goes to the part that came, or to the one before that which went.
  useEffect(() => {
    if (shown) list.current?.children[shown.at]?.querySelector('select')?.focus();
  }, [shown]);
  const add = (content: ContentChoice) => {
    const next = withPart(parts, content);
    onChange(next);
    setShown({ at: next.findLastIndex(({ kind }) => kind === content.kind) });
  };
  const remove = (at: number) => {
    onChange(parts.filter((_, index) => index !== at));
    setShown({ at: Math.max(0, at - 1) });
  };
  const change = (at: number, next: Partial<PlannedPart>) =>
    onChange(parts.map((part, index) => (index === at ? { ...part, ...next } : part)));

  return (
    <fieldset>
      <legend className={styles.legend}>{t('newSession.parts')}</legend>
      <ol ref={list} role="list" className={styles.parts}>
        {placed.map(({ place }, at) => {
          const part = parts[at]!;
          const title = words.title(place);
          const dateFault = checked && session && !isDateFit(part, session);
          return (
            <li key={`${part.kind} ${part.contentId}`} className={styles.part}>
              <Select
                label={title}
                value={part.contentId}
                onChange={(contentId) => change(at, { contentId })}
                options={readyContents(choice, part.kind)
                  .filter(
                    ({ contentId }) =>
                      contentId === part.contentId ||
                      !parts.some((other) => other.kind === part.kind && other.contentId === contentId),
                  )
                  .map((content) => ({ value: content.contentId, label: nameOf(content) }))}
              />
              {place.count > 1 && (
                <TextField
                  label={t('newSession.weight', { part: title })}
                  hint={words.counts(place)}
                  inputMode="numeric"
                  value={part.weight}
                  error={checked && weightOf(part) === null ? t('newSession.weightFault') : null}
                  onChange={(event) => change(at, { weight: event.target.value })}
                />
              )}
              <TextField
                label={t('newSession.partCloses', { part: title })}
                hint={t(
                  part.kind === 'portfolio' ? 'newSession.partClosesLater' : 'newSession.partClosesHint',
                )}
                required={false}
                type="datetime-local"
                value={part.closesAt}
                error={dateFault ? t('newSession.partClosesFault') : null}
                onChange={(event) => change(at, { closesAt: event.target.value })}
              />
              {place.count > 1 && (
                <Button tone="quiet" size="small" icon="trash" onClick={() => remove(at)}>
                  {t('newSession.removePart', { part: title })}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles.acts}>
        {partKinds.map((kind) => {
          const [next] = unplanned(choice, parts, kind);
          return next && parts.length < partLimits.count ? (
            <Button key={kind} size="small" icon="plus" onClick={() => add(next)}>
              {t(`newSession.addPart.${kind}`)}
            </Button>
          ) : null;
        })}
      </div>
    </fieldset>
  );
}
