import { ask } from "../ask.ts";
import { sendPaper } from "../papers-world.ts";
import type { Planting } from "./planting.ts";

const YEAR = { startDate: "2040-01-01", endDate: "2040-12-31" };
const STARTS = { timeZone: "Europe/London", durationMinutes: 60 };

/** What its group and its meetings are at work on. `token`: of its own person, who sits there. */
export async function plantWork(planting: Planting, token: string): Promise<void> {
  await plantPlans(planting);
  await plantMinutes(planting);
  await plantPapers(planting, token);
  await plantPoll(planting);
}

async function plantPlans(planting: Planting): Promise<void> {
  const [group, organisation] = [planting.id("group"), planting.id("organisation")];
  const title = (what: string) => ({ title: planting.canary(what) });
  await planting.make("workplan", "addWorkplan", { group, ...title("Workplan"), ...YEAR });
  const due = { group, ...title("Milestone"), dueDate: "2040-06-01" };
  await planting.make("milestone", "addMilestone", due);
  await planting.make("activity", "addActivity", {
    ...{ workplan: planting.id("workplan"), ...title("Activity") },
    ...{ startDate: "2040-02-01", dueDate: "2040-03-01" },
  });
  const question = planting.canary("Question");
  await planting.make("call", "openInputCall", {
    ...{ group, ...title("Call"), questions: [{ question }], answersShownTo: "CO_LEADS" },
    closesAt: "2027-12-01T00:00:00Z",
  });
  await planting.make("answer", "answerInputCall", {
    ...{ call: planting.id("call"), organisation },
    answers: [{ question, answer: planting.canary("Answer") }],
  });
  const purpose = planting.canary("Purpose");
  await planting.make("charter", "adoptCharter", { group, purpose, quorum: { percent: 50 } });
  await planting.make("free date", "keepDateFree", {
    ...{ network: planting.id("network"), startDate: "2040-05-01" },
    reason: planting.canary("FreeDate"),
  });
}

async function plantMinutes(planting: Planting): Promise<void> {
  const { meeting, agendaItem } = {
    meeting: planting.id("meeting"),
    agendaItem: planting.id("agenda item"),
  };
  const text = planting.canary("Minutes");
  await planting.make("minutes", "saveMinutes", { agendaItem, text, baseVersion: 0 });
  const agreed = (what: string) => ({ meeting, text: planting.canary(what) });
  await planting.make("decision", "recordDecision", agreed("Decision"));
  const owner = { organisation: planting.id("organisation") };
  await planting.make("action", "recordAction", { ...agreed("Action"), ...owner });
}

async function plantPapers(planting: Planting, token: string): Promise<void> {
  const { url } = planting.ground;
  const agendaItem = planting.id("agenda item");
  const paper = { agendaItem, title: planting.canary("Paper"), fileName: "paper.md" };
  await sendPaper(url, token, { paper, body: `# ${planting.canary("PaperText")}` });
  const query = `{ agendaItem(id: "${agendaItem}") { papers { nodes { id } } } }`;
  const { data } = await ask(url, { query, token });
  planting.note("paper", data.agendaItem.papers.nodes[0].id);
  const proposed = { title: planting.canary("Proposal"), purpose: "DISCUSS", minutesAsked: 5 };
  const input = { meeting: planting.id("meeting"), ...proposed };
  await planting.makeAs(token, "proposal", { field: "proposeAgendaItem", input });
}

async function plantPoll(planting: Planting): Promise<void> {
  const input = {
    ...{ group: planting.id("group"), title: planting.canary("Poll"), ...STARTS },
    ...{ localStarts: ["2040-03-10T10:00:00"], deadline: "2039-12-01T00:00:00Z" },
  };
  const selection = "id slots { nodes { id } } invitations { nodes { id } }";
  const { id, slots, invitations } = await planting.change({
    ...{ field: "createPoll", input, selection },
  });
  planting.note("poll", id);
  planting.note("slot", slots.nodes[0].id);
  planting.note("poll invitation", invitations.nodes[0].id);
  const invitation = planting.id("poll invitation");
  await planting.make("poll link", "createPollLink", { invitation });
}

/** Organisations that everybody sees. Of one of them its person is owner too. */
export async function plantPartners(planting: Planting): Promise<void> {
  for (const what of ["seeker", "middle", "target"]) {
    const name = `A ${what} that everybody sees`;
    await planting.show(what, "createOrganisation", { name, audience: "PUBLIC" });
  }
  const network = { name: "A network that everybody sees", kind: "GLOBAL" };
  await planting.show("public network", "createNetwork", network);
  const [organisation, person] = [planting.id("seeker"), planting.id("person")];
  await planting.show("other role", "addRole", { organisation, person, access: "OWNER" });
}

/** What passes between it and them, and what its person keeps for themselves. */
export async function plantBusiness(planting: Planting, token: string): Promise<void> {
  const id = (what: string) => planting.id(what);
  const old = { name: planting.canary("Merged"), ...planting.audience };
  await planting.make("merged", "createOrganisation", old);
  const merge = { from: id("merged"), into: id("organisation") };
  await planting.make("merge", "mergeOrganisations", merge);
  const ends = { source: id("organisation"), target: id("target") };
  await planting.make("relationship", "proposeRelationship", { type: "PARTNER", ...ends });
  const text = planting.canary("Introduction");
  const three = { seeker: id("seeker"), over: id("middle"), target: id("target") };
  const own: Readonly<Record<string, { readonly field: string; readonly input: object }>> = {
    introduction: { field: "requestIntroduction", input: { ...three, text } },
    claim: {
      field: "claimOrganisation",
      input: { organisation: id("target"), evidence: planting.canary("Evidence") },
    },
    "join request": {
      field: "requestToJoin",
      input: { organisation: id("seeker"), group: id("group") },
    },
    "network join request": {
      field: "requestToJoinNetwork",
      input: { organisation: id("seeker"), network: id("public network"), answers: [] },
    },
    "saved search": {
      field: "saveSearch",
      input: { name: planting.canary("Search"), text: planting.canary("Sought") },
    },
  };
  for (const [what, asked] of Object.entries(own)) await planting.makeAs(token, what, asked);
  const feed = { field: "createCalendarFeed", input: {}, selection: "calendarFeed { id }" };
  await planting.makeAs(token, "feed", feed);
}
