import type {
  ClusterScope,
  HolderScope,
  LinkScope,
  MemberLinkScope,
  PersonScope,
  SourceScope,
} from '#platform/scope.server.ts';
import type { Locale } from '#ui/format.ts';

declare global {
  namespace App {
    interface Locals {
      locale: Locale;
      now: Date;
      demo: boolean;
      /** Where whoever runs the installation can be asked; null where no such address is known. */
      operatorAddress: string | null;
      person: { personId: string; name: string; isExample: boolean } | null;
      /** Inside a cluster of the person's own; 404 for every other. */
      inCluster<T>(clusterId: string, work: (scope: ClusterScope) => Promise<T>, form?: FormData): Promise<T>;
      /** For the signed-in person; to the sign-in page when there is none. */
      asPerson<T>(work: (scope: PersonScope) => Promise<T>, form?: FormData): Promise<T>;
      /** For a data source that the person delivers for; 404 for every other. */
      asSource<T>(sourceId: string, work: (scope: SourceScope) => Promise<T>, form?: FormData): Promise<T>;
      /** For whoever asks. */
      asLink<T>(work: (scope: LinkScope) => Promise<T>, form?: FormData): Promise<T>;
      /** For the member whose own link this is; a page that says what to do when it opens nothing any more. */
      asMember<T>(link: string, work: (scope: MemberLinkScope) => Promise<T>, form?: FormData): Promise<T>;
      /** For whoever holds a link of another purpose; likewise. */
      asHolder<T>(
        link: string,
        purpose: HolderScope['kind'],
        work: (scope: HolderScope) => Promise<T>,
        form?: FormData,
      ): Promise<T>;
    }
    interface Error {
      message: string;
      code?: string;
      /** What was typed and could not be kept, so that it is not lost. */
      typed?: string[];
    }
  }
}
