import { Audience } from "@convene/shared/audience";
import type { Connection } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid } from "@convene/shared/errors";
import { arrayFacet, valueFacet } from "@convene/shared/facet/facet-sql";
import { distinct, optionalText, requiredText } from "@convene/shared/input";
import { readQuestions } from "@convene/shared/join-request/join-question.value";
import { foldText } from "@convene/shared/table/text-folding";
import { expectChoosable } from "@convene/shared/takedown/chosen-audience";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { DataSource } from "typeorm";
import { Network } from "./network.entity.ts";
import { NetworkKind } from "./network.enum.ts";
import { publishNetworks } from "./network.feed.ts";
import type { CreateNetworkInput, NetworksArgs, UpdateNetworkInput } from "./network.inputs.ts";
import { canCreateNetwork } from "./network.policy.ts";
import { lockNetworkToEdit, networkVisibleTo } from "./network.repository.ts";

interface NetworkServiceParts {
  readonly db: DataSource;
  readonly transactions: Transactions;
  /** Gives a new network whom it begins with, in the transaction that makes it. */
  readonly founded: (tx: Transaction, network: Network, viewer: Viewer) => Promise<void>;
}

export class NetworkService {
  constructor(private readonly parts: NetworkServiceParts) {}

  list(viewer: Viewer | null, args: NetworksArgs): Promise<Connection<Network>> {
    const filters = [
      valueFacet("filter.kinds", "t.kind", args.filter?.kinds),
      arrayFacet("filter.countries", "t.countries", args.filter?.countries),
    ];
    return list(
      this.parts.db.manager,
      {
        entity: Network,
        order: [
          { column: "t.name_key", direction: "ASC", type: "text" },
          { column: "t.id", direction: "ASC", type: "text" },
        ],
        where: [...filters, networkVisibleTo(viewer)],
      },
      args,
    );
  }

  async create(viewer: Viewer, input: CreateNetworkInput): Promise<Network> {
    if (!canCreateNetwork(viewer)) throw forbidden("Only administrators enter networks");
    const { transactions, founded } = this.parts;
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "createNetwork",
        input,
        first: async () => {
          expectChoosable(null, input.audience);
          const made = Object.assign(blankNetwork(input.kind), readChange(input));
          const network = await save(tx, made);
          await founded(tx, network, viewer);
          return network;
        },
        again: (id) => lockNetworkToEdit(tx, viewer, id),
      }),
    );
  }

  update(viewer: Viewer, input: UpdateNetworkInput): Promise<Network> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "updateNetwork",
        input,
        first: async () => {
          const network = await lockNetworkToEdit(tx, viewer, input.id);
          expectChoosable(network.audience, input.audience);
          return save(tx, Object.assign(network, readChange(input)));
        },
        again: (id) => lockNetworkToEdit(tx, viewer, id),
      }),
    );
  }
}

/** One that everybody sees. */
export const blankNetwork = (kind: NetworkKind): Network =>
  Object.assign(new Network(), {
    id: newId("net"),
    kind,
    countries: [],
    description: null,
    joinQuestions: null,
    audience: Audience.PUBLIC,
    createdAt: new Date(),
  });

async function save(tx: Transaction, network: Network): Promise<Network> {
  if (network.kind === NetworkKind.COUNTRY && network.countries.length !== 1) {
    throw invalid("countries", "A country network has one country");
  }
  await tx.manager.save(network);
  await publishNetworks(tx, [network.id]);
  return network;
}

function readChange(input: CreateNetworkInput | UpdateNetworkInput): Partial<Network> {
  const { name, countries, description, joinQuestions, audience } = input;
  if (audience === null) throw invalid("audience", "audience cannot be taken away");
  return {
    ...(name !== undefined && nameOf(name)),
    ...(countries !== undefined && { countries: distinct("countries", countries ?? [], 250) }),
    ...(description !== undefined && {
      description: optionalText("description", description, 5_000),
    }),
    ...(joinQuestions !== undefined && { joinQuestions: readQuestions(joinQuestions ?? []) }),
    ...(audience !== undefined && { audience }),
  };
}

function nameOf(given: string | null): Pick<Network, "name" | "nameKey"> {
  const name = requiredText("name", given ?? "");
  return { name, nameKey: foldText(name) };
}
