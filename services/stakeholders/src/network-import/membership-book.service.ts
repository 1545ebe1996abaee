import type { RowOutcome } from "@convene/shared/table/import-report";
import { today } from "@convene/shared/today";
import { blankNetwork } from "../network/network.service.ts";
import type { Network } from "../network/network.entity.ts";
import type { NetworkKind } from "../network/network.enum.ts";
import { NetworkMember } from "../network-member/network-member.entity.ts";
import type { NetworkMemberRole } from "../network-member/network-member.enum.ts";
import { buildNetworkMember } from "../network-member/network-member.service.ts";
import type { NamedOrganisation } from "../organisation-import/organisation-roster.value.ts";

/** A network as a file means it: by an id that is known here, else by its name, folded. */
export interface MeantNetwork {
  readonly id: string | null;
  readonly nameKey: string | null;
}

export interface WantedNetwork extends MeantNetwork {
  readonly name: string;
  readonly nameKey: string;
  readonly kind: NetworkKind;
  readonly countries: readonly string[];
}

/** That an organisation belongs to a network. */
export interface WantedMembership {
  readonly source: NamedOrganisation;
  readonly network: MeantNetwork;
  /** How the file names the network. */
  readonly cell: string;
  readonly role: NetworkMemberRole;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

/** None: nothing known is meant. Several: it cannot be told which. */
type Found = { readonly network: Network | null; readonly several: readonly string[] };

/** The networks that the rows of a batch may mean. */
export class NetworkBook {
  private readonly networks = new Map<string, Network>();
  readonly made: Network[] = [];

  constructor(networks: readonly Network[]) {
    for (const network of networks) this.networks.set(network.id, network);
  }

  find({ id, nameKey }: MeantNetwork): Found {
    const known = id === null ? undefined : this.networks.get(id);
    if (known) return { network: known, several: [] };
    const namesakes = [...this.networks.values()].filter((it) => it.nameKey === nameKey);
    const [only, ...others] = namesakes;
    if (only && others.length === 0) return { network: only, several: [] };
    return { network: null, several: namesakes.map((it) => it.id) };
  }

  /** Finds it, and leaves it as it is, or makes it. */
  take(wanted: WantedNetwork): Found & { readonly outcome: RowOutcome } {
    const found = this.find(wanted);
    if (found.network) return { ...found, outcome: "unchanged" };
    if (found.several.length > 0) return { ...found, outcome: "skipped" };
    const { name, nameKey, kind, countries } = wanted;
    const more = { name, nameKey, countries: [...countries] };
    const network = Object.assign(blankNetwork(kind), more);
    this.networks.set(network.id, network);
    this.made.push(network);
    return { network, several: [], outcome: "created" };
  }
}

type Belonging = Pick<NetworkMember, "networkId" | "organisationId" | "role">;

/** What a row says of a membership whose ends are known. */
export interface ClaimedMembership extends Belonging {
  readonly startDate: string | null;
  readonly endDate: string | null;
}

/** The memberships that are known between the networks and organisations of a batch. */
export class MemberBook {
  private readonly members = new Map<string, NetworkMember>();
  readonly kept = new Map<string, NetworkMember>();

  constructor(members: readonly NetworkMember[]) {
    for (const member of members) this.members.set(member.id, member);
  }

  /** One that is known gets the end that it lacks; else it is begun. */
  take(claim: ClaimedMembership): { member: NetworkMember; outcome: RowOutcome } {
    const day = today();
    const startDate = claim.startDate ?? earlier(day, claim.endDate);
    const known = [...this.members.values()].find(
      (it) => isOf(it, claim) && meets(it, { startDate, endDate: claim.endDate }),
    );
    if (known && (known.endDate !== null || claim.endDate === null)) {
      return { member: known, outcome: "unchanged" };
    }
    const { endDate } = claim;
    const member = known
      ? Object.assign(new NetworkMember(), known, { endDate })
      : buildNetworkMember({ ...claim, startDate });
    this.members.set(member.id, member);
    this.kept.set(member.id, member);
    return { member, outcome: known ? "updated" : "created" };
  }
}

const isOf = (member: Belonging, { networkId, organisationId, role }: Belonging): boolean =>
  member.networkId === networkId &&
  member.organisationId === organisationId &&
  member.role === role;

type Period = Pick<NetworkMember, "startDate" | "endDate">;

/** Whether there is a day of both; those that begin on the same day are one. */
const meets = (one: Period, other: Period): boolean =>
  one.startDate === other.startDate ||
  (one.startDate < (other.endDate ?? "9999-12-31") &&
    other.startDate < (one.endDate ?? "9999-12-31"));

const earlier = (day: string, end: string | null): string =>
  end !== null && end < day ? end : day;
