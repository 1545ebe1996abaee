import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import { forbidden, notFound } from "@convene/shared/errors";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { BOUNCE_KEY } from "../bounce/bounce-token.value.ts";
import type { LiftBounceInput } from "./bounce.inputs.ts";
import { canLiftBounce, canSeeBounces } from "./bounce.policy.ts";
import { Bounce } from "./bounce.type.ts";
import { BouncedAddress } from "../bounce/bounced-address.entity.ts";
import { addressesOf } from "./bounced-address.repository.ts";

const NEWEST_FIRST = [
  { column: "t.bounced_at", direction: "DESC", type: "timestamptz" },
  { column: "t.id", direction: "DESC", type: "text" },
] as const;

/** To which addresses no mail goes any more, for those who run the platform. */
export class BounceRegister {
  constructor(private readonly parts: Pick<ServiceParts, "db" | "transactions" | "site">) {}

  /** Null for all who may not know. */
  async list(viewer: Viewer | null, args: ConnectionArgs): Promise<Connection<Bounce> | null> {
    if (!canSeeBounces(viewer)) return null;
    const { manager } = this.parts.db;
    const found = await list(manager, { entity: BouncedAddress, order: NEWEST_FIRST }, args);
    const addresses = await this.addressesOf(found.nodes);
    return found.map((stopped) => bounceOf(stopped, addresses));
  }

  /**
   * Mail goes there again from now on.
   *
   * @returns what it was
   */
  async lift(viewer: Viewer, { id }: LiftBounceInput): Promise<Bounce> {
    if (!canSeeBounces(viewer)) throw notFound("Bounce", id);
    if (!canLiftBounce(viewer)) throw forbidden("Only administrators lift it");
    const stopped = await this.parts.transactions.write(async (tx) => {
      const locked = await tx.lock(BouncedAddress, id);
      if (!locked) throw notFound("Bounce", id);
      await tx.manager.delete(BouncedAddress, { id });
      return locked;
    });
    return bounceOf(stopped, await this.addressesOf([stopped]));
  }

  private addressesOf(stopped: readonly BouncedAddress[]): Promise<ReadonlyMap<string, string>> {
    const { db, site } = this.parts;
    const hashes = stopped.map(({ id }) => id);
    return addressesOf(db.manager, { hashes, key: site.keyFor(BOUNCE_KEY) });
  }
}

const bounceOf = (
  { id, status, bouncedAt }: BouncedAddress,
  addresses: ReadonlyMap<string, string>,
): Bounce =>
  Object.assign(new Bounce(), {
    ...{ id, status, stoppedAt: bouncedAt },
    address: addresses.get(id) ?? null,
  });
