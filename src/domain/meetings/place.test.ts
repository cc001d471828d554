import { describe, expect, test } from 'vitest';
import { type Place, placeOf, type TypedPlace, typedOf, typedPlaceIn } from './place.ts';

const TYPED: TypedPlace = {
  place: 'Kulturhuset, lokale 2',
  address: 'Havnegade 3, Vestby',
  onlineUrl: 'https://moede.example/klynge',
  venueEmail: 'kok@kulturhus.example',
  venueCancelDays: '4',
};

describe('a place that is typed', () => {
  test('is read, with the mail in small letters and the days as a number', () => {
    const read = placeOf({ ...TYPED, venueEmail: 'Kok@Kulturhus.example' });
    expect(read).toEqual({ ...TYPED, venueCancelDays: 4 });
    expect(typedOf(read as Place)).toEqual(TYPED);
  });

  test('may be empty but for the days', () => {
    const empty = { place: '', address: '', onlineUrl: '', venueEmail: '', venueCancelDays: '0' };
    expect(placeOf(empty)).toEqual({ ...empty, venueCancelDays: 0 });
  });

  test('loses blanks around it and twice in a row', () => {
    const form = new FormData();
    form.set('place', '  Kulturhuset   lokale 2 ');
    expect(typedPlaceIn(form)).toMatchObject({ place: 'Kulturhuset lokale 2', address: '' });
  });

  test.each([
    ['place', 'x'.repeat(201), 'place_too_long'],
    ['address', 'x'.repeat(301), 'address_too_long'],
    ['onlineUrl', 'http://moede.example/klynge', 'link_not_understood'],
    ['onlineUrl', 'moede.example', 'link_not_understood'],
    ['onlineUrl', 'https://moede.example/"><script>', 'link_not_understood'],
    ['onlineUrl', 'javascript:alert(1)', 'link_not_understood'],
    ['venueEmail', 'kulturhuset', 'email_not_understood'],
    ['venueEmail', 'a@b.example, c@d.example', 'email_not_understood'],
    ['venueCancelDays', '', 'days_not_understood'],
    ['venueCancelDays', '61', 'days_not_understood'],
    ['venueCancelDays', '-1', 'days_not_understood'],
    ['venueCancelDays', 'tre', 'days_not_understood'],
  ] as const)('is refused by its %s: %s', (field, written, refusal) => {
    expect(placeOf({ ...TYPED, [field]: written })).toEqual({ refusal, field });
  });
});
