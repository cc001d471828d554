import type { Locale } from '#ui/format.ts';

const da = {
  title: 'Sådan begynder en klynge',
  known:
    'Kan du allerede logge ind her, som koordinator i en anden klynge eller for en datakilde, så opretter du selv klyngen: log ind, og vælg ”Opret klynge”.',
  unknown: 'Kan du ikke, så giver den, der driver Klyngerum her, klyngens første koordinator adgang.',
  writeTo: 'Skriv til',
  ask: 'Spørg den, der gav dig adressen hertil.',
  operator: 'Er det dig, der driver det, så bruger du kommandoen',
  signedIn: {
    title: 'Mangler din klynge her?',
    text: 'Du er logget ind, så du kan selv oprette den: et navn og en medlemsliste er nok. Du bliver dens første koordinator.',
  },
  act: 'Opret klynge',
};

const en: typeof da = {
  title: 'How a cluster begins',
  known:
    'If you can sign in here already, as a coordinator of another cluster or for a data source, you create the cluster yourself: sign in and choose “Create a cluster”.',
  unknown: 'If you cannot, whoever runs Klyngerum here lets in the first coordinator of the cluster.',
  writeTo: 'Write to',
  ask: 'Ask the person who gave you the address of this page.',
  operator: 'If it is you who runs it, you use the command',
  signedIn: {
    title: 'Is your cluster missing here?',
    text: 'You are signed in, so you can create it yourself: a name and a member list will do. You become its first coordinator.',
  },
  act: 'Create a cluster',
};

/** What is said of how a cluster comes to be. */
export const beginningText: Record<Locale, typeof da> = { da, en };
