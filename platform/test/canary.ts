import { insertAccount } from "@convene/identity/account/account.service";
import { createBetterAuth, openedSession } from "@convene/identity/sign-in/sign-in.auth";
import type { Client } from "pg";
import { ask, change } from "./ask.ts";
import { Browser } from "./browser.ts";
import type { Graphs } from "./open-graphs.ts";
import { settle } from "./settle.ts";
import { adminToken } from "./tokens.ts";

export interface Canary {
  readonly name: string;
  readonly email: string;
  readonly person: string;
  readonly browser: Browser;
}

/** Somebody with a trace in every service: of a name and an address that nobody else has. */
export async function plantCanary(graphs: Graphs, url: string, place: string): Promise<Canary> {
  const name = `Zinnia Quellfire ${place}`;
  const email = `zinnia@${place}.example`;
  const admin = await adminToken(graphs);
  const make = (field: string, input: object, token = admin) =>
    change(url, { field, input, token });
  const { parts } = graphs.opened.services.identity;
  const account = await parts.transactions.write((tx) =>
    insertAccount(tx, { name, email, emailVerified: true, platform: [] }),
  );
  await settle(graphs.opened);
  const cookies = await openedSession(createBetterAuth(parts), account.id, new Headers());
  const browser = new Browser(url, cookies);
  const { personId: person } = account;
  await make("updatePerson", { id: person, about: `${name} digs.`, audience: "ORGANISATION" });
  const { groups } = graphs.demo;
  const { networks } = (
    await ask(url, { query: "{ networks(first: 1) { nodes { id } } }", token: admin })
  ).data;
  const network = networks.nodes[0].id as string;
  const made = await make("createOrganisation", {
    name: `Fen Wardens ${place}`,
    audience: "PUBLIC",
  });
  const organisation = made.id as string;
  await make("addRole", { organisation, person, title: "Warden", access: "EDITOR" });
  await make("addNetworkMember", { network, person });
  await settle(graphs.opened);
  const group = Object.values(groups)[0] ?? "";
  await make("addSeat", { group, organisation, delegate: person });
  const meetings = await ask(url, {
    query: `query ($id: ID!) { workingGroup(id: $id) { meetings(first: 1) { nodes { id } } } }`,
    variables: { id: group },
    token: admin,
  });
  const meeting = meetings.data.workingGroup.meetings.nodes[0].id as string;
  await make("recordAttendance", { meeting, organisation, person, status: "ATTENDED" });
  const csv = `name,email\nReed Cutters ${place},${email}\n`;
  await change(url, {
    ...{ field: "inviteOrganisations", input: { network, csv }, token: admin },
    selection: "created",
  });
  const headers = { cookie: browser.cookie };
  const key = { field: "createApiKey", input: { name: `Key of ${name}` }, selection: "secret" };
  await change(url, { ...key, headers });
  const agreeing = { field: "giveConsent", input: { kind: "PUBLIC_LISTING" } };
  await change(url, { ...agreeing, headers });
  // It is mailed by a job, which knows the address.
  await new Browser(url).send("/auth/sign-in", { email });
  await settle(graphs.opened);
  return { name, email, person, browser };
}

/** Every row of the whole database in which a word stands, in letters or as bytes. */
export async function rowsWith(database: Client, word: string): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await database.query<{ text: string }>(
      `SELECT t.text FROM (SELECT to_jsonb(r)::text AS text FROM ${name} AS r) AS t
       WHERE position(lower($1) IN lower(t.text)) > 0
         OR position(encode(convert_to($1, 'UTF8'), 'hex') IN t.text) > 0`,
      [word],
    );
    found.push(...rows.map(({ text }) => `${name}: ${text}`));
  }
  return found;
}
