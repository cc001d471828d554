/**
 * Calls `then` once when the process that started us is gone, which a kill leaves no trace of. Only where
 * that process asked for it: a server that somebody started and left alone keeps running.
 */
export function watchParent(then: () => void): void {
  const parent = Number(process.env.KLYNGERUM_PARENT ?? 0);
  if (parent === 0) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 500);
  watch.unref();
}
