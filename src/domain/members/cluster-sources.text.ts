import { dayText, list } from '#ui/format.ts';
import type { SourceKind } from './cluster-source.ts';

/** Why a data source cannot be asked, introduced or dismissed. */
export type SourcesRefusal =
  | 'no_such_source'
  | 'serves_already'
  | 'source_known'
  | 'name_missing'
  | 'kind_missing'
  | 'person_missing'
  | 'email_malformed'
  | 'email_unusable'
  | 'too_many_tries'
  | 'confirm_again';

const da = {
  title: 'Datakilder',
  lead: 'En datakilde leverer tal for praksisserne. Hver praksis siger selv ja eller nej til den, før dens tal indgår.',
  serving: 'Leverer til klyngen',
  empty: {
    title: 'Ingen datakilde endnu',
    text: 'Bed en, som driften kender, eller skriv en ny på. I kan også lægge jeres egne tal ind under Leveringer.',
  },
  since: (day: string) => `Siden ${dayText('da', day)}`,
  people: (names: readonly string[]) => (names.length === 0 ? 'Ingen personer endnu' : list('da', names)),
  trusted: 'kendt af driften',
  untrusted: 'ikke kendt af driften',
  untrustedNote: 'Den kan levere tal, men hverken bekræfte ydernumre eller give nøgler ud.',
  kinds: {
    quality_unit: 'kvalitetsenhed',
    region: 'region',
    kiap: 'KiAP',
    municipality: 'kommune',
    coordinator: 'klyngens egen',
  } satisfies Record<SourceKind, string>,
  ask: 'Bed om tal og nøgler',
  asked: 'Datakilden er bedt om det. Den har fået en mail.',
  known: 'Kendt af driften',
  knownNote: 'Dem, der driver Klyngerum, ved, hvem det er. De bekræfter ydernumre og giver nøgler ud.',
  noneKnown: 'Driften kender ingen andre datakilder.',
  noKeys:
    'Driften kender ingen datakilde endnu. Så kommer praksissernes nøgler fra driften selv. Bed den om dem, eller bed den om at sige god for en datakilde.',
  writeTo: 'Skriv til',
  operator: 'Er det dig, der driver Klyngerum, så er kommandoerne',
  dismiss: 'Afslut',
  dismissAsk: (name: string) =>
    `Skal ${name} ikke levere mere til klyngen? Det, der er leveret, bliver; hver praksis kan stadig tage sine tal ud.`,
  dismissed: 'Datakilden leverer ikke længere til klyngen.',
  add: {
    title: 'Skriv en ny på',
    name: 'Organisationens navn',
    kind: 'Er en',
    choose: 'Vælg',
    personName: 'Navn på den, der leverer',
    email: 'Mailadresse',
    act: 'Send invitation',
  },
  refusal: {
    no_such_source: 'Datakilden leverer ikke til klyngen.',
    serves_already: 'Datakilden leverer til klyngen allerede.',
    source_known: 'En datakilde af det navn er her allerede. Find den på listen ovenfor.',
    name_missing: 'Skriv organisationens navn, 2 til 120 tegn.',
    kind_missing: 'Vælg, hvad det er for en organisation.',
    person_missing: 'Skriv navnet på den, der leverer.',
    email_malformed: 'Det ligner ikke en mailadresse. Skriv den som navn@enhed.dk.',
    email_unusable:
      'Adressen kan ikke inviteres hertil. I en eksempelklynge slutter alle adresser på .example.',
    too_many_tries: 'Der er inviteret mange gange på kort tid. Vent et kvarter, og prøv igen.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<SourcesRefusal, string>,
};

const en: typeof da = {
  title: 'Data sources',
  lead: 'A data source delivers figures for the practices. Each practice says yes or no to it before its figures count.',
  serving: 'Deliver to the cluster',
  empty: {
    title: 'No data source yet',
    text: 'Ask one that the operator knows, or write a new one down. You can also put in your own figures under Deliveries.',
  },
  since: (day) => `Since ${dayText('en', day)}`,
  people: (names) => (names.length === 0 ? 'Nobody yet' : list('en', names)),
  trusted: 'known to the operator',
  untrusted: 'not known to the operator',
  untrustedNote: 'It can deliver figures, but neither confirm practice numbers nor hand out keys.',
  kinds: {
    quality_unit: 'quality unit',
    region: 'region',
    kiap: 'KiAP',
    municipality: 'municipality',
    coordinator: 'the cluster’s own',
  },
  ask: 'Ask for figures and keys',
  asked: 'The data source has been asked. It has got a mail.',
  known: 'Known to the operator',
  knownNote: 'Those who run Klyngerum know who it is. They confirm practice numbers and hand out keys.',
  noneKnown: 'The operator knows no other data sources.',
  noKeys:
    'The operator knows no data source yet. The practices’ keys then come from the operator. Ask for them, or ask the operator to vouch for a data source.',
  writeTo: 'Write to',
  operator: 'If it is you who runs Klyngerum, the commands are',
  dismiss: 'End',
  dismissAsk: (name) =>
    `Shall ${name} deliver no more to the cluster? What has been delivered stays; each practice can still take its figures out.`,
  dismissed: 'The data source no longer delivers to the cluster.',
  add: {
    title: 'Write a new one down',
    name: 'The organisation’s name',
    kind: 'Is a',
    choose: 'Choose',
    personName: 'Name of whoever delivers',
    email: 'Mail address',
    act: 'Send the invitation',
  },
  refusal: {
    no_such_source: 'The data source does not deliver to the cluster.',
    serves_already: 'The data source delivers to the cluster already.',
    source_known: 'A data source of that name is here already. Find it on the list above.',
    name_missing: 'Write the organisation’s name, 2 to 120 characters.',
    kind_missing: 'Choose what kind of organisation it is.',
    person_missing: 'Write the name of whoever delivers.',
    email_malformed: 'That does not look like a mail address. Write it as name@unit.dk.',
    email_unusable:
      'The address cannot be invited here. In an example cluster all addresses end in .example.',
    too_many_tries: 'Many invitations were sent in a short time. Wait a quarter of an hour and try again.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What the page about a cluster's data sources says. */
export const clusterSourcesText = { da, en };
