import type { Random } from './random';

const AREA_CODES = ['305', '407', '617', '212', '713', '201', '213', '404', '312', '704', '215', '303', '615', '801', '571', '203', '240'];

/** A phone number of the range that is kept free for fiction (555-0100 to 555-0199). */
export function phoneNumber(random: Random): string {
  return `+1${random.pick(AREA_CODES)}55501${String(random.int(0, 99)).padStart(2, '0')}`;
}
