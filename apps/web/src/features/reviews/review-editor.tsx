import type { ReviewView } from '@ennead/contracts';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { usePageTitle } from '../../lib/page-title.ts';
import { Comparison } from './comparison.tsx';
import { DoneBanner } from './done-banner.tsx';
import { HandBackDialog } from './hand-back-dialog.tsx';
import { ProblemDialog } from './problem-dialog.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { listPath } from './use-kind.ts';
import { ReviewHead } from './review-head.tsx';
import styles from './reviews.module.css';
import { RubricPanel } from './rubric-panel.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SubmissionPanel } from './submission-panel.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { countMarked } from './total.ts';
import { useMarks } from './use-marks.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Marking one script; every step of it has a key. */
export function ReviewEditor({ view }: { readonly view: ReviewView }) {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  const marking = useMarks(view);
  const { criteria } = view.rubric;
  const [current, setCurrent] = useState(() => {
    const unmarked = criteria.findIndex(({ id }) => !marking.marks[id]);
    return Math.max(0, unmarked);
  });
  const [dialog, setDialog] = useState<'keys' | 'submit' | 'hand-back' | 'problem' | null>(null);
  const panel = useRef<HTMLElement>(null);
  const isOpen = view.state === 'assigned';
  const isHeld = view.problem?.answeredAt === null;
  const isComplete = countMarked(view.rubric, marking.marks) === criteria.length;
  usePageTitle(`${view.code} · ${t(view.kind === 'review' ? 'title' : 'adjudicationsTitle')}`);

  const goTo = (at: number) => {
    const next = Math.min(Math.max(at, 0), criteria.length - 1);
    setCurrent(next);
    focusPoints(panel.current, criteria[next]?.id);
  };
  useShortcuts({
    points: (points) => {
      const criterion = criteria[current];
      if (!isOpen || !criterion) return;
      marking.mark(criterion.id, points);
      focusPoints(panel.current, criterion.id);
    },
    next: () => goTo(current + 1),
    previous: () => goTo(current - 1),
    script: () => view.nextId && void navigate(`${listPath[view.kind]}/${view.nextId}`),
    submit: () => isOpen && isComplete && !isHeld && setDialog('submit'),
    help: () => setDialog('keys'),
  });

  return (
    <div className={styles.page}>
      <ReviewHead
        view={view}
        save={marking.save}
        onKeys={() => setDialog('keys')}
        onHandBack={() => setDialog('hand-back')}
        onProblem={() => setDialog('problem')}
      />
      {marking.isRecovered && (
        <p className={styles.notice} role="status">
          <Icon name="info" />
          <span>{t('recovered')}</span>
        </p>
      )}
      {view.problem && <ProblemNotice problem={view.problem} />}
      <div className={styles.columns}>
        <div className={styles.work}>
          {!isOpen && <DoneBanner view={view} />}
          {view.reviews.length === 2 && <Comparison view={view} />}
          <SubmissionPanel view={view} competency={criteria[current]?.competency ?? null} />
        </div>
        <RubricPanel
          ref={panel}
          view={view}
          marking={marking}
          current={current}
          onCurrent={setCurrent}
          onSubmit={() => setDialog('submit')}
        />
      </div>
      <ShortcutsDialog open={dialog === 'keys'} onClose={() => setDialog(null)} />
      <SubmitDialog
        open={dialog === 'submit'}
        view={view}
        marking={marking}
        onClose={() => setDialog(null)}
      />
      {dialog === 'hand-back' && (
        <HandBackDialog view={view} marking={marking} onClose={() => setDialog(null)} />
      )}
      {dialog === 'problem' && <ProblemDialog view={view} onClose={() => setDialog(null)} />}
    </div>
  );
}

/** Puts the focus on the points of a criterion once they are shown, so that the arrow keys move between them. */
function focusPoints(panel: HTMLElement | null, criterionId: string | undefined): void {
  requestAnimationFrame(() => {
    const radios = [...(panel?.querySelectorAll<HTMLInputElement>(`input[name="${criterionId}"]`) ?? [])];
    const radio = radios.find(({ checked }) => checked) ?? radios[0];
    radio?.focus({ preventScroll: true });
    radio?.closest('[data-criterion]')?.scrollIntoView({ block: 'nearest' });
  });
}
