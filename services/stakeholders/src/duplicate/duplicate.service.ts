import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { pageOf } from "@convene/shared/connection/page-of";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import type { Network } from "../network/network.entity.ts";
import { canEditNetwork } from "../network/network.policy.ts";
import { organisationsIn } from "../network-member/network-member.repository.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { canSeeDuplicates, LEAST_SCORE, reasonsOf, scoreOf } from "./duplicate.policy.ts";
import { likePairs } from "./duplicate.repository.ts";
import { DuplicateSuggestion } from "./duplicate.type.ts";

type Suggestions = Connection<DuplicateSuggestion>;

export class DuplicateService {
  constructor(private readonly manager: EntityManager) {}

  /** Null for whoever may not be told. */
  async ofOrganisation(
    viewer: Viewer | null,
    organisation: Organisation,
    args: ConnectionArgs,
  ): Promise<Suggestions | null> {
    if (!canSeeDuplicates(viewer, organisation)) return null;
    return pageOf(await this.suggest(viewer, [organisation.id]), args);
  }

  /** Of whoever belongs to it today. Null for whoever may not be told. */
  async ofNetwork(
    viewer: Viewer | null,
    network: Network,
    args: ConnectionArgs,
  ): Promise<Suggestions | null> {
    if (!canEditNetwork(viewer, network)) return null;
    const members = await organisationsIn(this.manager, network.id);
    return pageOf(await this.suggest(viewer, members), args);
  }

  private async suggest(viewer: Viewer | null, ids: readonly string[]) {
    const pairs = await likePairs(this.manager, viewer, [...new Set(ids)]);
    return pairs
      .map(({ organisationId, otherId, ...likeness }) =>
        Object.assign(new DuplicateSuggestion(), {
          ...{ organisationId, otherId },
          ...{ score: scoreOf(likeness), reasons: reasonsOf(likeness) },
        }),
      )
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort(
        (one, other) =>
          other.score - one.score ||
          `${one.organisationId}${one.otherId}`.localeCompare(
            `${other.organisationId}${other.otherId}`,
          ),
      );
  }
}
