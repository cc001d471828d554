/** Why the embedded database was not started. Nothing was harmed. */
export type EmbeddedRefusal =
  | 'other_major'
  | 'not_a_database'
  | 'secrets_missing'
  | 'folder_of_another'
  | 'no_account'
  | 'no_binaries'
  | 'no_space'
  | 'would_not_start';

/** Thrown when the embedded database cannot be started as things stand; `detail` names the folder or version. */
export class EmbeddedRefused extends Error {
  readonly reason: EmbeddedRefusal;
  readonly detail: string;

  constructor(reason: EmbeddedRefusal, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'EmbeddedRefused';
    this.reason = reason;
    this.detail = detail;
  }
}
