/** Who is shown what was answered: the members and those who lead them. Bought help arranges, and sees no answers. */
export function seesAnswers(roles: readonly string[]): boolean {
  return roles.some((role) => SEEING.includes(role));
}

const SEEING: readonly string[] = ['member', 'coordinator', 'board', 'treasurer'];
