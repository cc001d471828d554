/** What a cluster was paid for each group-1 patient of its practices in a year, as far as is known. Not a promise. */
export const KNOWN_FUNDS = { year: 2025, orePerPatient: 365 } as const;

/** What a cluster can expect for so many patients, in øre, if the known rate still holds. */
export function expectedOre(patients: number): number {
  return patients * KNOWN_FUNDS.orePerPatient;
}

const MOST_PATIENTS = 1_000_000;

/** How many patients an address tells of: `48.200`, `48200`; null for none or for what no cluster has. */
export function patientsIn(written: string | null): number | null {
  const digits = (written ?? '').trim().replace(/[. ]/g, '');
  const patients = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
  return patients > 0 && patients <= MOST_PATIENTS ? patients : null;
}
