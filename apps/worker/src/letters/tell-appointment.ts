import { appointmentProposalLifecycle } from '@ennead/contracts';
import { birth } from '@ennead/domain';
import { queueMessage } from '@ennead/mail';
import { stateList } from '@ennead/persistence';
import { at, type Teller } from './teller.ts';

const open = stateList(appointmentProposalLifecycle, birth(appointmentProposalLifecycle, 'propose'));

type Row = { readonly personId: string; readonly askedAt: Date; readonly administratorId: string };

/** To whoever may answer a proposed appointment: each administrator but who proposed it and whom it is about. A letter names neither. */
export const tellAppointment: Teller = async (manager, _bank, id) => {
  const told: Row[] = await manager.query(
    `SELECT proposal.person_id AS "personId", proposal.asked_at AS "askedAt", administrator.id AS "administratorId"
     FROM appointment_proposal proposal JOIN person administrator ON 'administrator' = ANY (administrator.roles)
       AND administrator.disabled_at IS NULL AND administrator.id NOT IN (proposal.asked_by, proposal.person_id)
     WHERE proposal.id = $1 AND proposal.state = ${open} ORDER BY administrator.id`,
    [id],
  );
  for (const { personId, askedAt, administratorId } of told)
    await queueMessage(manager, {
      kind: 'appointment-waiting',
      to: { personId: administratorId },
      params: { at: at(askedAt) },
      about: { kind: 'person', id: personId },
      once: `appointment-waiting:${id}:${administratorId}`,
    });
};
