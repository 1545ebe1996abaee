import { canSee } from "@convene/shared/audience";
import { notFound } from "@convene/shared/errors";
import type { Feeds } from "@convene/shared/replica/feeds";
import type { Viewer } from "@convene/shared/viewer";
import type { Organisation } from "./organisation.entity.ts";
import type { OrganisationRepository } from "./organisation.repository.ts";

export class OrganisationService {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly feeds: Feeds,
  ) {}

  /**
   * All of them, in the order of the ids. Asks the feed when one is not known yet, so call it
   * before a transaction is opened.
   *
   * @throws NOT_FOUND for the first that is gone, or hidden from the viewer; SERVICE_UNAVAILABLE
   *   when that cannot be told now.
   */
  async requireVisible(viewer: Viewer, ids: readonly string[]): Promise<Organisation[]> {
    let found = await this.organisations.byIds(ids);
    if (found.includes(null)) {
      await this.feeds.catchUpOn("stakeholders", async () => {
        found = await this.organisations.byIds(ids);
        return !found.includes(null);
      });
      found = await this.organisations.byIds(ids);
    }
    return found.map((organisation, index) => {
      if (organisation && canSee(viewer, organisation)) return organisation;
      throw notFound("Organisation", ids[index] ?? "");
    });
  }
}
