import { useEffect, useState } from 'react';
import { onAnnounce } from '../lib/announce.ts';

/** The live regions that `announce` speaks through; stands once, at the root. */
export function Announcer() {
  const [said, setSaid] = useState({ polite: '', assertive: '' });
  useEffect(
    () =>
      onAnnounce((text, politeness) =>
        // A trailing no-break space makes the same words twice in a row count as a change.
        setSaid((before) => ({
          ...before,
          [politeness]: before[politeness] === text ? `${text}\u00A0` : text,
        })),
      ),
    [],
  );
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {said.polite}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive">
        {said.assertive}
      </div>
    </>
  );
}
