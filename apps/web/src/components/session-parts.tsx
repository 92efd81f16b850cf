import type { SessionPartView } from '@ennead/contracts';
import { useSessionParts } from '../lib/session-parts.ts';
import styles from './session-parts.module.css';

/** What a session examines, part by part, with the content that it is made of. */
export function SessionParts({ parts }: { readonly parts: readonly SessionPartView[] }) {
  const describe = useSessionParts();
  return (
    <ul role="list" className={styles.parts}>
      {describe(parts).map(({ id, facts, contentId, content }) => (
        <li key={id}>
          {facts} {content && <code title={contentId}>{content}</code>}
        </li>
      ))}
    </ul>
  );
}
