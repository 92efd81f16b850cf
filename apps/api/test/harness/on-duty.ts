import type { DataSource } from 'typeorm';

/** Assigns every registrar to every session that there is. */
export const putOnDuty = (db: DataSource): Promise<unknown> =>
  db.query(
    `INSERT INTO session_duty (exam_session_id, person_id)
     SELECT session.id, person.id FROM exam_session session CROSS JOIN person WHERE 'registrar' = ANY (person.roles)
     ON CONFLICT DO NOTHING`,
  );
