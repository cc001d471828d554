import type { FoundingRefusal } from './founding.ts';

const da = {
  title: 'Opret klynge',
  lead: 'Giv klyngen et navn, og sæt medlemslisten ind. Du ser den, som den er forstået, før noget bliver gemt.',
  steps: ['Navn og liste', 'Se efter'],
  name: 'Klyngens navn',
  nameHint: 'Som I kalder den, fx Fjordklyngen.',
  municipality: 'Kommune',
  municipalityHint:
    'Skriv de første bogstaver, og vælg. Ligger klyngen i flere, så vælg den, de fleste hører til.',
  checkTitle: 'Er listen forstået rigtigt?',
  own: 'Hvilken række er din? Du bliver klyngens første koordinator.',
  ownMissing: 'Ingen række er valgt endnu.',
  create: 'Opret klyngen',
  claims:
    'Ydernumrene er klyngens eget ord, indtil en datakilde bekræfter dem. De inviterede får en mail hver.',
  meant: (names: string) => `Mente du ${names}?`,
  refusal: {
    name_missing: 'Giv klyngen et navn på 2 til 120 tegn.',
    municipality_unknown: 'Kommunen findes ikke med det navn. Vælg en fra listen.',
    nothing_understood:
      'Vi fandt hverken personer eller praksisser i teksten. Sæt en linje ind for hver person, med navn, praksis og mail.',
    list_too_long: 'Listen er længere, end en klynge kan være: højst 300 personer. Del den op.',
    own_practice_missing:
      'Vælg den række, der er din egen, med din praksis. En klynge begynder med en praksis.',
    rows_to_mend: 'Nogle rækker skal rettes. Det står ved dem.',
    too_many_tries: 'Du har oprettet flere klynger på kort tid. Vent et kvarter, og prøv igen.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<FoundingRefusal, string>,
};

const en: typeof da = {
  title: 'Create a cluster',
  lead: 'Name the cluster and paste its member list. You see it as it was understood before anything is stored.',
  steps: ['Name and list', 'Look it over'],
  name: 'The name of the cluster',
  nameHint: 'As you call it, for instance Fjordklyngen.',
  municipality: 'Municipality',
  municipalityHint: 'Type the first letters and choose. If the cluster lies in several, choose that of most.',
  checkTitle: 'Was the list understood?',
  own: 'Which row is yours? You will be the first coordinator of the cluster.',
  ownMissing: 'No row is chosen yet.',
  create: 'Create the cluster',
  claims:
    'The practice numbers are the cluster’s own word until a data source confirms them. Everybody invited gets a mail.',
  meant: (names) => `Did you mean ${names}?`,
  refusal: {
    name_missing: 'Give the cluster a name of 2 to 120 characters.',
    municipality_unknown: 'There is no municipality of that name. Choose one from the list.',
    nothing_understood:
      'We found neither people nor practices in the text. Put in a line for each person, with name, practice and mail.',
    list_too_long: 'The list is longer than a cluster can be: at most 300 people. Split it.',
    own_practice_missing:
      'Choose the row that is your own, with your practice. A cluster begins with a practice.',
    rows_to_mend: 'Some rows need mending. It says so beside them.',
    too_many_tries:
      'You have created several clusters in a short time. Wait a quarter of an hour and try again.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What creating a cluster says. */
export const foundClusterText = { da, en };
