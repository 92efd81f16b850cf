import type { ArtefactView, Competency } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import type { ClaimDraft } from './draft.ts';
import styles from './portfolio.module.css';

interface Props {
  readonly competency: Competency;
  readonly claim: ClaimDraft;
  readonly artefacts: readonly ArtefactView[];
  readonly maxLength: number;
  readonly onChange: (claim: ClaimDraft) => void;
}

/** From here on the room left is told. */
const nearlyFull = 400;

/** One competency: what the standard says, what the candidate claims, and what shows it. */
export function ClaimCard({ competency, claim, artefacts, maxLength, onChange }: Props) {
  const { t } = useTranslation('portfolio');
  const text = useLocalized();
  const isClaimed = claim.text.trim() !== '';
  const left = maxLength - claim.text.length;
  return (
    <Card
      headingLevel={3}
      title={<span id={`claim-${competency.id}`}>{text(competency.title)}</span>}
      aside={
        <StateMark tone={isClaimed ? 'good' : 'neutral'}>
          {t(isClaimed ? 'claims.done' : 'claims.open')}
        </StateMark>
      }
    >
      <p className={styles.standard}>{text(competency.text)}</p>
      <TextArea
        label={t('claims.text')}
        hint={t('claims.textHint', { max: maxLength })}
        rows={6}
        maxLength={maxLength}
        value={claim.text}
        onChange={(event) => onChange({ ...claim, text: event.target.value })}
      />
      {left < nearlyFull && <p className={styles.hint}>{t('claims.left', { count: left })}</p>}
      <fieldset className={styles.picks} aria-describedby={`claim-${competency.id}`}>
        <legend>{t('claims.artefacts')}</legend>
        {artefacts.length === 0 && <p className={styles.hint}>{t('claims.noArtefacts')}</p>}
        {artefacts.map(({ id, label, title }) => (
          <Checkbox
            key={id}
            label={
              <>
                <strong>{label}</strong> {title}
              </>
            }
            checked={claim.artefactIds.includes(id)}
            onChange={(event) =>
              onChange({
                ...claim,
                artefactIds: event.target.checked
                  ? [...claim.artefactIds, id]
                  : claim.artefactIds.filter((other) => other !== id),
              })
            }
          />
        ))}
      </fieldset>
    </Card>
  );
}
