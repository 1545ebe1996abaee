import { z } from "zod";
import { forbidden, unauthenticated } from "./errors.ts";

const role = <const T extends readonly [string, ...string[]]>(roles: T) =>
  z.array(z.object({ id: z.string(), role: z.enum(roles) })).readonly();

/** The roles that the graph gives a person; each role-owning service answers its own part. */
export const claimsSchema = z.object({
  organisations: role(["OWNER", "EDITOR", "DELEGATE"]).default([]),
  groups: role(["CO_LEAD", "MEMBER", "OBSERVER"]).default([]),
  networks: role(["SECRETARIAT", "MEMBER"]).default([]),
});

/**
 * Who is asking. The gateway authenticates and resolves the claims; a subgraph only reads the
 * result, and decides by it.
 */
export const viewerSchema = claimsSchema.extend({
  /** `account`: a person signed in; `key`: an API key with scopes; `link`: one personal link. */
  kind: z.enum(["account", "key", "link"]),
  id: z.string(),
  /** The person of the graph that the account belongs to, if it is tied to one. */
  person: z.string().nullable().default(null),
  platform: z
    .array(z.enum(["ADMIN", "MODERATOR", "REVIEWER"]))
    .readonly()
    .default([]),
  /** What a key or a link may do, such as `read` or `write`. Accounts have no need of scopes. */
  scopes: z.array(z.string()).readonly().default([]),
});

export type Claims = Readonly<z.infer<typeof claimsSchema>>;
export type Viewer = Readonly<z.infer<typeof viewerSchema>>;
export type OrganisationRole = Claims["organisations"][number]["role"];
export type GroupRole = Claims["groups"][number]["role"];
export type NetworkRole = Claims["networks"][number]["role"];
export type PlatformRole = Viewer["platform"][number];

export interface ViewerContext {
  readonly viewer: Viewer | null;
}

/** For every mutation: someone is signed in, and a key may write. */
export function requireViewer({ viewer }: ViewerContext): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}

/** A key without the scope `write`, or a link, changes nothing unless a rule says that it may. */
export function requireWriter(context: ViewerContext): Viewer {
  const viewer = requireViewer(context);
  if (viewer.kind === "account") return viewer;
  if (viewer.kind === "key" && viewer.scopes.includes("write")) return viewer;
  throw forbidden("This key or link may only read");
}

export const isAdmin = (viewer: Viewer | null): boolean =>
  viewer?.platform.includes("ADMIN") ?? false;

/** Who decides about reports on the whole platform. */
export const isModerator = (viewer: Viewer | null): boolean =>
  isAdmin(viewer) || (viewer?.platform.includes("MODERATOR") ?? false);

export const hasOrganisationRole = (
  viewer: Viewer | null,
  id: string,
  roles: readonly OrganisationRole[],
): boolean =>
  viewer?.organisations.some((held) => held.id === id && roles.includes(held.role)) ?? false;

export const hasGroupRole = (
  viewer: Viewer | null,
  id: string,
  roles: readonly GroupRole[],
): boolean => viewer?.groups.some((held) => held.id === id && roles.includes(held.role)) ?? false;

export const hasNetworkRole = (
  viewer: Viewer | null,
  ids: readonly string[],
  roles: readonly NetworkRole[],
): boolean =>
  viewer?.networks.some((held) => ids.includes(held.id) && roles.includes(held.role)) ?? false;

/** What the platform itself does: loading reference data, the demo network, imports by shell. */
export const systemViewer: Viewer = {
  kind: "account",
  id: "system",
  person: null,
  organisations: [],
  groups: [],
  networks: [],
  platform: ["ADMIN"],
  scopes: [],
};
