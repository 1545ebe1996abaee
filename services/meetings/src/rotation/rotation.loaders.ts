import { loadMany, loadMaybe, loadOne } from "@convene/shared/loaders";
import { prefixOf } from "@convene/shared/type-id";
import type DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { SeatReplica } from "../seat/seat.replica.ts";
import type { MeetingRole } from "./meeting-role.enum.ts";
import { MeetingTurn } from "./meeting-turn.entity.ts";
import { RotationHolder } from "./rotation-holder.entity.ts";
import { Rotation } from "./rotation.entity.ts";

/** Of a seat nothing is told but its organisation and its delegate, as far as the viewer sees them. */
export const rotationLoaders = (manager: EntityManager) => ({
  seat: loadOne(manager, { entity: SeatReplica, key: "id" }),
  turnsOfMeeting: loadMany(manager, { entity: MeetingTurn, key: "meetingId" }),
  rotationsOfSeries: loadMany(manager, { entity: Rotation, key: "seriesId" }),
  holdersOfSeries: loadMany(manager, { entity: RotationHolder, key: "seriesId" }),
});

interface HolderLoaders<O, P> {
  readonly seat: DataLoader<string, SeatReplica | null>;
  readonly organisation: DataLoader<string, O | null>;
  readonly person: DataLoader<string, P | null>;
}

/** An organisation, or that of a seat. */
export async function organisationOfHolder<O>(
  id: string,
  { seat, organisation }: Pick<HolderLoaders<O, never>, "seat" | "organisation">,
): Promise<O | null> {
  if (prefixOf(id) === "org") return organisation.load(id);
  const found = prefixOf(id) === "sea" ? await seat.load(id) : null;
  return loadMaybe(organisation, found?.organisationId ?? null);
}

/** A person, or the delegate of a seat. */
export async function personOfHolder<P>(
  id: string,
  { seat, person }: Pick<HolderLoaders<never, P>, "seat" | "person">,
): Promise<P | null> {
  if (prefixOf(id) === "per") return person.load(id);
  const found = prefixOf(id) === "sea" ? await seat.load(id) : null;
  return loadMaybe(person, found?.delegateId ?? null);
}

interface TurnLoaders {
  readonly turnsOfMeeting: DataLoader<string, MeetingTurn[]>;
}

/** Nobody is named of a meeting under the Chatham House Rule. */
export async function turnAt(
  { id, chathamHouse }: Meeting,
  role: MeetingRole,
  { turnsOfMeeting }: TurnLoaders,
): Promise<MeetingTurn | null> {
  if (chathamHouse) return null;
  return (await turnsOfMeeting.load(id)).find((turn) => turn.role === role) ?? null;
}
