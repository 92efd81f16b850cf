import type { ReactNode } from 'react';
import { GradeMark } from '../components/grade-mark.tsx';
import styles from './message-page.module.css';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly detail?: string;
  readonly children: ReactNode;
}

/** A page that only says something: what happened, what is safe, and the ways on. */
export function MessagePage({ title, lead, detail, children }: Props) {
  return (
    <div className={styles.page}>
      <GradeMark grade={null} size="large" label="" />
      <h1>{title}</h1>
      <p className={styles.lead}>{lead}</p>
      {detail && <code className={styles.detail}>{detail}</code>}
      <div className={styles.ways}>{children}</div>
    </div>
  );
}
