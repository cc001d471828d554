import { dayText, type Locale, timeText } from '#ui/format.ts';
import type { LetterKind } from './letter.ts';

/** What a letter can tell of. Names are empty where the letter was not told; `until` is when its link dies. */
export type Told = {
  name: string;
  cluster: string;
  inviter: string;
  source: string;
  practice: string;
  colleague: string;
  newEmail: string;
  until: Date;
};

/** The words of a letter: for whom and why, then what to know, then one act; last what is to be known besides. */
export type Writing = { subject: string; why: string; body: string[]; act: string; after: string[] };
type Words = Record<LetterKind, (told: Told) => Writing>;

const da: Words = {
  sign_in: ({ name, until }) => ({
    subject: `Log ind på Klyngerum inden kl. ${timeText('da', until)}`,
    why: `Til ${name}, fordi nogen har bedt om at logge ind på Klyngerum med din mailadresse.`,
    body: ['Var det dig, så brug linket her. Det virker én gang.'],
    act: 'Log ind',
    after: ['Var det ikke dig, skal du ikke gøre noget. Ingen kommer ind uden linket.'],
  }),
  invitation: ({ name, cluster, inviter, until }) => ({
    subject: `Gå ind i ${cluster} senest ${dayText('da', until)}`,
    why: `Til ${name}, fordi ${inviter ? `${inviter} har skrevet dig` : 'du er skrevet'} på som medlem af ${cluster}.`,
    body: [
      'I Klyngerum ser klyngen på sine egne tal sammen. Du ser, hvor din egen praksis ligger, og ingen ser, hvem de andre er.',
      'Du skal ikke finde på en adgangskode.',
    ],
    act: `Gå ind i ${cluster}`,
    after: ['Kender du ikke klyngen, skal du ikke gøre noget.'],
  }),
  source_invitation: ({ name, cluster, inviter, source, until }) => ({
    subject: `Lever tal${cluster && ` til ${cluster}`}: gå ind senest ${dayText('da', until)}`,
    why: `Til ${name}, fordi ${inviter || 'driften'} har bedt ${source} om at levere tal${cluster && ` til ${cluster}`}.`,
    body: [
      'Du lægger en fil ind, ser den, som den er forstået, og bekræfter. Derefter ser ingen rækkerne igen, kun hvor mange de var.',
      'Filen må kun rumme optalte tal for praksisser, aldrig CPR-numre.',
    ],
    act: 'Gå til leveringen',
    after: ['Er det ikke dig, der leverer, skal du ikke gøre noget.'],
  }),
  colleague_opened: ({ name, colleague, practice }) => ({
    subject: `${colleague} kan nu se jeres tal`,
    why: `Til ${name}, fordi ${colleague} nu kan se tallene for ${practice}.`,
    body: ['Er det forkert, så luk for det. Det virker med det samme.'],
    act: 'Se, hvem der kan se jeres tal',
    after: [],
  }),
  leave_address: ({ name, newEmail, until }) => ({
    subject: `Bekræft din nye mailadresse senest ${dayText('da', until)}`,
    why: `Til ${name}, fordi du har bedt Klyngerum om at skrive til ${newEmail} i stedet for hertil.`,
    body: ['Bekræft det fra denne adresse. Derefter får den nye en mail.'],
    act: 'Bekræft skiftet',
    after: ['Var det ikke dig, skal du ikke gøre noget. Så bliver alt ved det gamle.'],
  }),
  take_address: ({ name, until }) => ({
    subject: `Tag din nye mailadresse i brug senest ${dayText('da', until)}`,
    why: `Til ${name}, fordi du har bedt Klyngerum om at skrive til denne adresse fremover.`,
    body: ['Skiftet er bekræftet fra den gamle adresse. Nu mangler det kun herfra.'],
    act: 'Tag adressen i brug',
    after: ['Kender du ikke Klyngerum, skal du ikke gøre noget.'],
  }),
  figures_ready: ({ name, source, practice }) => ({
    subject: 'Jeres tal er klar: se jeres praksis',
    why: `Til ${name}, fordi ${source} har leveret tal for ${practice}.`,
    body: [
      'Tallene står ikke i denne mail. Du ser dem, når du er logget ind.',
      'Er det første gang, så hav praksis’ nøgle klar, og sig ja eller nej til, at tallene indgår i klyngens billede.',
    ],
    act: 'Se vores praksis',
    after: [],
  }),
};

const en: Words = {
  sign_in: ({ name, until }) => ({
    subject: `Sign in to Klyngerum before ${timeText('en', until)}`,
    why: `To ${name}, because somebody asked to sign in to Klyngerum with your mail address.`,
    body: ['If it was you, use this link. It works once.'],
    act: 'Sign in',
    after: ['If it was not you, there is nothing to do. Nobody gets in without the link.'],
  }),
  invitation: ({ name, cluster, inviter, until }) => ({
    subject: `Enter ${cluster} by ${dayText('en', until)}`,
    why: `To ${name}, because ${inviter ? `${inviter} has put you down` : 'you have been put down'} as a member of ${cluster}.`,
    body: [
      'In Klyngerum the cluster looks at its own figures together. You see where your own practice lies, and nobody sees who the others are.',
      'You need no password.',
    ],
    act: `Enter ${cluster}`,
    after: ['If you do not know the cluster, there is nothing to do.'],
  }),
  source_invitation: ({ name, cluster, inviter, source, until }) => ({
    subject: `Deliver figures${cluster && ` to ${cluster}`}: enter by ${dayText('en', until)}`,
    why: `To ${name}, because ${inviter || 'the operator'} has asked ${source} to deliver figures${cluster && ` to ${cluster}`}.`,
    body: [
      'You put in a file, see it as it was understood, and confirm. After that nobody sees the rows again, only how many there were.',
      'The file may only hold counts for practices, never CPR numbers.',
    ],
    act: 'Go to the delivery',
    after: ['If it is not you who deliver, there is nothing to do.'],
  }),
  colleague_opened: ({ name, colleague, practice }) => ({
    subject: `${colleague} can now see your figures`,
    why: `To ${name}, because ${colleague} can now see the figures of ${practice}.`,
    body: ['If that is wrong, close it. It works at once.'],
    act: 'See who can see your figures',
    after: [],
  }),
  leave_address: ({ name, newEmail, until }) => ({
    subject: `Confirm your new mail address by ${dayText('en', until)}`,
    why: `To ${name}, because you asked Klyngerum to write to ${newEmail} instead of here.`,
    body: ['Confirm it from this address. Then the new one gets a mail.'],
    act: 'Confirm the change',
    after: ['If it was not you, there is nothing to do. Everything stays as it was.'],
  }),
  take_address: ({ name, until }) => ({
    subject: `Start using your new mail address by ${dayText('en', until)}`,
    why: `To ${name}, because you asked Klyngerum to write to this address from now on.`,
    body: ['The change has been confirmed from the old address. Now only this one is missing.'],
    act: 'Use this address',
    after: ['If you do not know Klyngerum, there is nothing to do.'],
  }),
  figures_ready: ({ name, source, practice }) => ({
    subject: 'Your figures are ready: see your practice',
    why: `To ${name}, because ${source} has delivered figures for ${practice}.`,
    body: [
      'The figures are not in this mail. You see them when you have signed in.',
      'If it is the first time, have the key of the practice at hand, and say yes or no to letting the figures into the picture of the cluster.',
    ],
    act: 'See our practice',
    after: [],
  }),
};

/** The words of every letter, by language and kind. */
export const letterText: Record<Locale, Words> = { da, en };

/** How to end letters of a kind that one can do without, besides the link that mail programs show. */
export const muteFootText = {
  da: 'Vil du ikke have mails af denne slags, så log ind, og vælg dit navn og ”Mails og kalender”.',
  en: 'If you want no more mails of this kind, sign in, and choose your name and “Mails and calendar”.',
} satisfies Record<Locale, string>;

/** What stands at the foot of a letter: from where it comes, and until when its link works. */
export const letterFootText = {
  da: (host: string) => `Sendt af Klyngerum på ${host}.`,
  en: (host: string) => `Sent by Klyngerum at ${host}.`,
} satisfies Record<Locale, (host: string) => string>;
