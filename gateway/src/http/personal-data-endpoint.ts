import type { ErrorLog } from "@convene/shared/error-masking";
import { AppError, invalid, serviceUnavailable, unauthenticated } from "@convene/shared/errors";
import type {
  AskedFrom,
  PersonalAnswer,
  Subject,
} from "@convene/shared/personal-data/personal-table";
import type { Viewer } from "@convene/shared/viewer";
import type { Budgets } from "../limit/budget.ts";
import { PERSONAL_DATA_COST, REQUEST_COST } from "../limit/cost.ts";
import type { Authentication } from "../viewer/authentication.ts";
import {
  type GatewayRequest,
  type GatewayResponse,
  jsonResponse,
  textResponse,
} from "./message.ts";
import { overBudget, within } from "./rate-limit-headers.ts";

/** Asks one service what it holds of a person; it decides who is told. */
export type PersonalDataSource = (
  viewer: Viewer,
  subject: Subject,
  from: AskedFrom,
) => Promise<PersonalAnswer>;

export const PERSONAL_DATA = "/personal-data";

/** The version of the document; `docs/privacy.md` says what is in it. */
const FORMAT = "convene-personal-data/1";

/** It knows the accounts of a person, and so is asked first. */
const ACCOUNTS = "identity";

const READ_ALONE = textResponse(405, "Only GET is answered here");

export interface PersonalDataOptions {
  readonly sources: Readonly<Record<string, PersonalDataSource>>;
  readonly authentication: Pick<Authentication, "viewer">;
  readonly budgets: Budgets;
  readonly log: ErrorLog;
}

interface Collecting {
  readonly viewer: Viewer;
  readonly person: string;
  readonly from: AskedFrom;
}

/**
 * `GET /personal-data`: all that is held of whoever asks, one document of every service's part. An
 * administrator names somebody else, `?person=per_…`, who has asked by letter. Where a service does
 * not answer there is no document, since one that lacks something would seem whole.
 */
export class PersonalDataEndpoint {
  constructor(private readonly options: PersonalDataOptions) {}

  /** Throws `AppError` for what is refused. */
  async handle(request: GatewayRequest, requestId: string): Promise<GatewayResponse> {
    if (request.method !== "GET") return READ_ALONE;
    const { authentication, budgets } = this.options;
    const viewer = await authentication.viewer(request);
    const asking = { viewer, client: request.client };
    const begun = budgets.begin(asking);
    if (begun?.taken === false) return overBudget(begun, REQUEST_COST);
    if (!viewer) throw unauthenticated();
    const { searchParams } = new URL(request.url, "http://graph");
    const person = searchParams.get("person") ?? viewer.person;
    if (person === null || !/^per_[0-9a-z]{1,60}$/.test(person)) {
      throw invalid("person", "Say whose data, ?person=per_…: no person is tied to your token");
    }
    const from = { requestId, client: request.client.address };
    const spent = budgets.spend(asking, PERSONAL_DATA_COST);
    if (spent?.taken === false) return overBudget(spent, PERSONAL_DATA_COST);
    return within(spent, attachment(await this.collect({ viewer, person, from })));
  }

  private async collect({ viewer, person, from }: Collecting) {
    const { [ACCOUNTS]: accounts, ...others } = this.options.sources;
    const alone = { person, accounts: [], addresses: [] };
    const first = accounts && (await this.ask(ACCOUNTS, () => accounts(viewer, alone, from)));
    const subject = first?.subject ?? alone;
    const parts = Object.entries(others).map(async ([name, source]) => {
      const { records } = await this.ask(name, () => source(viewer, subject, from));
      return [name, records] as const;
    });
    const services = Object.fromEntries(await Promise.all(parts));
    return {
      format: FORMAT,
      madeAt: new Date().toISOString(),
      ...subject,
      services: { ...(first && { [ACCOUNTS]: first.records }), ...services },
    };
  }

  private async ask(service: string, work: () => Promise<PersonalAnswer>): Promise<PersonalAnswer> {
    try {
      return await work();
    } catch (err) {
      if (err instanceof AppError) throw err;
      this.options.log.error({ err, service }, "a service does not tell what it holds");
      throw serviceUnavailable();
    }
  }
}

interface Document {
  readonly person: string;
  readonly madeAt: string;
}

function attachment(document: Document): GatewayResponse {
  const { headers, ...response } = jsonResponse(200, document);
  const name = `convene-${document.person}-${document.madeAt.slice(0, 10)}.json`;
  return {
    ...response,
    headers: {
      ...headers,
      "cache-control": "no-store",
      "content-disposition": `attachment; filename="${name}"`,
    },
  };
}
