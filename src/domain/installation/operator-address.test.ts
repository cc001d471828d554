import { expect, test } from 'vitest';
import { operatorAddressOf } from './operator-address.ts';

const senders: [string, boolean, string | null][] = [
  ['Klyngerum <klyngerum@enhed.example>', true, 'klyngerum@enhed.example'],
  ['drift@enhed.example', true, 'drift@enhed.example'],
  ['Klyngerum <klyngerum@localhost>', false, null],
  ['no-reply@enhed.example', true, null],
  ['noreply@enhed.example', true, null],
  ['Klyngerum <do-not-reply@enhed.example>', true, null],
  ['svar-ikke@enhed.example', true, null],
  ['nora@enhed.example', true, 'nora@enhed.example'],
];
test.each(senders)(
  'letters from %s, which leave: %s, are asked about at %s',
  (mailFrom, sendsMail, address) => {
    expect(operatorAddressOf({ mailFrom, sendsMail })).toBe(address);
  },
);
