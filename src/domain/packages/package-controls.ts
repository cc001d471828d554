/** How a field of a package is typed into a form. */
export type Control = {
  readonly type: 'text' | 'number' | 'textarea' | 'select';
  readonly rows?: number;
  readonly isOptional?: boolean;
  /** Whether each line is an entry of its own. */
  readonly isList?: boolean;
};

const line: Control = { type: 'text' };
const number: Control = { type: 'number' };
const choice: Control = { type: 'select' };
const list: Control = { type: 'textarea', rows: 5, isList: true, isOptional: true };
const words = (rows: number): Control => ({ type: 'textarea', rows });
const maybe = (control: Control): Control => ({ ...control, isOptional: true });

/** The control of each field that stands alone, by its path. */
export const FIELD_CONTROLS: Readonly<Record<string, Control>> = {
  'title.da': line,
  'title.en': line,
  'summary.da': words(2),
  'summary.en': words(2),
  meetingKind: choice,
  startsAt: line,
  purpose: words(3),
  background: maybe(words(6)),
  remarks: list,
  preparation: list,
  guests: list,
  'preMeeting.minutes': maybe(number),
  'preMeeting.points': list,
  discussion: { ...list, isOptional: false, rows: 7 },
  speakerBrief: maybe(words(10)),
  'texts.invitation': words(6),
  'texts.venue': maybe(words(4)),
  'texts.guest': maybe(words(6)),
  'texts.followUp': words(5),
};

/** The controls of a row, in order, by what the rows are of. */
export const ROW_CONTROLS = {
  programme: {
    title: line,
    minutes: number,
    kind: choice,
    owner: maybe(line),
    material: maybe(line),
    isForGuest: choice,
    guide: maybe(words(6)),
  },
  deadlines: { act: choice, title: line, days: number, side: choice },
  agreements: { what: words(2), measure: line, indicator: choice, months: number, second: maybe(number) },
} as const satisfies Record<string, Readonly<Record<string, Control>>>;

/** The fields of a row that are folded away until somebody wants them. */
export const FOLDED: Readonly<Record<keyof typeof ROW_CONTROLS, readonly string[]>> = {
  programme: ['owner', 'material', 'isForGuest', 'guide'],
  deadlines: [],
  agreements: [],
};
