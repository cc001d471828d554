/** What the system does by itself. A cluster is told of each, in a list of those who arrange its meetings. */
export const OWN_ACTS = [
  'topic_vote_closed',
  'meeting_over',
  'new_members_asked',
  'voters_reminded',
  'poll_closed',
  'new_members_invited',
  'invited_reminded',
  'venue_told_again',
  'needs_forgotten',
  'guests_reminded',
  'guests_asked_afterwards',
  'figures_ordered',
  'source_reminded',
  'figures_received',
  'own_counts_asked',
  'counters_reminded',
  'measured_again',
  'action_owners_reminded',
  'questionnaire_opened',
  'respondents_reminded',
  'questionnaire_counted',
  'questionnaire_dropped',
  'questionnaire_unreadable',
  'week_told',
] as const;
export type OwnAct = (typeof OWN_ACTS)[number];

/** Whether this release has words for an act. */
export function isOwnAct(act: string): act is OwnAct {
  return OWN_ACTS.some((known) => known === act);
}
