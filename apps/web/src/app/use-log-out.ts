import { useState } from 'react';
import { forgetWork, holdsUnsent } from '../lib/kept-work.ts';
import { useAct } from '../lib/use-act.ts';
import { logOut } from '../queries/identity.ts';

/** Logging out, which asks first where this browser keeps work that has not reached the server. */
export function useLogOut(onError: (error: Error) => void) {
  const [asking, setAsking] = useState(false);
  const { mutate: leave, isPending } = useAct({
    mutationFn: () => logOut(),
    onSuccess: () => {
      forgetWork(localStorage);
      // A new document: nothing of this person stays in memory.
      window.location.assign('/');
    },
    onError,
  });
  return {
    asking,
    isPending,
    ask: () => (holdsUnsent(localStorage) ? setAsking(true) : leave()),
    leave,
    stay: () => setAsking(false),
  };
}
