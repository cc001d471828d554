/** What became of a topic, as its proposer hears it. `answer` is what those who lead wrote; it may be empty. */
export type Outcome =
  | { kind: 'planned'; halfYear: string; answer: string }
  | { kind: 'dropped'; answer: string }
  | { kind: 'met'; answer: string }
  | { kind: 'merged'; into: string }
  | { kind: 'taken_up' };
