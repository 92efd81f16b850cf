import type { Locale } from '@ennead/contracts';
import { useState } from 'react';
import { ButtonLink } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useChooseLocale } from '../../queries/choose-locale.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useMe, type Person } from '../../queries/me.ts';
import { LogIns } from './log-ins.tsx';
import { CloseAccount } from './close-account.tsx';
import { OwnAddress } from './own-address.tsx';
import { ChangePassword } from './change-password.tsx';
import { OwnAgreements } from './own-agreements.tsx';
import { OwnData } from './own-data.tsx';
import styles from './identity.module.css';
import { PasswordDue } from './password-due.tsx';
import { MailChoices } from './mail-choices.tsx';

export function AccountPage() {
  const { t, locale } = useTranslation('account');
  const { t: notices } = useTranslation('notices');
  const { person } = useMe();
  const chooseLocale = useChooseLocale();
  // Ahead of the page's language for as long as its texts are on their way.
  const [chosen, setChosen] = useState<Locale | null>(null);
  if (!person) return null;
  return (
    <Page width="text" title={t('account.title')} lead={t('account.lead')}>
      {person.passwordDue && (
        <Card title={t('link.reset')}>
          <PasswordDue email={person.email} />
        </Card>
      )}
      <Card title={t('account.who')}>
        <About person={person} />
        <OwnAddress person={person} />
      </Card>
      <Card title={t('account.language')}>
        <RadioCards
          legend={t('account.languageLegend')}
          value={chosen ?? locale}
          onChange={(next) => {
            setChosen(next);
            void chooseLocale(next).finally(() => setChosen(null));
          }}
          cards={[
            { value: 'zh-CN', label: <span lang="zh-CN">简体中文</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
        />
      </Card>
      <Card title={notices('choices.title')}>
        <MailChoices />
      </Card>
      <Card title={t('account.password')}>
        <ChangePassword email={person.email} />
      </Card>
      <Card title={t('agreements.title')}>
        <OwnAgreements />
      </Card>
      <Card title={t('secondFactor.title')}>
        <p>{t(person.secondFactor === 'set' ? 'secondFactor.isSet' : 'secondFactor.why')}</p>
        <p>
          <ButtonLink to="/account/second-factor">
            {t(person.secondFactor === 'set' ? 'secondFactor.look' : 'secondFactor.begin')}
          </ButtonLink>
        </p>
      </Card>
      <Card title={t('logIns.title')}>
        <LogIns />
      </Card>
      <Card title={t('data.title')}>
        <OwnData />
      </Card>
      {!person.passwordDue && person.roles.every((role) => role === 'candidate') && (
        <Card title={t('close.title')}>
          <CloseAccount email={person.email} />
        </Card>
      )}
    </Page>
  );
}

function About({ person }: { readonly person: Person }) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const localized = useLocalized();
  return (
    <dl className={styles.facts}>
      <dt>{t('field.name')}</dt>
      <dd>{person.name}</dd>
      {person.latinName && (
        <>
          <dt>{t('account.latinName')}</dt>
          <dd lang="en">{person.latinName}</dd>
        </>
      )}
      <dt>{t('field.email')}</dt>
      <dd>{person.email}</dd>
      <dt>{t('account.roles')}</dt>
      <dd>{format.list(person.roles.map((role) => t(`common:person.${role}`)))}</dd>
      {person.institution && (
        <>
          <dt>{t('account.institution')}</dt>
          <dd>{localized(person.institution.name)}</dd>
        </>
      )}
    </dl>
  );
}
