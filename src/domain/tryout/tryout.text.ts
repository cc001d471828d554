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
      text: 'Lever tal, se, hvem der har bidraget, og offentliggør klyngens billede.',
      act: 'Prøv som koordinator',
    },
    doctor: {
      title: 'Læge',
      text: 'Se, hvor din praksis ligger blandt de andre, uden at se, hvem de andre er.',
      act: 'Prøv som læge',
    },
    secretary: {
      title: 'Sekretær',
      text: 'Hold styr på medlemmerne. Sekretæren ser ingen tal.',
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
  tour: 'Tre minutter, fire skridt',
  tourHint: 'Hvert skridt åbner som den, der gør det.',
  steps: {
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
      text: 'Deliver figures, see who has contributed, and publish the picture of the cluster.',
      act: 'Try as a coordinator',
    },
    doctor: {
      title: 'Doctor',
      text: 'See where your practice lies among the others, without seeing who the others are.',
      act: 'Try as a doctor',
    },
    secretary: {
      title: 'Secretary',
      text: 'Keep track of the members. The secretary sees no figures.',
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
  tour: 'Three minutes, four steps',
  tourHint: 'Each step opens as the one who takes it.',
  steps: {
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
