import type { TokenOptions } from "../src/viewer/access-token.ts";

/** For stories in which nobody signs in. */
export const noTokens: TokenOptions = { issuer: "convene", keys: { keys: [] } };
