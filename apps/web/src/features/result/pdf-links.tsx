import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './result-page.module.css';
import { linkTo } from '../../lib/address-of.ts';

const languages = [
  ['zh-CN', 'certificate.pdfZh'],
  ['en', 'certificate.pdfEn'],
] as const;

/** The certificate as a document, in either language whatever the page's own. */
export function PdfLinks({ number }: { readonly number: string }) {
  const { t } = useTranslation('result');
  return (
    <>
      {languages.map(([locale, label]) => (
        <a
          key={locale}
          className={styles.download}
          href={linkTo('/api/credentials/:number/certificate.pdf', { number }, { locale })}
          hrefLang={locale}
          download
        >
          <Icon name="download" />
          {t(label)}
        </a>
      ))}
    </>
  );
}
