import type { HeldRole, Kind } from './membership.ts';

const da = {
  kinds: {
    doctor: 'læge',
    trainee: 'uddannelseslæge',
    staff: 'personale',
    secretary: 'sekretær for klyngen',
    consultant: 'konsulent',
  } satisfies Record<Kind, string>,
  kindHints: {
    doctor: 'Ser praksissens egne tal, når praksissen har åbnet for det.',
    trainee: 'Ser kun praksissens tal, hvis praksissen siger ja til det.',
    staff: 'Ser kun praksissens tal, hvis praksissen siger ja til det.',
    secretary: 'Hjælper med møder og svar. Ser ingen tal og ingen svar.',
    consultant: 'Forbereder og holder oplæg. Hører ikke til en praksis.',
  } satisfies Record<Kind, string>,
  roles: {
    coordinator: 'koordinator',
    board: 'bestyrelse',
    treasurer: 'kasserer',
  } satisfies Record<HeldRole, string>,
  roleHints: {
    coordinator: 'Inviterer, bestiller tal og viser klyngen dem. Ser ikke, hvilken prik der er hvis.',
    board: 'Hjælper med at planlægge og ser, hvem der har bidraget.',
    treasurer: 'Tager sig af klyngens penge.',
  } satisfies Record<HeldRole, string>,
  byClinic: 'som klinik',
};

const en: typeof da = {
  kinds: {
    doctor: 'doctor',
    trainee: 'trainee',
    staff: 'staff',
    secretary: 'secretary of the cluster',
    consultant: 'consultant',
  },
  kindHints: {
    doctor: 'Sees the practice’s own figures once the practice has opened them.',
    trainee: 'Sees the practice’s figures only if the practice says yes to it.',
    staff: 'Sees the practice’s figures only if the practice says yes to it.',
    secretary: 'Helps with meetings and replies. Sees no figures and no answers.',
    consultant: 'Prepares and presents. Belongs to no practice.',
  },
  roles: { coordinator: 'coordinator', board: 'board', treasurer: 'treasurer' },
  roleHints: {
    coordinator: 'Invites, orders figures and shows them to the cluster. Does not see which dot is whose.',
    board: 'Helps to plan, and sees who has contributed.',
    treasurer: 'Looks after the cluster’s money.',
  },
  byClinic: 'as a clinic',
};

/** What kinds of membership and roles are called, and what they mean. */
export const membershipText = { da, en };
