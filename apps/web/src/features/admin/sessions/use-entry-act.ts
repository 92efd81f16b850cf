import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';

/** An act on an entry that takes a reason of ten characters at least. */
export function useEntryAct(sessionId: string, path: string, done: string, onClose: () => void) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isTooShort = reason.trim().length < 10;
  const send = useAct({
    mutationFn: (input: object) => api.post(path, { ...input, reason: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['sessions', sessionId, 'entries'] });
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
    submit: (input: object | null) => {
      setTried(true);
      if (!isTooShort && input) send.mutate(input);
    },
    tried,
  };
}
