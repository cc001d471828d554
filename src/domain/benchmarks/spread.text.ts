import { count } from '#ui/format.ts';
import type { DisclosureRefusal } from './disclosure.ts';
import type { Verdict } from './own-place.ts';

type PublicationRefusal = DisclosureRefusal | 'confirm_again';

const da = {
  figures: 'Tal',
  intro:
    'Her ligger klyngens tal. Hvert billede viser, hvordan praksisserne fordeler sig, og ingen kan se, hvem der er hvem.',
  none: {
    title: 'Her kommer klyngens tal',
    text: 'Når en datakilde har leveret, og koordinatoren har offentliggjort, ligger spredningerne her.',
  },
  columns: {
    indicator: 'Indikator',
    practice: 'Praksis',
    source: 'Kilde',
    practices: 'Praksisser',
    state: 'Nu',
  },
  noneYet: 'Der er ikke offentliggjort tal for denne indikator.',
  ownPlace: 'Jeres egen plads',
  ownDot: 'Jeres egen prik under klyngens spredning.',
  ownDots: 'Jeres egen prik under klyngens spredning, den seneste periode nederst.',
  aloneDot: 'Jeres egen prik.',
  aloneDots: 'Jeres egen prik, den seneste periode nederst.',
  clusterPlace: 'Klyngens spredning',
  covered: 'Jeres tal er dækket til, fordi rummet kan være fuldt af øjne.',
  show: 'Vis jeres tal',
  cover: 'Dæk til igen',
  noAccess: 'Jeres egne tal er ikke åbnet for dig endnu.',
  openPractice: 'Åbn med praksis’ nøgle',
  noOwn: 'Der er ikke leveret tal for jeres praksis i denne indikator.',
  wall: 'Vis på væggen',
  leaveWall: 'Tilbage',
  wallNote: 'Hver prik er en praksis. Ingen er markeret.',
  printHint: 'Siden fylder ét A4-ark på print.',
  mine: (value: string) => `Din praksis ${value}`,
  median: (value: string) => `Median ${value}`,
  bands: { nation: 'Landet, 80 % af praksisserne', region: 'Regionen, 80 % af praksisserne' },
  example: ' (eksempeltal)',
  half: (range: string) => `Den midterste halvdel af klyngens praksisser ligger mellem ${range}.`,
  medianIs: (value: string) => `Midt i klyngen ligger ${value}.`,
  nothingToShow: 'Der er for få praksisser til at vise klyngens spredning.',
  onlyMedian: 'Der er for få praksisser til at vise prikker, så her er kun midten.',
  headline: (value: string, interval: string | null) =>
    interval ? `Jeres tal er ${value} (${interval}).` : `Jeres tal er ${value}.`,
  counted: (numerator: string, denominator: string) => `Det er ${numerator}, ud af ${denominator}.`,
  onlyCounted: (numerator: string) => `Talt er ${numerator}.`,
  missing: {
    suppressed: 'Kilden har skjult jeres tal, fordi det er så lille.',
    not_available: 'Kilden har ikke jeres tal for perioden.',
    not_applicable: 'Tallet findes ikke for jeres praksis.',
    empty: 'Feltet var tomt i leveringen.',
  } as Record<string, string>,
  beside: { cluster: 'midten af klyngen', nation: 'midten af landet', region: 'midten af regionen' },
  verdict: {
    lower: (beside: string) =>
      `I ligger lavere end ${beside}, og forskellen er større, end tilfældet plejer at give.`,
    higher: (beside: string) =>
      `I ligger højere end ${beside}, og forskellen er større, end tilfældet plejer at give.`,
    may_be_chance: (beside: string) => `Forskellen til ${beside} kan være tilfældig.`,
    too_few: () => 'For få patienter til at sige noget sikkert. Forskellen kan være tilfældig.',
    unknown: () =>
      'Vi skriver ikke ”over” eller ”under” her: der mangler tal for hele landet at holde tilfældet op imod.',
  } satisfies Record<Verdict, (beside: string) => string>,
  patients: (n: string) => `Forskellen svarer til ca. ${n}.`,
  patientWord: { one: 'patient', other: 'patienter' },
  eventWord: { one: 'tilfælde', other: 'tilfælde' },
  source: {
    period: 'Periode',
    ownCount: 'Egne tal, talt af praksisserne selv',
    from: (source: string) => `Leveret af ${source}, som har set tallene`,
    extracted: (day: string) => `Udtrukket ${day}`,
    of: (some: string, all: string) => `${some} af ${all} praksisser`,
  },
  table: {
    what: 'Hvad',
    value: 'Tal',
    dots: 'Praksisser fra lavest til højest',
    quartiles: 'Midterste halvdel mellem',
    mine: 'Jeres praksis',
    median: 'Midten',
    bands: '80 % af praksisserne',
  },
  and: 'og',
  contributors: {
    title: 'Hvem har bidraget?',
    of: (some: string, all: string) => `${some} af ${all} praksisser har bidraget.`,
    ownCounts:
      'Her ses, hvem der har talt. Et tal kommer kun med i billedet, når praksis har sagt ja til det, og når det er stort nok. Det ses ikke her.',
    explained:
      'Et tal bidrager, når en kilde har leveret det, og praksis har sagt ja til kilden. Om tallet er stort nok til at komme med i billedet, ses ikke her.',
    yes: 'Har bidraget',
    no: 'Endnu ikke',
    next: 'Mangler nogen, så bed dem åbne ”Vores praksis” og svare på kilden. Nøglen dertil får de af en datakilde, som driften kender, eller af driften.',
  },
  publish: {
    title: 'Leveret til klyngen',
    hint: 'Vælg et tal, og se, hvem der har bidraget. Derfra viser koordinatoren klyngen det.',
    act: 'Offentliggør',
    again: 'Offentliggør igen',
    ask: 'Når spredningen er offentliggjort, ligger den fast. Der kan højst komme én senere udgave af den. Vent gerne, til de fleste har bidraget.',
    waiting: 'Spredningen bliver lavet. Siden opdaterer sig selv.',
    up: 'Offentliggjort',
    see: 'Se klyngens spredning',
    notYet: 'Ikke offentliggjort',
    next: (indicator: string, period: string) => `Næste: ${indicator}, ${period}`,
    noneLeft: 'Der er ikke mere at offentliggøre lige nu.',
    alreadyUp: (n: number) => `${count('da', n, { one: 'tal', other: 'tal' })} er offentliggjort allerede`,
    allUp: 'Alt, hvad der er leveret, er offentliggjort.',
  },
  refusal: {
    nothing_delivered:
      'Der er ingen tal, som må indgå: enten er intet leveret, eller ingen praksis har sagt ja til kilden.',
    waits_for_next_period:
      'Spredningen ligger, som den er: intet eller for lidt er nyt. To billeder, hvor kun få er ændret, ville røbe, hvem det er. Nye tal venter til næste periode.',
    too_like_another:
      'En anden kilde, eller en periode, der overlapper, har næsten de samme tal. To billeder ved siden af hinanden ville røbe, hvem der kun er i det ene.',
    delivered_by_several:
      'Tallene er lagt ind af flere, og nogle af dem ville kunne se, hvem de andres tal er. Lad én lægge dem alle ind.',
    confirm_again: 'Bekræft først, at det er dig. Vi sender et link til din mail.',
  } satisfies Record<PublicationRefusal, string>,
  sendLink: 'Send mig et link',
};

const en: typeof da = {
  figures: 'Figures',
  intro:
    'Here are the cluster’s figures. Each picture shows how the practices spread, and nobody can see who is who.',
  none: {
    title: 'The cluster’s figures come here',
    text: 'When a data source has delivered and the coordinator has published, the spreads are here.',
  },
  columns: {
    indicator: 'Indicator',
    practice: 'Practice',
    source: 'Source',
    practices: 'Practices',
    state: 'Now',
  },
  noneYet: 'No figures have been published for this indicator.',
  ownPlace: 'Your own place',
  ownDot: 'Your own dot below the cluster’s spread.',
  ownDots: 'Your own dot below the cluster’s spread, the latest period last.',
  aloneDot: 'Your own dot.',
  aloneDots: 'Your own dot, the latest period last.',
  clusterPlace: 'The cluster’s spread',
  covered: 'Your figures are covered, since the room may be full of eyes.',
  show: 'Show your figures',
  cover: 'Cover them again',
  noAccess: 'Your own figures are not open to you yet.',
  openPractice: 'Open with the practice’s key',
  noOwn: 'No figures have been delivered for your practice in this indicator.',
  wall: 'Show on the wall',
  leaveWall: 'Back',
  wallNote: 'Each dot is a practice. Nobody is marked.',
  printHint: 'The page prints on one A4 sheet.',
  mine: (value) => `Your practice ${value}`,
  median: (value) => `Median ${value}`,
  bands: { nation: 'The country, 80% of practices', region: 'The region, 80% of practices' },
  example: ' (example figures)',
  half: (range) => `The middle half of the cluster’s practices lie between ${range}.`,
  medianIs: (value) => `The middle of the cluster is ${value}.`,
  nothingToShow: 'There are too few practices to show the cluster’s spread.',
  onlyMedian: 'There are too few practices to show dots, so here is only the middle.',
  headline: (value, interval) =>
    interval ? `Your figure is ${value} (${interval}).` : `Your figure is ${value}.`,
  counted: (numerator, denominator) => `That is ${numerator}, out of ${denominator}.`,
  onlyCounted: (numerator) => `Counted: ${numerator}.`,
  missing: {
    suppressed: 'The source has hidden your figure, because it is so small.',
    not_available: 'The source does not have your figure for the period.',
    not_applicable: 'The figure does not exist for your practice.',
    empty: 'The field was empty in the delivery.',
  },
  beside: {
    cluster: 'the middle of the cluster',
    nation: 'the middle of the country',
    region: 'the middle of the region',
  },
  verdict: {
    lower: (beside) =>
      `You lie lower than ${beside}, and the difference is larger than chance usually makes.`,
    higher: (beside) =>
      `You lie higher than ${beside}, and the difference is larger than chance usually makes.`,
    may_be_chance: (beside) => `The difference from ${beside} can be chance.`,
    too_few: () => 'Too few patients to say anything certain. The difference can be chance.',
    unknown: () =>
      'We do not write “over” or “under” here: there are no national figures to hold chance against.',
  },
  patients: (n) => `The difference amounts to about ${n}.`,
  patientWord: { one: 'patient', other: 'patients' },
  eventWord: { one: 'event', other: 'events' },
  source: {
    period: 'Period',
    ownCount: 'Own figures, counted by the practices themselves',
    from: (source) => `Delivered by ${source}, who has seen the figures`,
    extracted: (day) => `Extracted ${day}`,
    of: (some, all) => `${some} of ${all} practices`,
  },
  table: {
    what: 'What',
    value: 'Figure',
    dots: 'Practices from lowest to highest',
    quartiles: 'Middle half between',
    mine: 'Your practice',
    median: 'The middle',
    bands: '80% of practices',
  },
  and: 'and',
  contributors: {
    title: 'Who has contributed?',
    of: (some, all) => `${some} of ${all} practices have contributed.`,
    ownCounts:
      'Here you see who has counted. A figure stands in the picture only when its practice has said yes to that, and when it is large enough. That is not shown here.',
    explained:
      'A figure contributes when a source has delivered it and the practice has said yes to the source. Whether it is large enough for the picture is not seen here.',
    yes: 'Has contributed',
    no: 'Not yet',
    next: 'If somebody is missing, ask them to open “Our practice” and answer the source. The key to it comes from a data source that the operator knows, or from the operator.',
  },
  publish: {
    title: 'Delivered to the cluster',
    hint: 'Choose a figure and see who has contributed. From there the coordinator shows it to the cluster.',
    act: 'Publish',
    again: 'Publish again',
    ask: 'Once published, the spread stands. At most one later version of it can come. Better wait until most have contributed.',
    waiting: 'The spread is being made. The page refreshes itself.',
    up: 'Published',
    see: 'See the cluster’s spread',
    notYet: 'Not published',
    next: (indicator, period) => `Next: ${indicator}, ${period}`,
    noneLeft: 'There is nothing more to publish just now.',
    alreadyUp: (n) => `${count('en', n, { one: 'figure is', other: 'figures are' })} published already`,
    allUp: 'All that has been delivered is published.',
  },
  refusal: {
    nothing_delivered:
      'There are no figures that may be shown: either nothing is delivered, or no practice has said yes to the source.',
    waits_for_next_period:
      'The spread stays as it is: nothing or too little is new. Two pictures in which only few have changed would tell who they are. New figures wait for the next period.',
    too_like_another:
      'Another source, or a period that overlaps, has nearly the same figures. Two pictures side by side would tell who is only in one of them.',
    delivered_by_several:
      'The figures were put in by several people, and some of them could tell whose the others’ are. Let one person put in all of them.',
    confirm_again: 'First confirm that it is you. We send a link to your mailbox.',
  },
  sendLink: 'Send me a link',
};

/** What the pages of figures say. */
export const spreadText = { da, en };
