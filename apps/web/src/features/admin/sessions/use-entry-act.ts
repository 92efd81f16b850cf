import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { sessionEntriesQuery } from '../../../queries/sessions.ts';

/** An act on an entry that takes a reason of ten characters at least. */
export function useEntryAct<Input extends { readonly reason: string }>(
  sessionId: string,
  post: (input: Input) => Promise<unknown>,
  done: string,
  onClose: () => void,
) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isTooShort = reason.trim().length < 10;
  const send = useAct({
    mutationFn: post,
    onSuccess: async () => {
      await client.invalidateQueries(sessionEntriesQuery(sessionId));
      toast(done);
      onClose();
    },
  });
  return {
    reason,
    setReason,
    hasFault: tried && isTooShort,
    busy: send.isPending,
    error: send.error,
    /** With whatever it takes beside its reason; null while that is missing. */
    submit: (rest: Omit<Input, 'reason'> | null) => {
      setTried(true);
      if (!isTooShort && rest) send.mutate({ ...rest, reason: reason.trim() } as Input);
    },
    tried,
  };
}
