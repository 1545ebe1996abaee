import { buildViewer } from "./testing/viewers.ts";
import {
  claimsSchema,
  hasGroupRole,
  hasNetworkRole,
  hasOrganisationRole,
  isAdmin,
  requireViewer,
  requireWriter,
  systemViewer,
  viewerSchema,
} from "./viewer.ts";

const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return (error as { extensions: { code: unknown } }).extensions.code;
  }
  return null;
};

describe("who may write at all", () => {
  it.each([
    ["nobody", null, "UNAUTHENTICATED"],
    ["an account", buildViewer(), null],
    ["a key with the scope", buildViewer({ kind: "key", scopes: ["read", "write"] }), null],
    ["a key without it", buildViewer({ kind: "key", scopes: ["read"] }), "FORBIDDEN"],
    ["a link", buildViewer({ kind: "link", scopes: ["write"] }), "FORBIDDEN"],
  ])("%s", (_, viewer, code) => {
    expect(codeOf(() => requireWriter({ viewer }))).toBe(code);
  });

  it("and who may do what needs a viewer", () => {
    expect(codeOf(() => requireViewer({ viewer: null }))).toBe("UNAUTHENTICATED");
    const link = buildViewer({ kind: "link" });
    expect(requireViewer({ viewer: link })).toBe(link);
  });
});

describe("roles", () => {
  const viewer = buildViewer({
    organisations: [{ id: "org_a", role: "EDITOR" }],
    groups: [{ id: "grp_a", role: "CO_LEAD" }],
    networks: [{ id: "net_a", role: "MEMBER" }],
  });

  it("count for the thing and the role that are asked for alone", () => {
    expect(hasOrganisationRole(viewer, "org_a", ["OWNER", "EDITOR"])).toBe(true);
    expect(hasOrganisationRole(viewer, "org_a", ["OWNER"])).toBe(false);
    expect(hasOrganisationRole(viewer, "org_b", ["EDITOR"])).toBe(false);
    expect(hasOrganisationRole(null, "org_a", ["EDITOR"])).toBe(false);
    expect(hasGroupRole(viewer, "grp_a", ["CO_LEAD"])).toBe(true);
    expect(hasGroupRole(viewer, "grp_a", ["MEMBER"])).toBe(false);
    expect(hasGroupRole(null, "grp_a", ["CO_LEAD"])).toBe(false);
    expect(hasNetworkRole(viewer, ["net_b", "net_a"], ["MEMBER"])).toBe(true);
    expect(hasNetworkRole(viewer, ["net_a"], ["SECRETARIAT"])).toBe(false);
    expect(hasNetworkRole(null, ["net_a"], ["MEMBER"])).toBe(false);
  });

  it("of the platform are its own", () => {
    expect(isAdmin(null)).toBe(false);
    expect(isAdmin(buildViewer({ platform: ["MODERATOR", "REVIEWER"] }))).toBe(false);
    expect(isAdmin(systemViewer)).toBe(true);
  });
});

it("reads a viewer as the gateway sends it, and no role that does not exist", () => {
  expect(viewerSchema.parse({ kind: "account", id: "acc_1" })).toEqual(
    buildViewer({ id: "acc_1" }),
  );
  expect(viewerSchema.parse(JSON.parse(JSON.stringify(systemViewer)))).toEqual(systemViewer);
  const wrong = { organisations: [{ id: "org_a", role: "KING" }] };
  expect(claimsSchema.safeParse(wrong).success).toBe(false);
  expect(viewerSchema.safeParse({ kind: "robot", id: "x" }).success).toBe(false);
});
