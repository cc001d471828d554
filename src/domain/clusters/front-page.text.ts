import type { Locale } from '#ui/format.ts';

const da = {
  title: 'Klyngerum: tal til at tale ud fra',
  heading: 'Tal til at tale ud fra',
  sentences: [
    'Klyngerum er rummet, hvor en klynge af praktiserende læger ser på sin egen praksis.',
    'Du ser, hvor din praksis ligger blandt de andre i klyngen, og ingen ser, hvem de andre er.',
    'Klyngen vælger et emne, taler om tallene, aftaler noget at prøve og måler igen et år efter.',
  ],
  signIn: 'Log ind med din mail',
  continueAs: (name: string) => `Fortsæt som ${name}`,
  tryOut: 'Prøv uden at logge ind',
  tryOutHint: 'Gå ind som koordinator, læge, sekretær eller datakilde i en opdigtet klynge.',
  picture: {
    kicker: 'KOL-patienter, der får inhalationssteroid · opdigtede tal',
    message: 'Jeres andel er 52 % (44–60 %). De fleste i klyngen ligger mellem 53 og 69 %.',
    description:
      'Prikkerne viser 21 praksisser på en akse fra 20 til 100 %. Medianen er 61 %. Din praksis ligger på 52 %, til venstre for midten.',
    unit: '%',
    median: 'Median 61 %',
    mine: 'Din praksis 52 %',
    bands: 'Landet',
    columns: ['Hvem', 'Andel'],
    rows: [
      ['Din praksis', '52 % (44–60 %)'],
      ['Klyngens median', '61 %'],
      ['Den midterste halvdel af klyngen', '53–69 %'],
      ['Den midterste halvdel af landet', '53–68 %'],
    ],
    source:
      'Andel af klyngens KOL-patienter i 1. kvartal 2027. Et eksempel, hvor 21 af 23 praksisser har bidraget.',
  },
  promises: [
    {
      title: 'Ingen patienter',
      text: 'Her ligger kun optalte tal. En fil, der ser ud til at rumme CPR-numre, bliver afvist, før den gemmes.',
    },
    {
      title: 'Kun I ser jeres prik',
      text: 'Prikkerne er ens og uden navn. Kun din egen praksis ser, hvilken der er jeres, og ingen bliver rangordnet.',
    },
    {
      title: 'Et tal dømmer ingen',
      text: 'Er der for få patienter til at sige noget sikkert, står det der. Klyngen afgør selv, hvad tallet betyder.',
    },
  ],
};

const en: typeof da = {
  title: 'Klyngerum: figures that start a conversation',
  heading: 'Figures that start a conversation',
  sentences: [
    'Klyngerum is the room in which a cluster of general practitioners looks at its own practice.',
    'You see where your practice lies among the others in the cluster, and nobody sees who the others are.',
    'The cluster chooses a topic, talks about the figures, agrees on something to try, and measures again a year later.',
  ],
  signIn: 'Sign in with your mail',
  continueAs: (name) => `Continue as ${name}`,
  tryOut: 'Try it without signing in',
  tryOutHint: 'Enter an invented cluster as a coordinator, a doctor, a secretary or a data source.',
  picture: {
    kicker: 'Patients with COPD who take an inhaled steroid · invented figures',
    message: 'Your share is 52% (44–60%). Most of the cluster lie between 53 and 69%.',
    description:
      'The dots show 21 practices on an axis from 20 to 100%. The median is 61%. Your practice lies at 52%, left of the middle.',
    unit: '%',
    median: 'Median 61%',
    mine: 'Your practice 52%',
    bands: 'The country',
    columns: ['Who', 'Share'],
    rows: [
      ['Your practice', '52% (44–60%)'],
      ['Median of the cluster', '61%'],
      ['Middle half of the cluster', '53–69%'],
      ['Middle half of the country', '53–68%'],
    ],
    source:
      'Share of the patients with COPD, 1st quarter of 2027. An example in which 21 of 23 practices have contributed.',
  },
  promises: [
    {
      title: 'No patients',
      text: 'Only counted figures are kept here. A file that seems to hold CPR numbers is refused before it is stored.',
    },
    {
      title: 'Only your practice sees its dot',
      text: 'The dots are alike and carry no name. Only your own practice sees which one it is, and nobody is ranked.',
    },
    {
      title: 'A number judges nobody',
      text: 'Where there are too few patients to say anything for certain, the page says so. What a figure means is for the cluster to decide.',
    },
  ],
};

/** What the front page says to whoever comes by. */
export const frontPageText: Record<Locale, typeof da> = { da, en };
