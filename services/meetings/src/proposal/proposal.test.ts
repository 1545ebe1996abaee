import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { coLeadOf, createFactories, errorOf, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildGroup, buildOrganisation, buildPerson, buildSeat } = createFactories(harness);

const PLAN = `query ($input: PlanSeriesInput!) { planSeries(input: $input) {
  meetings { nodes { localStart startsAt } }
  participants { nodes { person { id } borneBefore outOfHoursBefore lastMeeting { id } } } } }`;
const SCHEDULE = `mutation ($input: ScheduleProposalInput!) { scheduleProposal(input: $input) {
  id rule preset group { id } viewerCanEdit
  meetings { nodes { id startsAt recurrenceStart localStart durationMinutes } } } }`;

const YEAR = {
  ...{ from: "2041-01-07", until: "2041-12-31", every: "QUARTERLY", daysToChooseFrom: 5 },
  ...{ durationMinutes: 60, timeZone: "Europe/London" },
};

const NEXT = { from: "2042-01-06", until: "2042-03-31" };

const LIKED = {
  ...{ title: "The quarter", every: "QUARTERLY", timeZone: "Europe/London", durationMinutes: 60 },
  localStarts: ["2041-01-31T14:00:00", "2041-04-08T15:30:00"],
};

/** A group of one, who can meet in the evening alone, and never in comfort. */
async function eveningGroup() {
  const [group, organisation, person] = [
    await buildGroup(),
    await buildOrganisation(),
    await buildPerson(),
  ];
  await buildSeat({ group, organisation, delegate: person });
  const hours = {
    comfortable: [{ from: "22:00", until: "22:15" }],
    possible: [{ from: "22:00", until: "24:00" }],
  };
  const { errors } = await execute(
    `mutation ($input: UpdateMyAvailabilityInput!) { updateMyAvailability(input: $input) { id } }`,
    {
      viewer: buildViewer({ id: newId("acc"), person }),
      input: { timeZone: "Europe/London", ...hours },
    },
  );
  if (errors?.[0]) throw errors[0];
  return { group, person };
}

async function planned(group: string, input: object = {}) {
  const asked = { viewer: coLeadOf(group), input: { ...YEAR, group, ...input } };
  const { data, errors } = await execute(PLAN, asked);
  expect(errors).toBeUndefined();
  return data?.planSeries;
}

it("makes the meetings of a proposal at its times, once, and the next plan knows what they cost", async () => {
  const { group, person } = await eveningGroup();
  const proposal = (await planned(group)).meetings.nodes;
  const input = {
    ...{ ...LIKED, group, idempotencyKey: "the year" },
    localStarts: proposal.map((one: { localStart: string }) => one.localStart),
  };
  const { data, errors } = await execute(SCHEDULE, { viewer: coLeadOf(group), input });
  expect(errors).toBeUndefined();
  const series = data?.scheduleProposal;
  expect(series).toMatchObject({ preset: "QUARTERLY", group: { id: group }, viewerCanEdit: true });
  expect(series.meetings.nodes.map((one: { startsAt: string }) => one.startsAt)).toEqual(
    proposal.map((one: { startsAt: string }) => one.startsAt),
  );
  const again = await execute(SCHEDULE, { viewer: coLeadOf(group), input });
  expect(again.data?.scheduleProposal).toEqual(series);
  const { participants } = await planned(group, NEXT);
  expect(participants.nodes).toEqual([
    {
      ...{ person: { id: person }, borneBefore: 48, outOfHoursBefore: 4 },
      lastMeeting: { id: series.meetings.nodes[3].id },
    },
  ]);
  const [first] = series.meetings.nodes;
  await execute(`mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { id } }`, {
    viewer: coLeadOf(group),
    input: { id: first.id },
  });
  const after = (await planned(group, NEXT)).participants.nodes;
  expect(after).toMatchObject([{ borneBefore: 36, outOfHoursBefore: 3 }]);
});

it("keeps the rhythm as the rule, from any day of the month, with each meeting moved", async () => {
  const group = await buildGroup();
  const { data } = await execute(SCHEDULE, {
    viewer: coLeadOf(group),
    input: { ...LIKED, group },
  });
  const { rule, meetings } = data?.scheduleProposal ?? {};
  expect(rule).toBe("FREQ=MONTHLY;INTERVAL=3;COUNT=2;BYDAY=-1TH");
  expect(meetings.nodes).toMatchObject([
    { recurrenceStart: "2041-01-31T14:00:00", localStart: "2041-01-31T14:00:00" },
    {
      recurrenceStart: "2041-04-25T14:00:00",
      localStart: "2041-04-08T15:30:00",
      durationMinutes: 60,
    },
  ]);
});

it.each([
  ["localStarts", { localStarts: [] }],
  ["localStarts.1", { localStarts: ["2041-01-31T14:00:00", "2041-01-31T14:30:00"] }],
  ["localStarts.1", { localStarts: ["2041-01-31T14:00:00", "2041-03-31T01:30:00"] }],
  ["durationMinutes", { durationMinutes: 0 }],
  ["title", { title: " " }],
])("refuses what is no proposal: %s", async (field, wrong) => {
  const group = await buildGroup();
  const answer = await execute(SCHEDULE, {
    viewer: coLeadOf(group),
    input: { ...LIKED, group, ...wrong },
  });
  expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
});

it("is for those who convene the group's meetings", async () => {
  const group = await buildGroup();
  const input = { ...LIKED, group };
  expect(errorOf(await execute(SCHEDULE, { viewer: seatedIn(group), input })).code).toBe(
    "FORBIDDEN",
  );
  expect(errorOf(await execute(SCHEDULE, { viewer: null, input })).code).toBe("UNAUTHENTICATED");
});
