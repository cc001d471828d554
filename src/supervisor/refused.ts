/** Why Klyngerum cannot start as things stand. Each has a text in both languages. */
export type StartRefusal =
  | 'already_running'
  | 'port_taken'
  | 'port_forbidden'
  | 'host_not_here'
  | 'folder_forbidden'
  | 'folder_read_only'
  | 'folder_is_a_file'
  | 'folder_not_ours'
  | 'disk_full'
  | 'build_failed'
  | 'database_unreachable';

/** Thrown when a start is refused, before anything is harmed; `detail` is an address, a folder or a size. */
export class StartRefused extends Error {
  readonly reason: StartRefusal;
  readonly detail: string;

  constructor(reason: StartRefusal, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'StartRefused';
    this.reason = reason;
    this.detail = detail;
  }
}
