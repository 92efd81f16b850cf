import type { PortfolioView } from '@ennead/contracts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { SaveLine } from '../../components/save-line.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { ArtefactTray } from './artefact-tray.tsx';
import { ClaimsSection } from './claims-section.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ExperienceSection } from './experience-section.tsx';
import { PortfolioFrame } from './portfolio-frame.tsx';
import styles from './portfolio.module.css';
import { SubmitSection } from './submit-section.tsx';
import { useClosing } from './use-closing.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  readonly view: PortfolioView;
  /** Reads the draft from the server again and begins anew with it. */
  readonly onReload: () => Promise<void>;
}

const steps = ['artefacts', 'claims', 'experience', 'submit'] as const;

/** Where a draft is written: artefacts, a claim for each competency, experience, and the submission at the end. */
export function DraftEditor({ view, onReload }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const editing = useDraft(view);
  useClosing(view, { onLast: () => void editing.flush(), onClosed: () => void onReload() });
  const startOver = async () => {
    editing.discard();
    await onReload();
  };
  return (
    <PortfolioFrame view={view} lead={t('lead')}>
      <p className={styles.until}>
        <Icon name="clock" />
        {t('until', { time: format.dateTime(view.closesAt) })}
      </p>
      <div className={styles.bar}>
        <SaveLine state={editing.save} idle={t('idle')} />
        <nav aria-label={t('steps.label')}>
          <ul role="list" className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>
                <a href={`#${step}`}>{t(`steps.${step}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {editing.isRecovered && (
        <div className={styles.notice} role="status">
          <Icon name="info" />
          <span>{t('recovered')}</span>
          <Button size="small" onClick={() => void startOver()}>
            {t('recoveredDo')}
          </Button>
        </div>
      )}
      <div className={styles.notice}>
        <Icon name="eyeOff" />
        <div>
          <strong>{t('blind.title')}</strong>
          <p>{t('blind.text')}</p>
        </div>
      </div>
      <div className={styles.columns}>
        <ArtefactTray view={view} draft={editing.draft} />
        <div className={styles.main}>
          <ClaimsSection view={view} editing={editing} />
          <ExperienceSection view={view} editing={editing} />
          <SubmitSection view={view} editing={editing} />
        </div>
      </div>
      <ConflictDialog editing={editing} onReload={startOver} />
    </PortfolioFrame>
  );
}
