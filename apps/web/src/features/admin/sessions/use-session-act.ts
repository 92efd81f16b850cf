import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useReason } from '../../../lib/form/use-reason.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { sessionEntriesQuery, sessionsQuery } from '../../../queries/sessions.ts';

/** An act on a session that takes a reason. */
export function useSessionAct<Input extends { readonly reason: string }>(
  sessionId: string,
  send: (input: Input) => Promise<unknown>,
  done: string,
  onClose: () => void,
) {
  const client = useQueryClient();
  const { t } = useTranslation('admin');
  const reason = useReason(t('excuse.reasonFault'));
  const act = useAct({
    mutationFn: send,
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries(sessionsQuery),
        client.invalidateQueries(sessionEntriesQuery(sessionId)),
      ]);
      toast(done);
      onClose();
    },
  });
  return {
    reason: reason.area,
    tried: reason.tried,
    busy: act.isPending,
    error: act.error,
    /** With whatever it takes beside its reason; null while that is missing. */
    submit: (rest: Omit<Input, 'reason'> | null) => {
      const why = reason.take();
      if (why !== null && rest) act.mutate({ ...rest, reason: why } as Input);
    },
  };
}
