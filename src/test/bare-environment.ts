/**
 * What a process of ours is told that a test starts: where its programs and its temporary files lie, and nothing else of
 * the settings around the test.
 */
export function bareEnvironment(): Record<string, string> {
  const known = Object.entries(process.env).filter(([name]) => KNOWN.includes(name));
  return Object.fromEntries(known.map(([name, value]) => [name, value ?? '']));
}

const KNOWN = ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE'];
