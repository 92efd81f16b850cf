import { useState, type SubmitEvent } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { readWhole } from '../lib/whole-number.ts';
import { IconButton } from './button.tsx';
import styles from './table.module.css';

interface Props {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** One page back, one on, or to any by its number. */
export function TablePaging({ page, pages, onPage }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const go = () => {
    const asked = Math.min(Math.max(1, readWhole(draft ?? '') ?? page), pages);
    setDraft(null);
    if (asked !== page) onPage(asked);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    go();
  };
  return (
    <nav className={styles.paging} aria-label={t('table.paging')}>
      <IconButton
        icon="left"
        label={t('table.previousPage')}
        disabled={page === 1}
        onClick={() => onPage(page - 1)}
      />
      <form className={styles.place} onSubmit={submit}>
        <label>
          <span>{t('table.pageNumber')}</span>
          <input
            inputMode="numeric"
            size={Math.max(2, String(pages).length)}
            value={draft ?? page}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() => draft !== null && go()}
          />
        </label>
        <span>{t('table.ofPages', { pages })}</span>
      </form>
      <IconButton
        icon="right"
        label={t('table.nextPage')}
        disabled={page === pages}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  );
}
