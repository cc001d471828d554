import type { AnsweringScope } from '#platform/scope.server.ts';

/**
 * Whether somebody answers by a link on paper, which those who arrange have printed and may have kept: it shows and
 * takes neither ballot nor diet nor reason of absence.
 */
export function isOnPaper(scope: AnsweringScope): boolean {
  return scope.kind === 'member_link' && scope.about === 'handed_over';
}
