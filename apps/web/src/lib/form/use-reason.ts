import { isReason, reasonLength } from '@ennead/contracts';
import { useState } from 'react';

/**
 * A reason as it is written, with what a text area needs for it. `take` says that somebody tried to go on, after which
 * the fault is shown, and gives the reason, or null while it is none.
 */
export function useReason(faultWords: string) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  return {
    tried,
    area: {
      value: text,
      maxLength: reasonLength.most,
      error: tried && !isReason(text) ? faultWords : null,
      onChange: ({ target }: { readonly target: { readonly value: string } }) => setText(target.value),
    },
    take: (): string | null => {
      setTried(true);
      return isReason(text) ? text.trim() : null;
    },
  };
}
