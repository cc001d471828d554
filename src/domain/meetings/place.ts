import { addressIn } from '#domain/members/address.ts';
import { lineIn } from './typed.ts';

/**
 * Where a meeting is held: the place, its postal address, the link for those who join online, the mail address of the
 * house, and how many days before the meeting it hears the last numbers. What there is none of is empty.
 */
export type Place = {
  place: string;
  address: string;
  onlineUrl: string;
  venueEmail: string;
  venueCancelDays: number;
};

/** A place as its form was typed. */
export type TypedPlace = { [field in keyof Place]: string };

export type PlaceRefusal =
  | 'place_too_long'
  | 'address_too_long'
  | 'link_not_understood'
  | 'email_not_understood'
  | 'days_not_understood';

export const LONGEST_PLACE = 200;
export const LONGEST_ADDRESS = 300;
const MOST_CANCEL_DAYS = 60;
const LINK = /^https:\/\/[^\s"<>]{3,500}$/;

/** Reads the fields `place`, `address`, `onlineUrl`, `venueEmail` and `venueCancelDays`. */
export function typedPlaceIn(form: FormData): TypedPlace {
  return {
    place: lineIn(form, 'place'),
    address: lineIn(form, 'address'),
    onlineUrl: lineIn(form, 'onlineUrl'),
    venueEmail: lineIn(form, 'venueEmail'),
    venueCancelDays: lineIn(form, 'venueCancelDays'),
  };
}

/** The place that was typed, or the first refusal in the order of the fields with the field that it is about. */
export function placeOf(typed: TypedPlace): Place | { refusal: PlaceRefusal; field: keyof Place } {
  const days = typed.venueCancelDays;
  const wish = {
    ...typed,
    venueEmail: addressIn(typed.venueEmail) ?? typed.venueEmail,
    venueCancelDays: /^\d{1,2}$/.test(days) ? Number(days) : Number.NaN,
  };
  return refusalOfPlace(wish) ?? wish;
}

/** Why a meeting cannot have this place, with the field that it is about; null when it can. */
export function refusalOfPlace(wish: Place): { refusal: PlaceRefusal; field: keyof Place } | null {
  const { place, address, onlineUrl, venueEmail, venueCancelDays: days } = wish;
  if (place.length > LONGEST_PLACE) return { refusal: 'place_too_long', field: 'place' };
  if (address.length > LONGEST_ADDRESS) return { refusal: 'address_too_long', field: 'address' };
  if (onlineUrl !== '' && !LINK.test(onlineUrl))
    return { refusal: 'link_not_understood', field: 'onlineUrl' };
  if (venueEmail !== '' && addressIn(venueEmail) !== venueEmail)
    return { refusal: 'email_not_understood', field: 'venueEmail' };
  const isCount = Number.isInteger(days) && days >= 0 && days <= MOST_CANCEL_DAYS;
  return isCount ? null : { refusal: 'days_not_understood', field: 'venueCancelDays' };
}

/** A place as it stands in the fields of its form. */
export function typedOf({ place, address, onlineUrl, venueEmail, venueCancelDays }: Place): TypedPlace {
  return { place, address, onlineUrl, venueEmail, venueCancelDays: String(venueCancelDays) };
}
