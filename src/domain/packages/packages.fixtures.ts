import type { MeetingPackage } from './package.ts';

/** A sound package of two parts without guests or figures; a test states only what it is about. */
export function aPackage(stated: Partial<MeetingPackage> = {}): MeetingPackage {
  return {
    key: 'proeve',
    version: 1,
    title: { da: 'Prøvepakke', en: 'Test package' },
    summary: { da: 'En pakke til prøver.', en: 'A package for tests.' },
    meetingKind: 'cluster',
    minutes: 30,
    startsAt: '17:00',
    purpose: 'At prøve.',
    background: '',
    remarks: [],
    preparation: [],
    guests: [],
    preMeeting: null,
    programme: [
      aPart({ title: 'Velkomst', minutes: 10, kind: 'welcome' }),
      aPart({ title: 'Aftaler', minutes: 20, kind: 'agreements' }),
    ],
    deadlines: [
      { act: 'send_invitation', days: -28, title: 'Send invitation' },
      { act: 'measure_again', days: 180, title: 'Mål igen' },
    ],
    indicators: [],
    questions: [],
    isWellbeing: false,
    questionnaireDays: { opens: -28, closes: -5 },
    discussion: ['Hvad undrer jer?'],
    agreements: [{ what: 'Vi prøver igen.', measure: 'Håndsoprækning.', indicator: null, months: [6] }],
    speakerBrief: '',
    texts: { invitation: 'Kom til møde.', venue: '', guest: '', followUp: 'Tak for sidst.' },
    author: 'Klyngerum',
    checkedBy: null,
    nextReview: null,
    ...stated,
  };
}

/** A part of a programme with a guide. */
export function aPart(stated: Partial<MeetingPackage['programme'][number]> = {}) {
  const rest = { owner: '', material: '', isForGuest: false, guide: 'Sådan gør du.' };
  return { title: 'Oplæg', minutes: 20, kind: 'talk' as const, ...rest, ...stated };
}
