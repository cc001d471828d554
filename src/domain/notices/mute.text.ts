import type { Locale } from '#ui/format.ts';

const da = {
  title: 'Mails til dig',
  section: 'Mails og kalender',
  link: 'Vælg, hvilke mails du kan undvære',
  calendar: (cluster: string) => `Få møderne i ${cluster} ind i din kalender`,
  byLink: {
    title: (kind: string) => `Slå mails fra: ${kind}`,
    who: (name: string, cluster: string) => `Det gælder mails til ${name} fra ${cluster}.`,
    only: 'Invitationer, flytninger og aflysninger kommer stadig. Dem kan ingen undvære.',
    mute: 'Slå disse mails fra',
    before: 'Har du slået dem fra før, kan du få dem igen.',
    again: 'Lad dem komme igen',
    muted: 'De er slået fra. Du får ikke flere af dem.',
    unmuted: 'De kommer igen.',
    refused: 'Mails af denne slags kan ikke slås fra.',
  },
  lead: 'Her vælger du, hvilke mails du kan undvære. Invitationer, flytninger og aflysninger kommer altid.',
  comes: 'Kommer',
  isMuted: 'Slået fra',
  mute: 'Slå fra',
  unmute: 'Få igen',
  kind: 'Mail',
  state: 'Nu',
  act: 'Skift',
  saved: 'Gemt.',
  table: 'Mails, du kan undvære',
};

const en: typeof da = {
  title: 'Mails to you',
  section: 'Mails and calendar',
  link: 'Choose which mails you can do without',
  calendar: (cluster) => `Have the meetings of ${cluster} in your calendar`,
  byLink: {
    title: (kind) => `Turn mails off: ${kind}`,
    who: (name, cluster) => `This is about mails to ${name} from ${cluster}.`,
    only: 'Invitations, moves and cancellations still come. Nobody can do without them.',
    mute: 'Turn these mails off',
    before: 'If you have turned them off before, you can have them again.',
    again: 'Let them come again',
    muted: 'They are off. You get no more of them.',
    unmuted: 'They come again.',
    refused: 'Mails of this kind cannot be turned off.',
  },
  lead: 'Here you choose which mails you can do without. Invitations, moves and cancellations always come.',
  comes: 'Comes',
  isMuted: 'Off',
  mute: 'Turn off',
  unmute: 'Have again',
  kind: 'Mail',
  state: 'Now',
  act: 'Change',
  saved: 'Saved.',
  table: 'Mails you can do without',
};

/** The words where mails are turned off and on again. */
export const muteText: Record<Locale, typeof da> = { da, en };
