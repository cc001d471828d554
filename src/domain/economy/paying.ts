/** The roles that see what meetings cost; the database holds the same list. */
const PAYERS: readonly string[] = ['coordinator', 'board', 'treasurer', 'secretary'];

/** Whether somebody with these roles sees what meetings cost. */
export function pays(roles: readonly string[]): boolean {
  return roles.some((role) => PAYERS.includes(role));
}
