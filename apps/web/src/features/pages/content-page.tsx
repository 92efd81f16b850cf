import type { ContentPageView, PageId } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { DateTime } from '../../components/date-time.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { Page } from '../../components/page.tsx';
import { RetentionTable } from '../../components/retention-table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { pageQuery } from '../../queries/pages.ts';
import { BodyCard } from './body-card.tsx';
import styles from './pages.module.css';

/** Sections from which a list of contents spares the reader scrolling. */
const fewSections = 4;

/** A page of the body, whose texts are content: help, contact, data notice, terms … */
export function ContentPage({ id }: { readonly id: PageId }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const page = useQuery(pageQuery(id));
  return (
    <Page
      width={id === 'privacy' ? 'full' : 'text'}
      title={page.data ? text(page.data.title) : t(`document.${id}`)}
      lead={page.data && text(page.data.lead)}
    >
      {page.isPending && <Loading lines={8} />}
      {page.error && !page.data && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {page.data && <Sections page={page.data} />}
    </Page>
  );
}

function Sections({ page }: { readonly page: ContentPageView }) {
  const { t } = useTranslation('pages');
  const text = useLocalized();
  useGoToSection();
  return (
    <>
      {page.id === 'contact' && <BodyCard body={page.body} />}
      {page.sections.length > fewSections && (
        <nav aria-label={t('contents')}>
          <ul role="list" className={styles.contents}>
            {page.sections.map((section) => (
              <li key={section.id}>
                <Link to={`#${section.id}`}>{text(section.title)}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {page.sections.map((section) => (
        <section key={section.id} id={section.id} className={styles.section} tabIndex={-1}>
          <h2>{text(section.title)}</h2>
          <Markdown>{text(section.text)}</Markdown>
        </section>
      ))}
      {page.retention.length > 0 && (
        <section id="retention" className={styles.section} tabIndex={-1}>
          <h2>{t('retention')}</h2>
          <RetentionTable rows={page.retention} />
        </section>
      )}
      <p className={styles.version}>
        {t('version', { version: page.version })} <DateTime instant={page.publishedAt} show="date" />
      </p>
    </>
  );
}

/** The texts come after the page, so the browser has looked for the place in vain by then. */
function useGoToSection(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const section = document.getElementById(decodeURIComponent(hash.slice(1)));
    section?.scrollIntoView();
    section?.focus({ preventScroll: true });
  }, [hash]);
}
