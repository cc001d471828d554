/** The roles that arrange meetings and keep the directory; the database holds the same list. */
const ARRANGERS: readonly string[] = ['coordinator', 'board', 'secretary'];

/** Whether somebody with these roles arranges meetings. */
export function arranges(roles: readonly string[]): boolean {
  return roles.some((role) => ARRANGERS.includes(role));
}
