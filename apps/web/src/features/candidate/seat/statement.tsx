import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Markdown } from '../../../components/markdown.tsx';
import { useLocalized } from '../../../lib/localized.ts';
import { pageQuery } from '../../../queries/pages.ts';

/** What is signed, as it is in force. */
export function Statement() {
  const text = useLocalized();
  const page = useQuery(pageQuery('application'));
  if (page.isPending) return <Loading lines={6} />;
  if (!page.data) return <ErrorState error={page.error} inline onRetry={() => void page.refetch()} />;
  return page.data.sections.map((section) => (
    <section key={section.id}>
      <h3>{text(section.title)}</h3>
      <Markdown>{text(section.text)}</Markdown>
    </section>
  ));
}
