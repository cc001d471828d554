import { demoVerb } from './build-demo.ts';
import { checkPackagesVerb } from './check-packages.ts';
import { createClusterVerb } from './create-cluster.ts';
import { createSourceVerb } from './create-source.ts';
import { deliverVerb } from './deliver-file.ts';
import { inviteMemberVerb } from './invite-member.ts';
import { listPackagesVerb } from './list-packages.ts';
import { makeKeyVerb } from './make-key.ts';
import { migrateVerb } from './migrate.ts';
import { mailBouncedVerb } from './note-bounce.ts';
import { publishVerb } from './publish-spreads.ts';
import type { Verb } from './verb.ts';
import { worldEnglandVerb } from './world-england.ts';

/** Everything that the operator's tool can do, in the order in which an installation needs it. */
export const VERBS: readonly Verb[] = [
  migrateVerb,
  createClusterVerb,
  inviteMemberVerb,
  createSourceVerb,
  makeKeyVerb,
  deliverVerb,
  publishVerb,
  mailBouncedVerb,
  checkPackagesVerb,
  listPackagesVerb,
  demoVerb,
  worldEnglandVerb,
];
