import { count, type Locale } from '#ui/format.ts';
import type { DeadlineAct, MeetingKind, ProgrammeKind } from './package.ts';
import type { EditPart } from './package-draft.ts';

/** Why an act with a package was not done. */
export type PackageRefusal =
  | 'no_such_package'
  | 'package_broken'
  | 'package_ended'
  | 'changed_meanwhile'
  | 'confirm_again';

const da = {
  title: 'Pakker',
  lead: 'En pakke er alt det, et møde om et emne skal bruge: program, frister, tal, spørgsmål, aftaler og tekster.',
  own: 'Jeres egne',
  shipped: 'Følger med',
  none: {
    title: 'Her kommer pakkerne',
    text: 'Der er ingen pakker endnu. Læg en ind, som I har fået fra en anden klynge.',
  },
  takes: {
    time: 'Tid',
    figures: 'Tal',
    lead: 'Begynd',
    guests: 'Gæst',
    kind: 'Slags',
  },
  weeksBefore: (weeks: number) =>
    weeks === 0 ? 'når som helst' : `${count('da', weeks, { one: 'uge', other: 'uger' })} før`,
  figures: (all: number, own: number) => {
    if (all === 0) return 'ingen';
    const counted = count('da', all, { one: 'tal', other: 'tal' });
    if (own === 0) return counted;
    return own === all
      ? `${counted}, som I selv tæller`
      : `${counted}, I tæller selv ${own === 1 ? 'det ene' : own}`;
  },
  guests: (guests: number): string => (guests === 0 ? 'nej' : 'ja'),
  kinds: {
    cluster: 'Klyngemøde',
    general_assembly: 'Generalforsamling',
    founding_assembly: 'Stiftende generalforsamling',
    board: 'Bestyrelsesmøde',
    joint: 'Fællesmøde',
    pre_meeting: 'Formøde',
    follow_up: 'Opfølgende møde',
  } satisfies Record<MeetingKind, string>,
  partKinds: {
    welcome: 'velkomst',
    talk: 'oplæg',
    figures: 'tal',
    group_work: 'gruppearbejde',
    plenum: 'plenum',
    meal: 'mad eller pause',
    agreements: 'aftaler',
    evaluation: 'evaluering',
    actions: 'siden sidst',
  } satisfies Record<ProgrammeKind, string>,
  acts: {
    invite_guest: 'Spørg gæsten',
    order_figures: 'Bestil tal',
    open_date_poll: 'Spørg om datoer',
    book_venue: 'Bestil lokale og mad',
    pre_meeting: 'Formøde',
    count_own: 'Egne tal',
    send_invitation: 'Invitation',
    guest_brief: 'Opgave til gæsten',
    send_material: 'Program og tal ud',
    venue_numbers: 'Antal til mødestedet',
    minutes: 'Referat',
    follow_up: 'Opfølgning',
    measure_again: 'Mål igen',
    task: 'Andet',
  } satisfies Record<DeadlineAct, string>,
  page: {
    make: 'Lav et møde af pakken',
    copy: 'Lav jeres egen udgave',
    export: 'Hent som fil',
    purpose: 'Formål',
    background: 'Hvorfor?',
    remarks: 'Vær opmærksom på',
    preparation: 'Det gør hver praksis klar',
    programme: 'Program',
    programmeHint: 'Tiderne går ud fra, at I begynder kl. ',
    guide: 'Sådan gør du',
    forGuest: 'gæst',
    deadlines: 'Frister',
    figures: 'Tal',
    noFigures: 'Pakken bruger ingen tal.',
    questionnaire: 'Spørgeskema',
    questionnaireDays: (opens: string, closes: string) => `Det åbner ${opens} mødet og lukker ${closes}.`,
    ownCount: 'I tæller selv',
    counts: (numerator: string, denominator: string) => `${numerator}, af ${denominator}.`,
    countsAlone: (numerator: string) => `${numerator}.`,
    seeFigures: 'Se klyngens tal',
    discussion: 'Spørgsmål at tale om',
    agreements: 'Aftaler at vælge imellem',
    measured: (measure: string, months: string) => `${measure} Måles igen efter ${months}.`,
    months: (months: string) => `${months} måneder`,
    oneMonth: '1 måned',
    guests: 'Gæster',
    preMeeting: (duration: string) => `Formøde på ${duration}`,
    speakerBrief: 'Opgaven til gæsten',
    texts: 'Tekster',
    textNames: {
      invitation: 'Invitationen',
      venue: 'Til mødestedet',
      guest: 'Til gæsten',
      followUp: 'Efter mødet',
    },
    textsHint:
      'Dag, sted og navne kommer fra mødet. Ordene til medlemmer og gæster kan I rette for hvert møde. Vil I ændre dem for altid, så lav jeres egen udgave.',
    author: (author: string) => `Skrevet af ${author}.`,
    checkedBy: (name: string) => `Set efter af ${name}.`,
    notChecked: 'Ikke set efter af andre endnu.',
    nextReview: (day: string) => `Ses efter igen ${day}.`,
    version: (version: number) => `Udgave ${version}.`,
  },
  when: (days: number) => {
    if (days === 0) return 'På dagen';
    const away = Math.abs(days);
    const span =
      away >= 60 && away % 30 < 6
        ? count('da', Math.floor(away / 30), { one: 'måned', other: 'måneder' })
        : away % 7 === 0
          ? count('da', away / 7, { one: 'uge', other: 'uger' })
          : count('da', away, { one: 'dag', other: 'dage' });
    return days < 0 ? `${span} før` : `${span} efter`;
  },
  keeping: {
    ownTag: 'jeres egen',
    edit: 'Ret pakken',
    parts: {
      about: 'Om pakken',
      programme: 'Program',
      deadlines: 'Frister',
      figures: 'Spørgsmål og aftaler',
      texts: 'Tekster',
    } satisfies Record<EditPart, string>,
    gaps: 'Pakken kan bruges, men den mangler noget',
    copied: 'Pakken er jeres egen nu. Ret den, som I vil. Den, der følger med, er uændret.',
    imported: 'Pakken er lagt ind. Se den igennem, før I laver et møde af den.',
    saved: 'Ændringen er gemt. Møder, der er lavet af pakken, er uændrede.',
    end: 'Tag pakken ud',
    endAsk:
      'Pakken kommer ud af jeres pakker. Møder, der er lavet af den, er uændrede. Du kan fortryde bagefter.',
    ended: (title: string) => `”${title}” er taget ud.`,
    endedHere:
      'Pakken er taget ud. Den kan ikke rettes eller bruges til nye møder, før I tager den ind igen.',
    resume: 'Fortryd, og tag den ind igen',
    resumed: 'Pakken er inde igen.',
    import: 'Læg en pakke ind',
  },
  importing: {
    title: 'Læg en pakke ind',
    lead: 'Har I fået en pakke fra en anden klynge, er den én fil. Vælg filen, eller sæt teksten ind. Den bliver læst igennem, før den bliver gemt.',
    file: 'Fil',
    fileHint: 'En fil, der ender på .yaml. Højst 100.000 tegn.',
    text: 'Eller sæt teksten ind her',
    save: 'Læg pakken ind',
    nothing: 'Vælg en fil, eller sæt teksten ind.',
    notText: 'Filen er ikke almindelig tekst. Vælg den fil, som pakken blev hentet ned som.',
    brokenTitle: (problems: number) =>
      `Pakken blev ikke lagt ind. Ret ${count('da', problems, { one: 'ting', other: 'ting' })}, og prøv igen`,
    more: (left: number) => `Og ${left} til. Ret de første, og prøv igen.`,
  },
  edit: {
    save: 'Gem',
    cancel: 'Tilbage uden at gemme',
    row: { programme: 'Punkt', deadlines: 'Frist', agreements: 'Aftale' },
    newRow: { programme: 'Nyt punkt', deadlines: 'Ny frist', agreements: 'Ny aftale' },
    up: 'Flyt op',
    down: 'Flyt ned',
    out: 'Fjern',
    more: 'Hvem, materiale, gæst og vejledning',
    lead: {
      about: 'Det, som andre ser, før de vælger pakken.',
      programme:
        'Punkterne står i rækkefølge. Minutterne bliver lagt sammen til mødets længde. Et tomt punkt bliver ikke gemt.',
      deadlines: 'Dagene tælles fra mødet. Flytter mødet sig, flytter fristerne med.',
      figures: 'Det, I taler om, og det, I kan blive enige om.',
      texts: 'De ord, som brevene begynder med. Dag, sted og navne kommer fra mødet.',
    } satisfies Record<EditPart, string>,
    linesHint: 'En linje til hver.',
    english: 'til den engelske udgave',
    label: {
      'title.da': 'Titel',
      'title.en': 'Titel på engelsk',
      'summary.da': 'Kort om pakken',
      'summary.en': 'Kort om pakken på engelsk',
      meetingKind: 'Slags møde',
      startsAt: 'Begynder som regel kl.',
      purpose: 'Formål',
      background: 'Hvorfor?',
      remarks: 'Vær opmærksom på',
      preparation: 'Det gør hver praksis klar',
      guests: 'Gæster',
      'preMeeting.minutes': 'Formødets længde',
      'preMeeting.points': 'Det skal formødet nå',
      speakerBrief: 'Opgaven til gæsten',
      'texts.invitation': 'Invitationen',
      'texts.venue': 'Til mødestedet',
      'texts.guest': 'Til gæsten',
      'texts.followUp': 'Efter mødet',
      discussion: 'Spørgsmål at tale om',
      indicators: 'Pakkens tal',
      title: 'Overskrift',
      minutes: 'Minutter',
      kind: 'Slags',
      owner: 'Hvem står for det?',
      material: 'Materiale',
      isForGuest: 'Hører punktet til gæsten?',
      guide: 'Sådan gør du',
      act: 'Hvad?',
      days: 'Dage',
      side: 'Før eller efter mødet?',
      what: 'Hvad aftaler I?',
      measure: 'Hvordan måles det?',
      indicator: 'Måles af tallet',
      months: 'Måles igen efter',
      second: 'Og en gang til efter',
    } as Readonly<Record<string, string>>,
    minutesUnit: 'minutter',
    daysUnit: 'dage',
    monthsUnit: 'måneder',
    before: 'Før mødet',
    after: 'Efter mødet',
    sideHint: 'Har kun noget at sige ved ”Andet”. De andre ligger altid på samme side.',
    yes: 'Ja',
    no: 'Nej',
    noIndicator: 'Noget andet end et tal',
  },
  refusal: {
    no_such_package: 'Pakken findes ikke mere.',
    package_broken: 'Pakken blev ikke gemt, fordi noget i den ikke passer sammen.',
    package_ended: 'Pakken er taget ud. Tag den ind igen, og prøv så.',
    changed_meanwhile:
      'Pakken er blevet ændret, siden du åbnede siden, måske i en anden fane. Intet er gemt endnu. Gem igen, hvis det, der står her, skal gælde.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<PackageRefusal, string>,
};

const en: typeof da = {
  title: 'Packages',
  lead: 'A package is all that a meeting on a theme needs: programme, deadlines, figures, questions, agreements and texts. The packages are in Danish.',
  own: 'Your own',
  shipped: 'Included',
  none: {
    title: 'The packages will be here',
    text: 'There are no packages yet. Take in one that another cluster has sent you.',
  },
  takes: { time: 'Time', figures: 'Figures', lead: 'Begin', guests: 'Guest', kind: 'Kind' },
  weeksBefore: (weeks) =>
    weeks === 0 ? 'any time' : `${count('en', weeks, { one: 'week', other: 'weeks' })} before`,
  figures: (all, own) => {
    if (all === 0) return 'none';
    const counted = count('en', all, { one: 'figure', other: 'figures' });
    if (own === 0) return counted;
    return own === all
      ? `${counted}, which you count yourselves`
      : `${counted}, you count ${own === 1 ? 'one' : own} yourselves`;
  },
  guests: (guests) => (guests === 0 ? 'no' : 'yes'),
  kinds: {
    cluster: 'Cluster meeting',
    general_assembly: 'General assembly',
    founding_assembly: 'Founding assembly',
    board: 'Board meeting',
    joint: 'Joint meeting',
    pre_meeting: 'Pre-meeting',
    follow_up: 'Follow-up meeting',
  },
  partKinds: {
    welcome: 'welcome',
    talk: 'talk',
    figures: 'figures',
    group_work: 'group work',
    plenum: 'plenum',
    meal: 'meal or break',
    agreements: 'agreements',
    evaluation: 'evaluation',
    actions: 'since last time',
  },
  acts: {
    invite_guest: 'Ask the guest',
    order_figures: 'Order figures',
    open_date_poll: 'Ask for dates',
    book_venue: 'Book venue and food',
    pre_meeting: 'Pre-meeting',
    count_own: 'Own counts',
    send_invitation: 'Invitation',
    guest_brief: 'Brief to the guest',
    send_material: 'Programme and figures out',
    venue_numbers: 'Numbers to the venue',
    minutes: 'Minutes',
    follow_up: 'Follow-up',
    measure_again: 'Measure again',
    task: 'Other',
  },
  page: {
    make: 'Make a meeting of the package',
    copy: 'Make your own version',
    export: 'Download as a file',
    purpose: 'Purpose',
    background: 'Why?',
    remarks: 'Be careful of',
    preparation: 'What each practice makes ready',
    programme: 'Programme',
    programmeHint: 'The times suppose that you begin at ',
    guide: 'How to run it',
    forGuest: 'guest',
    deadlines: 'Deadlines',
    figures: 'Figures',
    noFigures: 'The package uses no figures.',
    questionnaire: 'Questionnaire',
    questionnaireDays: (opens, closes) => `It opens ${opens} the meeting and closes ${closes}.`,
    ownCount: 'you count yourselves',
    counts: (numerator, denominator) => `${numerator}, of ${denominator}.`,
    countsAlone: (numerator) => `${numerator}.`,
    seeFigures: 'See the cluster’s figures',
    discussion: 'Questions to talk about',
    agreements: 'Agreements to choose between',
    measured: (measure, months) => `${measure} Measured again after ${months}.`,
    months: (months) => `${months} months`,
    oneMonth: '1 month',
    guests: 'Guests',
    preMeeting: (duration) => `Pre-meeting of ${duration}`,
    speakerBrief: 'The brief to the guest',
    texts: 'Texts',
    textNames: {
      invitation: 'The invitation',
      venue: 'To the venue',
      guest: 'To the guest',
      followUp: 'After the meeting',
    },
    textsHint:
      'Day, place and names come from the meeting. The words to members and guests can be changed for each meeting. To change them for good, make your own version.',
    author: (author) => `Written by ${author}.`,
    checkedBy: (name) => `Checked by ${name}.`,
    notChecked: 'Not yet checked by others.',
    nextReview: (day) => `To be checked again ${day}.`,
    version: (version) => `Version ${version}.`,
  },
  when: (days) => {
    if (days === 0) return 'On the day';
    const away = Math.abs(days);
    const span =
      away >= 60 && away % 30 < 6
        ? count('en', Math.floor(away / 30), { one: 'month', other: 'months' })
        : away % 7 === 0
          ? count('en', away / 7, { one: 'week', other: 'weeks' })
          : count('en', away, { one: 'day', other: 'days' });
    return days < 0 ? `${span} before` : `${span} after`;
  },
  keeping: {
    ownTag: 'your own',
    edit: 'Change the package',
    parts: {
      about: 'About the package',
      programme: 'Programme',
      deadlines: 'Deadlines',
      figures: 'Questions and agreements',
      texts: 'Texts',
    },
    gaps: 'The package can be used, but something is missing',
    copied: 'The package is your own now. Change it as you like. The one included stays as it was.',
    imported: 'The package is taken in. Look it through before you make a meeting of it.',
    saved: 'The change is saved. Meetings made of the package stay as they were.',
    end: 'Take the package out',
    endAsk:
      'The package goes out of your packages. Meetings made of it stay as they were. You can undo it afterwards.',
    ended: (title) => `“${title}” is taken out.`,
    endedHere:
      'The package is taken out. It cannot be changed or used for new meetings until you take it back.',
    resume: 'Undo, and take it back',
    resumed: 'The package is back.',
    import: 'Take in a package',
  },
  importing: {
    title: 'Take in a package',
    lead: 'A package from another cluster is one file. Choose the file, or paste the text. It is read through before it is saved.',
    file: 'File',
    fileHint: 'A file that ends in .yaml. At most 100,000 characters.',
    text: 'Or paste the text here',
    save: 'Take in the package',
    nothing: 'Choose a file, or paste the text.',
    notText: 'The file is not plain text. Choose the file that the package was downloaded as.',
    brokenTitle: (problems) =>
      `The package was not taken in. Mend ${count('en', problems, { one: 'thing', other: 'things' })} and try again`,
    more: (left) => `And ${left} more. Mend the first ones and try again.`,
  },
  edit: {
    save: 'Save',
    cancel: 'Back without saving',
    row: { programme: 'Part', deadlines: 'Deadline', agreements: 'Agreement' },
    newRow: { programme: 'New part', deadlines: 'New deadline', agreements: 'New agreement' },
    up: 'Move up',
    down: 'Move down',
    out: 'Take out',
    more: 'Who, material, guest and guide',
    lead: {
      about: 'What others see before they choose the package.',
      programme:
        'The parts stand in order. Their minutes add up to the meeting’s. An empty part is not saved.',
      deadlines: 'The days are counted from the meeting. If the meeting moves, the deadlines move with it.',
      figures: 'What you talk about, and what you can agree on.',
      texts: 'The words that the letters begin with. Day, place and names come from the meeting.',
    },
    linesHint: 'A line for each.',
    english: 'for the English version',
    label: {
      'title.da': 'Title in Danish',
      'title.en': 'Title in English',
      'summary.da': 'Summary in Danish',
      'summary.en': 'Summary in English',
      meetingKind: 'Kind of meeting',
      startsAt: 'Usually begins at',
      purpose: 'Purpose',
      background: 'Why?',
      remarks: 'Be careful of',
      preparation: 'What each practice makes ready',
      guests: 'Guests',
      'preMeeting.minutes': 'Length of the pre-meeting',
      'preMeeting.points': 'What the pre-meeting goes through',
      speakerBrief: 'The brief to the guest',
      'texts.invitation': 'The invitation',
      'texts.venue': 'To the venue',
      'texts.guest': 'To the guest',
      'texts.followUp': 'After the meeting',
      discussion: 'Questions to talk about',
      indicators: 'Figures of the package',
      title: 'Title',
      minutes: 'Minutes',
      kind: 'Kind',
      owner: 'Who leads it?',
      material: 'Material',
      isForGuest: 'Does the part belong to the guest?',
      guide: 'How to run it',
      act: 'What?',
      days: 'Days',
      side: 'Before or after the meeting?',
      what: 'What do you agree?',
      measure: 'How is it measured?',
      indicator: 'Measured by the figure',
      months: 'Measured again after',
      second: 'And once more after',
    },
    minutesUnit: 'minutes',
    daysUnit: 'days',
    monthsUnit: 'months',
    before: 'Before the meeting',
    after: 'After the meeting',
    sideHint: 'Matters for “Other” alone. The rest always lie on the same side.',
    yes: 'Yes',
    no: 'No',
    noIndicator: 'Something else than a figure',
  },
  refusal: {
    no_such_package: 'The package is not there any more.',
    package_broken: 'The package was not saved, because something in it does not fit together.',
    package_ended: 'The package is taken out. Take it back, and try then.',
    changed_meanwhile:
      'The package has been changed since you opened the page, perhaps in another tab. Nothing is saved yet. Save again if what stands here is to hold.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What the pages of packages say; what one package says stands in its file. */
export const packagesText: Record<Locale, typeof da> = { da, en };

/** A span of minutes: `2 t 30 min`, English `2 h 30 min`. */
export function durationText(locale: Locale, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const hour = locale === 'da' ? 't' : 'h';
  return [hours > 0 && `${hours}\u00a0${hour}`, rest > 0 && `${rest}\u00a0min`].filter(Boolean).join(' ');
}

/** After how many months something is measured again: `6 og 12 måneder`. */
export function monthsText(locale: Locale, [first, second]: readonly number[]): string {
  const text = packagesText[locale].page;
  if (second === undefined) return first === 1 ? text.oneMonth : text.months(String(first));
  return text.months(`${first} ${locale === 'da' ? 'og' : 'and'} ${second}`);
}

/** What a form calls a field of a package: `Punkt 3, minutter`, `Vær opmærksom på, linje 2`. */
export function fieldLabel(locale: Locale, field: string): string {
  const { label, row } = packagesText[locale].edit;
  const known = label[field];
  if (known) return known;
  const [first = '', at = '', inside = ''] = field.split('.');
  const line = locale === 'da' ? 'linje' : 'line';
  if (/^\d+$/.test(at) && first in row) {
    const name = `${row[first as keyof typeof row]} ${Number(at) + 1}`;
    return inside ? `${name}, ${(label[inside] ?? inside).toLowerCase()}` : name;
  }
  const lines = /^(.+)\.(\d+)$/.exec(field);
  return lines ? `${label[lines[1]!] ?? lines[1]}, ${line} ${Number(lines[2]) + 1}` : (label[first] ?? field);
}
