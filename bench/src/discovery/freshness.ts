import { setTimeout as pause } from "node:timers/promises";
import type { Services } from "@convene/platform/runtime/services";
import type { Service } from "@convene/shared/service/service";
import { systemViewer } from "@convene/shared/viewer";
import { type DocumentNode, parse, print } from "graphql";

const LOOK_EVERY = 5;
const PATIENCE = 10_000;
const CHANGE = parse(`mutation ($id: ID!, $description: String) {
  updateOrganisation(input: { id: $id, description: $description }) { id description }
}`);
const FIND = parse(`query ($text: String) { searchOrganisations(text: $text) { nodes { id } } }`);
const READ = parse(`query ($keys: [_Any!]!) {
  _entities(representations: $keys) {
    ... on Organisation { description }
  }
}`);

/** Milliseconds from the commit of a change until a search finds what was written. */
export async function freshness(
  { stakeholders, discovery }: Services,
  ids: readonly string[],
): Promise<number[]> {
  const taken: number[] = [];
  for (const [at, id] of ids.entries()) {
    const keys = [{ __typename: "Organisation", id }];
    const before = await ask(stakeholders, { document: READ, variables: { keys } });
    const word = `zzyzx${at}${Date.now().toString(36)}`;
    await ask(stakeholders, { document: CHANGE, variables: { id, description: word } });
    taken.push(await untilFound(discovery, { id, text: word }));
    const [{ description }] = before["_entities"] as [{ description: string | null }];
    await ask(stakeholders, { document: CHANGE, variables: { id, description } });
  }
  return taken;
}

async function untilFound(
  discovery: Service,
  { id, text }: { id: string; text: string },
): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < PATIENCE) {
    const { searchOrganisations } = await ask(discovery, { document: FIND, variables: { text } });
    if (JSON.stringify(searchOrganisations).includes(id)) return performance.now() - began;
    await pause(LOOK_EVERY);
  }
  throw new Error(`${id} was not found by its new description in ${PATIENCE} ms`);
}

async function ask(
  service: Service,
  { document, variables }: { document: DocumentNode; variables: Record<string, unknown> },
): Promise<Record<string, unknown>> {
  const request = { requestId: "bench", requestScope: {}, viewer: systemViewer };
  const query = print(document);
  const { data, errors } = await service.execute({ ...request, document, query, variables });
  if (errors?.[0]) throw new Error(errors[0].message);
  return data ?? {};
}
