import type { ComposeInput, DimensionCode, LevelCode, Scheme } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { parseScoreCents } from '../../lib/parse-score.ts';
import { composedQuery } from '../../queries/standard.ts';
import { dimensionCodes } from './competency-filter.ts';
import { ComputedGrade } from './computed-grade.tsx';
import styles from './levels-page.module.css';

type Typed = Record<DimensionCode, string>;

/** Three scores in, composite and grade out, computed by the server's own rules. Nothing is stored. */
export function GradeCalculator({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('standard');
  const text = useLocalized();
  const [level, setLevel] = useState<LevelCode>('junior');
  const [typed, setTyped] = useState<Typed>({ knowledge: '80', skills: '70', practice: '60' });
  const weights = scheme.levels.find(({ code }) => code === level)?.weights;
  const isFaulty = (code: DimensionCode) =>
    typed[code].trim() !== '' && parseScoreCents(typed[code]) === null;
  const input: ComposeInput = {
    level,
    knowledgeCents: parseScoreCents(typed.knowledge),
    skillsCents: parseScoreCents(typed.skills),
    practiceCents: parseScoreCents(typed.practice),
  };
  const result = useQuery({
    ...composedQuery(input),
    enabled: !dimensionCodes.some(isFaulty),
  });

  return (
    <Card title={t('calculator.title')} className={styles.calculator}>
      <p className={styles.description}>{t('calculator.lead')}</p>
      <div className={styles.inputs}>
        <Select
          label={t('calculator.level')}
          hint={t('levels.gradeRange', gradeRange(scheme, level))}
          options={scheme.levels.map(({ code, name }) => ({ value: code, label: text(name) }))}
          value={level}
          onChange={setLevel}
        />
        {dimensionCodes.map((code) => (
          <TextField
            key={code}
            label={t(`common:dimension.${code}`)}
            hint={weights && t('calculator.weight', { weight: weights[code] })}
            inputMode="decimal"
            autoComplete="off"
            value={typed[code]}
            error={isFaulty(code) ? t('calculator.fault') : null}
            onChange={(event) => setTyped({ ...typed, [code]: event.target.value })}
          />
        ))}
      </div>
      {result.error && <ErrorState error={result.error} onRetry={() => void result.refetch()} inline />}
      <div role="status" className={styles.outcome}>
        {result.data && <ComputedGrade result={result.data} />}
      </div>
    </Card>
  );
}

function gradeRange(scheme: Scheme, level: LevelCode) {
  const grades = scheme.levels.find(({ code }) => code === level)?.cuts.map((cut) => cut.grade) ?? [];
  return { from: grades[0] ?? '', to: grades.at(-1) ?? '' };
}
