import type { Locale } from '#ui/format.ts';
import type { Door } from './door.ts';

type Step = { title: string; text: string; act: string };
type DoorWords = { title: string; text: string; act: string };

const da = {
  title: 'Prøv Klyngerum',
  lead: 'Gå ind i en opdigtet klynge. Alle navne og tal er fundet på, og du kan ikke ødelægge noget.',
  doors: {
    coordinator: {
      title: 'Koordinator',
      text: 'Planlæg møder fra emne til referat, og vis klyngen dens tal.',
      act: 'Prøv som koordinator',
    },
    doctor: {
      title: 'Læge',
      text: 'Svar på datoer, stem om emner, og se, hvor din praksis ligger blandt de andre.',
      act: 'Prøv som læge',
    },
    secretary: {
      title: 'Sekretær',
      text: 'Hold styr på datoer, svar, lokale, mad og udgifter. Sekretæren ser ingen tal.',
      act: 'Prøv som sekretær',
    },
    source: {
      title: 'Datakilde',
      text: 'Lever tal til tre klynger på én gang, og se bagefter kun, hvor mange rækker der var.',
      act: 'Prøv som datakilde',
    },
    larger: {
      title: 'Bakkeklyngen, 22 praksisser',
      text: 'Så mange, at alle prikkerne kan vises.',
      act: 'Gå ind i Bakkeklyngen',
    },
    smaller: {
      title: 'Øklyngen, 4 praksisser',
      text: 'Så få, at klyngen ikke kan vises uden at røbe nogen. Her ses kun det egne tal.',
      act: 'Gå ind i Øklyngen',
    },
  } satisfies Record<Door, DoorWords>,
  meetingTour: 'Et møde, fra emne til referat',
  tour: 'Tallene, på tre minutter',
  tourHint: 'Hvert skridt åbner som den, der gør det.',
  steps: {
    vote: {
      title: 'Vælg emne',
      text: 'Foreslå et emne i én sætning, og sæt dine prikker på dem, der venter.',
      act: 'Stem som læge',
    },
    plan: {
      title: 'Lav mødet',
      text: 'Skriv tre datoer, og send. Dagsorden, frister, mails og bestilling af tal følger med pakken.',
      act: 'Planlæg som koordinator',
    },
    answer: {
      title: 'Svar',
      text: 'Hvilke dage kan du, og kommer du? Medlemmer gør det samme fra linket i deres mail.',
      act: 'Svar som læge',
    },
    minutes: {
      title: 'Se, hvad der blev aftalt',
      text: 'Åbn et møde, der er holdt: referat, aftale, udgifter til PLO og det, der måles igen.',
      act: 'Se møderne',
    },
    deliver: {
      title: 'Lever tal',
      text: 'Brug eksempelfilen med tal for KOL i 2025, se den, som den er forstået, og bekræft.',
      act: 'Lever som koordinator',
    },
    publish: {
      title: 'Offentliggør',
      text: 'Se, hvor mange praksisser der har bidraget, og vis klyngen dens billede.',
      act: 'Offentliggør som koordinator',
    },
    place: {
      title: 'Se din egen praksis',
      text: 'Dit tal ligger dækket, til du trykker Vis. Derefter står det i ord og på billedet.',
      act: 'Se som læge',
    },
    wall: {
      title: 'Vis det på væggen',
      text: 'Til mødet: det samme billede, hvor ingen er fremhævet.',
      act: 'Vis væggen',
    },
  } satisfies Record<string, Step>,
  file: 'Hent eksempelfilen',
  moreTitle: 'Andre klynger',
  mailbox: {
    link: 'Læs den mail, de opdigtede personer har fået',
    title: 'Mail til de opdigtede personer',
    to: (name: string) => `Til ${name}`,
    lead: 'Mail til opdigtede personer bliver her. Linkene virker.',
    whose: 'Hvis mail?',
    everybody: 'Alles',
    show: 'Vis',
    none: {
      title: 'Ingen mail endnu',
      text: 'Når der bliver sendt mail til en opdigtet person, står den her.',
    },
  },
  notMade: 'De opdigtede klynger er ikke lavet endnu. De bliver lavet, når Klyngerum starter første gang.',
};

const en: typeof da = {
  title: 'Try Klyngerum',
  lead: 'Enter an invented cluster. All names and figures are made up, and you can break nothing.',
  doors: {
    coordinator: {
      title: 'Coordinator',
      text: 'Plan meetings from topic to minutes, and show the cluster its figures.',
      act: 'Try as a coordinator',
    },
    doctor: {
      title: 'Doctor',
      text: 'Answer about dates, vote on topics, and see where your practice lies among the others.',
      act: 'Try as a doctor',
    },
    secretary: {
      title: 'Secretary',
      text: 'Keep track of dates, answers, room, food and expenses. The secretary sees no figures.',
      act: 'Try as a secretary',
    },
    source: {
      title: 'Data source',
      text: 'Deliver figures to three clusters at once, and afterwards see only how many rows there were.',
      act: 'Try as a data source',
    },
    larger: {
      title: 'Bakkeklyngen, 22 practices',
      text: 'So many that every dot can be shown.',
      act: 'Enter Bakkeklyngen',
    },
    smaller: {
      title: 'Øklyngen, 4 practices',
      text: 'So few that the cluster cannot be shown without giving somebody away. Only the own figure is seen here.',
      act: 'Enter Øklyngen',
    },
  },
  meetingTour: 'A meeting, from topic to minutes',
  tour: 'The figures, in three minutes',
  tourHint: 'Each step opens as the one who takes it.',
  steps: {
    vote: {
      title: 'Choose a topic',
      text: 'Propose a topic in one sentence, and place your dots on those that wait.',
      act: 'Vote as a doctor',
    },
    plan: {
      title: 'Make the meeting',
      text: 'Write three dates, and send. Agenda, deadlines, mails and the order of figures come with the package.',
      act: 'Plan as a coordinator',
    },
    answer: {
      title: 'Answer',
      text: 'Which days can you, and do you come? Members do the same from the link in their mail.',
      act: 'Answer as a doctor',
    },
    minutes: {
      title: 'See what was agreed',
      text: 'Open a meeting that was held: minutes, agreement, expenses for PLO and what is measured again.',
      act: 'See the meetings',
    },
    deliver: {
      title: 'Deliver figures',
      text: 'Use the example file with figures on COPD in 2025, see it as it was understood, and confirm.',
      act: 'Deliver as a coordinator',
    },
    publish: {
      title: 'Publish',
      text: 'See how many practices have contributed, and show the cluster its picture.',
      act: 'Publish as a coordinator',
    },
    place: {
      title: 'See your own practice',
      text: 'Your figure lies covered until you press Show. Then it stands in words and in the picture.',
      act: 'See as a doctor',
    },
    wall: {
      title: 'Show it on the wall',
      text: 'For the meeting: the same picture, with nobody marked.',
      act: 'Show the wall',
    },
  },
  file: 'Get the example file',
  moreTitle: 'Other clusters',
  mailbox: {
    link: 'Read the mail that the invented people have got',
    title: 'Mail to the invented people',
    to: (name) => `To ${name}`,
    lead: 'Mail to invented people stays here. The links work.',
    whose: 'Whose mail?',
    everybody: 'Everybody’s',
    show: 'Show',
    none: { title: 'No mail yet', text: 'When mail is sent to an invented person, it is here.' },
  },
  notMade:
    'The invented clusters have not been made yet. They are made when Klyngerum starts for the first time.',
};

/** What the try-out says. */
export const tryoutText: Record<Locale, typeof da> = { da, en };
