import { messageLifecycle, type ErasedKind } from '@ennead/contracts';
import { stateList } from '../../lifecycle/state-column.ts';

/** At most so many rows of a kind at once, so that nobody waits long for what is being erased. */
const most = 5_000;

/** Of each kind, which rows are over before `ended`: the table, its key, and the condition. */
const over: Readonly<Record<ErasedKind, { table: string; key: string; where: string }>> = {
  letters: {
    table: 'message',
    key: 'id',
    where: `queued_at < ended AND state NOT IN (${stateList(messageLifecycle, 'queued', 'sending')})`,
  },
  'one-time-links': {
    table: 'one_time_link',
    key: 'token_hash',
    where: 'expires_at < ended AND coalesce(used_at, expires_at) < ended',
  },
  guesses: { table: 'guess', key: 'counted', where: 'last_at < ended' },
  // Their ends are written by the machine's own clock.
  'log-ins': { table: 'web_session', key: 'sid', where: 'expire < ended AND expire < now()' },
};

const cases = Object.entries(over).map(
  ([kind, { table, key, where }]) => `WHEN '${kind}' THEN
        DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${where} LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
);

/**
 * The only way by which the worker erases: it takes nothing, so whoever has the worker's role can erase no more, and nothing
 * sooner, than the scheme in force says. What a decision rests on is in none of these tables.
 */
export const erasure = [
  `CREATE FUNCTION erase_over() RETURNS TABLE (kind text, count int)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE rule jsonb; ended timestamptz; BEGIN
    FOR rule IN SELECT jsonb_array_elements(scheme #> '{rules,retention,erased}') FROM scheme_in_force
      WHERE jsonb_typeof(scheme #> '{rules,retention,erased}') = 'array' LOOP
      kind := rule ->> 'kind';
      ended := clock() - make_interval(days => greatest(1, (rule ->> 'days')::int));
      CASE kind
      ${cases.join(';\n      ')};
      ELSE CONTINUE; END CASE;
      GET DIAGNOSTICS count = ROW_COUNT;
      IF count > 0 THEN RETURN NEXT; END IF;
    END LOOP; END $$`,
  'REVOKE ALL ON FUNCTION erase_over() FROM PUBLIC',
];
