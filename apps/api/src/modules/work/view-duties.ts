import { DutyName, dutySilentAfterSec, type DutyView } from '@ennead/contracts';
import type { Duty } from '@ennead/persistence';

/** Every duty there is, also one that nobody has ever done. @param now by the database's clock */
export const viewDuties = (duties: readonly Duty[], now: Date): DutyView[] =>
  DutyName.options.map((name) => {
    const duty = duties.find((one) => one.name === name);
    const silentMs = duty ? now.getTime() - duty.ranAt.getTime() : Infinity;
    return {
      name,
      worker: duty?.worker ?? null,
      ranAt: duty?.ranAt.toISOString() ?? null,
      didAt: duty?.didAt?.toISOString() ?? null,
      failures: duty?.failures ?? 0,
      fault: duty && duty.failures > 0 ? duty.fault : null,
      silent: silentMs > dutySilentAfterSec * 1000,
    };
  });
