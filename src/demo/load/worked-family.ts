import { momentAt } from '../../platform/clock/clock';
import type { SubjectKey } from '../../platform/sealing/sealing.service';
import type { DemoFamily, DemoWork } from '../cases/case-stories';

/** A family that said yes, with the key that seals its case. */
export type WorkedFamily = DemoFamily & { work: DemoWork; key: SubjectKey };

/** A moment in the working day of a family's site. */
export function inTheDay({ timeZone }: Pick<DemoFamily, 'timeZone'>, date: string, time = '15:30'): Date {
  return momentAt(date, time, timeZone);
}
