import type { AccessState, ClinicKind } from './figure-access.ts';

type Refusal =
  | 'wrong_key'
  | 'too_many_tries'
  | 'not_of_a_practice'
  | 'no_such_colleague'
  | 'not_yours_to_decide'
  | 'no_such_source'
  | 'confirm_again';

/** What was done a moment ago, for the message at the top of the page. */
export type Saved = 'opened' | 'confirmed' | 'closed' | 'decided' | 'said_yes' | 'said_no' | 'taken_out';

const da = {
  title: 'Vores praksis',
  whoSeesWhat: {
    title: 'Hvem ser hvad',
    sentences: [
      'Jeres egne tal ser kun de kolleger i praksis, som I selv har lukket ind.',
      'Klyngen ser et billede, hvor ingen er nævnt eller markeret: hverken kolleger eller koordinator kan se, hvilken prik der er jeres.',
      'Den, der leverer tallene, har set dem undervejs, og koordinatoren kan se, at I har bidraget, men ikke med hvad.',
    ],
  },
  kinds: {
    doctor: 'Læge',
    trainee: 'Uddannelseslæge',
    staff: 'Personale',
  } satisfies Record<ClinicKind, string>,
  states: {
    unopened: '',
    closed:
      'Der er lukket for, at du ser praksis’ tal. Tal med dine kolleger om det. Åbner du igen med nøglen, får de besked.',
    not_for_trainees:
      'Du er lukket ind, men praksis lader ikke uddannelseslæger se tallene. Det kan en læge i praksis ændre her på siden.',
    not_for_staff:
      'Du er lukket ind, men praksis lader ikke personale se tallene. Det kan en læge i praksis ændre her på siden.',
    open: '',
  } satisfies Record<AccessState, string>,
  open: {
    title: 'Åbn jeres tal',
    how: 'Praksis får en nøgle af datakilden eller af driften. Skriv den her, så ser du jeres tal fra nu af.',
    made: (day: string) => `Nøglen, der virker nu, er fra ${day}.`,
    noKey:
      'Der er ikke lavet en nøgle til jeres praksis endnu. Bed jeres datakilde eller driften om en; så åbner I her.',
    orColleague:
      'Ser en kollega allerede tallene, kan kollegaen bekræfte dig her på siden. Så skal du ingen nøgle bruge.',
    label: 'Praksis’ nøgle',
    hint: '16 tegn, for eksempel 7KQ2-MXVR-90AB-3TWE. Små bogstaver og mellemrum gør ikke noget.',
    act: 'Åbn jeres tal',
    see: 'Se klyngens tal og jeres plads',
  },
  waiting: {
    title: 'De venter på at blive bekræftet',
    text: 'De er meldt ind i jeres praksis. Ingen af dem ser jeres tal, før en af jer kender dem og siger ja.',
    none: 'Ingen venter. Når koordinatoren melder en kollega ind i jeres praksis, står navnet her.',
    invited: (day: string) => `Inviteret ${day}`,
    closed: (day: string) => `Lukket ${day}`,
    act: 'Bekræft',
  },
  confirmed: {
    title: 'De ser jeres tal',
    byKey: (day: string) => `Med nøglen, ${day}`,
    byColleague: (name: string, day: string) => `Bekræftet af ${name}, ${day}`,
    notYet: 'Ser dem ikke, før praksis siger ja nedenfor',
    oneself: (name: string) => `${name} (dig)`,
    act: 'Luk',
  },
  whoSees: {
    title: 'Uddannelseslæger og personale',
    legend: 'Hvem må ellers se jeres tal?',
    hint: 'Læger, som er lukket ind, ser dem altid. Andre skal både lukkes ind og have kryds her.',
    trainees: 'Uddannelseslæger',
    staff: 'Personale',
    act: 'Gem valget',
    decided: {
      none: 'Kun læger ser tallene.',
      trainees: 'Læger og uddannelseslæger ser tallene.',
      staff: 'Læger og personale ser tallene.',
      both: 'Læger, uddannelseslæger og personale ser tallene.',
    },
    byDoctors: 'Det beslutter lægerne i praksis.',
  },
  sources: {
    title: 'Datakilder',
    meaning:
      'Ja betyder, at jeres tal fra kilden må indgå i klyngens billeder uden navn: som en prik, når mindst ti praksisser er med, ellers højst som en del af midten. Nej betyder, at kun I selv ser dem. I kan altid skifte mening.',
    none: 'Ingen datakilder endnu. Når klyngen har fået en, siger I ja eller nej til den her.',
    ofCluster: 'Klyngens egne tal, lagt ind af koordinatoren.',
    unanswered: 'I har ikke svaret. Uden et ja indgår jeres tal ikke.',
    yes: (day: string, name: string) => `I sagde ja den ${day} (${name}).`,
    yesSince: (day: string) => `I sagde ja den ${day}.`,
    no: (day: string, name: string) => `I sagde nej den ${day} (${name}). Kun I selv ser tallene.`,
    lapsed: (day: string) => `Jeres ja faldt væk den ${day}, da praksis forlod klyngen.`,
    dismissed:
      'Kilden leverer ikke længere til klyngen. Billeder, hvor I er med, bliver stående, til I tager jeres tal ud.',
    sayYes: 'Ja, brug vores tal',
    sayNo: 'Nej',
    takeOut: 'Tag vores tal ud',
  },
  takeOut: {
    title: 'Tag vores tal ud',
    of: (source: string, practice: string) => `Tallene fra ${source} for ${practice}.`,
    what: [
      'Alle klyngens billeder, hvor jeres tal fra kilden er med, bliver taget ned med det samme, for alle.',
      'Siger I ja igen, kan det samme billede komme op, næste gang koordinatoren offentliggør. Ellers kommer der først et nyt, når mindst seks praksissers tal er skiftet ud, eller når næste periode bliver leveret.',
      'I kan selv stadig se jeres tal. De bliver ikke slettet hos kilden.',
    ],
    keep: 'Behold dem',
  },
  deliveries: {
    title: 'Hvem har leveret',
    none: 'Ingen har leveret tal for jeres praksis endnu. Når det sker, står kilden og dagen her.',
    by: (name: string) => `lagt ind af ${name}`,
    indicators: { one: 'indikator', other: 'indikatorer' },
    withdrawn: 'trukket tilbage',
    earlier: 'Vis de tidligere',
  },
  looks: {
    title: 'Hvem har kigget',
    none: 'Ingen har kigget endnu. Når en af jer viser jeres tal, står navn og tid her.',
    earlier: 'Vis de tidligere (højst 20 i alt)',
    nobody: 'En tidligere kollega',
  },
  key: {
    title: 'Praksis’ nøgle',
    made: (day: string) =>
      `Nøglen, der virker nu, er fra ${day}. Den er ikke gemt i klar tekst, så den kan ikke vises her.`,
    none: 'Der er ingen nøgle, som virker. Nye kolleger kan I bekræfte ovenfor.',
    lost: 'Hvem der har nøglen og er meldt ind i jeres praksis, kan åbne tallene; lægerne får en mail hver gang. Er den kommet i forkerte hænder, så bed datakilden eller driften om en ny. Den gamle holder op med at virke.',
  },
  colleague: {
    confirm: (name: string) => `Bekræft ${name}?`,
    entered: (kind: string, practice: string) => `${kind} i ${practice}.`,
    address: (email: string) => `Logger ind gennem ${email}.`,
    know: 'Navnet er skrevet af den, der inviterede. Kender du ikke mailadressen, så spørg kollegaen, før du bekræfter.',
    consequence: {
      doctor: 'Derefter ser kollegaen praksis’ tal, kan bekræfte andre og svare datakilder på jeres vegne.',
      trainee: 'Derefter ser kollegaen praksis’ tal, så længe I lader uddannelseslæger se dem.',
      staff: 'Derefter ser kollegaen praksis’ tal, så længe I lader personale se dem.',
    } satisfies Record<ClinicKind, string>,
    told: 'Lægerne, der ser tallene i forvejen, får en mail om det.',
    confirmAct: (name: string) => `Ja, luk ${name} ind`,
    close: (name: string) => `Luk for ${name}?`,
    closeOneself: 'Luk for dig selv?',
    atOnce: 'Det virker med det samme. Medlemskabet af klyngen bliver ved.',
    keyStays:
      'Med praksis’ nøgle kan man åbne igen, og så får I en mail. Skal det ikke kunne ske, så bed om en ny nøgle.',
    oneselfBack: 'Du kommer kun ind igen med nøglen, eller når en kollega bekræfter dig.',
    closeAct: 'Luk nu',
    wasClosed: (day: string) => `I lukkede for kollegaen den ${day}.`,
    back: 'Ikke nu',
  },
  saved: {
    opened: 'Jeres tal er åbnet for dig.',
    confirmed: 'Kollegaen er lukket ind.',
    closed: 'Der er lukket. Det virker fra nu af.',
    decided: 'Valget er gemt.',
    said_yes: 'Jeres ja er gemt.',
    said_no: 'Jeres nej er gemt.',
    taken_out: 'Jeres tal er taget ud. De billeder, de stod i, er taget ned.',
  } satisfies Record<Saved, string>,
  refusal: {
    wrong_key:
      'Nøglen passer ikke til jeres praksis, og intet er ændret. Se efter, om alle 16 tegn er med, og prøv igen.',
    too_many_tries:
      'Der er prøvet for mange gange. Vent en time, og prøv igen. Er nøglen i tvivl, så bed om en ny.',
    not_of_a_practice: 'Du er ikke meldt ind i den praksis i dag. Spørg koordinatoren.',
    no_such_colleague: 'Her er ikke mere at gøre: enten er det gjort, eller også er medlemskabet slut.',
    not_yours_to_decide: 'Det beslutter en læge, der selv ser praksis’ tal.',
    no_such_source: 'Kilden leverer ikke til klyngen længere, så der er intet at sige ja til.',
    confirm_again: 'Bekræft først, at det er dig. Vi sender et link til din mail.',
  } satisfies Record<Refusal, string>,
};

const en: typeof da = {
  title: 'Our practice',
  whoSeesWhat: {
    title: 'Who sees what',
    sentences: [
      'Only those colleagues in the practice whom you have let in yourselves see your own figures.',
      'The cluster sees a picture in which nobody is named or marked: neither colleagues nor the coordinator can tell which dot is yours.',
      'Whoever delivers the figures has seen them on the way, and the coordinator sees that you have contributed, but not what.',
    ],
  },
  kinds: { doctor: 'Doctor', trainee: 'Trainee', staff: 'Staff' },
  states: {
    unopened: '',
    closed:
      'The practice’s figures are closed to you. Talk to your colleagues about it. If you open again with the key, they are told.',
    not_for_trainees:
      'You have been let in, but the practice does not let trainees see its figures. A doctor of the practice can change that on this page.',
    not_for_staff:
      'You have been let in, but the practice does not let staff see its figures. A doctor of the practice can change that on this page.',
    open: '',
  },
  open: {
    title: 'Open your figures',
    how: 'The practice gets a key from the data source or the operator. Type it here, and you see your figures from now on.',
    made: (day) => `The key that works now is from ${day}.`,
    noKey:
      'No key has been made for your practice yet. Ask your data source or the operator for one; then you open here.',
    orColleague:
      'If a colleague sees the figures already, the colleague can confirm you on this page. Then you need no key.',
    label: 'The practice’s key',
    hint: '16 characters, such as 7KQ2-MXVR-90AB-3TWE. Small letters and spaces do no harm.',
    act: 'Open your figures',
    see: 'See the cluster’s figures and your place',
  },
  waiting: {
    title: 'They wait to be confirmed',
    text: 'They have been entered in your practice. None of them sees your figures until one of you knows them and says yes.',
    none: 'Nobody waits. When the coordinator enters a colleague in your practice, the name is here.',
    invited: (day) => `Invited ${day}`,
    closed: (day) => `Closed ${day}`,
    act: 'Confirm',
  },
  confirmed: {
    title: 'They see your figures',
    byKey: (day) => `With the key, ${day}`,
    byColleague: (name, day) => `Confirmed by ${name}, ${day}`,
    notYet: 'Does not see them until the practice says yes below',
    oneself: (name) => `${name} (you)`,
    act: 'Close',
  },
  whoSees: {
    title: 'Trainees and staff',
    legend: 'Who else may see your figures?',
    hint: 'Doctors who have been let in always see them. Others must both be let in and ticked here.',
    trainees: 'Trainees',
    staff: 'Staff',
    act: 'Save the choice',
    decided: {
      none: 'Only doctors see the figures.',
      trainees: 'Doctors and trainees see the figures.',
      staff: 'Doctors and staff see the figures.',
      both: 'Doctors, trainees and staff see the figures.',
    },
    byDoctors: 'The doctors of the practice decide it.',
  },
  sources: {
    title: 'Data sources',
    meaning:
      'Yes means that your figures from the source may stand in the cluster’s pictures without a name: as a dot when at least ten practices take part, otherwise at most as part of the middle. No means that only you see them. You can always change your mind.',
    none: 'No data sources yet. When the cluster has one, you say yes or no to it here.',
    ofCluster: 'The cluster’s own counts, put in by the coordinator.',
    unanswered: 'You have not answered. Without a yes your figures take no part.',
    yes: (day, name) => `You said yes on ${day} (${name}).`,
    yesSince: (day) => `You said yes on ${day}.`,
    no: (day, name) => `You said no on ${day} (${name}). Only you see the figures.`,
    lapsed: (day) => `Your yes lapsed on ${day}, when the practice left the cluster.`,
    dismissed:
      'The source no longer delivers to the cluster. Pictures in which you take part stay until you take your figures out.',
    sayYes: 'Yes, use our figures',
    sayNo: 'No',
    takeOut: 'Take our figures out',
  },
  takeOut: {
    title: 'Take our figures out',
    of: (source, practice) => `The figures from ${source} for ${practice}.`,
    what: [
      'All of the cluster’s pictures in which your figures from the source take part are taken down at once, for everybody.',
      'If you say yes again, the same picture can come back the next time the coordinator publishes. Otherwise a new one comes only when the figures of at least six practices have been replaced, or when the next period is delivered.',
      'You can still see your figures yourselves. They are not deleted at the source.',
    ],
    keep: 'Keep them in',
  },
  deliveries: {
    title: 'Who has delivered',
    none: 'Nobody has delivered figures of your practice yet. When it happens, the source and the day are here.',
    by: (name) => `put in by ${name}`,
    indicators: { one: 'indicator', other: 'indicators' },
    withdrawn: 'withdrawn',
    earlier: 'Show the earlier ones',
  },
  looks: {
    title: 'Who has looked',
    none: 'Nobody has looked yet. When one of you shows your figures, name and time are here.',
    earlier: 'Show the earlier ones (at most 20 in all)',
    nobody: 'A former colleague',
  },
  key: {
    title: 'The practice’s key',
    made: (day) =>
      `The key that works now is from ${day}. It is not kept in plain text, so it cannot be shown here.`,
    none: 'There is no key that works. You can confirm new colleagues above.',
    lost: 'Whoever has the key and has been entered in your practice can open the figures; the doctors get a mail each time. If it has come into the wrong hands, ask the data source or the operator for a new one. The old one stops working.',
  },
  colleague: {
    confirm: (name) => `Confirm ${name}?`,
    entered: (kind, practice) => `${kind} at ${practice}.`,
    address: (email) => `Signs in through ${email}.`,
    know: 'The name was typed by whoever sent the invitation. If you do not know the mail address, ask the colleague before you confirm.',
    consequence: {
      doctor:
        'After that the colleague sees the practice’s figures, can confirm others and answer data sources on your behalf.',
      trainee: 'After that the colleague sees the practice’s figures, as long as you let trainees see them.',
      staff: 'After that the colleague sees the practice’s figures, as long as you let staff see them.',
    },
    told: 'The doctors who see the figures already get a mail about it.',
    confirmAct: (name) => `Yes, let ${name} in`,
    close: (name) => `Close for ${name}?`,
    closeOneself: 'Close for yourself?',
    atOnce: 'It works at once. The membership of the cluster goes on.',
    keyStays:
      'With the practice’s key one can open again, and then you get a mail. If that must not happen, ask for a new key.',
    oneselfBack: 'You only come in again with the key, or when a colleague confirms you.',
    closeAct: 'Close now',
    wasClosed: (day) => `You closed for the colleague on ${day}.`,
    back: 'Not now',
  },
  saved: {
    opened: 'Your figures are open to you.',
    confirmed: 'The colleague has been let in.',
    closed: 'It is closed, from now on.',
    decided: 'The choice is saved.',
    said_yes: 'Your yes is saved.',
    said_no: 'Your no is saved.',
    taken_out: 'Your figures are out. The pictures in which they stood are taken down.',
  },
  refusal: {
    wrong_key:
      'The key does not fit your practice, and nothing has changed. Check that all 16 characters are there, and try again.',
    too_many_tries:
      'There have been too many tries. Wait an hour and try again. If you doubt the key, ask for a new one.',
    not_of_a_practice: 'You are not entered in that practice today. Ask the coordinator.',
    no_such_colleague: 'There is nothing more to do here: either it is done, or the membership has ended.',
    not_yours_to_decide: 'A doctor who sees the practice’s figures decides that.',
    no_such_source: 'The source no longer delivers to the cluster, so there is nothing to say yes to.',
    confirm_again: 'First confirm that it is you. We send a link to your mailbox.',
  },
};

/** What the page of one's own practice says. */
export const figureAccessText = { da, en };

/** The message that an address names, or null for none of them. */
export function savedIn(value: unknown): Saved | null {
  return (Object.keys(da.saved) as Saved[]).find((saved) => saved === value) ?? null;
}
