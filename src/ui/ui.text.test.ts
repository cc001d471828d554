import { expect, test } from 'vitest';
import { faultOf, uiText } from './ui.text.ts';

test.for([
  [404, 'notFound'],
  [410, 'notFound'],
  [401, 'forbidden'],
  [403, 'forbidden'],
  [400, 'refused'],
  [409, 'refused'],
  [413, 'refused'],
  [422, 'patient'],
  [429, 'refused'],
  [500, 'failed'],
  [503, 'failed'],
] as const)('the error page of status %i is the one for %s', ([status, fault]) => {
  expect(faultOf(status)).toBe(fault);
});

test('the summary of errors counts in the singular and the plural', () => {
  expect(uiText.da.thingsToMend(1)).toBe('Ret 1 ting, og prøv igen');
  expect(uiText.en.thingsToMend(1)).toBe('Mend 1 thing and try again');
  expect(uiText.en.thingsToMend(3)).toBe('Mend 3 things and try again');
});
