import type { Harness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { coLeadOf, createFactories } from "./factories.ts";

const DAY = 24 * 3_600_000;

export const CREATE = `mutation ($input: CreatePollInput!) { createPoll(input: $input) { id } }`;
export const ANSWER = `mutation ($input: AnswerPollInput!) { answerPoll(input: $input) { id } }`;
export const FINALISE = `mutation ($input: FinalisePollInput!) { finalisePoll(input: $input) {
  id status meeting { id title startsAt durationMinutes attendance { nodes { status } } } } }`;
const READ = `query ($id: ID!) { poll(id: $id) { title status deadline showsAnswers
  viewerCanEdit viewerCanAnswer viewerCanSeeAnswers
  slots { totalCount nodes { id localStart result { rank yesCount ifNeedBeCount noCount hasQuorum
    requiredRefusals } } }
  invitations { totalCount nodes { organisation { id } person { id } isRequired answeredAt
    answers { nodes { choice slot { id } } } } }
  viewerInvitations { nodes { organisation { id } person { id } answeredAt
    answers { nodes { choice slot { id } } } } } } }`;

/** Three times, all of them open until a week from now. */
export const ASKED = {
  title: "The quarter",
  localStarts: ["2041-01-10T14:00:00", "2041-01-11T14:00:00", "2041-01-12T14:00:00"],
  timeZone: "Europe/London",
  durationMinutes: 60,
};

export const inAWeek = (): string => new Date(Date.now() + 7 * DAY).toISOString();

/** Polls of groups whose every seat has a delegate. */
export function createPolls(harness: Harness) {
  const { buildGroup, buildOrganisation, buildPerson, buildSeat } = createFactories(harness);

  async function buildSeats(count: number, told: object = {}) {
    const group = await buildGroup();
    const seats = [];
    for (let index = 0; index < count; index += 1) {
      const [organisation, person] = [await buildOrganisation(told), await buildPerson()];
      await buildSeat({ group, organisation, delegate: person });
      seats.push({ organisation, person, viewer: delegate(group, person) });
    }
    return { group, seats };
  }

  /** Throws what it is refused with. */
  async function openPoll(group: string, input: object = {}): Promise<string> {
    const asked = { ...ASKED, group, deadline: inAWeek(), ...input };
    const { data, errors } = await harness.execute(CREATE, {
      viewer: coLeadOf(group),
      input: asked,
    });
    if (errors?.[0]) throw errors[0];
    return (data as { createPoll: { id: string } }).createPoll.id;
  }

  async function read(id: string, viewer: Viewer | null) {
    const { data, errors } = await harness.execute(READ, { viewer, id });
    expect(errors).toBeUndefined();
    return data?.poll;
  }

  /** One choice for each time, in the order of the times. */
  async function answer(
    poll: string,
    { viewer, organisation }: { readonly viewer: Viewer; readonly organisation: string | null },
    choices: readonly string[],
  ) {
    const { slots } = await read(poll, viewer);
    const answers = choices.map((choice, index) => ({ slot: slots.nodes[index].id, choice }));
    return harness.execute(ANSWER, { viewer, input: { poll, organisation, answers } });
  }

  return { buildSeats, openPoll, read, answer };
}

/** Who fills a seat: a member of the group. */
const delegate = (group: string, person: string): Viewer =>
  buildViewer({ id: newId("acc"), person, groups: [{ id: group, role: "MEMBER" }] });
