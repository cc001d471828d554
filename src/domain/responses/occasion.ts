/** When a questionnaire of a meeting can be asked again: with a meeting ahead, or on an agreement's day to measure. */
export type Occasions = {
  meetings: { meetingId: string; title: string; heldOn: string | null }[];
  agreements: { agreementId: string; what: string; on: string }[];
};

/** When it is asked again: with a meeting, or so that it is over by a day. */
export type Occasion = { meetingId: string } | { by: string };

/** What a form names an occasion by. */
export const ofMeeting = (meetingId: string) => `meeting:${meetingId}`;
export const ofDay = (day: string) => `day:${day}`;

/** The occasion that a form names, or null where it is none of those there are. */
export function occasionIn({ agreements, meetings }: Occasions, named: string): Occasion | null {
  const meeting = meetings.find(({ meetingId }) => ofMeeting(meetingId) === named);
  if (meeting) return { meetingId: meeting.meetingId };
  const agreement = agreements.find(({ on }) => ofDay(on) === named);
  return agreement ? { by: agreement.on } : null;
}
