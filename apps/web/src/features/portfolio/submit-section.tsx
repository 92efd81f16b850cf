import type { Missing, PortfolioView } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { OpenCarryNote } from '../../components/open-carry-note.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { announce } from '../../lib/announce.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useAct } from '../../lib/use-act.ts';
import { submitPortfolio } from '../../queries/portfolios.ts';
import { countUses, findMissing } from './draft.ts';
import styles from './portfolio.module.css';
import { useChangePortfolio } from './change-portfolio.ts';
import type { DraftEditing } from './use-draft.ts';

interface Props {
  readonly view: PortfolioView;
  readonly editing: DraftEditing;
}

/** What is still missing, what could be better, and the one button that ends the editing. */
export function SubmitSection({ view, editing }: Props) {
  const { t } = useTranslation('portfolio');
  const change = useChangePortfolio();
  const [asking, setAsking] = useState(false);
  const { draft } = editing;
  const missing = findMissing(draft, view);
  const unused = view.artefacts.filter(({ id }) => countUses(draft, id) === 0).length;
  const submit = useAct({
    mutationFn: async () => {
      if (!(await editing.flush())) throw new ApiProblem({ status: 0, code: 'NETWORK' });
      return submitPortfolio(view.id);
    },
    onSuccess: (submitted) => {
      change(() => submitted);
      announce(t('submit.submitted'));
      window.scrollTo({ top: 0 });
    },
  });
  return (
    <section className={styles.section} aria-labelledby="submit">
      <h2 id="submit">{t('submit.title')}</h2>
      <Card>
        {missing.length > 0 ? <MissingList missing={missing} view={view} /> : <p>{t('submit.ready')}</p>}
        {draft.experience.trim() === '' && <Advice text={t('submit.noExperience')} />}
        {unused > 0 && <Advice text={t('submit.unused', { count: unused })} />}
        <OpenCarryNote entryId={view.entryId} />
        <div>
          <Button tone="primary" disabled={missing.length > 0} onClick={() => setAsking(true)}>
            {t('submit.button')}
          </Button>
        </div>
      </Card>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => submit.mutate()}
        title={t('submit.confirmTitle')}
        confirmLabel={t('submit.confirm')}
        busy={submit.isPending}
        error={submit.error}
      >
        <p>{t('submit.confirmText')}</p>
        <p>
          <strong>
            {t('submit.summary', { claims: view.competencies.length, artefacts: view.artefacts.length })}
          </strong>
        </p>
      </ConfirmDialog>
    </section>
  );
}

function MissingList({
  missing,
  view,
}: {
  readonly missing: readonly Missing[];
  readonly view: PortfolioView;
}) {
  const { t } = useTranslation('portfolio');
  const text = useLocalized();
  const titleOf = (competency: string) => {
    const found = view.competencies.find(({ id }) => id === competency);
    return found ? text(found.title) : competency;
  };
  return (
    <div className={styles.missing}>
      <h3>{t('submit.missingTitle')}</h3>
      <ul>
        {missing.map((one) =>
          one.kind === 'claim' ? (
            <li key={one.competency}>
              <a href={`#claim-${one.competency}`}>
                {t('submit.missingClaim', { title: titleOf(one.competency) })}
              </a>
            </li>
          ) : (
            <li key="artefact">
              <a href="#artefacts">{t('submit.missingArtefact')}</a>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}

function Advice({ text }: { readonly text: string }) {
  return (
    <p className={styles.advice}>
      <Icon name="info" size={16} />
      <span>{text}</span>
    </p>
  );
}
