import { textIn } from '#domain/meetings/typed.ts';

/** What an organisation outside the cluster can be. */
export const PARTNER_KINDS = [
  'hospital',
  'practice_consultant',
  'quality_unit',
  'municipality',
  'researcher',
  'patient_association',
  'other',
] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** What somebody wishes to keep of an organisation. `notes` are for those who arrange. */
export type PartnerWish = { name: string; kind: PartnerKind; notes: string };
/** What somebody wishes to keep of one of its people. */
export type PersonWish = { name: string; title: string; email: string; phone: string };

export type PartnerPerson = PersonWish & { partnerPersonId: string };
/** An organisation outside, with its people of today. */
export type Partner = PartnerWish & { partnerId: string; isEnded: boolean; people: PartnerPerson[] };

export const LONGEST = {
  name: 160,
  notes: 4000,
  personName: 120,
  title: 120,
  email: 254,
  phone: 40,
} as const;

export type PartnerRefusal =
  | 'no_such_partner'
  | 'no_such_person'
  | 'name_missing'
  | 'name_too_long'
  | 'notes_too_long'
  | 'person_name_missing'
  | 'person_name_too_long'
  | 'title_too_long'
  | 'email_malformed'
  | 'phone_malformed'
  | 'known_already';

/** Why an organisation cannot be kept so, or null when it can. */
export function refusalOfPartner({ name, notes }: PartnerWish): PartnerRefusal | null {
  if (name === '') return 'name_missing';
  if (name.length > LONGEST.name) return 'name_too_long';
  return notes.length > LONGEST.notes ? 'notes_too_long' : null;
}

const EMAIL = /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]{2,}$/;
const PHONE = /^\+?[\d ()-]{3,40}$/;

/** Why a person cannot be kept so, or null when they can. Mail and phone may be left out. */
export function refusalOfPerson({ name, title, email, phone }: PersonWish): PartnerRefusal | null {
  if (name === '') return 'person_name_missing';
  if (name.length > LONGEST.personName) return 'person_name_too_long';
  if (title.length > LONGEST.title) return 'title_too_long';
  if (email !== '' && (email.length > LONGEST.email || !EMAIL.test(email))) return 'email_malformed';
  return phone !== '' && !PHONE.test(phone) ? 'phone_malformed' : null;
}

/** Whether nothing of a person has been written. */
export function isBlank(person: PersonWish): boolean {
  return Object.values(person).every((text) => text === '');
}

/** The field of the form that a refusal is about. */
export const FIELD_OF: Partial<Record<PartnerRefusal, string>> = {
  name_missing: 'name',
  name_too_long: 'name',
  known_already: 'name',
  notes_too_long: 'notes',
  person_name_missing: 'person-name',
  person_name_too_long: 'person-name',
  title_too_long: 'title',
  email_malformed: 'email',
  phone_malformed: 'phone',
};

/** The kind that a form or an address names, or null for none of them. */
export function partnerKindIn(value: unknown): PartnerKind | null {
  return PARTNER_KINDS.find((kind) => kind === value) ?? null;
}

/** Reads `name`, `kind` and `notes` of a form. */
export function partnerIn(form: FormData): PartnerWish {
  return {
    name: textIn(form, 'name'),
    kind: partnerKindIn(form.get('kind')) ?? 'other',
    notes: textIn(form, 'notes'),
  };
}

/** Reads `person-name`, `title`, `email` and `phone` of a form. */
export function personIn(form: FormData): PersonWish {
  return {
    name: textIn(form, 'person-name'),
    title: textIn(form, 'title'),
    email: textIn(form, 'email').toLowerCase(),
    phone: textIn(form, 'phone'),
  };
}

/** The organisations by kind, in the order of the kinds; kinds without any are left out. */
export function byKind<P extends { kind: PartnerKind }>(
  partners: readonly P[],
): { kind: PartnerKind; partners: P[] }[] {
  return PARTNER_KINDS.map((kind) => ({
    kind,
    partners: partners.filter((partner) => partner.kind === kind),
  })).filter(({ partners: some }) => some.length > 0);
}

/** Whether every word of a search stands somewhere in the name, the notes or the people of an organisation. */
export function isFound({ name, notes, people }: Omit<Partner, 'isEnded'>, search: string): boolean {
  const all = [name, notes, ...people.flatMap((one) => [one.name, one.title, one.email, one.phone])]
    .join(' ')
    .toLocaleLowerCase('da');
  const words = search.toLocaleLowerCase('da').split(/\s+/).filter(Boolean);
  return words.every((word) => all.includes(word));
}

/** A refusal as a page lists it: its words, and the field to mend where there is one. */
export function errorsOf<R extends string>(
  refusal: R | null | undefined,
  words: Readonly<Record<R, string>>,
): { field?: string; message: string }[] {
  if (!refusal) return [];
  const field = (FIELD_OF as Readonly<Record<string, string>>)[refusal];
  return [{ message: words[refusal], ...(field ? { field } : {}) }];
}
