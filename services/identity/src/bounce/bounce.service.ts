import type { ServiceParts } from "@convene/shared/service/service-definition";
import { addressHash, BOUNCE_KEY, bounceToken, hashOf } from "./bounce-token.value.ts";
import { BouncedAddress } from "./bounced-address.entity.ts";
import { readReport } from "./delivery-report.value.ts";

/** To which addresses mail comes back. */
export class BounceService {
  private readonly key: () => string;

  constructor(private readonly parts: Pick<ServiceParts, "db" | "site">) {
    this.key = () => parts.site.keyFor(BOUNCE_KEY);
  }

  /** What a mail to the address carries in its sender. */
  tokenFor(address: string): string {
    return bounceToken(this.key(), address);
  }

  find(address: string): Promise<BouncedAddress | null> {
    const id = addressHash(this.key(), address);
    return this.parts.db.manager.findOneBy(BouncedAddress, { id });
  }

  /** What is no report of a mail of ours is passed over. */
  async note(body: string): Promise<void> {
    const report = readReport(body);
    const id = report && hashOf(this.key(), report.token);
    if (!report || id === null) return;
    const bounced = { id, status: report.status, bouncedAt: new Date() };
    // It has stopped since the first one: what is asked for is still sent, and comes back too.
    const insert = this.parts.db.manager.createQueryBuilder().insert().into(BouncedAddress);
    await insert.values(bounced).orUpdate(["status"], ["id"]).execute();
  }

  /** It takes mail again, its owner says. */
  async lift(address: string): Promise<void> {
    await this.parts.db.manager.delete(BouncedAddress, { id: addressHash(this.key(), address) });
  }
}
