/** What a write answers: that it is done, with what it made, or why it was refused. Never an exception. */
export type Outcome<Reason extends string, Made = undefined> = Done<Made> | Refused<Reason>;
export type Done<Made = undefined> = { done: true; made: Made };
export type Refused<Reason extends string> = { done: false; reason: Reason };

export const done: Done = { done: true, made: undefined };

/** Done, and this is what came of it: an id or a count, fit to be told again after a double click. */
export function made<Made>(what: Made): Done<Made> {
  return { done: true, made: what };
}

/** Not done, and nothing stored. The reason is a state of affairs that the user can do something about. */
export function refused<Reason extends string>(reason: Reason): Refused<Reason> {
  return { done: false, reason };
}
