import type { RequestListener } from "node:http";
import type { AuthDoor } from "@convene/shared/auth-door";
import type { LiveSource } from "@convene/shared/live/live-source";
import type { PageDoor } from "@convene/shared/page/page-door";
import type { SubgraphExecutor } from "@convene/shared/subgraph/subgraph-call";
import type { Uploads } from "@convene/shared/upload/uploads";
import { Answering } from "./execution/answering.ts";
import { Planner } from "./execution/planner.ts";
import { AuthEndpoint } from "./http/auth-endpoint.ts";
import { ClientOrigins } from "./http/client-origin.ts";
import { CrossOrigin } from "./http/cross-origin.ts";
import { fetchHandler } from "./http/fetch-handler.ts";
import { FrontDoor, type GatewayLog } from "./http/front-door.ts";
import { graphiqlPage } from "./http/graphiql.ts";
import { GraphqlEndpoint } from "./http/graphql-endpoint.ts";
import { nodeListener } from "./http/node-listener.ts";
import { PageEndpoint } from "./http/page-endpoint.ts";
import { PersonalDataEndpoint, type PersonalDataSource } from "./http/personal-data-endpoint.ts";
import { UploadEndpoint } from "./http/upload-endpoint.ts";
import { Budgets, type BudgetSizes, noBudgets } from "./limit/budget.ts";
import { defaultLimits, type Limits } from "./limit/limits.ts";
import { LiveAnswers } from "./live/live-answer.ts";
import { LiveHub } from "./live/live-hub.ts";
import { type Manifest, type Trust, TrustedDocuments } from "./operation/trusted-documents.ts";
import { AccountNews, ACCOUNTS } from "./viewer/account-news.ts";
import { AccessTokens, type TokenOptions } from "./viewer/access-token.ts";
import { ApiKeys } from "./viewer/api-key.ts";
import { Authentication } from "./viewer/authentication.ts";
import { ClaimsResolver, type ClaimsSource } from "./viewer/claims.ts";
import { IssuedTokens } from "./viewer/issued-token.ts";
import { Sessions } from "./viewer/session.ts";

export interface GatewayOptions {
  /** SDL of the supergraph: the text of `supergraph.graphql`. */
  readonly supergraph: string;
  /** One for each service of the supergraph, by its name. */
  readonly subgraphs: Readonly<Record<string, SubgraphExecutor>>;
  /** The services that give roles, by name. */
  readonly claims: Readonly<Record<string, ClaimsSource>>;
  /** The services that take files, by name. */
  readonly uploads?: Readonly<Record<string, Uploads>>;
  /** The services of which a link opens something, by name. */
  readonly pages?: Readonly<Record<string, PageDoor>>;
  /** The services that say what they hold of a person, by name. */
  readonly personalData?: Readonly<Record<string, PersonalDataSource>>;
  /** The services that say what changes, by name. */
  readonly live?: Readonly<Record<string, LiveSource>>;
  readonly tokens: TokenOptions;
  /** The service of accounts, which signs people in; without it only tokens count. */
  readonly auth?: AuthDoor | null;
  /** Where people reach this graph; unless told, where each client says. */
  readonly publicUrl?: string | undefined;
  readonly log: GatewayLog;
  /** Parts of `defaultLimits` that are to be otherwise. */
  readonly limits?: Partial<Limits>;
  /** What each client may spend in a minute; none has to keep to anything by default. */
  readonly budgets?: BudgetSizes;
  /** Origins whose pages may read answers, such as `https://app.example.org`. None by default. */
  readonly origins?: readonly string[];
  /** Addresses and networks of the proxies whose `X-Forwarded-*` is believed. None by default. */
  readonly trustedProxies?: readonly string[];
  /** GraphiQL and introspection; off by default. */
  readonly development?: boolean;
  /** Introspection without the rest of development: for a graph whose schema is public. */
  readonly introspection?: boolean;
  /** Documents that may be asked by their identifiers, and who may ask by no other. */
  readonly documents?: Manifest;
  readonly trust?: Trust;
  /** Whether what stands behind the gateway is ready. */
  readonly isReady?: () => Promise<boolean>;
}

export interface Gateway {
  /** For `createServer` of node:http or node:https. */
  readonly listener: RequestListener;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Ends what would not end by itself: subscriptions. */
  readonly close: () => void;
}

interface KnownViewers {
  readonly claims: ClaimsResolver;
  readonly sessions: Sessions;
  readonly news: AccountNews;
}

/** The one door of the graph. What it calls is the caller's, and is closed by the caller. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraph, subgraphs, log, development = false, introspection = development } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const planner = await Planner.open({ supergraph, subgraphs, log });
  const { auth = null, publicUrl, personalData: sources = {} } = options;
  const news = new AccountNews();
  const sessions = new Sessions(auth, news);
  const claims = new ClaimsResolver(options.claims, log);
  const authentication = authenticationOf(options, { claims, sessions, news });
  const budgets = new Budgets(options.budgets ?? noBudgets);
  const documents = new TrustedDocuments(options.documents ?? {}, options.trust ?? "off");
  const answering = trusting(documents, new Answering({ planner, limits, introspection, log }));
  const hub = new LiveHub(options.live ?? {}, { [ACCOUNTS]: news });
  const live = new LiveAnswers({ answering, authentication, budgets, hub });
  const door = new FrontDoor({
    graphql: new GraphqlEndpoint({ answering, authentication, budgets, documents, live }),
    uploads: new UploadEndpoint(options.uploads ?? {}),
    pages: new PageEndpoint({ doors: options.pages ?? {}, claims, budgets }),
    auth: auth && new AuthEndpoint({ door: auth, sessions, authentication, publicUrl }),
    personalData: new PersonalDataEndpoint({ sources, authentication, budgets, log }),
    crossOrigin: new CrossOrigin(options.origins ?? []),
    explorer: development ? graphiqlPage : null,
    isReady: options.isReady ?? (() => Promise.resolve(true)),
    publicUrl,
    log,
  });
  const origins = new ClientOrigins(options.trustedProxies ?? []);
  return {
    listener: nodeListener(door, { origins, mostBytes: limits.body }),
    fetch: fetchHandler(door, limits.body),
    close: hub.close,
  };
}

/** All ways to say who asks; what ends them is told by the same news. */
function authenticationOf(
  { tokens, auth = null, publicUrl, log }: GatewayOptions,
  { news, ...kept }: KnownViewers,
): Authentication {
  return new Authentication({
    ...kept,
    tokens: new AccessTokens(tokens, log),
    keys: new ApiKeys(auth, news),
    issued: auth && new IssuedTokens(auth, log, news),
    publicUrl,
  });
}

/** What the application asks is checked before anybody asks it. */
function trusting(documents: TrustedDocuments, answering: Answering): Answering {
  for (const [id, text] of documents.all()) answering.trust(id, text);
  return answering;
}
