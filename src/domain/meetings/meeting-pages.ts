/** The pages of a meeting, in the order of its navigation. */
export type MeetingPage =
  | 'overview'
  | 'agenda'
  | 'dates'
  | 'people'
  | 'venue'
  | 'guests'
  | 'questions'
  | 'questionnaire'
  | 'figures'
  | 'attendance'
  | 'minutes'
  | 'agreements'
  | 'money'
  | 'letters';

type Page = {
  page: MeetingPage;
  /** Below the meeting's own address. */
  path: string;
  /** True from the moment the page exists. */
  isOn: boolean;
  /** Whom the page is for: everybody of the cluster, those who arrange, those who lead, or those who pay. */
  isFor: 'all' | 'arrangers' | 'leaders' | 'payers';
};

const PAGES: readonly Page[] = [
  { page: 'overview', path: '', isOn: true, isFor: 'all' },
  { page: 'agenda', path: '/agenda', isOn: true, isFor: 'all' },
  { page: 'dates', path: '/dates', isOn: true, isFor: 'arrangers' },
  { page: 'people', path: '/people', isOn: true, isFor: 'arrangers' },
  { page: 'venue', path: '/venue', isOn: true, isFor: 'arrangers' },
  { page: 'guests', path: '/guests', isOn: true, isFor: 'arrangers' },
  { page: 'questions', path: '/questions', isOn: true, isFor: 'all' },
  { page: 'questionnaire', path: '/questionnaire', isOn: true, isFor: 'arrangers' },
  { page: 'figures', path: '/figures', isOn: true, isFor: 'arrangers' },
  { page: 'attendance', path: '/attendance', isOn: true, isFor: 'arrangers' },
  { page: 'minutes', path: '/minutes', isOn: true, isFor: 'all' },
  { page: 'agreements', path: '/agreements', isOn: true, isFor: 'all' },
  { page: 'money', path: '/money', isOn: true, isFor: 'payers' },
  { page: 'letters', path: '/letters', isOn: true, isFor: 'arrangers' },
];

const ROLES_FOR: Record<Exclude<Page['isFor'], 'all'>, readonly string[]> = {
  arrangers: ['coordinator', 'board', 'secretary'],
  leaders: ['coordinator', 'board'],
  payers: ['coordinator', 'board', 'treasurer', 'secretary'],
};

/** The pages of a meeting that exist and are for somebody with these roles, as paths below the meeting's address. */
export function pagesFor(roles: readonly string[]): { page: MeetingPage; path: string }[] {
  return PAGES.filter(
    ({ isOn, isFor }) => isOn && (isFor === 'all' || roles.some((role) => ROLES_FOR[isFor].includes(role))),
  ).map(({ page, path }) => ({ page, path }));
}

/** Whether a page exists yet, so that another may lead to it. */
export function isPageOn(page: MeetingPage): boolean {
  return PAGES.some((one) => one.page === page && one.isOn);
}
