import { readSupergraph } from "@convene/gateway/composition/committed";
import type { SampleRoleName } from "@convene/shared/permission/sample";
import { apiSchemaOf } from "../src/check/api-schema.ts";
import { permissionGaps, recordTypes } from "../src/permission/permission-gaps.ts";
import {
  type PermissionRow,
  permissionTable,
  roleNames,
  rowKey,
} from "../src/permission/permission-table.ts";
import { definitions } from "../src/runtime/services.ts";
import { type Answer, codeOf, tryChanges } from "../test/ask.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { ATTEMPTS } from "../test/permission-attempts.ts";
import { type Differences, differences } from "../test/permission-differences.ts";
import { prepareReading, read, READINGS } from "../test/permission-reads.ts";
import { foretell, SAYS, UNTOLD } from "../test/permission-says.ts";
import { buildPermissionWorld, type PermissionWorld } from "../test/permission-world.ts";
import { settle } from "../test/settle.ts";

const rows = permissionTable(Object.values(definitions));
const mutations = rows.filter(({ isMutation }) => isMutation);

let graphs: Graphs;
beforeAll(async () => {
  graphs = await openGraphs();
}, OPENING);
afterAll(() => graphs.close());

const served = async () => apiSchemaOf(await readSupergraph());

it("tells of every mutation and protected field of the graph that is served", async () => {
  expect(permissionGaps(await served(), rows)).toEqual([]);
});

it("tries every mutation of the table, and reads every field", () => {
  const tried = [...Object.keys(ATTEMPTS), ...READINGS.flatMap((one) => Object.keys(one.rows))];
  expect(tried.toSorted()).toEqual(rows.map(rowKey).toSorted());
});

it("holds every mutation against a viewerCan… of the graph, but those about nothing that is there", () => {
  const untold = mutations.map(rowKey).filter((key) => !Object.hasOwn(SAYS, key));
  expect(untold.toSorted()).toEqual([...UNTOLD].toSorted());
});

/** What each role was answered, by the key of the row. */
class Walked {
  private readonly answers = new Map<string, Partial<Record<SampleRoleName, string>>>();

  note(key: string, role: SampleRoleName, answer: string): void {
    this.answers.set(key, { ...this.answers.get(key), [role]: answer });
  }

  of(row: PermissionRow) {
    return this.answers.get(rowKey(row));
  }
}

/** What changes something is tried in one of the ways; what is read or refused, in all. */
describe.each(TRANSPORTS.slice(0, 1))("%s", (transport) => {
  const walked = new Walked();
  const elsewhere = TRANSPORTS.slice(1).map((other) => ({ other, walked: new Walked() }));
  let compared: Differences;
  /** Whether the graph says that they may, by role and the key of the row. */
  const said = new Map<SampleRoleName, ReadonlyMap<string, boolean>>();

  beforeAll(async () => {
    const world = await buildPermissionWorld(graphs, transport);
    compared = await differences(world, await served(), Object.values(world.tokens));
    await readAll(world, walked);
    for (const { other, walked: there } of elsewhere) {
      await readAll({ ...world, url: graphs.url(other) }, there);
    }
    await settle(graphs.opened);
    for (const role of roleNames) said.set(role, await foretell(world, world.tokens[role]));
    // Whoever is refused changes nothing; and who is forgotten asks no more.
    const last = mutations.filter(({ name }) => name === "deletePerson");
    const others = mutations.filter((row) => !last.includes(row));
    await tryAll(world, walked, { rows: mutations, allowed: false });
    for (const { other, walked: there } of elsewhere) {
      await tryAll({ ...world, url: graphs.url(other) }, there, {
        rows: mutations,
        allowed: false,
      });
    }
    await tryAll(world, walked, { rows: others, allowed: true });
    await tryAll(world, walked, { rows: last, allowed: true });
  }, OPENING);

  it.each(
    mutations
      .filter((row) => Object.hasOwn(SAYS, rowKey(row)))
      .map((row) => [rowKey(row), row] as const),
  )("says before to every role, by viewerCan…, what is then answered: %s", (key, { answers }) => {
    const foretold = roleNames.map((role) => [role, said.get(role)?.get(key)]);
    expect(foretold).toEqual(roleNames.map((role) => [role, answers[role] === "allowed"]));
  });

  it("shows every other field alike to all who see its record", () => {
    const { unlike } = compared;
    expect(unlike).toEqual([
      "AgendaItem.actions",
      "AgendaItem.consultation",
      "AgendaItem.decisions",
      "AgendaItem.minutes",
      "AgendaItem.papers",
      "Import.uploadUrl",
      "Meeting.actionLog",
      "Meeting.actions",
      "Meeting.agendaProposals",
      "Meeting.attendance",
      "Meeting.decisions",
      "Meeting.iCalendar",
      "Meeting.interpretationNeeds",
      "Meeting.joinUrl",
      "Meeting.minutes",
      "Meeting.minutesDocument",
      "Meeting.quorum",
      "Meeting.seatAttendance",
      "MeetingSeries.actions",
      "MeetingSeries.agendaBacklog",
      "MeetingSeries.agendaProposals",
      "MeetingSeries.decisions",
      "MeetingSeries.items",
      "MeetingSeries.joinUrl",
      "MeetingSeries.rotations",
      "Network.duplicates",
      "Organisation.duplicates",
      "Organisation.fieldAudiences",
      "Person.aboutAudience",
      "Person.hasMailAddress",
      "Practice.agendaItems",
      "Role.access",
      "WorkingGroup.health",
    ]);
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([...unlike]));
  });

  it("compares what every type of record shows to several who see one", async () => {
    const records = recordTypes(await served());
    const lists = ["Role", "Invitation", "Attendance", "Import", "Message", "Report", "Bounce"];
    const others = [...records, ...lists].filter((type) => !compared.compared.includes(type));
    expect(others).toEqual([]);
  });

  it.each(rows.map((row) => [rowKey(row), row] as const))(
    "answers every role as the table says: %s",
    (_, row) => {
      expect(walked.of(row)).toEqual(row.answers);
    },
  );

  it.each(elsewhere)("shows and refuses the same: $other", ({ walked: there }) => {
    for (const row of rows) {
      const expected = Object.entries(row.answers).filter(([, answer]) => answer !== "allowed");
      expect([rowKey(row), there.of(row) ?? {}]).toEqual([
        rowKey(row),
        Object.fromEntries(expected),
      ]);
    }
  });
});

async function readAll(world: PermissionWorld, walked: Walked): Promise<void> {
  for (const reading of READINGS) {
    await prepareReading(world, reading);
    await Promise.all(
      roleNames.map(async (role) => {
        for (const [key, isShown] of await read(world, reading, world.tokens[role])) {
          walked.note(key, role, isShown ? "shown" : "hidden");
        }
      }),
    );
  }
}

interface Trying {
  readonly rows: readonly PermissionRow[];
  readonly allowed: boolean;
}

/** Either what is to be refused, or what is to be allowed: by every role, in the table's order. */
async function tryAll(world: PermissionWorld, walked: Walked, trying: Trying): Promise<void> {
  for (const role of roleNames) {
    const own = trying.rows.filter(
      ({ answers }) => (answers[role] === "allowed") === trying.allowed,
    );
    const changes = own.map((row) => ({
      field: row.name,
      input: ATTEMPTS[rowKey(row)]?.(world.id, { role, isAllowed: trying.allowed }) ?? {},
    }));
    const answers = await tryChanges(world.url, changes, world.tokens[role]);
    for (const [index, row] of own.entries()) {
      walked.note(rowKey(row), role, decisionOf(answers[index]));
    }
  }
}

/** Who may try is told what is wrong with the input, or nothing. */
function decisionOf(answer: Answer | undefined): string {
  const code = answer && codeOf(answer);
  if (answer && [undefined, "BAD_USER_INPUT", "CONFLICT"].includes(code as undefined)) {
    return "allowed";
  }
  return String(code);
}
