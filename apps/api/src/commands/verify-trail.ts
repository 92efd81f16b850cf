import { parseArgs } from 'node:util';
import { KeptSeal } from '@ennead/contracts/internal';
import { makeDataSource } from '@ennead/persistence';
import { z } from 'zod';
import { describeFault } from '../modules/audit/verify/trail-fault.ts';
import { verifyTrail } from '../modules/audit/verify/verify-trail.ts';

/** Verifies the seals of the audit trail, says what does not hold, and ends with 1 where anything does not. */
const { values } = parseArgs({ options: { from: { type: 'string' } } });
const kept = values.from === undefined ? null : KeptSeal.parse(values.from);
const { DATABASE_URL } = z.object({ DATABASE_URL: z.string().min(1) }).parse(process.env);

const db = await makeDataSource(DATABASE_URL, 1).initialize();
try {
  const { rows, erased, waiting, faults, newest } = await verifyTrail(db, kept, (fault) =>
    console.log(describeFault(fault)),
  );
  console.log(
    `${rows} rows sealed (detail erased: ${erased}), ${waiting} waiting for their seal, ${faults} faults.`,
  );
  console.log(newest.number === 0 ? 'There is no seal yet.' : `Newest seal: ${newest.number}:${newest.hash}`);
  process.exitCode = faults > 0 ? 1 : 0;
} finally {
  await db.destroy();
}
