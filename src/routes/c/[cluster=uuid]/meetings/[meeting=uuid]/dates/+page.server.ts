import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { lineIn } from '#domain/meetings/typed.ts';
import { listOnPaper } from '#domain/notices/hand-over-link.server.ts';
import { lettersPageText } from '#domain/notices/letters-page.text.ts';
import { notePhone } from '#domain/notices/note-phone.server.ts';
import { listAsked } from '#domain/polls/asked-members.server.ts';
import { chooseDate } from '#domain/polls/choose-date.server.ts';
import { openPoll } from '#domain/polls/open-poll.server.ts';
import { findOverview } from '#domain/polls/overview.server.ts';
import { closingOf, occasionsOf, typedPollIn } from '#domain/polls/poll-form.ts';
import type { PlanningRefusal } from '#domain/polls/poll-refusal.text.ts';
import { takeOutDate } from '#domain/polls/take-out-date.server.ts';
import { takeChoiceBack, takePollBack } from '#domain/polls/take-poll-back.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['opened', 'added', 'chosen', 'saved', 'undone', 'taken', 'phone'] as const;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const found = await locals.inCluster(params.cluster, async (scope) => ({
    overview: await findOverview(scope, params.meeting),
    asked: await listAsked(scope, params.cluster),
    paper: await listOnPaper(scope, params.meeting),
  }));
  return {
    ...found,
    mayOpen: meeting.state === 'idea' || meeting.state === 'reserved',
    today: dayOf(locals.now),
    said: SAID.find((word) => url.searchParams.has(word)) ?? null,
  };
};

type Outcome = { done: true } | { done: false; reason: PlanningRefusal };

function answer(path: string, said: 'opened' | 'chosen', outcome: Outcome): PlanningRefusal {
  if (outcome.done) redirect(303, `${path}?${said}`);
  return outcome.reason;
}

export const actions: Actions = {
  open: async (event) => {
    const form = await event.request.formData();
    const typed = typedPollIn(form);
    const options = occasionsOf(typed, dayOf(event.locals.now));
    const closesOn = closingOf(typed, options, dayOf(event.locals.now));
    const opened: Outcome = await event.locals.inCluster(
      event.params.cluster,
      (scope) => openPoll(scope, event.params.meeting, { options, closesOn, mustMemberIds: typed.musts }),
      form,
    );
    return fail(409, { refusal: answer(event.url.pathname, 'opened', opened), typed });
  },
  choose: async (event) => {
    const form = await event.request.formData();
    const chosen: Outcome = await event.locals.inCluster(
      event.params.cluster,
      (scope) => chooseDate(scope, event.params.meeting, String(form.get('option') ?? '')),
      form,
    );
    return fail(409, { refusal: answer(event.url.pathname, 'chosen', chosen), typed: null });
  },
  takeOut: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [option, isConfirmed] = [String(form.get('option') ?? ''), form.get('confirmed') === 'yes'];
    const taken = await locals.inCluster(
      params.cluster,
      (scope) => takeOutDate(scope, params.meeting, option, isConfirmed),
      form,
    );
    if (!taken.done) return fail(409, { refusal: taken.reason as PlanningRefusal, typed: null });
    redirect(303, `${url.pathname}?taken`);
  },
  phone: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [practiceId, phone] = [lineIn(form, 'practice'), lineIn(form, 'phone')];
    const noted = await locals.inCluster(
      params.cluster,
      (scope) => notePhone(scope, practiceId, phone),
      form,
    );
    if (noted.done) redirect(303, `${url.pathname}?phone#ring-${practiceId}`);
    const error = lettersPageText[locals.locale].refusal[noted.reason];
    return fail(409, { ringing: { practiceId, phone, error } });
  },
  undo: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const round = String(form.get('round') ?? '');
    const takeBack = form.get('what') === 'chosen' ? takeChoiceBack : takePollBack;
    const undone = await locals.inCluster(
      params.cluster,
      (scope) => takeBack(scope, params.meeting, round),
      form,
    );
    if (!undone.done) return fail(409, { refusal: undone.reason as PlanningRefusal, typed: null });
    redirect(303, `${url.pathname}?undone`);
  },
};
