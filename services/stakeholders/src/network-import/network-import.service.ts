import { Readable } from "node:stream";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { ImportReportRow } from "@convene/shared/table/import-report";
import { In } from "typeorm";
import { Network } from "../network/network.entity.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { schemeNamed } from "../organisation-import/file-identifier.value.ts";
import { kindReader } from "../organisation-import/organisation-kind.value.ts";
import type { NamedOrganisation } from "../organisation-import/organisation-roster.value.ts";
import type { RelationshipImportOptions } from "../organisation-import/relationship-import.service.ts";
import { type ReadRow, RowBatches } from "../organisation-import/row-batch.service.ts";
import { StakeholderCategory } from "../stakeholder-category/stakeholder-category.entity.ts";
import type { MeantNetwork } from "./membership-book.service.ts";
import { readMembershipRow, readNetworkRow } from "./membership-row.service.ts";
import { type KeptOfNetwork, takeNetwork } from "./network-batch.service.ts";
import type { NetworkFile } from "./network-file.value.ts";
import {
  type NetworkReading,
  readOrganisationRow,
  readOtherRow,
  readTieRow,
  type WantedElement,
} from "./network-row.service.ts";
import { readNetworkFile } from "./network-reading.service.ts";

/** A network has to be held whole, and is parsed in one go. */
export const MOST_BYTES = 10_000_000;

/**
 * Takes organisations, networks and what these are to each other from a file of a network or of
 * cards. By the rules of the tables: what is known gets what it lacks, and nothing is changed or taken away. Ids of
 * the file become identifiers, so that the same file is known again.
 */
export class NetworkImportService {
  constructor(private readonly parts: ServiceParts) {}

  /**
   * Gives what became of each node and tie, as it goes.
   *
   * @throws BAD_USER_INPUT before the first where the file cannot be read.
   */
  async *run(
    bytes: Uint8Array,
    { dryRun = false, scheme, file, source = null }: Omit<RelationshipImportOptions, "map">,
  ): AsyncGenerator<ImportReportRow, void, undefined> {
    const { db, transactions } = this.parts;
    const network = await readNetworkFile(bytes);
    const reading = {
      kindOf: kindReader(await db.manager.find(StakeholderCategory)),
      scheme: schemeNamed(scheme),
      ...{ file, source },
      knownIds: await this.knownIds(network),
    };
    const take = takeNetwork;
    const batches = new RowBatches<WantedElement, KeptOfNetwork>({ transactions, dryRun, take });
    yield* batches.run(Readable.from(rowsOf(network, reading)));
  }

  private async knownIds({ ties, memberships, ...nodes }: NetworkFile) {
    const named = [
      ...[...nodes.organisations, ...nodes.networks].map(({ id }) => id),
      ...[...ties, ...memberships].flatMap(({ source, target }) => [source, target]),
    ];
    const ids = [...new Set(named)];
    const { manager } = this.parts.db;
    const wanted = (prefix: string) => ({
      select: { id: true } as const,
      where: { id: In(ids.filter((id) => id?.startsWith(prefix))) },
    });
    const organisations = await manager.find(Organisation, wanted("org_"));
    const networks = await manager.find(Network, wanted("net_"));
    return new Set([...organisations, ...networks].map(({ id }) => id));
  }
}

/** Organisations and networks first: ties are of those that are known. */
function* rowsOf(
  { organisations, ties, networks, memberships, others }: NetworkFile,
  reading: NetworkReading,
): Generator<ReadRow<WantedElement>, void, undefined> {
  const named = new Map<string, NamedOrganisation>();
  for (const record of organisations) {
    const row = readOrganisationRow(record, reading);
    if (record.id !== null && row.wanted?.organisation) {
      named.set(record.id, row.wanted.organisation.named);
    }
    yield row;
  }
  const places = new Map<string, MeantNetwork>();
  for (const record of networks) {
    const row = readNetworkRow(record, reading);
    if (record.id !== null && row.wanted?.network) places.set(record.id, row.wanted.network);
    yield row;
  }
  for (const record of ties) yield readTieRow(record, named, reading);
  const known = { organisations: named, networks: places };
  for (const record of memberships) yield readMembershipRow(record, known, reading);
  yield* others.map(readOtherRow);
}
