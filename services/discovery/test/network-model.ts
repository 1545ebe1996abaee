import { Audience, canSee, type Protected } from "@convene/shared/audience";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import { TieKind } from "../src/tie/tie.enum.ts";
import type { Meeting, Network, Organisation } from "./generated-network.ts";

export interface ModelTie {
  readonly id: string;
  readonly kind: TieKind;
  readonly label: string;
  readonly source: string;
  readonly target: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly protection: Protected;
}

const EVERYBODY: Protected = { audience: Audience.PUBLIC, organisations: [], networks: [] };

export const areaOf = ({ country, code, name }: Organisation["areas"][number]): string =>
  code ?? `${country} ${name}`;

/** What a viewer may see of a network, in the plainest way that one can write it down. */
export class NetworkModel {
  readonly organisations: readonly Organisation[];
  readonly shown: ReadonlySet<string>;

  constructor(
    readonly network: Network,
    readonly viewer: Viewer | null,
  ) {
    const { organisations, people, networks, groups, practices, meetings } = network;
    const documents = [organisations, people, networks, groups, practices, meetings].flat();
    this.shown = new Set(documents.filter((it) => this.sees(it.protection)).map(({ id }) => id));
    this.organisations = organisations.filter(({ id }) => this.shown.has(id));
  }

  sees(protection: Protected): boolean {
    return canSee(this.viewer, protection);
  }

  /** Whether the viewer sees who was there: as services/meetings answers attendance. */
  seesAttendance({ protection, group, network }: Meeting): boolean {
    const { viewer } = this;
    if (viewer === null || !this.sees(protection)) return false;
    const convenes = viewer.networks.some((it) => it.id === network && it.role === "SECRETARIAT");
    if (isAdmin(viewer) || convenes) return true;
    return group === null
      ? viewer.networks.some(({ id }) => id === network)
      : viewer.groups.some(({ id }) => id === group);
  }

  /** Ties of the graph on a day. */
  ties(day: string): ModelTie[] {
    return tiesOn(this.network, day).filter(
      ({ protection, source, target }) =>
        this.sees(protection) && this.shown.has(source) && this.shown.has(target),
    );
  }

  /** Whether it had been entered by a day, or a tie of it begun that the viewer sees. */
  wasThere({ id, createdAt }: { id: string; createdAt: string | null }, day: string): boolean {
    if (createdAt === null || createdAt.slice(0, 10) <= day) return true;
    return allTies(this.network).some(
      ({ protection, source, target, startDate }) =>
        [source, target].includes(id) &&
        (startDate ?? "") <= day &&
        [source, target].every((end) => this.shown.has(end)) &&
        this.sees(protection),
    );
  }

  /** The groups or networks to which an organisation belongs, or its partners. */
  around(id: string, kind: TieKind, day: string): Set<string> {
    return otherEnds(
      id,
      this.ties(day).filter((tie) => tie.kind === kind),
    );
  }

  /** The same network without anything that the viewer may not see. */
  withoutHidden(): Network {
    const { network, shown } = this;
    const visible = <T extends { id: string }>(items: readonly T[]) =>
      items.filter(({ id }) => shown.has(id));
    const known = (ids: readonly string[]) => ids.filter((id) => shown.has(id));
    return {
      organisations: this.organisations,
      people: visible(network.people),
      networks: visible(network.networks),
      groups: visible(network.groups),
      practices: visible(network.practices).map((practice) => ({
        ...practice,
        implementers: known(practice.implementers),
        partners: known(practice.partners),
      })),
      meetings: visible(network.meetings).map((meeting) => ({
        ...meeting,
        attended: this.seesAttendance(meeting) ? known(meeting.attended) : [],
      })),
      agendaItems: network.agendaItems.filter(({ meeting }) => shown.has(meeting)),
      relationships: network.relationships.filter(
        ({ protection, source, target }) =>
          this.sees(protection) && shown.has(source) && shown.has(target),
      ),
      seats: network.seats.filter((seat) => shown.has(seat.group) && shown.has(seat.organisation)),
      members: network.members.filter(
        (member) =>
          shown.has(member.network) && shown.has(member.organisation ?? member.person ?? ""),
      ),
    };
  }
}

/** What lies at the other ends of those of these ties that end in one thing. */
export const otherEnds = (id: string, ties: readonly ModelTie[]): Set<string> =>
  new Set(
    ties.flatMap(({ source, target }) => [
      ...(source === id ? [target] : []),
      ...(target === id ? [source] : []),
    ]),
  );

/** All ties that hold on a day, whoever may see them. */
export const tiesOn = (network: Network, day: string): ModelTie[] =>
  allTies(network).filter(
    ({ startDate, endDate }) =>
      (startDate === null || startDate <= day) && (endDate === null || endDate > day),
  );

function allTies({ relationships, seats, members, practices }: Network): ModelTie[] {
  return [
    ...relationships
      .filter(
        ({ status, endDate }) => status === "CONFIRMED" || (status === "ENDED" && endDate !== null),
      )
      .map(({ type, status: _, ...tie }) => ({ ...tie, kind: TieKind.RELATIONSHIP, label: type })),
    ...seats.map(({ group, organisation, role, ...dated }) => ({
      ...dated,
      kind: TieKind.SEAT,
      label: role,
      source: organisation,
      target: group,
      protection: EVERYBODY,
    })),
    ...members.flatMap(({ network, organisation, person: _, role, ...dated }) =>
      organisation === null
        ? []
        : [
            {
              ...dated,
              kind: TieKind.NETWORK_MEMBERSHIP,
              label: role,
              source: organisation,
              target: network,
              protection: EVERYBODY,
            },
          ],
    ),
    ...practices.flatMap(({ id, implementers, partners, startDate, protection }) => {
      const party = (label: string, sign: string) => (source: string) => ({
        id: `${id}${sign}${source}`,
        kind: TieKind.PRACTICE,
        label,
        source,
        target: id,
        startDate,
        endDate: null,
        protection,
      });
      return [
        ...[...new Set(implementers)].map(party("IMPLEMENTER", "+")),
        ...[...new Set(partners)].map(party("PARTNER", "-")),
      ];
    }),
  ];
}
