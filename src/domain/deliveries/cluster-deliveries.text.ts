import type { Locale } from '#ui/format.ts';

const da = {
  title: 'Leveringer',
  lead: 'Hvad datakilder har leveret til klyngen: om hvad, fra hvem, hvornår, og hvor mange praksisser der har et tal. Aldrig, hvilke tal.',
  act: 'Lever tal',
  actHint:
    'Lægger du selv tal ind, ser du de andres rækker, indtil du har bekræftet. Det står så ved tallene.',
  invite: 'Inviter en datakilde i stedet',
  none: {
    title: 'Ingen tal endnu',
    text: 'Når en datakilde har leveret tal, står det her. Klyngen kan invitere en, eller en koordinator kan selv lægge en fil ind.',
    member: 'Når en datakilde har leveret tal til klyngen, står det her.',
  },
  columns: { indicator: 'Indikator', period: 'Periode', practices: 'Praksisser med tal' },
  of: (day: string) => `Leveret ${day}`,
  by: (person: string) => `Leveret af ${person}, som har set tallene.`,
  extracted: (day: string) => `Udtrukket ${day}.`,
  formerSource: 'En tidligere datakilde',
  corrected: 'rettet siden',
  withdrawn: 'Trukket tilbage',
  refused: 'Kun en koordinator kan levere tal for klyngen.',
};

const en: typeof da = {
  title: 'Deliveries',
  lead: 'What data sources have delivered to the cluster: about what, from whom, when, and how many practices have a figure. Never which figures.',
  act: 'Deliver figures',
  actHint:
    'If you put in figures yourself, you see the others’ rows until you have confirmed. It then says so beside the figures.',
  invite: 'Invite a data source instead',
  none: {
    title: 'No figures yet',
    text: 'When a data source has delivered figures, it stands here. The cluster can invite one, or a coordinator can put in a file.',
    member: 'When a data source has delivered figures to the cluster, it stands here.',
  },
  columns: { indicator: 'Indicator', period: 'Period', practices: 'Practices with a figure' },
  of: (day) => `Delivered ${day}`,
  by: (person) => `Delivered by ${person}, who has seen the figures.`,
  extracted: (day) => `Extracted ${day}.`,
  formerSource: 'A former data source',
  corrected: 'corrected since',
  withdrawn: 'Withdrawn',
  refused: 'Only a coordinator can deliver figures for the cluster.',
};

/** What the page about a cluster's deliveries says. */
export const clusterDeliveriesText = { da, en } satisfies Record<Locale, typeof da>;
