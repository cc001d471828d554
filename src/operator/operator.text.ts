import type { ProblemKind } from '#domain/deliveries/problem.ts';
import { count, type Locale, list, number } from '#ui/format.ts';

type Counts = { rows: number; figures: number; missing: number; practices: number };
type World = {
  clusters: number;
  practices: number;
  leftOut: number;
  cluster: string;
  source: string;
  coordinator: string;
};

const COMMON_DA = `
  --json   svaret som JSON
  --help   denne hjælp

Svarer 0, når det er gjort, 1, når det er afvist, og 2, når kommandoen er skrevet forkert.`;
const COMMON_EN = `
  --json   the answer as JSON
  --help   this help

Answers 0 when it is done, 1 when it is refused, and 2 when the command is written wrongly.`;

const da = {
  locale: 'da' as Locale,
  overview: (verbs: readonly { words: string }[]) =>
    `npm run klyngerum -- <kommando>

${verbs.map(({ words }) => `  ${words.padEnd(16)} ${da.summaries[words as keyof typeof da.summaries]}`).join('\n')}

  <kommando> --help fortæller mere.
`,
  summaries: {
    migrate: 'bring databasen op til denne udgave',
    'cluster create': 'opret en klynge med dens koordinator',
    'member invite': 'inviter en person ind i en klynge',
    'source create': 'opret en datakilde, som driften kender',
    'practice key': 'lav nøglen til en praksis’ tal',
    deliver: 'lever en fil på en datakildes vegne',
    publish: 'offentliggør det, en datakilde har leveret',
    'mail bounced': 'læs en mail, der kom retur',
    'package check': 'se en pakke igennem, som nogen har skrevet',
    'package list': 'vis de pakker, der følger med',
    demo: 'lav de opdigtede klynger',
    'world england': 'byg et helt land af de engelske filer',
  },
  help: {
    migrate: `npm run klyngerum -- migrate

Bringer databasen og indikatorerne op til denne udgave. Det sker også af sig selv ved hver start.
${COMMON_DA}`,
    'cluster create': `npm run klyngerum -- cluster create --name NAVN --municipality KODE --practice NAVN --coordinator NAVN --email ADRESSE

Opretter en klynge med dens første praksis og dens koordinator, som får en invitation.

  --municipality KODE   kommunens kode, fire cifre: 0573
  --practice NAVN       koordinatorens praksis
  --number NUMMER       praksis’ ydernummer, seks tegn; det bekræftes dermed
${COMMON_DA}`,
    'member invite': `npm run klyngerum -- member invite --cluster NAVN --name NAVN --email ADRESSE

Inviterer en person ind i en klynge fra i dag. Ingen ser tal, før praksis selv åbner for dem.

  --cluster NAVN     klyngens navn eller id
  --kind SLAGS       doctor (uden andet), trainee, staff, secretary eller consultant
  --practice NAVN    praksis’ navn eller ydernummer; ikke for secretary og consultant
  --role ROLLE       coordinator, board eller treasurer
${COMMON_DA}`,
    'source create': `npm run klyngerum -- source create --name NAVN --kind SLAGS --person NAVN --email ADRESSE

Opretter en datakilde, som I kender. Den må bekræfte ydernumre og udlevere nøgler i de klynger, der inviterer den.

  --kind SLAGS   quality_unit, region, kiap eller municipality
${COMMON_DA}`,
    'practice key': `npm run klyngerum -- practice key NUMMER

Laver en ny nøgle til praksis med dette ydernummer og viser den denne ene gang. Den gamle virker ikke mere, og
ydernummeret bekræftes. Giv nøglen til praksis selv og til ingen andre.
${COMMON_DA}`,
    deliver: `npm run klyngerum -- deliver FIL --source NAVN

Leverer en CSV-fil på en datakildes vegne, med samme eftersyn og samme afvisninger som på siderne.

  --source NAVN           datakildens navn eller id
  --extracted-on DATO     hvornår tallene er trukket, 2027-03-01
  --decimal TEGN          ”,” eller ”.”, når filen kan læses på to måder
  --year-from-month N     måneden, hvor et år skrevet 2018/19 begynder
  --indicator NØGLE       indikatoren, når filen ikke nævner den
  --period PERIODE        perioden, når filen ikke nævner den: 2026, 2026K1, 2026-03
  --zeros real            nuller i hele rækker er rigtige
${COMMON_DA}`,
    publish: `npm run klyngerum -- publish --indicator NØGLE --period PERIODE --source NAVN

Beder den kørende Klyngerum offentliggøre det leverede og venter på svaret.

  --cluster NAVN   kun i denne klynge; ellers i alle
  --period PERIODE 2026, 2026K1, 2026-03 eller 2018-04-01 - 2019-03-31
${COMMON_DA}`,
    'mail bounced': `npm run klyngerum -- mail bounced < RETURMAIL

Læser en besked om en mail, der kom retur (RFC 3464), og noterer, at brevet ikke nåede frem. Koordinatoren ser det på
siden med mødets mails. En besked om forsinkelse ændrer intet. Lad mailserveren kalde den for det, der kommer retur.
${COMMON_DA}`,
    'package check': `npm run klyngerum -- package check MAPPE

Ser en pakke igennem, eller en mappe med pakker, og siger fil, linje, felt, og hvad der skal rettes. Intet bliver gemt.
${COMMON_DA}`,
    'package list': `npm run klyngerum -- package list

Viser de pakker, der følger med denne udgave: nøgle, længde og titel.
${COMMON_DA}`,
    demo: `npm run klyngerum -- demo

Laver de opdigtede klynger, hvis de ikke er der.
${COMMON_DA}`,
    'world england': `npm run klyngerum -- world england --from MAPPE [--by pcn]

Bygger et land af structures_2019_2020.csv, og af qofGP_1819_respiratory.csv, hvis den er der: rigtige koder som
ydernumre, opdigtede navne, nøgler brugt og ja fra alle praksisser.

  --from MAPPE   mappen med filerne
  --by SLAGS     ccg (uden andet) eller pcn: hvad en klynge er
${COMMON_DA}`,
  },
  wrongUse: (what: string) => `Det kan ikke forstås: ${what}\nPrøv med --help.`,
  noDatabase: 'ingen database. Brug: npm run klyngerum -- <kommando>',
  notRunning: 'Databasen svarer ikke. Start Klyngerum først: npm start',
  failed: 'Noget gik galt. Intet er gemt.',
  refused: (reason: string) => `Afvist: ${reason}.`,
  refusals: {
    no_such_cluster: 'Der er ingen klynge af det navn.',
    several_clusters: 'Flere klynger hedder sådan. Brug klyngens id.',
    no_such_source: 'Der er ingen datakilde af det navn.',
    several_sources: 'Flere datakilder hedder sådan. Brug kildens id.',
    no_such_practice: 'Der er ingen praksis med det navn eller nummer.',
    several_practices: 'Flere praksisser gør krav på nummeret. Bekræft det ene gennem en datakilde.',
    no_such_municipality: 'Der er ingen kommune med den kode.',
    number_taken: 'Ydernummeret er bekræftet for en anden praksis.',
    address_of_an_example: 'Adressen er en opdigtet persons.',
    address_of_somebody: 'Adressen er en rigtig persons.',
    practice_needed: 'Læger, uddannelseslæger og personale hører til en praksis: brug --practice.',
    member_already: 'Personen er allerede med.',
    source_there_already: 'Datakilden findes allerede.',
    not_running: 'Klyngerum kører ikke, og kun den kørende kan offentliggøre. Start den først: npm start',
    nothing_delivered: 'Der er ikke leveret noget af det.',
    waits_for_next_period:
      'Intet eller for lidt er nyt til, at billedet kan ændres. Nye tal venter til næste periode.',
    delivered_by_several:
      'Tallene er lagt ind af flere, som ville kunne se hinandens. Lad én lægge dem alle ind.',
    too_like_another:
      'Billedet ligner en anden kildes eller en overlappende periodes for meget til at vises ved siden af det.',
    not_there: 'Datakilden er der ikke.',
    questions_open: 'Filen blev ikke leveret: noget skal besvares først.',
    real_numbers: 'Brug ikke rigtige tal her: filen har ydernumre, der kan være en rigtig praksis’.',
    nothing_to_deliver: 'Filen har ingen tal for praksisser, som kilden leverer til.',
    delivered_before: 'Filen er leveret før. Intet er gemt igen.',
    empty: 'Filen er tom.',
    workbook: 'Filen er et regneark. Gem den som CSV, og prøv igen.',
    not_text: 'Filen er ikke tekst.',
    broken_quotes: 'Filen har et citationstegn, der aldrig lukkes.',
    one_column: 'Filen har kun én kolonne.',
    no_header: 'Filen har ingen linje med kolonnernes navne.',
    no_rows: 'Filen har ingen rækker.',
    too_wide: 'Filen har for mange kolonner.',
    cpr: 'Filen blev ikke leveret: den ser ud til at indeholde CPR-numre. Fjern dem, og prøv igen.',
    cpr_in_name: 'Filen blev ikke leveret: dens navn ser ud til at indeholde et CPR-nummer.',
    already_there: 'Det er der allerede.',
    no_notification: 'Det er ingen besked om en af vores mails.',
    no_such_letter: 'Mailen kendes ikke her.',
  },
  problems: {
    other_columns: 'Kolonnerne er andre end før',
    no_practice_number: 'Ingen kolonne har ydernumre',
    practices_in_columns: 'Praksisserne står i kolonner, ikke i rækker',
    two_columns: 'To kolonner siger det samme',
    half_period: 'En periode har begyndelse eller slutning, men ikke begge',
    no_measure: 'Ingen kolonne har tal',
    no_denominator: 'Nævneren mangler',
    same_measure_twice: 'Det samme tal står i to kolonner',
    no_indicator: 'Indikatoren mangler: brug --indicator',
    unknown_indicator: 'Indikatoren kendes ikke',
    indicator_gone: 'Indikatoren findes ikke mere',
    no_period: 'Perioden mangler: brug --period',
    split_year: 'Et år over to kalenderår: brug --year-from-month',
    unreadable_period: 'En periode kan ikke læses',
    ambiguous_number: 'Tallene kan læses på to måder: brug --decimal',
    mixed_numbers: 'Tallene er skrevet på to måder',
    not_numbers: 'Kolonnen har andet end tal',
    value_scale: 'Det er uklart, hvad tallene er pr.',
  } satisfies Record<ProblemKind, string>,
  place: (line: number | null, column: number | null) =>
    [line && `linje ${line}`, column && `kolonne ${column}`].filter(Boolean).join(', '),
  migrated: (applied: readonly string[]) =>
    applied.length === 0 ? 'Databasen er som denne udgave.' : `Databasen er bragt op: ${applied.join(', ')}.`,
  clusterCreated: (name: string, email: string) => `${name} er oprettet. ${email} får en invitation.`,
  cameBack: (letter: string, status: string) => `Mailen ${letter} kom retur (${status}).`,
  stillTried: (letter: string, status: string) =>
    `Mailen ${letter} er kun forsinket eller afleveret (${status}).`,
  memberInvited: (name: string, email: string) => `${name} er med. ${email} får en invitation.`,
  sourceCreated: (name: string, email: string) => `${name} er oprettet. ${email} får en invitation.`,
  keyMade: (practice: string, key: string) => `Nøglen til ${practice}, som kun vises nu:\n\n  ${key}\n`,
  delivering: (file: string, source: string) => `Læser ${file} for ${source} …`,
  delivered: ({ figures, missing, practices, rows }: Counts) =>
    `Leveret: ${count('da', rows, { one: 'række', other: 'rækker' })}, ${number('da', figures)} tal for ${count('da', practices, { one: 'praksis', other: 'praksisser' })}, ${number('da', missing)} manglende.`,
  publishing: (done: number, of: number) => `Offentliggjort ${done} af ${of} …`,
  published: (done: number, refusals: Readonly<Record<string, number>>) =>
    [
      `Offentliggjort i ${count('da', done, { one: 'klynge', other: 'klynger' })}.`,
      ...Object.entries(refusals).map(([reason, times]) => `Ikke i ${times}: ${reasonIn(da, reason)}`),
    ].join('\n'),
  packagesInOrder: (keys: readonly string[]) => `I orden: ${keys.join(', ')}.`,
  packagesToMend: (problems: number) => `Ret ${count('da', problems, { one: 'ting', other: 'ting' })}:`,
  demoUnderWay: 'Laver de opdigtede klynger …',
  demoMade: (isNew: boolean, address: string) =>
    isNew
      ? `De opdigtede klynger er lavet. Prøv dem på ${address}`
      : `De opdigtede klynger er der. Prøv dem på ${address}`,
  worldSteps: {
    files: 'Læser filerne …',
    places: 'Laver områder …',
    practices: 'Laver klynger og praksisser …',
    people: 'Laver personer …',
    source: 'Laver datakilden og praksissernes svar …',
  },
  worldThere: 'Landet er der allerede. Intet er lavet om.',
  worldMade: (world: World) =>
    `${count('da', world.clusters, { one: 'klynge', other: 'klynger' })} med ${count('da', world.practices, { one: 'praksis', other: 'praksisser' })} er lavet; ${number('da', world.leftOut)} koder hører til ingen klynge.

Log ind med disse opdigtede adresser, og find linket i /demo/mailbox:
  ${world.source}   leverer for alle
  ${world.coordinator}   koordinator og læge i ${world.cluster}`,
};

const en: typeof da = {
  locale: 'en',
  overview: (verbs) =>
    `npm run klyngerum -- <command>

${verbs.map(({ words }) => `  ${words.padEnd(16)} ${en.summaries[words as keyof typeof da.summaries]}`).join('\n')}

  <command> --help tells more.
`,
  summaries: {
    migrate: 'bring the database to this release',
    'cluster create': 'create a cluster with its coordinator',
    'member invite': 'invite a person into a cluster',
    'source create': 'create a data source that the operator knows',
    'practice key': 'make the key to a practice’s figures',
    deliver: 'deliver a file on behalf of a data source',
    publish: 'publish what a data source has delivered',
    'mail bounced': 'read a mail that came back',
    'package check': 'check a package that somebody wrote',
    'package list': 'show the packages included',
    demo: 'make the invented clusters',
    'world england': 'build a whole country from the English files',
  },
  help: {
    migrate: `npm run klyngerum -- migrate

Brings the database and the indicators to this release. That also happens by itself at every start.
${COMMON_EN}`,
    'cluster create': `npm run klyngerum -- cluster create --name NAME --municipality CODE --practice NAME --coordinator NAME --email ADDRESS

Creates a cluster with its first practice and its coordinator, who gets an invitation.

  --municipality CODE   the municipality’s code, four digits: 0573
  --practice NAME       the practice of the coordinator
  --number NUMBER       its practice number, six characters; it is confirmed thereby
${COMMON_EN}`,
    'member invite': `npm run klyngerum -- member invite --cluster NAME --name NAME --email ADDRESS

Invites a person into a cluster from today on. Nobody sees figures before the practice itself opens them.

  --cluster NAME     name or id of the cluster
  --kind KIND        doctor (unless told), trainee, staff, secretary or consultant
  --practice NAME    name or number of the practice; not for a secretary or consultant
  --role ROLE        coordinator, board or treasurer
${COMMON_EN}`,
    'source create': `npm run klyngerum -- source create --name NAME --kind KIND --person NAME --email ADDRESS

Creates a data source that you know. It may confirm practice numbers and hand out keys in the clusters that invite it.

  --kind KIND   quality_unit, region, kiap or municipality
${COMMON_EN}`,
    'practice key': `npm run klyngerum -- practice key NUMBER

Makes a new key for the practice of this number and shows it this once. The earlier one stops working, and the
number is confirmed. Give the key to the practice itself and to nobody else.
${COMMON_EN}`,
    deliver: `npm run klyngerum -- deliver FILE --source NAME

Delivers a CSV file on behalf of a data source, with the same checks and refusals as on the pages.

  --source NAME           name or id of the data source
  --extracted-on DATE     when the figures were drawn, 2027-03-01
  --decimal SIGN          “,” or “.” when the file can be read in two ways
  --year-from-month N     the month in which a year written 2018/19 begins
  --indicator KEY         the indicator, when the file does not name it
  --period PERIOD         the period, when the file does not name it: 2026, 2026Q1, 2026-03
  --zeros real            noughts through whole rows are real
${COMMON_EN}`,
    publish: `npm run klyngerum -- publish --indicator KEY --period PERIOD --source NAME

Asks the running Klyngerum to publish what was delivered, and waits for the answer.

  --cluster NAME   in this cluster only; otherwise in all
  --period PERIOD  2026, 2026Q1, 2026-03 or 2018-04-01 - 2019-03-31
${COMMON_EN}`,
    'mail bounced': `npm run klyngerum -- mail bounced < NOTIFICATION

Reads a notification of a mail that came back (RFC 3464), and notes that the letter did not arrive. The coordinator sees
it on the page of the meeting's mails. A notification of a delay changes nothing. Have the mail server call it for what
comes back.
${COMMON_EN}`,
    'package check': `npm run klyngerum -- package check FOLDER

Checks a package, or a folder of packages, and tells file, line, field and what to mend. Nothing is stored.
${COMMON_EN}`,
    'package list': `npm run klyngerum -- package list

Shows the packages of this release: key, length and title.
${COMMON_EN}`,
    demo: `npm run klyngerum -- demo

Makes the invented clusters, if they are not there.
${COMMON_EN}`,
    'world england': `npm run klyngerum -- world england --from FOLDER [--by pcn]

Builds a country from structures_2019_2020.csv, and from qofGP_1819_respiratory.csv if it is there: real codes as
practice numbers, invented names, keys used and a yes from every practice.

  --from FOLDER   the folder of the files
  --by KIND       ccg (unless told) or pcn: what a cluster is
${COMMON_EN}`,
  },
  wrongUse: (what) => `That cannot be understood: ${what}\nTry --help.`,
  noDatabase: 'no database. Use: npm run klyngerum -- <command>',
  notRunning: 'The database does not answer. Start Klyngerum first: npm start',
  failed: 'Something went wrong. Nothing is stored.',
  refused: (reason) => `Refused: ${reason}.`,
  refusals: {
    no_such_cluster: 'There is no cluster of that name.',
    several_clusters: 'Several clusters are called so. Use the id of the cluster.',
    no_such_source: 'There is no data source of that name.',
    several_sources: 'Several data sources are called so. Use the id of the source.',
    no_such_practice: 'There is no practice of that name or number.',
    several_practices: 'Several practices claim the number. Have a data source confirm one of them.',
    no_such_municipality: 'There is no municipality of that code.',
    number_taken: 'The number is confirmed for another practice.',
    address_of_an_example: 'The address belongs to an invented person.',
    address_of_somebody: 'The address belongs to a real person.',
    practice_needed: 'Doctors, trainees and staff belong to a practice: use --practice.',
    member_already: 'The person is a member already.',
    source_there_already: 'The data source is there already.',
    not_running: 'Klyngerum is not running, and only a running one can publish. Start it first: npm start',
    nothing_delivered: 'None of that has been delivered.',
    waits_for_next_period:
      'Nothing or too little is new for the picture to change. New figures wait for the next period.',
    delivered_by_several:
      'The figures were put in by several people, who could tell each other’s. Let one put in all of them.',
    too_like_another:
      'The picture is too much like that of another source or an overlapping period to be shown beside it.',
    not_there: 'The data source is not there.',
    questions_open: 'The file was not delivered: something must be answered first.',
    real_numbers: 'Do not use real figures here: the file has numbers that may be a real practice’s.',
    nothing_to_deliver: 'The file has no figures for practices that the source delivers to.',
    delivered_before: 'The file was delivered before. Nothing is stored again.',
    empty: 'The file is empty.',
    workbook: 'The file is a workbook. Save it as CSV and try again.',
    not_text: 'The file is not text.',
    broken_quotes: 'The file has a quotation mark that is never closed.',
    one_column: 'The file has a single column.',
    no_header: 'The file has no line with the names of the columns.',
    no_rows: 'The file has no rows.',
    too_wide: 'The file has too many columns.',
    cpr: 'The file was not delivered: it seems to hold CPR numbers. Take them out and try again.',
    cpr_in_name: 'The file was not delivered: its name seems to hold a CPR number.',
    already_there: 'It is there already.',
    no_notification: 'This is no notification about a mail of ours.',
    no_such_letter: 'The mail is not known here.',
  },
  problems: {
    other_columns: 'The columns are others than before',
    no_practice_number: 'No column holds practice numbers',
    practices_in_columns: 'The practices stand in columns, not in rows',
    two_columns: 'Two columns say the same',
    half_period: 'A period has a beginning or an end, but not both',
    no_measure: 'No column holds figures',
    no_denominator: 'The denominator is missing',
    same_measure_twice: 'The same figure stands in two columns',
    no_indicator: 'The indicator is missing: use --indicator',
    unknown_indicator: 'The indicator is not known',
    indicator_gone: 'The indicator is there no more',
    no_period: 'The period is missing: use --period',
    split_year: 'A year across two calendar years: use --year-from-month',
    unreadable_period: 'A period cannot be read',
    ambiguous_number: 'The numbers can be read in two ways: use --decimal',
    mixed_numbers: 'The numbers are written in two ways',
    not_numbers: 'The column holds something else than numbers',
    value_scale: 'It is not clear what the figures are per',
  },
  place: (line, column) => [line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(', '),
  migrated: (applied) =>
    applied.length === 0
      ? 'The database is as this release has it.'
      : `The database is up to date: ${list('en', applied)}.`,
  clusterCreated: (name, email) => `${name} is created. ${email} gets an invitation.`,
  cameBack: (letter, status) => `The mail ${letter} came back (${status}).`,
  stillTried: (letter, status) => `The mail ${letter} is only delayed, or arrived (${status}).`,
  memberInvited: (name, email) => `${name} is a member. ${email} gets an invitation.`,
  sourceCreated: (name, email) => `${name} is created. ${email} gets an invitation.`,
  keyMade: (practice, key) => `The key to ${practice}, shown only now:\n\n  ${key}\n`,
  delivering: (file, source) => `Reading ${file} for ${source} …`,
  delivered: ({ figures, missing, practices, rows }) =>
    `Delivered: ${count('en', rows, { one: 'row', other: 'rows' })}, ${count('en', figures, { one: 'figure', other: 'figures' })} for ${count('en', practices, { one: 'practice', other: 'practices' })}, ${number('en', missing)} missing.`,
  publishing: (done, of) => `Published ${done} of ${of} …`,
  published: (done, refusals) =>
    [
      `Published in ${count('en', done, { one: 'cluster', other: 'clusters' })}.`,
      ...Object.entries(refusals).map(([reason, times]) => `Not in ${times}: ${reasonIn(en, reason)}`),
    ].join('\n'),
  packagesInOrder: (keys) => `In order: ${keys.join(', ')}.`,
  packagesToMend: (problems) => `Mend ${count('en', problems, { one: 'thing', other: 'things' })}:`,
  demoUnderWay: 'Making the invented clusters …',
  demoMade: (isNew, address) =>
    isNew
      ? `The invented clusters are made. Try them at ${address}`
      : `The invented clusters are there. Try them at ${address}`,
  worldSteps: {
    files: 'Reading the files …',
    places: 'Making areas …',
    practices: 'Making clusters and practices …',
    people: 'Making people …',
    source: 'Making the data source and the practices’ answers …',
  },
  worldThere: 'The country is there already. Nothing was changed.',
  worldMade: (world) =>
    `${count('en', world.clusters, { one: 'cluster', other: 'clusters' })} with ${count('en', world.practices, { one: 'practice', other: 'practices' })} made; ${number('en', world.leftOut)} codes belong to no cluster.

Sign in with these invented addresses, and find the link in /demo/mailbox:
  ${world.source}   delivers for all
  ${world.coordinator}   coordinator and doctor in ${world.cluster}`,
};

function reasonIn(text: typeof da, reason: string): string {
  return (text.refusals as Readonly<Record<string, string>>)[reason] ?? text.refused(reason);
}

export type OperatorText = typeof da;

/** What the operator's tool says, in both languages. */
export const operatorText = { da, en };

/** The language of the terminal: English where it says so, else Danish. */
export function textOfTerminal(env: Readonly<Record<string, string | undefined>>): OperatorText {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? en : da;
}
