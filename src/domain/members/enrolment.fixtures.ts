import type { Row } from './enrolment.ts';

let people = 0;

/** A row of a member list: somebody new in a practice of their own, unless told otherwise. */
export function aRow(wish: Partial<Row> = {}): Row {
  const number = ++people;
  return {
    name: `Ny Person ${number}`,
    practice: `Nyklinikken ${number}`,
    number: String(70_000 + number).padStart(6, '0'),
    email: `ny${number}@ny.example`,
    kind: 'doctor',
    isLeftOut: false,
    ...wish,
  };
}
