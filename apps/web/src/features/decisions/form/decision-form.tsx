import type { Evidence, EvidenceView } from '@ennead/contracts';
import { experienceLimits, formatComposite, reasonLength } from '@ennead/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { LeaveGuard } from '../../../components/leave-guard.tsx';
import { RadioCards, type RadioCard } from '../../../components/radio-cards.tsx';
import { TextArea, TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { focusFirstFault } from '../../../lib/focus-first-fault.ts';
import { useFormat } from '../../../lib/format.ts';
import { gradeOf } from '../../../lib/grade-of.ts';
import { useLocalized } from '../../../lib/localized.ts';
import styles from '../case-page.module.css';
import { WithdrawButton } from '../decided/withdraw-button.tsx';
import { Step } from '../steps/step.tsx';
import {
  checkDecision,
  emptyDraft,
  isFilledIn,
  leavesOutExperience,
  type Draft,
  type Fault,
} from './check-decision.ts';
import { ConfirmDecision } from './confirm-decision.tsx';

interface Props {
  readonly view: EvidenceView;
  readonly evidence: Evidence;
}

/** The decision with its reason, at the end of the evidence. */
export function DecisionForm({ view, evidence }: Props) {
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  const { experience } = evidence.scheme.level;
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const checked = checkDecision(draft, experience.years);
  const has = (fault: Fault) => tried && !checked.ok && checked.faults.has(fault);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (checked.ok) setAsking(true);
    else if (checked.faults.has('outcome'))
      event.currentTarget.querySelector<HTMLElement>('input[type=radio]:enabled')?.focus();
    else focusFirstFault(event.currentTarget);
  };

  return (
    <Step code="decision">
      <InEffect view={view} />
      {evidence.heldAgain && view.decision?.outcome === 'withdraw' && (
        <p>
          {t('form.heldAgain', {
            try: t('common:entry.number', { number: evidence.heldAgain.number }),
            grade: evidence.heldAgain.grade,
          })}
        </p>
      )}
      {evidence.needsSecondPerson && <p>{t('form.secondPerson')}</p>}
      <form className={styles.form} noValidate onSubmit={submit}>
        <RadioCards
          legend={t('form.outcome')}
          cards={useOutcomes(view, evidence)}
          value={draft.outcome}
          onChange={(outcome) => change({ outcome })}
          error={has('outcome') ? t('form.outcomeFault') : null}
        />
        <Checkbox
          label={t('form.met')}
          hint={t('form.metHint', { text: text(experience.text) })}
          checked={draft.met}
          error={has('met') ? t('form.metFault') : null}
          onChange={(event) => change({ met: event.target.checked })}
        />
        <TextField
          label={t('form.years')}
          hint={t(draft.outcome === 'refuse' ? 'form.yearsHintRefused' : 'form.yearsHint')}
          required={!leavesOutExperience(draft)}
          inputMode="decimal"
          autoComplete="off"
          value={draft.years}
          error={
            has('years')
              ? t('form.yearsFault')
              : has('short')
                ? t('form.yearsShort', { years: experience.years })
                : null
          }
          onChange={(event) => change({ years: event.target.value })}
        />
        <TextArea
          label={t('form.note')}
          hint={t('form.noteHint')}
          required={false}
          rows={2}
          maxLength={experienceLimits.noteLength}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        <TextArea
          label={t('form.reason')}
          hint={t('form.reasonHint')}
          rows={5}
          maxLength={reasonLength.most}
          value={draft.reason}
          error={has('reason') ? t('form.reasonFault') : null}
          onChange={(event) => change({ reason: event.target.value })}
        />
        <div>
          <Button type="submit" tone="primary" size="large">
            {t(evidence.needsSecondPerson ? 'form.propose' : 'form.submit')}
          </Button>
        </div>
      </form>
      <LeaveGuard
        active={isFilledIn(draft)}
        title={t('form.leave.title')}
        text={t('form.leave.text')}
        confirmLabel={t('form.leave.confirm')}
        cancelLabel={t('form.leave.stay')}
      />
      <ConfirmDecision
        view={view}
        grade={evidence.result.grade}
        proposes={evidence.needsSecondPerson}
        input={asking && checked.ok ? checked.input : null}
        onClose={() => setAsking(false)}
      />
    </Step>
  );
}

/** What holds while a reopened case is decided again. */
function InEffect({ view }: Pick<Props, 'view'>) {
  const { t } = useTranslation('decisions');
  const { decision } = view;
  if (!decision) return null;
  const grade = gradeOf(decision);
  if (decision.outcome === 'withdraw')
    return (
      <>
        <p>{t('form.standingWithdrawn', { grade })}</p>
        <p className={styles.written}>{decision.reason}</p>
      </>
    );
  return (
    <>
      <p>{t('form.standing', { outcome: t(`decided.${decision.outcome}`, { grade }) })}</p>
      {view.withdrawal && (
        <div>
          <WithdrawButton view={view} />
        </div>
      )}
    </>
  );
}

/** What may be decided, each with its reason; what may not says why. */
function useOutcomes({ decision }: EvidenceView, evidence: Evidence): RadioCard<'grant' | 'refuse'>[] {
  const { t } = useTranslation('decisions');
  const format = useFormat();
  const { result, obstacles, uponWithdrawn } = evidence;
  const composite = result.compositeTenThousandths;
  return [
    {
      value: 'grant',
      label: result.grade === null ? t('form.grantNone') : t('form.grant', { grade: result.grade }),
      text: obstacles.grant
        ? t(`form.whyNoGrant.${obstacles.grant}`, {
            tries: format.list(uponWithdrawn.map((number) => t('common:entry.number', { number }))),
            grade: decision?.grade ?? '',
          })
        : t('form.grantText', { composite: formatComposite(composite ?? 0) }),
      disabled: obstacles.grant !== null,
    },
    {
      value: 'refuse',
      label: t('form.refuse'),
      text: obstacles.refuse
        ? t(`form.whyNoRefusal.${obstacles.refuse}`, { grade: decision?.grade ?? '' })
        : t('form.refuseText'),
      disabled: obstacles.refuse !== null,
    },
  ];
}
